"""The errand of the story screen: the reports of one story found, analysed and compared, step by step."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextvars import copy_context
from dataclasses import replace
from functools import partial
from itertools import pairwise
from threading import Lock, Thread
from typing import Final, Protocol, TypeVar

from textual.message import Message

from briefing.model import Analysis, Article, Names, text_id
from briefing.reading.grouping import grouping
from briefing.reading.shelf import Shelf
from briefing.reading.story.view import Wish
from briefing.reading.table import Table
from briefing.stories import Choices, Group, Story, grouped, story
from briefing.stories.compare import MOST_ARTICLES, spread
from briefing.stories.news import News
from briefing.tui.happened import GroupingStaged, StoryGathered, StoryStaged, StoryTold, WasGrouped, WasRefused
from briefing.tui.nearby import Articles, Beginnings

STAGE_SECONDS: Final = 0.25
"""How often is said how far it is: often enough to see that it goes on."""
WAIT_SECONDS: Final = 0.05
"""How often what runs in a thread of its own is looked at."""
MOST_REMEMBERED: Final = 300
"""Analyses that are remembered while the program runs: some stories, a few tens of megabytes."""
MOST_GROUPED: Final = 20_000
"""Articles of a list that are grouped, the newest: a hundred thousand would take minutes and a gigabyte."""


Found = TypeVar("Found")


class Analyses(Protocol):
    """What knows the analyses of articles, or makes them."""

    def of(self, article: Article, own: Names) -> Analysis:
        """Return the analysis of `article`, with what the user says of names."""
        ...


class Remembered:
    """Analyses that were made before, while the program runs; the longest unused is forgotten first."""

    def __init__(self, make: Callable[[Article, Names], Analysis] | None = None) -> None:
        """Have those that are not remembered made by `make`; None: by the recognisers."""
        self._make = make
        self._held: OrderedDict[tuple[str, str, str], Analysis] = OrderedDict()
        self._guard = Lock()

    def of(self, article: Article, own: Names) -> Analysis:
        """Return the analysis of `article`, made once for the same text of the same day and the same names."""
        key = (article.id, text_id(article.text), own.fingerprint)
        with self._guard:
            found = self._held.get(key)
            if found is not None and found.article.published == article.published:
                self._held.move_to_end(key)
                return replace(found, article=article)
        made = (self._make or _analysed)(article, own)
        with self._guard:
            self._held[key] = made
            while len(self._held) > MOST_REMEMBERED:
                self._held.popitem(last=False)
        return made


def _analysed(article: Article, own: Names) -> Analysis:
    # The recognisers are loaded here, beside the screen: the first frame does not wait for them.
    from briefing.pipeline import analyse

    return analyse(article, own=own)


class Teller:
    """What finds the story of an article and compares its reports; it keeps what it has learned for the next."""

    def __init__(self, articles: Articles, analyses: Analyses, *, alone: Executor) -> None:
        """Analyses run one by one on `alone`, between those that the reader waits for."""
        self._articles = articles
        self._analyses = analyses
        self._alone = alone
        self._beginnings = Beginnings(articles)

    def tell(
        self,
        wish: Wish,
        shelf: Shelf,
        post: Callable[[Message], object],
        *,
        choices: Choices,
        own: Names,
        news: Callable[[Story], News],
        stopped: Callable[[], bool],
    ) -> None:
        """Find the story of an article among those of the list, and compare its reports; what is found is posted.

        `choices` is what the user joined and parted, `own` what he says of names. `news` tells what is new in it.
        A list that is grouped already is believed.
        """
        staging = _Staging(wish, post)
        if shelf.stories.table is shelf.table and shelf.stories.choices == choices:
            members = sorted(shelf.stories.members(wish.row.id))
            chosen = [shelf.table.row(number) for name in members for number in shelf.table.with_id(name)]
            choices = replace(choices, together=(*choices.together, *pairwise(members)))
        else:
            chosen = self._beginnings.candidates(wish.row, shelf.table, choices, say=staging.say, stopped=stopped)
        if stopped():
            return
        staging.say(f"Grouping the {len(chosen):,} likeliest of them.")
        found = [one for row in chosen if isinstance(one := self._articles.article(row), Article)]
        groups = beside(partial(grouped, found, choices=choices), stopped=stopped) or ()
        if stopped():
            return
        group = next((one for one in groups if any(article.id == wish.row.id for article in one.articles)), None)
        if group is None:
            post(StoryStaged(wish, f"{wish.row.path}: it cannot be read any more"))
            return
        post(StoryGathered(wish, group, _comparing(0, group)))
        made: dict[str, Analysis] = {}
        for article, looked in self._looked_at(group, own=own, stopped=stopped):
            if isinstance(looked, Analysis):
                made[article.id] = looked
                staging.say(_comparing(len(made), group))
            else:
                # A fault of a recogniser costs the facts of this report, not the story.
                said = f"{type(looked).__name__}: {looked}"
                post(WasRefused(f"{article.path}: no facts, by a fault of the program: {said}"))
        if stopped():
            return
        told = beside(partial(story, _only(compared(group), made), made, own=own), stopped=stopped)
        found_news = None if told is None else beside(partial(news, told), stopped=stopped)
        if told is not None and found_news is not None and not stopped():
            post(StoryTold(wish, group, told, found_news))

    def compared(self, group: Group, *, own: Names, stopped: Callable[[], bool]) -> Story | None:
        """Return the story of a group, its reports analysed and compared; None where nobody waits for it any more.

        A report that can't be analysed, by a fault of a recogniser, is left out; None where that holds for all.
        """
        looked_at = self._looked_at(group, own=own, stopped=stopped)
        made = {article.id: looked for article, looked in looked_at if isinstance(looked, Analysis)}
        if not made or stopped():
            return None
        return beside(partial(story, _only(compared(group), made), made, own=own), stopped=stopped)

    def _looked_at(
        self, group: Group, *, own: Names, stopped: Callable[[], bool]
    ) -> Iterator[tuple[Article, Analysis | BaseException]]:
        """Yield the reports of a group that are compared, each with its analysis, or with why there is none."""
        for article in compared(group).articles:
            if stopped():
                return
            looking = self._alone.submit(copy_context().run, self._analyses.of, article, own)
            yield article, looking.exception() or looking.result()

    def group(
        self, table: Table, post: Callable[[Message], object], *, choices: Choices, stopped: Callable[[], bool]
    ) -> None:
        """Group the articles of the whole list into stories; of very many the newest are looked at."""
        numbers = table.newest[: min(table.articles, MOST_GROUPED)]
        found: list[Article] = []
        due = time.monotonic() + STAGE_SECONDS
        for number in numbers:
            if stopped():
                return
            one = self._articles.article(table.row(number))
            if isinstance(one, Article):
                found.append(one)
            if time.monotonic() >= due:
                post(GroupingStaged(f"reading: {len(found):,} of {len(numbers):,}"))
                due = time.monotonic() + 2 * STAGE_SECONDS
        post(GroupingStaged(f"comparing {len(found):,} articles"))
        groups = beside(partial(grouped, found, choices=choices), stopped=stopped)
        if groups is not None and not stopped():
            post(WasGrouped(grouping(groups, table, choices)))


def beside(work: Callable[[], Found], *, stopped: Callable[[], bool]) -> Found | None:
    """Return what `work` returns; None as soon as it is not wanted any more, whatever becomes of it then.

    What cannot be interrupted runs in a thread that nobody waits for: leaving the program must not take a minute.
    """
    done: list[Found] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:  # noqa: BLE001 - raised again in the thread that waits
            failed.append(error)

    thread = Thread(target=run, daemon=True, name="comparing")
    thread.start()
    while thread.is_alive() and not stopped():
        thread.join(WAIT_SECONDS)
    if failed:
        raise failed[0]
    return done[0] if done else None


def _comparing(done: int, group: Group) -> str:
    return f"Comparing the facts: {done} of {min(len(group.articles), MOST_ARTICLES)} reports read."


def compared(group: Group) -> Group:
    """Return the group with as many reports as can be laid beside each other; a reprint adds nothing."""
    if len(group.articles) <= MOST_ARTICLES:
        return group
    copies = {name for names in group.reprints for name in names[1:]}
    own = [article for article in group.articles if article.id not in copies]
    return replace(group, articles=tuple(spread(own)), reprints=())


def _only(group: Group, made: Mapping[str, Analysis]) -> Group:
    """Return the group with the articles that have an analysis."""
    return replace(group, articles=tuple(one for one in group.articles if one.id in made))


class _Staging:
    """Says now and then how far an errand is."""

    def __init__(self, wish: Wish, post: Callable[[Message], object]) -> None:
        self._wish = wish
        self._post = post
        self._due = time.monotonic() + STAGE_SECONDS

    def say(self, stage: str) -> None:
        if time.monotonic() >= self._due:
            self._post(StoryStaged(self._wish, stage))
            self._due = time.monotonic() + STAGE_SECONDS

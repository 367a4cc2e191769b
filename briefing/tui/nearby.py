"""The articles of a list that may be of one story with another: near in days, and alike in the words they begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Protocol

from briefing.model import Article, Unreadable
from briefing.reading.rows import EPOCH, Row
from briefing.reading.table import NO_DAY, Table
from briefing.stories import Choices
from briefing.stories.candidates import Telling, likely, telling
from briefing.stories.group import WINDOW

MOST_TELLING: Final = 20_000
"""Beginnings that are remembered."""
MOST_LOOKED_AT: Final = 20_000
"""Articles that are looked at for one story, the newest of those near in days: reading more would take a minute."""


class Articles(Protocol):
    """What reads the article of a row."""

    def article(self, row: Row) -> Article | Unreadable:
        """Return the article of a row, or why there is none."""
        ...


class Beginnings:
    """The telling words of articles, kept while the program runs, so that the next story is found without reading."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._held: dict[tuple[str, int, str], Telling] = {}

    def of(self, row: Row) -> Telling | None:
        """Return the telling words of the article of a row; None where it cannot be read."""
        found = self._held.get(row.key)
        if found is None:
            article = self._articles.article(row)
            if not isinstance(article, Article):
                return None
            found = telling(article)
            if len(self._held) < MOST_TELLING:
                self._held[row.key] = found
        return found

    def candidates(
        self, row: Row, table: Table, choices: Choices, *, say: Callable[[str], object], stopped: Callable[[], bool]
    ) -> list[Row]:
        """Return the row, those that the user joined to it, and those that are near in days and words to one of these."""
        joined = (next(map(table.row, table.with_id(name)), None) for name in _joined(row.id, choices))
        own = [row, *(one for one in joined if one is not None and one.readable)]
        near = list(islice(_near(own, table), MOST_LOOKED_AT))
        known: list[tuple[Row, Telling]] = []
        told: dict[tuple[str, int, str], Telling] = {}
        for count, number in enumerate(near, start=1):
            if stopped():
                return []
            one = table.row(number)
            if (words := self.of(one)) is not None:
                known.append((one, words))
                told[one.key] = words
            say(f"Looking through the {len(near):,} articles of these weeks: {count:,}.")
        ids = {one.id for one in own}
        for seed in own:
            if seed.key in told:
                ids |= {one.id for one in likely(told[seed.key], known)}
        # What stands in several files counts once, and says that it does.
        return [table.row(number) for name in sorted(ids) for number in table.with_id(name)]


def _near(own: Iterable[Row], table: Table) -> Iterator[int]:
    """Yield the numbers of the articles that lie within the days of a story from one of `own`, the newest first."""
    days = {(one.day - EPOCH).days if one.day else NO_DAY for one in own}
    told = table.days
    for number in islice(table.newest, table.articles):
        day = told[number]
        if day == NO_DAY or any(other == NO_DAY or abs(day - other) <= WINDOW for other in days):
            yield number


def _joined(article: str, choices: Choices) -> list[str]:
    """Return the ids of the articles that the user joined to one, over others too."""
    found = {article}
    grows = True
    while grows:
        more = {other for pair in choices.together for other in pair if found & set(pair)} - found
        grows = bool(more)
        found |= more
    return sorted(found - {article})

"""What is new since one last read, as a list to choose from: story by story, what is as before folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from briefing.reading.choice import Ask, Choice, Option, choice
from briefing.reading.jumps import Place
from briefing.reading.rows import short_day

if TYPE_CHECKING:
    from briefing.model import Analysis, Article
    from briefing.stories import Group
    from briefing.stories.news import Change, New, News, Settled
    from briefing.stories.points import Point
    from briefing.stories.recognising import Given

ABOUT: Final = "what is new"
"""What the options belong to, so that those which come late find their list."""
PLAIN: Final = frozenset(("", "count", "percent", "money", "measure"))
"""What numbers are of whose labels tell more: "31 families"."""
MOST_FACTS: Final = 5
"""New facts of a story that are listed; the story screen has all of them."""
NOTHING: Final = "Nothing is new: every story is as it was when you read of it."
UNREAD: Final = "STORIES OF WHICH NOTHING WAS READ YET"


def overview() -> Choice:
    """Return the list before anything is known; what is new comes when it is found."""
    return choice(Ask.NEWS, "NEW SINCE YOU LAST READ", (), empty=NOTHING, about=ABOUT, complete=False)


def options(found: News) -> tuple[Option, ...]:
    """Return what is new in a story that was read of; nothing where nothing is."""
    if found.is_empty and not found.revised:
        return ()
    by_id = {article.id: article for article in found.story.group.articles}
    told = [Option(found.story.group.title, "", is_heading=True)]
    told += (_report(by_id[one.article], "new report") for one in found.reports)
    told += (_report(by_id[one.article], "written anew") for one in found.revised)
    told += (_change(one) for one in found.changes)
    told += (_settled(one, found) for one in found.settled)
    told += (_fact(one, found) for one in found.facts[:MOST_FACTS])
    told += _folded(found)
    return tuple(told)


def unread_stories(groups: Iterable[Group]) -> Iterator[Option]:
    """Yield the stories of which nothing was read, a line each, and how many single articles there are beside them."""
    held = list(groups)
    stories = [group for group in held if len(group.articles) > 1]
    single = len(held) - len(stories)
    if stories:
        yield Option(UNREAD, "", is_heading=True)
    for group in stories:
        newest = group.articles[-1]
        yield Option(group.title, Place(newest.id, 0), f"{len(group.articles)} reports", hidden=newest.source or "")
    if single:
        words = "1 unread article tells" if single == 1 else f"{single:,} unread articles tell"
        yield Option(f"{words} of nothing else that is here", "", is_heading=True)


def change_numbers(change: Change) -> tuple[str, tuple[str, ...]]:
    """Return what a number that changed is of, empty where the numbers tell it, and the numbers from the oldest on."""
    # What comparing needs is loaded when it is used: the first frame does not wait for it.
    from briefing.stories.amounts import told
    from briefing.stories.figures import VICTIMS

    steps = (change.before, *change.after)
    role = change.before.point.matter.partition("|")[0]
    is_toll = role in {one.value for one in VICTIMS}
    if change.before.point.is_main if is_toll else role not in PLAIN:
        return role, tuple(told(one.point.amount) if one.point.amount else one.point.label for one in steps)
    return "", tuple(one.point.label for one in steps)


def sentence(article: str, point: Point, analyses: Iterable[Analysis]) -> str:
    """Return the whole sentence of a point where it is short; its words where the article is not there any more."""
    from briefing.stories.quoting import quotation

    of = next((analysis for analysis in analyses if analysis.article.id == article), None)
    return quotation(of, point.span) if of is not None and point.span is not None else point.words


def where(given: Given, *, outlet: str | None = None) -> str:
    """Return who gives a point: the source within the report, and its `outlet`, else as it was called when it was read."""
    name = outlet or given.report.source or given.report.title
    return f"{given.point.said_by}, in {name}" if given.point.said_by else name


def _report(article: Article, detail: str) -> Option:
    day = short_day(article.day, year=article.day.year).strip() if article.day else ""
    told = ", ".join(part for part in (article.source, day) if part)
    return Option(f"{told}: {article.title}" if told else article.title, Place(article.id, 0), detail)


def _change(change: Change) -> Option:
    what, numbers = change_numbers(change)
    told = f"{', then '.join(numbers[:-1])}, now {numbers[-1]}"
    last = change.after[-1]
    return Option(f"{what}: {told}" if what else told, _place(last), where(last), style="fact-value")


def _settled(one: Settled, found: News) -> Option:
    words = f"{one.by.point.status}: {sentence(one.by.report.article, one.by.point, found.story.analyses)}"
    return Option(words, _place(one.by), where(one.by), hidden=one.before.point.words)


def _fact(new: New, found: News) -> Option:
    first = new.reports[0]
    outlet = first.source or first.title
    place = Place(first.article, new.point.span.start if new.point.span else 0)
    words = sentence(first.article, new.point, found.story.analyses)
    return Option(words, place, outlet, hidden=f"{new.point.label} {new.point.said_by}")


def _folded(found: News) -> Iterator[Option]:
    """Yield one line for what is not told: new facts beyond those listed, and what is as before."""
    left = len(found.facts) - MOST_FACTS
    parts = [f"{left} more new {'fact' if left == 1 else 'facts'}"] if left > 0 else []
    if found.unchanged:
        parts.append(f"{found.unchanged} {'fact' if found.unchanged == 1 else 'facts'} as before")
    if parts:
        yield Option(f"  {', '.join(parts)}", "", is_heading=True)


def _place(given: Given) -> Place:
    return Place(given.report.article, given.point.span.start if given.point.span else 0)

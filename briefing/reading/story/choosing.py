"""What the user says of a story: this report is not of it, another story is, this name is another's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from heapq import nsmallest
from typing import Final

from briefing.model import CorrectionKind, new_correction
from briefing.reading.choice import Ask, Choice, Option, choice
from briefing.reading.correcting import corrected
from briefing.reading.rows import EPOCH, Row, day_words
from briefing.reading.state import Reading, noticed
from briefing.reading.story.laying import Name, Report
from briefing.reading.story.view import StoryView
from briefing.reading.table import NO_DAY, Table

MOST_PARTED: Final = 60
"""Reports of the story from which one is parted, the newest: it has to be kept from each of them."""
MOST_OFFERED: Final = 400
"""Articles that are offered where stories are not known, the nearest in days."""


def taken_apart(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with the report under the cursor not of the story, or the name another's."""
    view = reading.story_open
    target = view.target if view else None
    if view is None or view.reports is None or not isinstance(target, Report | Name):
        return noticed(reading, "first go to a report on the card, or to a name among the names")
    if isinstance(target, Name):
        return _parted(reading, view, target, now=now)
    others = [article.id for article in view.reports.articles if article.id != target.article]
    if not others:
        return noticed(reading, "it is the only report of the story")
    split = [new_correction(CorrectionKind.STORY_SPLIT, target.article, one, now=now) for one in others[-MOST_PARTED:]]
    if target.article == view.wish.row.id:
        # The screen stays with the story, not with what was taken out of it.
        row = reading.shelf.row_of(others[0])
        wish = replace(view.wish, row=row, words=None) if row else view.wish
        reading = replace(reading, story=replace(view, wish=wish))
    return corrected(reading, split, f"{view.reports.name(target.article)} is not of this story", reach="")


def others(reading: Reading) -> Choice | None:
    """Return what may be joined to the story: the other stories where they are known, else the nearest articles."""
    view = reading.story_open
    if view is None or view.reports is None:
        return None
    own = {article.id for article in view.reports.articles}
    stories = reading.shelf.stories
    options = list(_stories(reading, own)) if stories.table is reading.shelf.table else []
    told = frozenset(stories.story) if options else frozenset()
    if options:
        options.append(Option("TOLD BY ONE REPORT", "", is_heading=True))
    options += map(_option, _nearest(reading.shelf.table, view.wish.row.day, without=told.union(own)))
    return choice(Ask.STORY, "JOIN TO THIS STORY", options, empty="There is no other article.")


def joined(reading: Reading, article: str, *, now: datetime) -> Reading:
    """Return the reading with the story of an article joined to the one that is open."""
    view = reading.story_open
    row = reading.shelf.row_of(article)
    if view is None or row is None or row.id == view.wish.row.id:
        return reading
    one = new_correction(CorrectionKind.STORY_JOINED, view.wish.row.id, article, now=now)
    return corrected(reading, (one,), f"joined with “{row.title}”", reach="")


def _parted(reading: Reading, view: StoryView, target: Name, *, now: datetime) -> Reading:
    """Return the reading with one name said to be another's than the other names of its thing."""
    if view.story is None:
        return reading
    names = [name for name in view.story.aliases[target.thing].names if name != target.name]
    two = [new_correction(CorrectionKind.NOT_ONE_NAME, target.name, name, now=now) for name in names]
    return corrected(reading, two, f"“{target.name}” is another's name") if two else reading


def _stories(reading: Reading, own: set[str]) -> Iterator[Option]:
    """Yield the other stories of the list, each by one of its articles."""
    stories = reading.shelf.stories
    first: dict[int, str] = {}
    for article, number in stories.story.items():
        first.setdefault(number, article)
    for number, article in first.items():
        if not own & stories.members(article):
            yield Option(stories.titles[number], article, f"{stories.sizes[number]} reports")


def _option(row: Row) -> Option:
    return Option(row.title, row.id, " · ".join(part for part in (row.source, day_words(row.day)) if part))


def _nearest(table: Table, day: date | None, *, without: frozenset[str]) -> Iterator[Row]:
    """Yield the articles that are nearest to a day, but those of the ids `without`; those without a day are the last."""
    left_out = table.read(without)
    numbers = (number for number in table.numbers() if table.is_readable(number) and not left_out[number])
    here = (day - EPOCH).days if day else NO_DAY
    days = table.days

    def far(number: int) -> int:
        return NO_DAY if NO_DAY in (here, days[number]) else abs(days[number] - here)

    return map(table.row, nsmallest(MOST_OFFERED, numbers, key=far))

"""Moving the cursor of the list: by rows and pages, to its ends, to an article, to what is unread."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from briefing.reading.columns import READABLE
from briefing.reading.rows import Row
from briefing.reading.shelf import Shelf, in_view


def moved(shelf: Shelf, by: int) -> Shelf:
    """Return the shelf with the cursor `by` rows further down, or up; at most at the last and the first."""
    return at_row(shelf, _row_from(shelf, by))


def paged(shelf: Shelf, lines: int) -> Shelf:
    """Return the shelf with the cursor about `lines` lines further down, at least one row, and the page with it."""
    rows = max(1, abs(lines) // shelf.row_height)
    return moved(shelf, rows if lines > 0 else -rows)


def ended(shelf: Shelf, *, last: bool) -> Shelf:
    """Return the shelf with the cursor on the last row, or the first."""
    return moved(shelf, shelf.shown if last else -shelf.shown)


def at_row(shelf: Shelf, index: int) -> Shelf:
    """Return the shelf with the cursor on the item `index`, a row."""
    if index == shelf.cursor or shelf.items.place(index) is None:
        return shelf
    return in_view(replace(shelf, cursor=index))


def on_article(shelf: Shelf, article: str, *, row: Row | None = None) -> Shelf:
    """Return the shelf with the cursor on `row` where it is shown, else on the first row of the article of that id.

    The same article may lie in several files: which of them was opened only the row tells.
    """
    current = shelf.current
    if current is not None and (current.key == row.key if row else current.id == article):
        return shelf
    wanted = {number for number in shelf.table.with_id(article) if not row or shelf.table.row(number).key == row.key}
    if not wanted:
        return shelf
    place = next((place for place, number in enumerate(shelf.items.order) if number in wanted), None)
    return shelf if place is None else at_row(shelf, shelf.items.of_row(place))


def neighbour(shelf: Shelf, by: int) -> int | None:
    """Return the index of the readable row `by` rows away, None where there is none."""
    at = shelf.items.place(_row_from(shelf, by))
    step = 1 if by > 0 else -1
    while at is not None and 0 <= at < shelf.shown:
        if shelf.table.is_readable(shelf.items.order[at]):
            index = shelf.items.of_row(at)
            return index if index != shelf.cursor else None
        at += step
    return None


def next_unread(shelf: Shelf) -> int | None:
    """Return the index of the next unread row below the cursor, else the first above it; None where all are read."""
    here = shelf.items.place(shelf.cursor)
    if here is None or not shelf.unread:
        return None
    for place in chain(range(here + 1, shelf.shown), range(here)):
        if _is_unread(shelf, shelf.items.order[place]):
            return shelf.items.of_row(place)
    return None


def _is_unread(shelf: Shelf, number: int) -> bool:
    return bool(shelf.table.bits[number] & READABLE) and shelf.table.id(number) not in shelf.read


def _row_from(shelf: Shelf, by: int) -> int:
    """Return the index of the row `by` rows from the cursor, headings not counted, within the list."""
    place = shelf.items.place(shelf.cursor)
    if place is None:
        return shelf.cursor
    return shelf.items.of_row(min(max(place + by, 0), shelf.shown - 1))

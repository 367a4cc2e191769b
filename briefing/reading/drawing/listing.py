"""The lines of the article list."""

from __future__ import annotations

from briefing.model import MarkKind
from briefing.reading.drawing.pieces import Piece, Signs, ended, mark_sign
from briefing.reading.frame import Pane
from briefing.reading.rows import MONTHS, Heading, Row, Sort, short_day
from briefing.reading.state import Reading
from briefing.reading.wrapping import cells, padded, shortened

LEAD = 3
"""Cells before a title: the signs of unread and bookmark."""
SOURCE_WIDTH = 20
DATE_WIDTH = 10
SAME_TEXT = "="
"""Stands before the title of a report that carries the text of another one again."""
ROOM_FOR_SOURCE = 60
"""Cells from which a row of one line has a column for the source."""


def list_line(reading: Reading, number: int, *, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return the line `number` of the list's pane, from 0 at its top, `width` cells wide."""
    shelf = reading.shelf
    if not shelf.items:
        return _empty(reading, number, width)
    place = shelf.at_line(shelf.top + number)
    if place is None:
        return (Piece(" " * width, "text"),)
    index, line = place
    item = shelf.items[index]
    if isinstance(item, Heading):
        return ended((Piece(f" {shortened(item.text, width - 2, more=signs.more)}", "day"),), width, "text")
    here = index == shelf.cursor
    style = ("row" if reading.focus is Pane.LIST else "row-idle") if here else ""
    draw = _one_line if shelf.row_height == 1 else (_second_line if line else _first_line)
    return draw(reading, item, width, style, signs)


def _first_line(reading: Reading, row: Row, width: int, here: str, signs: Signs) -> tuple[Piece, ...]:
    lead, title = _styles(reading, row, here)
    words = shortened(_title(reading, row), width - LEAD - 1, more=signs.more)
    return ended((Piece(_lead(reading, row, signs), lead), Piece(words, title)), width, here or "text")


def _second_line(reading: Reading, row: Row, width: int, here: str, signs: Signs) -> tuple[Piece, ...]:
    style = f"{here}-dim" if here else "dim"
    parts = [row.path] if not row.readable else [row.source, _when(reading, row)]
    words = _fitting([part for part in parts if part] or [f"{row.minutes} min"], width - LEAD - 1, signs)
    text = " " * LEAD + shortened(words, width - LEAD - 1, more=signs.more)
    return ended((Piece(text, style),), width, style)


def _one_line(reading: Reading, row: Row, width: int, here: str, signs: Signs) -> tuple[Piece, ...]:
    lead, title = _styles(reading, row, here)
    dim = f"{here}-dim" if here else "dim"
    day = short_day(row.day, year=reading.shelf.year)
    source = row.source if row.readable else row.path
    source_width = SOURCE_WIDTH if width >= ROOM_FOR_SOURCE and source else 0
    room = width - LEAD - DATE_WIDTH - (source_width + 2 if source_width else 0) - 1
    pieces = (
        Piece(_lead(reading, row, signs), lead),
        Piece(padded(day, DATE_WIDTH), dim),
        Piece(padded(shortened(_title(reading, row), room, more=signs.more), room), title),
        Piece(f"  {shortened(source, source_width, more=signs.more)}" if source_width else "", dim),
    )
    return ended(pieces, width, here or "text")


def _title(reading: Reading, row: Row) -> str:
    """Return the title of a row; under a story, with a sign where it carries the text of another report again."""
    shelf = reading.shelf
    return f"{SAME_TEXT} {row.title}" if shelf.sort is Sort.STORY and row.id in shelf.stories.reprints else row.title


def _fitting(parts: list[str], width: int, signs: Signs) -> str:
    """Return as many of the parts as fit beside each other, the first at least."""
    words = parts[0]
    for part in parts[1:]:
        longer = f"{words} {signs.dot} {part}"
        if cells(longer) > width:
            break
        words = longer
    return words


def _lead(reading: Reading, row: Row, signs: Signs) -> str:
    if not row.readable:
        return f" {signs.broken} "
    unread = signs.unread if row.id not in reading.shelf.read else " "
    marks = sorted(reading.marks.of(row.id), key=lambda mark: mark.kind is not MarkKind.NOTE)
    kept = mark_sign(marks[0], signs, saved=marks[0].id not in reading.marks.unsaved) if marks else " "
    return f"{unread}{kept} "


def _styles(reading: Reading, row: Row, here: str) -> tuple[str, str]:
    """Return how the signs and the title of a row look."""
    if here:
        return here, here
    if not row.readable:
        return "broken", "dim"
    return "mark", "row-plain" if row.id in reading.shelf.read else "row-unread"


def _when(reading: Reading, row: Row) -> str:
    """Return the time of a row that stands under its day, else its day."""
    if reading.shelf.sort in (Sort.NEWEST, Sort.OLDEST):
        return f"{row.published:%H:%M}" if hasattr(row.published, "hour") else ""
    return f"{row.day.day} {MONTHS[row.day.month - 1]} {row.day.year}" if row.day else ""


def _empty(reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
    """Return a line of the list with nothing in it: one sentence, and the key that helps."""
    words = ""
    if not reading.shelf.complete:
        words = "Reading the folder." if not number else ""
    elif reading.shelf.search and not reading.shelf.words:
        words = (f"No article holds {reading.shelf.search}.", "Esc shows all.")[number] if number < 2 else ""
    elif reading.shelf.words:
        words = (f'No title holds "{reading.shelf.words}".', "Esc shows all.")[number] if number < 2 else ""
    else:
        words = ("There are no articles here.", "q leaves.")[number] if number < 2 else ""
    return ended((Piece(f" {shortened(words, width - 1)}", "dim"),), width, "text")

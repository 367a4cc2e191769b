"""What the mouse does: a click on a row, a word or a fact, and the wheel."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.reading import browsing, moving
from briefing.reading import panel as paneling
from briefing.reading.frame import Pane
from briefing.reading.opening import jumped, wanting
from briefing.reading.rows import Heading
from briefing.reading.state import Reading, focused, lit

WHEEL_LINES: Final = 3


def clicked(reading: Reading, pane: Pane, line: int, column: int) -> Reading:
    """Return the reading after a click on a line of a pane, both from 0, its heading counted."""
    headings = 1 if pane is Pane.FACTS else reading.frame.headings
    line -= headings
    if line < 0:
        return focused(reading, pane)
    if pane is Pane.LIST:
        return _on_row(reading, line)
    if pane is Pane.FACTS:
        return _on_fact(reading, line)
    there = focused(reading, Pane.READER)
    if there.page is None:
        return there
    return replace(there, page=moving.pointed(there.page, line, column - there.frame.margin))


def wheeled(reading: Reading, pane: Pane, by: int) -> Reading:
    """Return the reading after the wheel was turned over a pane, down where `by` is above 0."""
    if pane is Pane.LIST:
        return replace(reading, shelf=browsing.moved(reading.shelf, by))
    if pane is Pane.FACTS:
        return lit(replace(reading, panel=paneling.moved(reading.panel, by)))
    if reading.page is None:
        return reading
    return replace(reading, page=moving.wheeled(reading.page, by * WHEEL_LINES))


def _on_row(reading: Reading, line: int) -> Reading:
    place = reading.shelf.at_line(reading.shelf.top + line)
    if place is None:
        return focused(reading, Pane.LIST)
    item = reading.shelf.items[place[0]]
    if isinstance(item, Heading):
        return reading
    there = wanting(replace(reading, shelf=browsing.at_row(reading.shelf, place[0])), item)
    return focused(there, Pane.READER) if there.wanted else there


def _on_fact(reading: Reading, line: int) -> Reading:
    index = reading.panel.top + line
    fact = reading.panel.lines[index].fact if index < len(reading.panel.lines) else None
    if fact is None:
        return focused(reading, Pane.FACTS)
    there = replace(reading, panel=paneling.on_fact(reading.panel, fact))
    return focused(jumped(there, reading.panel.shown[fact].span.start), Pane.READER)

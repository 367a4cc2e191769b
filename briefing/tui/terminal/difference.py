"""The difference between what is shown and what is wanted: the sequences that make the one of the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.tui.terminal.cells import UNKNOWN, Row
from briefing.tui.terminal.hand import Hand, Place
from briefing.tui.terminal.moves import moved
from briefing.tui.terminal.pens import turned
from briefing.tui.terminal.scrolling import Scroll, best_scroll

MOST_ORDERED: Final = 8
"""Changed rows up to which it is tried to write them in another order: a name is lit in a few."""


def difference(shown: Sequence[Row], wanted: Sequence[Row], place: Place, *, fills: bool = False) -> tuple[str, Place]:
    """Return what to send so that a terminal that has `shown` has `wanted`, and where its cursor is then.

    Both have the same number of rows, of the same width. A terminal that `fills` erases with the background colour.
    """
    changed = [row for row, (before, after) in enumerate(zip(shown, wanted, strict=True)) if before != after]
    if not changed:
        return "", place
    scroll = best_scroll(shown, wanted, changed)
    ways = []
    if scroll is None or not scroll.is_plain:
        ways.append(Hand(place, fills=fills))
        for row in changed:
            ways[-1].change(row, shown[row], wanted[row])
        if 1 < len(changed) <= MOST_ORDERED:
            ways.append(Hand(place, fills=fills))
            for row in _by_pens(changed, shown, wanted, place):
                ways[-1].change(row, shown[row], wanted[row])
    if scroll:
        ways.append(Hand(place, fills=fills))
        ways[-1].scroll(scroll.top, scroll.bottom, scroll.by, height=len(wanted))
        for row, before in enumerate(_after_scroll(shown, scroll)):
            if before != wanted[row]:
                ways[-1].change(row, before, wanted[row])
    shortest = min(ways, key=lambda way: len(way.sent))
    return shortest.sent, shortest.place


def _by_pens(changed: Sequence[int], shown: Sequence[Row], wanted: Sequence[Row], place: Place) -> list[int]:
    """Return the changed rows in an order in which each begins, as far as can be, with the pen that the one before ends with."""
    stretches = {}
    for row in changed:
        columns = [at for at, (old, new) in enumerate(zip(shown[row], wanted[row], strict=True)) if old != new]
        stretches[row] = columns[0], columns[-1]
    ordered: list[int] = []
    while stretches:
        row = min(stretches, key=lambda row: _way(place, row, stretches[row][0], wanted[row]))
        _, last = stretches.pop(row)
        place = Place(last + 1, row, wanted[row][last][1])
        ordered.append(row)
    return ordered


def _way(place: Place, row: int, column: int, cells: Row) -> int:
    """Return how many letters it takes to go to a cell and to take its pen."""
    return len(turned(place.pen, cells[column][1])) + len(moved(place.column, place.row, column, row))


def _after_scroll(shown: Sequence[Row], scroll: Scroll) -> list[Row]:
    """Return what is shown after scrolling; what the rows hold that come in bare differs from terminal to terminal."""
    top, bottom, by, _ = scroll
    bare: list[Row] = [[UNKNOWN] * len(row) for row in shown[: abs(by)]]
    moved = list(shown[top : bottom + 1])
    moved = [*moved[by:], *bare] if by > 0 else [*bare, *moved[:by]]
    return [*shown[:top], *moved, *shown[bottom + 1 :]]

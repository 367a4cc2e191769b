"""Scrolling: rows that are wanted and stand on the screen already, a little higher or lower."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import ne
from typing import Final, NamedTuple

from briefing.tui.terminal.cells import Cell, Row

FEWEST_CHANGED: Final = 4
"""Changed rows from which on it is worth to look."""
COSTS: Final = 20
"""Cells that could be written with the bytes that scrolling takes."""
SHIFTS_TRIED: Final = 2
"""How many shifts are weighed: the one that most rows speak for is nearly always the best."""


class Scroll(NamedTuple):
    """Rows from `top` to `bottom`, both included, that move up by so many, or down where `by` is below 0."""

    top: int
    bottom: int
    by: int
    is_plain: bool = False
    """Whether it spares so much that nothing else need be thought of."""


def best_scroll(shown: Sequence[Row], wanted: Sequence[Row], changed: Sequence[int]) -> Scroll | None:
    """Return the scrolling that spares the most cells; None where none spares any."""
    if len(changed) < FEWEST_CHANGED:
        return None
    best, spared = None, COSTS
    for by in _shifts(shown, wanted, changed):
        scroll, cells = _weighed(shown, wanted, changed, by)
        if cells > spared:
            best, spared = scroll, cells
    return best


def _shifts(shown: Sequence[Row], wanted: Sequence[Row], changed: Sequence[int]) -> list[int]:
    """Return by how much rows seem to have moved: what counts are rows that are rare in the columns that changed."""
    columns = _columns(shown, wanted, changed)
    seen: dict[tuple[Cell, ...], list[int]] = {}
    for row in changed:
        seen.setdefault(tuple(shown[row][columns]), []).append(row)
    votes: Counter[int] = Counter()
    for row in changed:
        before = seen.get(tuple(wanted[row][columns]), ())
        if len(before) == 1 and before[0] != row:
            votes[before[0] - row] += 1
    return [by for by, _ in votes.most_common(SHIFTS_TRIED)]


def _columns(shown: Sequence[Row], wanted: Sequence[Row], changed: Sequence[int]) -> slice:
    """Return the columns in which most of the changed rows differ: those of the pane that moves."""
    firsts, ends = [], []
    for row in changed:
        differing = [column for column, differs in enumerate(map(ne, shown[row], wanted[row])) if differs]
        firsts.append(differing[0])
        ends.append(differing[-1] + 1)
    middle = len(changed) // 2
    first, end = sorted(firsts)[middle], sorted(ends)[middle]
    return slice(first, end) if first < end else slice(None)


def _weighed(shown: Sequence[Row], wanted: Sequence[Row], changed: Sequence[int], by: int) -> tuple[Scroll, int]:
    """Return the rows that are best moved by so many, and how many cells need not be written then."""
    height = len(wanted)
    moving = range(max(0, -by), min(height, height - by))
    is_changed = set(changed)
    written = [_differing(shown[row], wanted[row]) if row in is_changed else 0 for row in range(height)]
    best, most = Scroll(0, 0, by), 0
    edge, total = -1, 0
    # Along the way of the rows: those that come in bare, and must be written anew, lie behind the last that moved.
    for row in moving if by > 0 else reversed(moving):
        spares = written[row] - _differing(shown[row + by], wanted[row])
        if total <= 0:
            edge, total = row, 0
        total += spares
        bared = range(row + 1, row + by + 1) if by > 0 else range(row + by, row)
        rest = total + sum(written[bare] - _filled(wanted[bare]) for bare in bared)
        if rest > most:
            best, most = Scroll(min(edge, bared.start), max(edge, bared.stop - 1), by), rest
    return best._replace(is_plain=most > sum(written) / 2), most


def _differing(one: Row, other: Row) -> int:
    return sum(map(ne, one, other))


def _filled(row: Row) -> int:
    """Return how many cells of a row are left of its blank end."""
    filled = len(row)
    while filled and row[filled - 1][0] == " ":
        filled -= 1
    return filled

"""What the list shows, line by line: rows in their order, and headings above those that belong together."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import overload

from briefing.reading.columns import Numbers
from briefing.reading.rows import Heading, Item
from briefing.reading.table import Table
from briefing.values import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Items(Sequence[Item]):
    """Rows and headings as one sequence; a row is made when it is asked for."""

    table: Table
    order: Numbers = ()
    """The numbers of the rows, first to last."""
    firsts: tuple[int, ...] = ()
    """The places in `order` that have a heading above them."""
    headings: tuple[str, ...] = ()
    """The words of each heading."""

    def __len__(self) -> int:
        return len(self.order) + len(self.firsts)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        """Return the item at an index, from 0."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        at = index % len(self)
        heading = self._heading_above(at)
        if heading >= 0 and self.firsts[heading] + heading == at:
            return Heading(self.headings[heading])
        return self.table.row(self.order[at - heading - 1])

    def __iter__(self) -> Iterator[Item]:
        return (self[index] for index in range(len(self)))

    def place(self, index: int) -> int | None:
        """Return which of the rows, from 0, an item is; None for a heading."""
        if not 0 <= index < len(self):
            return None
        heading = self._heading_above(index)
        is_heading = heading >= 0 and self.firsts[heading] + heading == index
        return None if is_heading else index - heading - 1

    def of_row(self, place: int) -> int:
        """Return the index of the row at a place among the rows."""
        return place + bisect_right(self.firsts, place)

    def line(self, index: int, height: int) -> int:
        """Return the first line of an item where rows take `height` lines."""
        heading = self._heading_above(index)
        if heading >= 0 and self.firsts[heading] + heading == index:
            return self.firsts[heading] * height + heading
        return (index - heading - 1) * height + heading + 1

    def at_line(self, line: int, height: int) -> tuple[int, int]:
        """Return the item on a line, and which of its lines that is."""
        heading = bisect_right(range(len(self.firsts)), line, key=lambda k: self.firsts[k] * height + k) - 1
        if heading >= 0 and self.firsts[heading] * height + heading == line:
            return self.firsts[heading] + heading, 0
        place, within = divmod(line - heading - 1, height)
        return place + heading + 1, within

    def those(self, taken: bytes) -> Items:
        """Return the rows for whose place `taken` has 1, not 0, under those headings that still stand above any."""
        firsts: list[int] = []
        headings: list[str] = []
        place = taken.count(1, 0, self.firsts[0]) if self.firsts else 0
        for words, first, behind in zip(self.headings, self.firsts, (*self.firsts, len(taken))[1:], strict=True):
            rows = taken.count(1, first, behind)
            # Rows of one day may have stood in two places, with another day between them that is gone.
            if rows and (not headings or headings[-1] != words):
                firsts.append(place)
                headings.append(words)
            place += rows
        return Items(self.table, array("I", compress(self.order, taken)), tuple(firsts), tuple(headings))

    def _heading_above(self, index: int) -> int:
        """Return which heading stands at an item or nearest above it, -1 for none."""
        return bisect_right(range(len(self.firsts)), index, key=lambda k: self.firsts[k] + k) - 1

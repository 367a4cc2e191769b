"""The hand that writes: sequences for cells, from where the cursor is and with the pen that the terminal has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.tui.terminal.cells import Cell, Row, is_sure
from briefing.tui.terminal.moves import moved
from briefing.tui.terminal.pens import Pen, blank, turned

FEWEST_ERASED: Final = 5
"""Blank cells at the end of a stretch from which on erasing is shorter than writing them."""
FEWEST_SKIPPED: Final = 12
"""Blank cells within a line from which on erasing and going on behind them is shorter."""
WIDEST_GAP: Final = 6
"""Unchanged cells that may be shorter to write than to step over."""


class Place(NamedTuple):
    """Where the terminal's cursor is and which pen it has; None where that is not known."""

    column: int | None = None
    row: int | None = None
    pen: Pen | None = None


class Hand:
    """Collects what is to be sent."""

    def __init__(self, place: Place, *, fills: bool) -> None:
        """Begin at `place`, on a terminal that `fills` with the background colour what it erases."""
        self._column, self._row, self._pen = place.column, place.row, place.pen
        self._fills = fills
        self._parts: list[str] = []

    @property
    def sent(self) -> str:
        """What is to be sent."""
        return "".join(self._parts)

    @property
    def place(self) -> Place:
        """Where the cursor will be, and which pen it will have."""
        return Place(self._column, self._row, self._pen)

    def go(self, column: int, row: int) -> None:
        """Go to a cell."""
        self._parts.append(moved(self._column, self._row, column, row))
        self._column, self._row = column, row

    def scroll(self, top: int, bottom: int, by: int, height: int) -> None:
        """Move the rows from `top` to `bottom`, both included, up by so many, or down where `by` is below 0."""
        is_part = bottom < height - 1
        if is_part:
            self._parts.append(f"\x1b[{top + 1};{bottom + 1}r")
            # Where the cursor is after that differs from terminal to terminal.
            self._column = self._row = None
        self.go(0, top)
        self._parts.append(f"\x1b[{abs(by) if abs(by) > 1 else ''}{'M' if by > 0 else 'L'}")
        if is_part:
            self._parts.append("\x1b[r")
            self._column = self._row = None

    def change(self, row: int, before: Row, after: Row) -> None:
        """Make of a row as it is shown the one that is wanted."""
        width = len(after)
        end = self._erased_from(before, after)
        changed = [
            column
            for column, (old, new) in enumerate(zip(before[:end], after[:end], strict=True))
            if old is not new and old != new
        ]
        position = 0
        while position < len(changed):
            start = changed[position]
            if start and after[start][0] == "":
                start -= 1
            looked_at, stop = start, changed[position] + 1
            while True:
                while position < len(changed) and changed[position] <= stop:
                    stop = max(stop, changed[position] + 1)
                    position += 1
                reach = self._whole(after, self._spoilt(after, looked_at, stop))
                if reach > stop:
                    looked_at, stop = stop, reach
                elif position < len(changed) and self._is_shorter_through(after, stop, changed[position]):
                    looked_at, stop = stop, changed[position]
                else:
                    break
            self.go(start, row)
            self._write(after[start:stop], start, row, width)
        if end < width:
            self.go(end, row)
            if self._pen is None or blank(self._pen) != after[end][1]:
                self._turn(after[end][1])
            self._parts.append("\x1b[K")

    def _erased_from(self, before: Row, after: Row) -> int:
        """Return from which column on the row is erased to its end; its width where it is not."""
        width, last = len(after), after[-1]
        if not self._erases(last):
            return width
        start = width
        while start and after[start - 1] == last:
            start -= 1
        changed = [column for column in range(start, width) if before[column] != last]
        return changed[0] if len(changed) >= FEWEST_ERASED else width

    def _erases(self, cell: Cell) -> bool:
        """Return whether erasing leaves such a cell."""
        glyph, pen = cell
        return glyph == " " and not pen.attributes and (self._fills or not pen.background)

    def _spoilt(self, after: Row, start: int, stop: int) -> int:
        """Return up to where glyphs of unsure width may reach that are written in a stretch."""
        reach = stop
        for column in range(start, stop):
            glyph = after[column][0]
            if not glyph.isascii() and not is_sure(glyph):
                reach = max(reach, column + 2 * len(glyph))
        return min(reach, len(after))

    def _whole(self, after: Row, stop: int) -> int:
        """Return `stop`, or behind the wide glyph that it would cut."""
        while stop < len(after) and after[stop][0] == "":
            stop += 1
        return stop

    def _is_shorter_through(self, after: Row, start: int, stop: int) -> bool:
        """Return whether writing the unchanged cells between two stretches is shorter than stepping over them."""
        if stop - start > WIDEST_GAP:
            return False
        ahead = after[stop][1]
        first = pen = after[start - 1][1]
        length = 0
        for glyph, wanted in after[start:stop]:
            if not glyph.isascii() or not glyph:
                return False
            if glyph != " " or blank(pen) != wanted:
                length += len(turned(pen, wanted))
                pen = wanted
            length += 1
        length += len(turned(pen, ahead))
        return length <= len(turned(first, ahead)) + len(moved(start, 0, stop, 0))

    def _write(self, written: Sequence[Cell], column: int, row: int, width: int) -> None:
        """Write a stretch of a row."""
        position, end = 0, len(written)
        while position < end:
            glyph, pen = written[position]
            if self._column != column + position:
                self.go(column + position, row)
            if glyph == " ":
                behind = position + 1
                while behind < end and written[behind] == (glyph, pen):
                    behind += 1
                self._leave_blank(written, position, behind)
            else:
                behind = position + 1
                while behind < end and written[behind][0] == "":
                    behind += 1
                self._turn(pen)
                if glyph.isascii() or is_sure(glyph):
                    self._parts.append(glyph)
                    self._column = column + behind
                else:
                    self._write_unsure(glyph, column + position, row, width=behind - position)
            if self._column == width:
                # The cursor stays on the last cell, or hangs behind it.
                self._column = None
            position = behind

    def _write_unsure(self, glyph: str, column: int, row: int, *, width: int) -> None:
        """Write a glyph that the terminal may take to be wider or less wide: on blanks, and where the cursor is after is open."""
        self._parts.append(" " * width)
        self._column = None
        self.go(column, row)
        self._parts.append(glyph)
        self._column = None

    def _leave_blank(self, written: Sequence[Cell], start: int, stop: int) -> None:
        """Make blank cells, with the pen that comes next if it serves as well."""
        pen = written[start][1]
        if self._pen is None or blank(self._pen) != pen:
            ahead = written[stop][1] if stop < len(written) else pen
            self._turn(ahead if blank(ahead) == pen else pen)
        count = stop - start
        column, row = self._column, self._row
        goes_on = stop < len(written)
        is_erased = count >= (FEWEST_SKIPPED if goes_on else FEWEST_ERASED) and self._erases(written[start])
        if is_erased and column is not None and row is not None:
            self._parts.append(f"\x1b[{count}X")
            if goes_on:
                self.go(column + count, row)
        else:
            self._parts.append(" " * count)
            if column is not None:
                self._column = column + count

    def _turn(self, pen: Pen) -> None:
        if self._pen != pen:
            self._parts.append(turned(self._pen, pen))
            self._pen = pen

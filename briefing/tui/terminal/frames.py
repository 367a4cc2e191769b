"""Frames: what Textual writes to show something, laid into a grid of cells.

A frame says where to go, how to write, and what; whatever else stands in it comes from a text and stays in the grid
as glyphs, or is dropped. So nothing of a text steers the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.tui.terminal.cells import Cell, Row, cells
from briefing.tui.terminal.pens import PLAIN, blank, pen_of

_PARTS: Final = re.compile(
    r"\x1b\[(?P<row>\d{1,5});(?P<column>\d{1,5})H|\x1b\[(?P<pen>[\d;]*)m|(?P<line>\n)|(?P<text>[^\x1b\n]+)"
    r"|\x1b\]8;[^\x07\x1b\n]*(?:\x07|\x1b\\)"
)


class Grid:
    """What is to be seen, cell by cell."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.rows: list[Row] = [[(" ", PLAIN)] * width for _ in range(height)]
        self.cursor = (0, 0)
        """Column and row in which the last frame left the cursor."""

    def draw(self, frame: str, encoding: str = "utf-8") -> None:
        """Lay a frame into the grid; what does not fit in is cut."""
        column = row = 0
        pen = PLAIN
        for part in _PARTS.finditer(frame):
            kind = part.lastgroup
            if kind == "text":
                column = self._lay(cells(part["text"], pen, encoding), column, row)
            elif kind == "pen":
                pen = pen_of(part["pen"])
            elif kind == "column":
                column, row = max(0, int(part["column"]) - 1), max(0, int(part["row"]) - 1)
            elif kind == "line":
                column, row = 0, row + 1
        self.cursor = (min(column, self.width - 1), min(row, self.height - 1))

    def _lay(self, laid: Sequence[Cell], column: int, row: int) -> int:
        """Lay cells into a row, and return the column behind them."""
        end = column + len(laid)
        if row >= self.height or column >= self.width or not laid:
            return end
        into = self.rows[row]
        if column and into[column][0] == "":
            into[column - 1] = (" ", blank(into[column - 1][1]))
        room = self.width - column
        into[column : column + room] = [*laid[:room], *into[end:]]
        if room < len(laid) and laid[room][0] == "":
            into[-1] = (" ", blank(into[-1][1]))
        elif end < self.width and into[end][0] == "":
            into[end] = (" ", blank(into[end][1]))
        return end

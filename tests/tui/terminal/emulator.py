"""A terminal for tests that do not need the program: bytes go in, cells come out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TypeAlias

import pyte

from briefing.tui.terminal.cells import Row
from briefing.tui.terminal.pens import turned

Seen: TypeAlias = tuple[object, ...]


class Emulator:
    """A terminal as pyte has it."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.feed("\x1b[?7l")

    def feed(self, sent: str) -> None:
        """Take in what is sent. Other terminals go home with a reset of the margins, and know more than pyte does."""
        self._stream.feed(sent.replace("\x1b[r", "\x1b[r\x1b[H"))

    def cells(self) -> list[list[Seen]]:
        """Return what is seen: of a blank cell only the ground, and what lies over it."""
        return seen(self.screen)


def seen(screen: pyte.Screen) -> list[list[Seen]]:
    """Return what can be seen of a screen, cell by cell."""
    return [[_seen(screen.buffer[row][column]) for column in range(screen.columns)] for row in range(screen.lines)]


def _seen(cell: pyte.screens.Char) -> Seen:
    if cell.data == " " and not (cell.underscore or cell.reverse or cell.strikethrough):
        return (" ", cell.bg)
    return (unicodedata.normalize("NFC", cell.data), *cell[1:])


def written_out(rows: Sequence[Row]) -> str:
    """Return rows as the plainest sequences there are: each cell with its place and its pen."""
    return "\x1b[m\x1b[2J" + "".join(
        f"\x1b[{y + 1};{x + 1}H{turned(None, pen)}{glyph}"
        for y, row in enumerate(rows)
        for x, (glyph, pen) in enumerate(row)
        if glyph
    )

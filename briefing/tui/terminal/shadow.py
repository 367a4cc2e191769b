"""The shadow of the terminal: what it shows, what it should show, and what to send so that it does."""

from __future__ import annotations

from typing import Final

from briefing.tui.terminal.cells import Row
from briefing.tui.terminal.difference import difference
from briefing.tui.terminal.frames import Grid
from briefing.tui.terminal.hand import Place
from briefing.tui.terminal.moves import moved
from briefing.tui.terminal.pens import PLAIN

CLEARED: Final = "\x1b[r\x1b[m\x1b[2J"
"""The whole screen scrolls, nothing is coloured, nothing is shown."""
UNTANGLED: Final = "\x0f\x1b(B"
"""Letters are letters again, whatever a stray file has made of them."""
CURSOR: Final = 25
ALTERNATE: Final = 1049
TOGETHER: Final = ("\x1b[?2026h", "\x1b[?2026l")
"""What is between them is shown at once, by terminals that know it."""
LARGE: Final = 512
"""Bytes from which on that is worth its sixteen."""


class Shadow:
    """A terminal as it is remembered."""

    def __init__(self, *, fills: bool, encoding: str = "utf-8") -> None:
        """Make the shadow of a terminal that is to be cleared; one that `fills` erases with the background colour."""
        self._fills = fills
        self._encoding = encoding
        self._wanted = Grid(0, 0)
        self._shown: list[Row] | None = None
        self._place = Place()
        self._cursor = (0, 0)
        self._modes: dict[int, bool] = {}
        self.knows_together = False
        """Whether the terminal can show a whole change at once."""

    def forget(self) -> None:
        """Take it that the terminal shows anything."""
        self._shown = None

    def switch(self, mode: int, *, is_on: bool) -> None:
        """Remember that a mode of the terminal was switched."""
        self._modes[mode] = is_on

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of what should be shown."""
        return self._wanted.width, self._wanted.height

    @property
    def modes(self) -> str:
        """What switches all modes anew as they are, but the one that changes screens."""
        known = self._modes.items()
        return "".join(f"\x1b[?{mode}{'h' if is_on else 'l'}" for mode, is_on in known if mode != ALTERNATE)

    def draw(self, frame: str, width: int, height: int) -> None:
        """Lay a frame over what should be shown, on a screen of this size."""
        if (width, height) != (self._wanted.width, self._wanted.height):
            self._wanted = Grid(width, height)
            self.forget()
        self._wanted.draw(frame, self._encoding)

    def update(self) -> str:
        """Return what is to be sent, and take it as shown."""
        wanted = self._wanted
        if not wanted.height:
            return ""
        begin, shown, place = "", self._shown, self._place
        if shown is None:
            begin, place = CLEARED, Place(pen=PLAIN)
            shown = Grid(wanted.width, wanted.height).rows
        changes, place = difference(shown, wanted.rows, place, fills=self._fills)
        if changes or self._shown is None:
            self._shown = [row.copy() for row in wanted.rows]
        end = ""
        if self._modes.get(CURSOR) or wanted.cursor != self._cursor:
            # Those who listen to the screen, or compose what they type, look where the cursor is.
            end = moved(place.column, place.row, *wanted.cursor)
            place = Place(*wanted.cursor, place.pen)
            self._cursor = wanted.cursor
        self._place = place
        sent = begin + changes + end
        return sent.join(TOGETHER) if self.knows_together and len(sent) >= LARGE else sent

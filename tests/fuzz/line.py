"""A line to the program that carries a great many keys, and remembers which modes of the terminal are on."""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Callable
from typing import Final

from tests.terminal.terminal import Terminal, threads

ANSWERED: Final = 60.0
"""Seconds within which the program must have done what a batch asks and draw the screen at a new size."""
RESTS: Final = 6
"""Looks in a row, at twenty a second, that find no work done: the program waits for keys."""
TAIL: Final = 1 << 16
"""Bytes of what the program sent that are kept for the report."""
_MODE: Final = re.compile(rb"\x1b\[\?([\d;]+)([hl])")


class Line(Terminal):
    """A terminal for a great many keys: it draws only when it is asked to, and remembers no more than the end."""

    modes: frozenset[str] = frozenset()
    draws = False
    seen = 0
    """Bytes that came in since the last new size."""

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._pid

    def feed(self, data: bytes) -> None:
        """Send keys, taking in meanwhile what the program sends: it may wait for that."""
        while data:
            ready, writable, _ = select.select([self._fd], [self._fd], [], ANSWERED)
            if ready and not self._read(0):
                return
            if writable:
                data = data[os.write(self._fd, data[:256]) :]
            elif not ready:
                raise AssertionError(f"it takes no keys for {ANSWERED} s")

    def wait(self, holds: Callable[[], bool], *, seconds: float) -> bool:
        """Take in what the program sends until `holds`; return whether that came to be."""
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                return False
            if not self._read(0.05):
                time.sleep(0.01)
        return True

    def rest(self) -> None:
        """Take in what the program sends until it has ended, or has worked off its keys and waits for more."""
        idle, worked, end = 0, "", time.monotonic() + ANSWERED
        while not self.has_ended() and idle < RESTS and time.monotonic() < end:
            is_told = self._read(0.05)
            before, worked = worked, self._work()
            idle = 0 if is_told or worked != before or "R" in worked else idle + 1

    def _work(self) -> str:
        """Return what each thread of the program is at, and its processor time: on a busy machine "R" may have to wait."""
        return " ".join(f"{state} {spent}" for state, spent in threads(self._pid))

    def has_ended(self) -> bool:
        """Return whether the program has ended, its status kept."""
        if self.status is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                # ^Z in the moment in which the terminal was the editor's: a shell would have it go on.
                os.kill(pid, signal.SIGCONT)
            elif pid:
                self.status = os.waitstatus_to_exitcode(status)
                while self._read(0):
                    pass
        return self.status is not None

    def _read(self, seconds: float) -> bool:
        data = self._received(seconds)
        # A sequence may be cut by the end of what was read: the last bytes are looked at again, which does no harm.
        for found in _MODE.finditer(self.sent[-16:] + data):
            numbers = frozenset(found[1].decode().split(";"))
            self.modes = self.modes | numbers if found[2] == b"h" else self.modes - numbers
        self.sent = (self.sent + data)[-TAIL:]
        self.seen += len(data)
        if self.draws:
            self._draw(data)
        return bool(data)

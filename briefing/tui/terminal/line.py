"""The line to the terminal: one thing at a time is on its way, and who waits is told when it has gone."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread


class Line(Thread):
    """Writes to the terminal beside the screen, which so never waits for it, however slow it is."""

    def __init__(self, file: int, *, gone: Callable[[], object], lost: Callable[[], object]) -> None:
        """Make a line to an open file. Its thread calls `gone` when someone waits, `lost` when there is no terminal."""
        super().__init__(name="terminal-line", daemon=True)
        self._file = file
        self._gone = gone
        self._lost = lost
        self._lock = Lock()
        self._is_busy = False
        self._is_awaited = False
        self._sent: SimpleQueue[bytes | None] = SimpleQueue()

    def is_free(self) -> bool:
        """Return whether nothing is on its way; who hears that something is will be told when it has gone."""
        with self._lock:
            self._is_awaited = self._is_busy
            return not self._is_busy

    def send(self, data: bytes) -> None:
        """Send `data`."""
        with self._lock:
            self._is_busy = True
        self._sent.put(data)

    def finish(self, data: bytes, *, patience: float) -> None:
        """Send the last of it and end; a terminal that does not take it within so many seconds goes without."""
        self._sent.put(data)
        self._sent.put(None)
        self.join(patience)

    def run(self) -> None:
        """Write until the end."""
        while (data := self._sent.get()) is not None:
            try:
                self._write(data)
            except OSError:
                self._lost()
                return
            with self._lock:
                self._is_busy = not self._sent.empty()
                is_awaited = self._is_awaited and not self._is_busy
            if is_awaited:
                self._gone()

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._file, data) :]
            except BlockingIOError:
                # Who started the program has set the file so.
                select.select([], [self._file], [])

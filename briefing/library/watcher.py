"""A list that is kept as its files are, from a thread of its own."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from briefing.library.listing import Listed, Listing
from briefing.library.watching import Watch
from briefing.reading.table import Table

END_SECONDS: Final = 2.0
"""How long the end of a look is waited for."""
LOOK_SECONDS: Final = 1e-5
"""What a look takes of the processor for each file that is as it was."""


class Watcher:
    """Looks through the files of a list, and again whenever something has changed."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._watch = Watch()
        self._thread: threading.Thread | None = None
        self._is_ended = threading.Event()
        self._looked = Table()
        """The list as of the last look."""

    def looked_through(self, stopped: Callable[[], bool]) -> Iterator[Listed]:
        """Yield the list as its files are looked through; what changes from now on will be told."""
        self._watch.begin(self._listing.paths)
        began = time.thread_time()
        before = self._looked
        for listed in self._listing.looked_through(
            entering=self._watch.add, stopped=lambda: stopped() or self._is_ended.is_set()
        ):
            self._looked = listed.table
            yield listed
        # Where files were read it says nothing of what the next look will take.
        is_plain = self._looked is before
        self._watch.cost = time.thread_time() - began if is_plain else len(self._looked) * LOOK_SECONDS

    def start(self, tell: Callable[[Listed], object]) -> None:
        """Begin to tell of the list whenever it has changed."""
        if self._thread is None and not self._is_ended.is_set():
            self._thread = threading.Thread(target=self._follow, args=(tell,), name="watching", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """End the watching; after it nothing is told."""
        if self._is_ended.is_set():
            return
        self._is_ended.set()
        self._watch.end()
        if self._thread:
            self._thread.join(END_SECONDS)
        if self._thread is None or not self._thread.is_alive():
            self._watch.close()

    def _follow(self, tell: Callable[[Listed], object]) -> None:
        told = None
        while not self._is_ended.is_set():
            changes = self._watch.wait()
            if self._is_ended.is_set():
                break
            listed = self._listing.after(changes) if changes is not None else None
            if listed is None:
                (listed,) = deque(self.looked_through(lambda: False), maxlen=1) or (None,)
            if listed and listed != told and not self._is_ended.is_set():
                told = listed
                tell(listed)

"""A lock between processes and threads that is never waited for longer than a few seconds."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from briefing.errors import BriefingError

PATIENCE: Final = 3.0
"""Seconds. Whoever holds the lock needs it for milliseconds; longer means that it was stopped or hangs."""

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    # flock and not lockf: closing any other descriptor of the file drops a POSIX lock, and threads share it.
    def _take(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


class LockedError(BriefingError):
    """Somebody else is writing and does not come to an end."""


@contextmanager
def locked(path: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file `path` for the time of the block.

    Raises `LockedError` when others hold it for longer than `patience` seconds, and OSError where the file
    can't be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    if not _take(descriptor, wait=False) and not _Queued(descriptor).is_taken(within=patience):
        raise LockedError(
            f"{path.parent}: another session has been writing here for {patience:.0f} seconds",
            hint="nothing was written; try again, or end the session that hangs",
            status=1,
        )
    try:
        yield
    finally:
        os.close(descriptor)


class _Queued:
    """A thread that waits in the kernel's queue for the lock: asking again and again would let others push in."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._answered = threading.Event()
        self._guard = threading.Lock()
        self._given_up = False
        self._got_it = False

    def is_taken(self, *, within: float) -> bool:
        """Return whether the lock was got; if not, the thread lets go of it as soon as it comes."""
        threading.Thread(target=self._wait, daemon=True, name="lock of the marks").start()
        self._answered.wait(within)
        with self._guard:
            self._given_up = not self._got_it
            return self._got_it

    def _wait(self) -> None:
        taken = _take(self._descriptor, wait=True)
        with self._guard:
            self._got_it = taken and not self._given_up
            if not self._got_it:
                os.close(self._descriptor)
        self._answered.set()

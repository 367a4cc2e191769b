"""What changes below some folders, told by the system where it can tell, else to be looked for now and then."""

from __future__ import annotations

import ctypes
import errno
import os
import select
import stat
import struct
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

SETTLED_SECONDS: Final = 0.2
"""How long nothing more must happen before a change is told: a file is seldom written in one go."""
LONGEST_SECONDS: Final = 2.0
"""How long a change waits for the next ones at most."""
FEW_SECONDS: Final = 10.0
"""The least time between two looks where nothing tells of changes, and between two at what nothing ever tells of."""
SHARE_OF_TIME: Final = 1000
"""The time between two looks in the times that one takes: a look at 100,000 files takes a second of processor time."""
SHARE_AFTER_CHANGE: Final = 50
"""The same where a folder tells by its time that something came to it or went."""
MOST_FOLDERS: Final = 50_000
"""Folders that are watched: the kernel needs a kilobyte for each."""

_FAR: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs", "lustre", "davfs"})
"""File systems on which others change files and nobody here is told."""
_CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _CREATE, _DELETE, _SELF_GONE = 0x8, 0x40, 0x80, 0x100, 0x200, 0xC00
_ATTRIBUTES: Final = 0x4
_UNMOUNTED, _OVERFLOW, _IGNORED, _IS_FOLDER, _ONLY_FOLDERS = 0x2000, 0x4000, 0x8000, 0x4000_0000, 0x0100_0000
_WATCHED: Final = _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _SELF_GONE | _ATTRIBUTES | _ONLY_FOLDERS
_HEAD: Final = struct.Struct("iIII")

Changes = frozenset[tuple[str, str]]
"""Files by folder and name."""
_State = tuple[int, ...]
"""What tells that a path leads to something else by now, or to something that has changed."""


class Watch:
    """Folders that are watched for changes. `wait` blocks; `end`, from another thread, ends it."""

    def __init__(self) -> None:
        self._ending, self._end = os.pipe()
        self._notifier: int | None = None
        self._library: ctypes.CDLL | None = None
        self._folders: dict[int, str] = {}
        self._tops: dict[str, _State] = {}
        """The paths that were given, as they were: nobody tells of a disk that is mounted there, or of a file given by name."""
        self._states: dict[str, _State] = {}
        """The folders as they were, where the system does not tell of them."""
        self.cost = 0.0
        """The processor time of the last look, by which the pace of looking is set."""

    def begin(self, paths: Sequence[str]) -> None:
        """Have the system tell of changes in the folders that are added, unless it can't for what lies under these paths."""
        self._tops, self._states = {path: _top_state(path) for path in paths}, {}
        if self._notifier is not None or not sys.platform.startswith("linux") or _is_far(paths):
            return
        try:
            self._library = ctypes.CDLL(None, use_errno=True)
            notifier = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, AttributeError):
            return
        self._notifier = notifier if notifier >= 0 else None

    def add(self, folder: str) -> None:
        """Watch a folder; where that can't be done, all are looked through now and then."""
        if self._notifier is None or self._library is None:
            self._states[folder] = _folder_state(folder)
            return
        number = self._library.inotify_add_watch(self._notifier, os.fsencode(folder), _WATCHED)
        if number >= 0 and len(self._folders) < MOST_FOLDERS:
            self._folders[number] = folder
        elif number >= 0 or ctypes.get_errno() == errno.ENOSPC:
            os.close(self._notifier)
            self._folders, self._notifier = {}, None

    @property
    def is_told(self) -> bool:
        """Whether the system tells of changes."""
        return self._notifier is not None

    def wait(self) -> Changes | None:
        """Return what has changed, once something has; None when all must be looked through. Empty when it was ended."""
        if self._notifier is None:
            return self._looked_out()
        changed: set[tuple[str, str]] = set()
        is_all = False
        first = 0.0
        while not first or time.monotonic() - first < LONGEST_SECONDS:
            ready, _, _ = select.select(
                [self._notifier, self._ending], [], [], SETTLED_SECONDS if first else FEW_SECONDS
            )
            if self._ending in ready:
                return frozenset()
            if not ready and first:
                break
            if not ready:
                if self._is_elsewhere():
                    return None
                continue
            first = first or time.monotonic()
            is_all = self._read(changed) or is_all
            if not is_all and not changed:
                first = 0.0
        return None if is_all else frozenset(changed)

    def end(self) -> None:
        """End the waiting."""
        os.write(self._end, b".")

    def close(self) -> None:
        """Give back what the system was asked for."""
        if self._notifier is not None:
            os.close(self._notifier)
            self._notifier = None
        os.close(self._ending)
        os.close(self._end)

    def _looked_out(self) -> Changes | None:
        """Return None when it is time to look through all, sooner where the folders say so; empty when it was ended."""
        end = time.monotonic() + max(FEW_SECONDS, self.cost * SHARE_OF_TIME)
        step = max(FEW_SECONDS, self.cost * SHARE_AFTER_CHANGE)
        while (left := end - time.monotonic()) > 0:
            if self._is_ended(min(step, left)):
                return frozenset()
            if self._is_elsewhere() or any(_folder_state(path) != state for path, state in self._states.items()):
                break
        return None

    def _is_elsewhere(self) -> bool:
        """Return whether one of the paths that were given leads to something else by now."""
        return any(_top_state(path) != state for path, state in self._tops.items())

    def _is_ended(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._ending], [], [], seconds)
        return bool(ready)

    def _read(self, changed: set[tuple[str, str]]) -> bool:
        """Take in what is told, and return whether it is too much or a folder."""
        if self._notifier is None:
            return True
        try:
            told = os.read(self._notifier, 1 << 16)
        except BlockingIOError:
            return False
        is_all = False
        at = 0
        while at < len(told):
            number, what, _, length = _HEAD.unpack_from(told, at)
            name = os.fsdecode(told[at + _HEAD.size : at + _HEAD.size + length].rstrip(b"\0"))
            at += _HEAD.size + length
            if what & _IGNORED:
                self._folders.pop(number, None)
            if what & _IGNORED or name.startswith("."):
                continue
            if (
                what & (_OVERFLOW | _SELF_GONE | _UNMOUNTED)
                or (what & _IS_FOLDER and not what & _ATTRIBUTES)
                or number not in self._folders
            ):
                is_all = True
            elif name:
                changed.add((self._folders[number], name))
        return is_all


def _top_state(path: str) -> _State:
    """Return which folder or file a path leads to, and of a file when it was changed; nothing where there is none."""
    try:
        status = Path(path).stat()
    except OSError:
        return ()
    which = status.st_dev, status.st_ino
    return which if stat.S_ISDIR(status.st_mode) else (*which, status.st_size, status.st_mtime_ns)


def _folder_state(path: str) -> _State:
    """Return what is another one when something has come to a folder or gone from it."""
    try:
        status = os.stat(path)  # noqa: PTH116 - of many thousand folders
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_mtime_ns


def _is_far(folders: Sequence[str]) -> bool:
    """Return whether one of the folders lies on a file system that others change unseen."""
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return True
    far = []
    for mount in mounts:
        before, _, behind = mount.partition(" - ")
        kind = behind.split(" ", 1)[0]
        if kind in _FAR or kind.startswith("fuse."):
            far.append(before.split(" ")[4].replace("\\040", " ").rstrip("/") + "/")
    return any(f"{os.path.realpath(folder)}/".startswith(tuple(far)) for folder in folders) if far else False

"""The hand that writes in a locked folder: files replaced whole, the generation before kept, all of it on the disk."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import Final

BEFORE: Final = ".before"
"""The folder within that holds the generation before of each file."""
SET_ASIDE: Final = "set-aside"
"""The folder within that holds files as they were found, when something in them could not be read."""

LOCK: Final = ".lock"
_UNFINISHED: Final = ".tmp"
_OWN: Final = re.compile(r"\.\d+-\d+" + re.escape(_UNFINISHED))
"""What `_put` calls them: the folder may hold half-written files of other programs too."""
_IGNORED: Final = f"# What git need not keep.\n/{BEFORE}/\n/{LOCK}\n/.*{_UNFINISHED}\n"
_OPEN_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class Writing:
    """The hand that writes in a locked folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._names = 0

    def sweep(self) -> None:
        """Remove what writers that were killed have left half-written: only they can have, the folder is locked."""
        for entry in os.scandir(self._path):
            if _OWN.fullmatch(entry.name):
                Path(entry.path).unlink(missing_ok=True)

    def replace(self, name: str, content: bytes) -> None:
        """Put `content` into the file, whole or not at all; the generation before is kept.

        It is only safe from a power failure after `sync`. Raises OSError.
        """
        self._keep_before(name)
        self._put(self._path / name, content)

    def append(self, name: str, content: bytes) -> None:
        """Add `content` at the end of the file and bring it to the disk; on a failure the file is as it was.

        What a writer that was killed has left without a line end is ended first. Raises OSError.
        """
        descriptor = os.open(self._path / name, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            end = os.lseek(descriptor, 0, os.SEEK_END)
            if end:
                os.lseek(descriptor, end - 1, os.SEEK_SET)
                content = content if os.read(descriptor, 1) == b"\n" else b"\n" + content
            try:
                _write_all(descriptor, content)
                os.fsync(descriptor)
            except OSError:
                os.ftruncate(descriptor, end)
                raise
        finally:
            os.close(descriptor)
        if end == 0:
            self.sync()

    def set_aside(self, name: str, content: bytes) -> Path:
        """Return where `content` of the file is kept now, as it was found; the same content is kept once."""
        folder = self._path / SET_ASIDE
        folder.mkdir(mode=0o700, exist_ok=True)
        number = 1
        while (path := folder / f"{name}.{number}").exists():
            if path.read_bytes() == content:
                return path
            number += 1
        self._put(path, content)
        sync_folder(folder)
        return path

    def sync(self) -> None:
        """Bring the names of the files to the disk."""
        sync_folder(self._path)

    def note_for_git(self) -> None:
        """Leave a .gitignore where there is none: marks are made to be kept in git, their spare copies are not."""
        if not (self._path / ".gitignore").exists():
            self._put(self._path / ".gitignore", _IGNORED.encode())

    def _keep_before(self, name: str) -> None:
        path, folder = self._path / name, self._path / BEFORE
        if not path.exists():
            return
        folder.mkdir(mode=0o700, exist_ok=True)
        unfinished = folder / f".{name}{_UNFINISHED}"
        unfinished.unlink(missing_ok=True)
        try:
            os.link(path, unfinished, follow_symlinks=False)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise
            _write_new(unfinished, path.read_bytes())
        unfinished.replace(folder / name)

    def _put(self, path: Path, content: bytes) -> None:
        self._names += 1
        unfinished = self._path / f".{os.getpid()}-{self._names}{_UNFINISHED}"
        try:
            _write_new(unfinished, content)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, _OPEN_NEW, 0o600)
    try:
        _write_all(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(path: Path) -> None:
    """Bring the names in a folder to the disk, where folders can be opened for that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

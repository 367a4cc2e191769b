"""A private folder whose files are replaced whole, safely, and with the generation before kept."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefing.errors import BriefingError
from briefing.marks.lock import PATIENCE, locked

BEFORE: Final = ".before"
"""The folder within that holds the generation before of each file."""
SET_ASIDE: Final = "set-aside"
"""The folder within that holds files as they were found, when something in them could not be read."""

_LOCK: Final = ".lock"
_UNFINISHED: Final = ".tmp"
_IGNORED: Final = f"# What git need not keep.\n/{BEFORE}/\n/{_LOCK}\n/.*{_UNFINISHED}\n"
_OPEN_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file is still the same without reading it."""

    inode: int
    size: int
    changed: int


class Folder:
    """A folder of small files; nothing is read, made or locked before it is asked for."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.path = path
        self._patience = patience

    def stamps(self, ending: str) -> dict[str, Stamp]:
        """Return the plain files whose names end so, in the order of their names; none where there is no folder.

        Raises `BriefingError` where the folder can't be read.
        """
        found = {}
        try:
            with os.scandir(self.path) as entries:
                for entry in entries:
                    if entry.name.endswith(ending) and not entry.name.startswith(".") and entry.is_file():
                        status = entry.stat()
                        found[entry.name] = Stamp(status.st_ino, status.st_size, status.st_mtime_ns)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise BriefingError(f"{self.path}: {error.strerror}", status=1) from error
        return dict(sorted(found.items()))

    def read_from(self, name: str, offset: int, inode: int) -> tuple[bytes, int, int] | None:
        """Return what the file holds from `offset` on, that offset, and the file's inode; None where there is no file.

        All of it from 0 where the file has been replaced, which its `inode` tells, or is shorter now. Raises
        `BriefingError` where it can't be read.
        """
        try:
            with (self.path / name).open("rb") as file:
                status = os.fstat(file.fileno())
                if status.st_ino != inode or status.st_size < offset:
                    offset = 0
                file.seek(offset)
                return file.read(), offset, status.st_ino
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BriefingError(f"{self.path / name}: {error.strerror}", status=1) from error

    def read(self, name: str) -> bytes | None:
        """Return what the file holds, None where there is none. Raises `BriefingError` where it can't be read."""
        return self._read(self.path / name)

    def before(self, name: str) -> bytes | None:
        """Return the generation before of a file, None where there is none or it can't be read."""
        try:
            return self._read(self.path / BEFORE / name)
        except BriefingError:
            return None

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Give the only hand that writes in this folder, for the time of the block.

        Raises `LockedError` when others hold it too long, and `BriefingError` with the reason when it can't be written.
        """
        with self._explained():
            self._make()
            with locked(self.path / _LOCK, patience=self._patience):
                hand = Writing(self.path)
                hand.sweep()
                yield hand

    def concerns(self) -> tuple[str, ...]:
        """Return what makes the folder less than private, as clauses."""
        try:
            status = self.path.stat()
        except OSError:
            return ()
        found = []
        if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
            found.append("it belongs to another user")
        if status.st_mode & (stat.S_IWOTH | stat.S_IWGRP):
            found.append("others may write in it (mend it with chmod 700)")
        return tuple(found)

    def explained(self, error: OSError | BriefingError) -> BriefingError:
        """Return what went wrong while writing in this folder, in words for the user."""
        if isinstance(error, BriefingError):
            return error
        return BriefingError(f"{self.path}: {_reason(error)}", hint="nothing was written", status=1)

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BriefingError(f"{path}: {error.strerror}", status=1) from error

    def _make(self) -> None:
        if self.path.is_dir():
            return
        missing = [folder for folder in (*reversed(self.path.parents), self.path) if not folder.exists()]
        for folder in missing:
            folder.mkdir(mode=0o700, exist_ok=True)
        for folder in missing:
            _sync_folder(folder.parent)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self.explained(error) from error


class Writing:
    """The hand that writes in a locked folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._names = 0

    def sweep(self) -> None:
        """Remove what writers that were killed have left half-written: only they can have, the folder is locked."""
        for entry in os.scandir(self._path):
            if entry.name.startswith(".") and entry.name.endswith(_UNFINISHED):
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
        _sync_folder(folder)
        return path

    def sync(self) -> None:
        """Bring the names of the files to the disk."""
        _sync_folder(self._path)

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


def _sync_folder(path: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full"
    if error.errno == errno.EFBIG:
        return "the file would grow larger than it may"
    if error.errno == errno.EROFS:
        return "it is read-only"
    return error.strerror or str(error)

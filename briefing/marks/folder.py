"""A private folder whose files are replaced whole, safely, and with the generation before kept."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import BriefingError
from briefing.marks.lock import PATIENCE, locked
from briefing.marks.writing import BEFORE, LOCK, Writing, sync_folder
from briefing.values import dataclass


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
            raise BriefingError(f"{self.path} can't be read: {_reason(error)}", status=1) from error
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
            raise BriefingError(f"{self.path / name} can't be read: {_reason(error)}", status=1) from error

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
            with locked(self.path / LOCK, patience=self._patience):
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
        # The reason first: a long path would push it off the line.
        return BriefingError(f"nothing can be written, {_reason(error)}: {self.path}", status=1)

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise BriefingError(f"{path} can't be read: {_reason(error)}", status=1) from error

    def _make(self) -> None:
        if self.path.is_dir():
            return
        missing = [folder for folder in (*reversed(self.path.parents), self.path) if not folder.exists()]
        for folder in missing:
            folder.mkdir(mode=0o700, exist_ok=True)
        for folder in missing:
            sync_folder(folder.parent)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self.explained(error) from error


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "the disk is full"
    if error.errno == errno.EFBIG:
        return "the file would grow larger than it may"
    if error.errno == errno.EROFS:
        return "it is read-only"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "you are not allowed to"
    return (error.strerror or str(error)).lower()

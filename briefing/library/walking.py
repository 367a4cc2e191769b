"""Paths as files: folders are walked in order, and what is no article is left out before anything is opened."""

from __future__ import annotations

import difflib
import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from briefing.cleaning import cleaned_name
from briefing.errors import BriefingError
from briefing.formats.endings import is_known
from briefing.values import dataclass

STANDARD_INPUT: Final = "-"

_Key = tuple[int, int]
"""A file as the system knows it, whatever its name: device and inode."""

_ODD_KINDS: Final = (
    (stat.S_ISFIFO, "it is a named pipe, no file"),
    (stat.S_ISSOCK, "it is a socket, no file"),
    (stat.S_ISCHR, "it is a device, no file"),
    (stat.S_ISBLK, "it is a device, no file"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that may hold articles, not opened yet."""

    path: str
    """As it was given, or below the folder that was given; as the system spells it, to be opened, not to be shown."""
    reason: str = ""
    """Why it is not to be opened; empty where it is."""
    is_followed: bool = False
    """A link may stand here: it was given by name, or seen to lead to a file in the folder."""

    @property
    def shown(self) -> str:
        """The path as it may be shown."""
        return cleaned_name(self.path)


class Walk:
    """The files under some paths, found one by one while it is iterated, in order.

    The paths come in the order in which they were given; in a folder, files and folders by name, code point by code
    point, so that all is sorted by the parts of the path. A file that is reached twice comes once. Hidden files and
    kinds of files that no format takes are left out and counted.
    """

    def __init__(self, paths: Sequence[str | os.PathLike[str]]) -> None:
        """Look for the paths. Raises BriefingError for one that does not exist."""
        self.left_out = 0
        """Files left out so far: hidden, or of a kind that no format takes; a hidden folder counts as one."""
        self.closed: list[str] = []
        """Folders so far that are there and can't be looked into now."""
        self._paths = [os.fspath(path) for path in paths]
        self.entering: Callable[[str], object] = str
        """Is called with each folder before it is looked into."""
        self._folders: set[_Key] = set()
        self._files: set[_Key] = set()
        """Only what was given by name or reached over a link: the rest can't come twice, and may be a million."""
        self._roots: list[str] = []
        for path in self._paths:
            if path != STANDARD_INPUT and not os.path.lexists(path):
                raise _missing(path)

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries; asked again, it begins anew."""
        self.left_out = 0
        self.closed = []
        self._folders, self._files, self._roots = set(), set(), []
        for number, path in enumerate(self._paths):
            if path == STANDARD_INPUT:
                if path not in self._paths[:number]:
                    yield Entry(path)
            else:
                yield from self._given(path)

    def _given(self, path: str) -> Iterator[Entry]:
        """Yield what a path from the command line leads to: links are followed, any kind of file is tried."""
        try:
            status = Path(path).stat()
        except OSError as error:
            yield Entry(path, reason_of(error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._under(path)
        elif not self._is_walked(os.path.realpath(path)) and _is_new(status, self._files):
            yield Entry(path, odd_kind(status.st_mode), is_followed=True)

    def _under(self, top: str) -> Iterator[Entry]:
        root = os.path.realpath(top)
        self._roots.append(root)
        # A stack, not recursion: a thousand folders in each other are no reason to fail.
        listings = [self._listing(top)]
        while listings:
            item = next(listings[-1], None)
            if item is None:
                listings.pop()
            elif isinstance(item, Entry):
                yield item
            elif reason := _trouble(item):
                yield Entry(item.path, reason)
            elif item.is_symlink():
                yield from self._link(item, root)
            elif item.is_dir(follow_symlinks=False):
                listings.append(self._listing(item.path))
            elif not item.is_file(follow_symlinks=False):
                yield Entry(item.path, _oddness(item))
            elif not is_known(item.name):
                self.left_out += 1
            elif not self._files or self._is_new_file(item):
                yield Entry(item.path)

    def _is_new_file(self, item: os.DirEntry[str]) -> bool:
        """Return whether a file was not reached before; of one that has gone meanwhile, who opens it will tell."""
        try:
            return _is_new(item.stat(follow_symlinks=False), self._files)
        except OSError:
            return True

    def _listing(self, folder: str) -> Iterator[os.DirEntry[str] | Entry]:
        """Yield what lies in `folder`, by name, once."""
        try:
            status = Path(folder).stat()
            if not _is_new(status, self._folders):
                return
            self.entering(folder)
            with os.scandir(folder) as listing:
                items = sorted(listing, key=_name)
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                self.closed.append(folder)
            yield Entry(folder, reason_of(error))
            return
        for item in items:
            if item.name.startswith("."):
                self.left_out += 1
            else:
                yield item

    def _link(self, item: os.DirEntry[str], root: str) -> Iterator[Entry]:
        """Yield a link to a file in the same folder that is not walked under its own name."""
        try:
            target = os.path.realpath(item.path, strict=True)
            status = Path(target).stat()
        except OSError as error:
            reason = "the link leads to nothing" if isinstance(error, FileNotFoundError) else reason_of(error)
            yield Entry(item.path, reason)
            return
        if not _is_inside(target, root):
            yield Entry(item.path, "the link leads out of the folder")
        elif stat.S_ISDIR(status.st_mode) or self._is_walked(target):
            return
        elif not is_known(item.name):
            self.left_out += 1
        elif _is_new(status, self._files):
            yield Entry(item.path, odd_kind(status.st_mode), is_followed=True)

    def _is_walked(self, target: str) -> bool:
        """Return whether the file `target` comes of itself, from a folder that is or was walked."""
        for root in self._roots:
            if _is_inside(target, root) and is_known(target):
                return not any(part.startswith(".") for part in target[len(root) :].split("/"))
        return False


def walk(paths: Sequence[str | os.PathLike[str]]) -> Walk:
    """Return the files under `paths`, to be iterated; "-" is standard input. Opens none of them.

    Raises BriefingError, with exit status 2, for a path that does not exist.
    """
    return Walk(paths)


def odd_kind(mode: int) -> str:
    """Return why a file of that mode is not opened; empty for an ordinary one."""
    return next((reason for is_kind, reason in _ODD_KINDS if is_kind(mode)), "")


def reason_of(error: OSError) -> str:
    """Return what went wrong with a file as a clause for the list."""
    if isinstance(error, FileNotFoundError):
        return "it is no longer there"
    if isinstance(error, PermissionError):
        return "you are not allowed to read it"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if error.errno == errno.ELOOP:
        return "the link leads back to itself"
    return (error.strerror or "it could not be read").lower()


def _is_new(status: os.stat_result, seen: set[_Key]) -> bool:
    key = (status.st_dev, status.st_ino)
    is_new = key not in seen
    seen.add(key)
    return is_new


def _is_inside(target: str, root: str) -> bool:
    return target == root or target.startswith(root.rstrip("/") + "/")


def _name(item: os.DirEntry[str]) -> str:
    return item.name


def _trouble(item: os.DirEntry[str]) -> str:
    """Return why it can't be told what an item of a folder is; some file systems have to look, and a disk may fail."""
    try:
        if not item.is_symlink():
            item.is_dir(follow_symlinks=False)
    except OSError as error:
        return reason_of(error)
    return ""


def _oddness(item: os.DirEntry[str]) -> str:
    try:
        return odd_kind(item.stat(follow_symlinks=False).st_mode) or "it is no file"
    except OSError as error:
        return reason_of(error)


def _missing(path: str) -> BriefingError:
    folder, name = os.path.split(path)
    try:
        near = difflib.get_close_matches(name, [item.name for item in Path(folder or ".").iterdir()], n=1)
    except OSError:
        near = []
    hint = f"did you mean “{cleaned_name(str(Path(folder, near[0])))}”?" if near else "look at how it is spelt"
    return BriefingError(f"there is no file or folder “{cleaned_name(path)}”", hint=hint)

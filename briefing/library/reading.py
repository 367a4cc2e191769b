"""Files as articles: opened without waiting, read up to a bound, and decoded."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.library.walking import STANDARD_INPUT, Entry, odd_kind, reason_of, walk
from briefing.model import Article, Unreadable

MOST_BYTES: Final = 4 << 20
"""Bytes that are read of a file: more than the longest book of a thousand pages."""

_CHUNK: Final = 1 << 18
_PAGE: Final = 1 << 12
_STANDARD_INPUT_FILE: Final = 0
# Without O_NONBLOCK a pipe would be waited for, without O_NOCTTY a terminal become the program's own. Not every system
# has all of them, and only Windows has, and needs, O_BINARY.
_FLAGS: Final[int] = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def read(entry: Entry) -> tuple[Article | Unreadable, ...]:
    """Return the articles in the file that `entry` names, and what in it could not be read; never nothing.

    Of a file of more than MOST_BYTES the first part is read, and its articles say so. Only standard input is
    waited for.
    """
    data = contents(entry)
    return (data,) if isinstance(data, Unreadable) else decoded(entry, data)


def contents(entry: Entry) -> bytes | Unreadable:
    """Return the bytes of the file that `entry` names, one more than MOST_BYTES of a longer one; or why there are none."""
    if entry.reason:
        return Unreadable(entry.shown, entry.reason)
    try:
        data = _standard_input() if entry.path == STANDARD_INPUT else _contents(entry)
    except OSError as error:
        is_new_link = error.errno == errno.ELOOP and not entry.is_followed
        return Unreadable(entry.shown, "it has become a link" if is_new_link else reason_of(error))
    return Unreadable(entry.shown, data) if isinstance(data, str) else data


def decoded(entry: Entry, data: bytes) -> tuple[Article | Unreadable, ...]:
    """Return the articles in `data`, the contents of the file that `entry` names, as `read` does."""
    # Here, not above: a folder whose articles are known is listed without them.
    from briefing.formats.decoding import decode

    if len(data) <= MOST_BYTES:
        return decode(data, path=entry.path)
    remark = f"only the first {MOST_BYTES >> 20} MB of the file were read"
    return tuple(
        replace(item, remarks=(*item.remarks, remark)) if isinstance(item, Article) else item
        for item in decode(data[:MOST_BYTES], path=entry.path)
    )


def articles(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Article | Unreadable]:
    """Yield every article under `paths`, file by file in the order of the walk, and what could not be read.

    Raises BriefingError at once for a path that does not exist.
    """
    found = walk(paths)
    return (item for entry in found for item in read(entry))


def _contents(entry: Entry) -> bytes | str:
    """Return the first bytes of a file, one more than the bound where there are more; or why it was not read."""
    # A file that has become a link since it was seen is not followed.
    file = os.open(entry.path, _FLAGS | (0 if entry.is_followed else getattr(os, "O_NOFOLLOW", 0)))
    try:
        status = os.fstat(file)
        return odd_kind(status.st_mode) or _first_bytes(file, likely=status.st_size)
    finally:
        os.close(file)


def _standard_input() -> bytes:
    return _first_bytes(_STANDARD_INPUT_FILE)


def _first_bytes(file: int, *, likely: int = 0) -> bytes:
    """Return the first bytes of an open file, of which so many are expected: room that is not used takes its time."""
    chunks = []
    wanted = MOST_BYTES + 1
    size = min(likely + 1, _CHUNK) if likely else _CHUNK
    while wanted and (chunk := os.read(file, min(wanted, size))):
        chunks.append(chunk)
        wanted -= len(chunk)
        size = _CHUNK if len(chunk) == size else _PAGE
    return b"".join(chunks)

"""Lines that know when they were harmed: JSON objects with sorted keys and a checksum at the end.

The checksum is the last key, "~", which also sorts last. It is the CRC-32 of the line's bytes before it, so a line that
was changed by hand or by a failing disk is told apart from one that the program wrote, and one flipped bit can be mended.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from typing import Final

from briefing.export.notes_shape import NoMarkError, Object, line_of, read_object
from briefing.values import dataclass

_KEY: Final = b', "~": "'
_TAIL: Final = len(_KEY) + 8 + len(b'"}')
_LONGEST_MENDED: Final = 1 << 20
"""Bytes; trying all bits of a longer line would take too long."""


class State(Enum):
    """How a line was found."""

    WHOLE = "whole"
    CHANGED = "changed"
    """Readable, but not as the program wrote it: by hand, or a disk's fault that still reads well."""
    MENDED = "mended"
    """One bit was wrong and has been put right."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Line:
    """What was read of one line."""

    state: State
    value: Object | None
    """None where it is broken."""
    mended: Object | None = None
    """Of a changed line, what it was before, if one bit alone was changed."""
    reason: str = ""
    """Of a broken line, why."""


def written(value: Mapping[str, object]) -> bytes:
    """Return the line that holds `value` and its checksum, with its line end."""
    body = line_of(value)[:-1].encode()
    return b'%s%s%08x"}\n' % (body, _KEY, zlib.crc32(body))


def read(line: bytes) -> Line:
    """Return what stands on `line`, which comes without its line end."""
    body, check = line[:-_TAIL], line[-10:-2]
    if line[-_TAIL:-10] == _KEY and line.endswith(b'"}') and b"%08x" % zlib.crc32(body) == check:
        try:
            return Line(State.WHOLE, read_object(body + b"}"))
        except NoMarkError as error:
            return Line(State.BROKEN, None, reason=str(error))
    mended = _mended(line)
    try:
        value = read_object(line.rstrip(b"\r"))
    except NoMarkError as error:
        if mended is not None:
            return Line(State.MENDED, mended)
        return Line(State.BROKEN, None, reason=str(error))
    value.pop("~", None)
    if mended == value:
        return Line(State.MENDED, mended)
    return Line(State.CHANGED, value, mended)


def _mended(line: bytes) -> Object | None:
    """Return the value of the line with one bit put right; None where that is not enough.

    A flipped bit changes the checksum by a pattern that depends on its place alone, counted from the end.
    """
    if len(line) <= _TAIL or len(line) > _LONGEST_MENDED:
        return None
    body, tail = line[:-_TAIL], line[-_TAIL:]
    if _bits_apart(tail[:-10] + tail[-2:], _KEY + b'"}') == 1:
        tail = _KEY + tail[-10:-2] + b'"}'
    if tail[:-10] != _KEY or tail[-2:] != b'"}':
        return None
    found = zlib.crc32(body)
    told = _told(tail[-10:-2], found)
    if told is None:
        return None
    mended = body if told == found else _flipped_back(body, told ^ found)
    try:
        return None if mended is None else read_object(mended + b"}")
    except NoMarkError:
        return None


def _told(check: bytes, found: int) -> int | None:
    """Return the checksum that the line tells; the one that was found, where a single bit parts them."""
    if _bits_apart(check, b"%08x" % found) <= 1:
        return found
    try:
        return int(check, 16)
    except ValueError:
        return None


def _flipped_back(body: bytes, difference: int) -> bytes | None:
    """Return `body` with the one bit flipped that changes its checksum by `difference`."""
    register = _of_last_byte()
    for place in range(len(body) - 1, -1, -1):
        bit = register.get(difference)
        if bit is not None:
            return body[:place] + bytes((body[place] ^ (1 << bit),)) + body[place + 1 :]
        difference = _undone(difference)
    return None


@lru_cache(maxsize=1)
def _of_last_byte() -> dict[int, int]:
    """Return by how much a flipped bit of the last byte changes a CRC-32, and which bit it is."""
    plain = zlib.crc32(b"\0")
    return {zlib.crc32(bytes((1 << bit,))) ^ plain: bit for bit in range(8)}


@lru_cache(maxsize=1)
def _steps() -> tuple[dict[int, int], tuple[int, ...]]:
    """Return the table of CRC-32, and where each top byte of it stands."""
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = (value >> 1) ^ (0xEDB88320 if value & 1 else 0)
        table.append(value)
    return {value >> 24: index for index, value in enumerate(table)}, tuple(table)


def _undone(difference: int) -> int:
    """Return the difference of checksums one byte of zeros earlier."""
    index_of, table = _steps()
    index = index_of[difference >> 24]
    return ((difference ^ table[index]) << 8 & 0xFFFFFFFF) | index


def _bits_apart(one: bytes, other: bytes) -> int:
    if len(one) != len(other):
        return 99
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))

"""The list as it was: one file of columns in the cache, shown at once, before any article is looked for.

It begins with a line that names the form, then a line of JSON that says how long each column is, then the columns. What is
wrong with it in any way is as if it were not there.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import reduce
from pathlib import Path
from typing import BinaryIO, Final

from briefing.library.digests import blake2b
from briefing.reading.columns import Segment, Strings
from briefing.reading.table import Table
from briefing.values import dataclass

FOLDER: Final = "lists"
MOST_LISTS: Final = 24
"""Lists that are kept, each of other paths; those written longest ago go first."""

KEY: Final = 8
"""Bytes that tell lists apart."""
LONGEST_HEAD: Final = 64 << 20
_MAGIC: Final = f"briefing list 1 {sys.byteorder}\n".encode()
_TEXTS: Final = ("titles", "paths", "ids")
_COLUMNS: Final = (
    ("source", "I"),
    ("wall", "q"),
    ("zone", "i"),
    ("bits", "B"),
    ("minutes", "I"),
    ("part", "I"),
    ("file", "q"),
)
_CODES: Final = (*("I" for _ in _TEXTS), *(code for _, code in _COLUMNS))


@dataclass(frozen=True, slots=True)
class KeptList:
    """What a session shows of some paths, with what it needs to look for changes."""

    table: Table
    odd: Mapping[str, tuple[str, bool]] = field(default_factory=dict)
    """Files whose path is shown in other letters than the system's, or that are links: their paths, and which it is."""
    devices: tuple[int, ...] = ()
    """The file system that each of the paths was on; 0 where that was not known."""
    left_out: int = 0
    day: str = ""
    """The day on which the list was like this, by ISO 8601."""


def list_file(cache: Path, paths: Sequence[str]) -> Path:
    """Return the file for the list of these paths as they were given."""
    # Not resolved: another folder behind a link is the same library for who opens it.
    told = json.dumps([[path, os.path.abspath(path)] for path in paths])  # noqa: PTH100
    return cache / FOLDER / f"{blake2b(told.encode(), digest_size=KEY).hexdigest()}.list"


def load(file: Path) -> KeptList | None:
    """Return the list that is kept in `file`; None where there is none that can be used."""
    try:
        with file.open("rb") as reading:
            if reading.readline(len(_MAGIC)) != _MAGIC:
                return None
            head = json.loads(reading.readline(LONGEST_HEAD))
            return _loaded(head, reading)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, MemoryError, RecursionError):
        return None


def save(file: Path, kept: KeptList) -> None:
    """Write the list to `file`, the newest article first. Raises OSError where that can't be done."""
    part = kept.table.in_order()
    blobs = [bytes(getattr(part, name).joined) for name in _TEXTS]
    columns = [array("I", getattr(part, name).ends).tobytes() for name in _TEXTS]
    columns += [array(code, getattr(part, name)).tobytes() for name, code in _COLUMNS]
    body = [*columns, *blobs]
    head = {
        "rows": len(part),
        "texts": [len(blob) for blob in blobs],
        "check": reduce(lambda check, part: zlib.crc32(part, check), body, 0),
        "sources": part.sources,
        "odd": {shown: [os.fsencode(path).hex(), followed] for shown, (path, followed) in kept.odd.items()},
        "devices": kept.devices,
        "left_out": kept.left_out,
        "day": kept.day,
    }
    file.parent.mkdir(mode=0o700, exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as writing:
            writing.writelines((_MAGIC, json.dumps(head).encode(), b"\n", *body))
        beside.replace(file)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    _tidy(file.parent)


def _loaded(head: Mapping[str, object], body: BinaryIO) -> KeptList:
    """Return the list of a file's head and body. Raises an error of values where they do not fit."""
    check = 0
    longest = os.fstat(body.fileno()).st_size

    def part(size: int) -> bytes:
        nonlocal check
        read = body.read(size) if 0 <= size <= longest else b""
        if len(read) != size:
            raise ValueError
        check = zlib.crc32(read, check)
        return read

    rows, lengths, sources = head["rows"], head["texts"], head["sources"]
    odd, devices, left_out = head["odd"], head["devices"], head["left_out"]
    if not (
        isinstance(rows, int) and isinstance(lengths, list) and isinstance(sources, list) and isinstance(odd, dict)
    ):
        raise TypeError
    if not (isinstance(devices, list) and isinstance(left_out, int)):
        raise TypeError
    arrays: list[array[int]] = []
    for code in _CODES:
        column = array(code)
        column.frombytes(part(rows * column.itemsize))
        arrays.append(column)
    texts = [Strings(part(length), ends) for ends, length in zip(arrays, lengths, strict=False)]
    if any((ends[-1] if ends else 0) != len(text.joined) - 1 for ends, text in zip(arrays, texts, strict=False)):
        raise ValueError
    source, wall, zone, bits, minutes, place, file = arrays[len(_TEXTS) :]
    if check != head["check"] or body.read(1) or len(texts) != len(_TEXTS) or (rows and max(source) >= len(sources)):
        raise ValueError
    titles, paths, ids = texts
    return KeptList(
        Table(
            [
                Segment(
                    titles, paths, ids, tuple(map(str, sources)), source, wall, zone, bits, minutes, place, file, True
                )
            ]
        ),
        {str(shown): (os.fsdecode(bytes.fromhex(path)), bool(followed)) for shown, (path, followed) in odd.items()},
        tuple(map(int, devices)),
        left_out,
        str(head["day"]),
    )


def _tidy(folder: Path) -> None:
    """Take away the lists that were written longest ago, where there are too many."""
    try:
        files = sorted(folder.glob("*.list"), key=lambda one: one.stat().st_mtime_ns)
        for old in files[:-MOST_LISTS]:
            old.unlink(missing_ok=True)
    except OSError:
        return

"""Folded titles: the titles of many rows with upper and lower case made alike, and which of them hold a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.reading.columns import Strings

BLOCK: Final = 2048
"""Rows whose folded titles lie together."""

_HELD: Final = b"\xff"
"""Stands for a line that holds a word; no text in UTF-8 has such a byte."""
_NEITHER: Final = bytes(byte for byte in range(256) if byte not in b"\n\xff")


def folded_blocks(titles: Strings) -> Iterator[bytes]:
    """Yield the titles, BLOCK of them each, a line a title.

    Not a text for each: with 100,000 that would take 30 MB more.
    """
    rows = len(titles.ends)
    for first in range(0, rows, BLOCK):
        yield titles.lines(first, min(first + BLOCK, rows)).casefold().encode("utf-8", "replace")


def lines_with(word: str, blocks: Iterable[bytes]) -> bytes:
    """Return for each line of all blocks 1 where it holds `word`, which is folded and without white space; else 0."""
    # As few steps a line as can be: a letter stands in nearly all of a hundred thousand.
    from_word_on = re.compile(re.escape(word.encode("utf-8", "replace")) + b".*")
    held = (from_word_on.sub(_HELD, block).translate(None, _NEITHER) + b"\n" for block in blocks)
    return b"".join(block.replace(_HELD + b"\n", b"\1").replace(b"\n", b"\0") for block in held)


def either(one: bytes, other: bytes) -> bytes:
    """Return 1 at the places where at least one of two such rows of bytes has it."""
    return (int.from_bytes(one, "little") | int.from_bytes(other, "little")).to_bytes(len(one), "little")


def both(one: bytes, other: bytes) -> bytes:
    """Return 1 at the places where both of two such rows of bytes have it."""
    return (int.from_bytes(one, "little") & int.from_bytes(other, "little")).to_bytes(len(one), "little")

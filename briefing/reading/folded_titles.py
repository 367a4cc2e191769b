"""Folded titles: the titles and sources of many rows with upper and lower case made alike, to be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import contains
from typing import Final

from briefing.reading.columns import Numbers, Strings

BLOCK: Final = 2048
"""Rows whose folded titles lie together."""
DENSE: Final = 3
"""From one line in so many on it is sooner to look at each line than for each place of a word."""


def folded_blocks(titles: Strings, source: Numbers, names: Sequence[str]) -> Iterator[bytes]:
    """Yield titles, each with the one of `names` that its `source` says: BLOCK of them each, a line a title.

    Not a text for each: with 100,000 that would take 30 MB more.
    """
    sources = [f" {name}".casefold() for name in names]
    for first in range(0, len(source), BLOCK):
        last = min(first + BLOCK, len(source))
        rows = zip(titles.some(first, last), source[first:last], strict=True)
        yield "\n".join([title.casefold() + sources[number] for title, number in rows]).encode("utf-8", "replace")


def holding(blocks: Iterable[bytes], words: Sequence[str]) -> bytearray:
    """Return for each line of all blocks whether it holds each of `words`, which are folded."""
    wanted = [word.encode("utf-8", "replace") for word in words]
    holds = bytearray()
    for block in blocks:
        rarest, *others = sorted(wanted, key=block.count) if len(wanted) > 1 else wanted
        found = _lines_with(rarest, block)
        if others and any(found):
            lines = block.split(b"\n")
            found = bytes(
                [has and all(word in line for word in others) for has, line in zip(found, lines, strict=True)]
            )
        holds += found
    return holds


def _lines_with(word: bytes, block: bytes) -> bytes:
    """Return for each line of `block` whether it holds `word`."""
    lines = block.count(b"\n") + 1
    if block.count(word) * DENSE > lines:
        return bytes(map(contains, block.split(b"\n"), repeat(word)))
    found = bytearray(lines)
    line = last = 0
    at = block.find(word)
    while at >= 0:
        line += block.count(b"\n", last, at)
        found[line] = 1
        last = block.find(b"\n", at)
        at = block.find(word, last) if last >= 0 else -1
    return bytes(found)

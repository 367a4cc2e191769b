"""Which character of an old text stands where in a new one: blocks of words first, wherever they moved, then letters."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.anchors.folding import Folded, folded

GONE: Final = -1

_LONG: Final = 4
"""Words in a row that stand once in either text: enough to be the same passage."""
_MOVED: Final = 7
"""Words in a row that are believed to have moved past others."""
_MOST_LETTERS: Final = 6000
"""Beyond that a gap is not looked at letter by letter: it takes the square of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand in both texts: numbers of words."""

    old: int
    new: int
    size: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the old text between two blocks, and where in the new one it may have come to lie."""

    start: int
    end: int
    regions: list[tuple[int, int]]


@lru_cache(maxsize=8)
def aligned(old_text: str, new_text: str) -> Sequence[int]:
    """Return for each character of the old text, folded, where it stands in the new one, folded; GONE where nowhere.

    The same for all marks of an article, hence kept for the next of them.
    """
    old, new = folded(old_text), folded(new_text)
    if old.text == new.text:
        return range(len(old.text))
    blocks = _blocks(old.words, new.words)
    places = [GONE] * len(old.text)
    for block in blocks:
        _map_block(places, old, new, block)
    for gap in _gaps(blocks, old, new):
        _map_letters(places, old.text, gap, new.text)
    return places


def _map_block(places: list[int], old: Folded, new: Folded, block: Block) -> None:
    """Map the words of a block, and what stands between them where it is the same."""
    for number in range(block.size):
        start, target = old.starts[block.old + number], new.starts[block.new + number]
        end = start + len(old.words[block.old + number])
        places[start:end] = range(target, target + end - start)
        if number + 1 < block.size:
            between = old.text[end : old.starts[block.old + number + 1]]
            behind = target + end - start
            if new.text.startswith(between, behind):
                places[end : end + len(between)] = range(behind, behind + len(between))


# ------------------------------------------------------------------ blocks of words


def _blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return the blocks in the order of the old text; no word is in two."""
    found: list[Block] = []
    prefix = _same(old, new, 0, 0, +1)
    if prefix:
        found.append(Block(0, 0, prefix))
    suffix = min(_same(old, new, len(old) - 1, len(new) - 1, -1), len(old) - prefix, len(new) - prefix)
    if suffix:
        found.append(Block(len(old) - suffix, len(new) - suffix, suffix))
    taken_old = bytearray(b"\1" * prefix + b"\0" * (len(old) - prefix - suffix) + b"\1" * suffix)
    taken_new = bytearray(b"\1" * prefix + b"\0" * (len(new) - prefix - suffix) + b"\1" * suffix)
    for block in sorted(_shared(old, new), key=lambda block: -block.size):
        for piece in _untaken(block, taken_old, taken_new):
            if piece.size >= _LONG and (piece.size >= _MOVED or _in_order(found, piece)):
                insort(found, piece, key=lambda block: block.old)
                taken_old[piece.old : piece.old + piece.size] = b"\1" * piece.size
                taken_new[piece.new : piece.new + piece.size] = b"\1" * piece.size
    return found


def _same(old: Sequence[str], new: Sequence[str], at_old: int, at_new: int, step: int) -> int:
    count = 0
    while 0 <= at_old < len(old) and 0 <= at_new < len(new) and old[at_old] == new[at_new]:
        at_old, at_new, count = at_old + step, at_new + step, count + 1
    return count


def _shared(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Return what the texts share around each run of words that stands once in either, as long as it is the same."""
    of_old, of_new = _once(old), _once(new)
    reached: dict[int, int] = {}
    for run, at_old in of_old.items():
        at_new = of_new.get(run, GONE)
        if at_old < 0 or at_new < 0 or reached.get(at_new - at_old, -1) > at_old:
            continue
        before = _same(old, new, at_old - 1, at_new - 1, -1)
        behind = _same(old, new, at_old, at_new, +1)
        reached[at_new - at_old] = at_old + behind
        yield Block(at_old - before, at_new - before, before + behind)


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Return where each run of words stands that stands once; -1 for the others."""
    found: dict[tuple[str, ...], int] = {}
    for at, run in enumerate(zip(*(words[shift:] for shift in range(_LONG)), strict=False)):
        found[run] = GONE if run in found else at
    return found


def _untaken(block: Block, taken_old: bytearray, taken_new: bytearray) -> Iterator[Block]:
    start = 0
    for number in range(block.size + 1):
        if number == block.size or taken_old[block.old + number] or taken_new[block.new + number]:
            if number > start:
                yield Block(block.old + start, block.new + start, number - start)
            start = number + 1


def _in_order(found: list[Block], piece: Block) -> bool:
    """Return whether the block keeps its place between its neighbours."""
    place = bisect_left(found, piece.old, key=lambda block: block.old)
    return (place == 0 or found[place - 1].new < piece.new) and (place == len(found) or piece.new < found[place].new)


# ------------------------------------------------------------------ letters between the blocks


def _gaps(blocks: list[Block], old: Folded, new: Folded) -> Iterator[Gap]:
    """Return what lies before, between and behind the blocks."""
    edges = sorted(
        (new.starts[block.new], new.starts[block.new + block.size - 1] + len(new.words[block.new + block.size - 1]))
        for block in blocks
    )
    starts, ends = [start for start, _ in edges], [end for _, end in edges]
    first, follows = 0, 0
    for block in [*blocks, None]:
        last = len(old.text) if block is None else old.starts[block.old]
        leads = len(new.text) if block is None else new.starts[block.new]
        if last > first:
            yield Gap(first, last, _regions(follows, leads, starts, ends, len(new.text)))
        if block is not None:
            final = block.old + block.size - 1
            first = old.starts[final] + len(old.words[final])
            final = block.new + block.size - 1
            follows = new.starts[final] + len(new.words[final])


def _regions(follows: int, leads: int, starts: list[int], ends: list[int], length: int) -> list[tuple[int, int]]:
    """Return the free stretches of the new text behind the block before and in front of the block after."""
    place = bisect_left(starts, follows)
    behind = (follows, starts[place] if place < len(starts) else length)
    place = bisect_left(ends, leads + 1) if leads < length else len(ends)
    before = (ends[place - 1] if place else 0, leads)
    if behind == before or before[0] > before[1]:
        return [behind]
    return [region for region in (behind, before) if region[1] > region[0]]


def _map_letters(places: list[int], old: str, gap: Gap, new: str) -> None:
    """Map the letters of a gap that the longest common subsequence pairs."""
    target = "".join(new[start:end] for start, end in gap.regions)
    if not target.strip() or (gap.end - gap.start) * len(target) > _MOST_LETTERS**2:
        return
    origin = [offset for start, end in gap.regions for offset in range(start, end)]
    for at_old, at_new in _common(old[gap.start : gap.end], target):
        places[gap.start + at_old] = origin[at_new]


def _common(old: str, new: str) -> Iterator[tuple[int, int]]:
    """Return the pairs of a longest common subsequence, the last first.

    Source: Hyyrö (2004), bit-parallel LCS; a row of the table is one whole number.
    """
    masks: dict[str, int] = {}
    for place, char in enumerate(old):
        masks[char] = masks.get(char, 0) | 1 << place
    row = all_ones = (1 << len(old)) - 1
    rows = []
    for char in new:
        paired = row & masks.get(char, 0)
        row = ((row + paired) | (row - paired)) & all_ones
        rows.append(row)
    at_old, at_new = len(old) - 1, len(new) - 1
    while at_old >= 0 and at_new >= 0:
        if rows[at_new] >> at_old & 1:
            at_old -= 1
        elif at_new and not rows[at_new - 1] >> at_old & 1:
            at_new -= 1
        else:
            yield at_old, at_new
            at_old, at_new = at_old - 1, at_new - 1

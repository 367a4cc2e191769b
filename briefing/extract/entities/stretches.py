"""Where names may stand: capitalised words, the stretches of a sentence around them, and headings full of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

Words = Sequence[str]

_CONNECTORS: Final = frozenset(
    ("of", "the", "and", "for", "&", "de", "al", "bin", "ibn", "von", "van", "der", "den", "la", "del", "in", "on",
     "'s", "’s", "-", "el", "le", "di", "da", "du", "do", "dos", "das", "ul", "ad", "e", "y", "un", "um", "des",
     "les", "und", "at", "to")
)  # fmt: skip
_GAP: Final = 2
"""Lower-case words that may part two words of one name."""
_AFTER: Final = 2
"""Lower-case words that may end one: "Ain Al Asad air base"."""


@lru_cache(maxsize=12_000)
def is_capitalised(word: str) -> bool:
    """Return whether `word` begins with a Latin capital letter."""
    first = word[0]
    return first.isupper() and (first < "\u0250" or "\u1e00" <= first <= "\u1eff") and word != "I"


def stretches(words: Words) -> list[tuple[int, int]]:
    """Return the parts of a sentence that may hold names: capitalised words with small gaps and a word around."""
    found: list[tuple[int, int]] = []
    count = len(words)
    begin = last = -1
    for index, word in enumerate(words):
        if not is_capitalised(word):
            continue
        if begin >= 0 and index - last - 1 > _GAP:
            found.append((max(0, begin - 1), min(count, last + 1 + _AFTER)))
            begin = -1
        if begin < 0:
            begin = index
        last = index
    if begin >= 0:
        found.append((max(0, begin - 1), min(count, last + 1 + _AFTER)))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def runs(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of capitalised words between `start` and `end`, joined over one or two connectors."""
    found: list[tuple[int, int]] = []
    index = start
    while index < end:
        if not is_capitalised(words[index]):
            index += 1
            continue
        after = index + 1
        while after < end:
            if is_capitalised(words[after]) or words[after][0].isdigit():
                after += 1
            elif words[after] in _CONNECTORS and after + 1 < end and is_capitalised(words[after + 1]):
                after += 2
            elif (
                words[after] == "of"
                and after + 2 < end
                and words[after + 1] in {"the", "al"}
                and is_capitalised(words[after + 2])
            ):
                after += 3
            else:
                break
        found.append((index, after))
        index = after
    return found


@lru_cache(maxsize=1_000)
def is_heading(words: tuple[str, ...]) -> bool:
    """Return whether nearly all words of a sentence are capitalised, so that capitals tell nothing."""
    lower = sum(map(str.islower, words))
    if 10 * lower > 3 * len(words):
        return False
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) > 3 and sum(map(is_capitalised, letters)) > 0.7 * len(letters)

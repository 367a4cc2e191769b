"""Where names may stand: capitalised words, the stretches of a sentence around them, and headings full of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.tokens import Sentence

Words = Sequence[str]
Stretch = tuple[int, int, int]
"""Where a part of a sentence begins and ends, and where its only capitalised word stands, -1 where it has several."""

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


def stretches(sentence: Sentence) -> list[Stretch]:
    """Return the parts of a sentence that may hold names: capitalised words with small gaps and a word around."""
    words = sentence.words
    found: list[Stretch] = []
    begin = last = -1
    for index in sentence.marked:
        if not is_capitalised(words[index]):
            continue
        if begin < 0:
            begin = index
        elif index - last - 1 > _GAP:
            found.append(_around(begin, last, len(words)))
            begin = index
        last = index
    if begin >= 0:
        found.append(_around(begin, last, len(words)))
    return found


def _around(begin: int, last: int, count: int) -> Stretch:
    return begin - 1 if begin else 0, min(count, last + 1 + _AFTER), begin if begin == last else -1


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


def is_heading(sentence: Sentence) -> bool:
    """Return whether nearly all words of a sentence are capitalised, so that capitals tell nothing."""
    count = len(sentence.words)
    return 10 * (count - len(sentence.marked)) <= 3 * count and _is_heading(sentence.words)


@lru_cache(maxsize=1_000)
def _is_heading(words: tuple[str, ...]) -> bool:
    lower = sum(map(str.islower, words))
    if 10 * lower > 3 * len(words):
        return False
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) > 3 and sum(map(is_capitalised, letters)) > 0.7 * len(letters)

"""Terms: the words of a text as grouping counts them, without their endings."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

WORD: Final = re.compile(r"[^\W\d_](?:[^\W_]|['’](?=[^\W_])){0,40}|\d[\d.,]{0,20}\d|\d")
LONGEST_TEXT: Final = 40_000
"""Characters that are counted: a report tells its event long before, and books must not cost more than a report."""


def terms(text: str) -> Counter[str]:
    """Return how often each term stands in the first part of `text`."""
    found: Counter[str] = Counter()
    for word, count in Counter(WORD.findall(text[:LONGEST_TEXT])).items():
        found[term_of(word)] += count
    return found


@lru_cache(maxsize=131_072)
def term_of(word: str) -> str:
    """Return the term of a word as it stands in a text."""
    return stem(word.lower())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the lower-case `word` without the endings that English puts on the same word: "killings" gives "kill"."""
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    # So that "injury" and "injured" are one, and "party" and "part" are not.
    if len(word) > 5 and word.endswith("y"):
        return word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        return _single(word[:-3])
    if len(word) > 4 and word.endswith("ed"):
        return _single(word[:-2])
    if len(word) > 4 and word.endswith("es"):
        return word[:-2] if word[-3] in "sxzh" else word[:-2].rstrip("e")
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _single(word: str) -> str:
    return word[:-1] if len(word) > 2 and word[-1] == word[-2] and word[-1] not in "sl" else word

"""Acronyms and the long names that they can stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_LONGEST: Final = 10


@lru_cache(maxsize=4_000)
def is_acronym(word: str) -> bool:
    """Return whether `word` looks like one: "EU", "U.N.", "BoG", "IISc", but not "Al-Asad"."""
    letters = [sign for sign in word if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    return capitals >= 2 and len(letters) <= _LONGEST and 2 * capitals >= len(letters) and word[0].isupper()


def has_initials(short: str, words: Sequence[str]) -> bool:
    """Return whether the letters of the acronym `short` begin words of a long name, its first letter at least."""
    letters = {word[0].casefold() for word in words}
    acronym = short.casefold()
    return acronym[0] in letters and sum(sign in letters for sign in acronym) * 2 >= len(acronym)


@lru_cache(maxsize=2_000)
def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms that a long name can have."""
    parts = [part for word in words for part in word.split("-")]
    capital = [word for word in parts if word[:1].isupper()]
    big = "".join(word if word.isupper() and len(word) < 4 else word[0] for word in capital)
    every = "".join(word[0] for word in parts if word[:1].isalpha()).upper()
    plain = "".join(word[0] for word in capital)
    return frozenset([form for form in (big.replace(".", ""), every, plain) if len(form) > 1])


def syllabic(short: str, words: Sequence[str]) -> bool:
    """Return whether `short` is made of beginnings of `words`, in order: CENTral COMmand."""
    rest, used = short.casefold(), 0
    for word in words:
        low = word.casefold()
        size = next((n for n in range(min(len(low), len(rest)), 1, -1) if rest.startswith(low[:n])), 0)
        if size:
            rest, used = rest[size:], used + 1
    return not rest and used >= 2

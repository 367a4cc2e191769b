"""Reprints: articles with nearly the same text, which are one source however many outlets carry them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.model import Article
from briefing.stories.terms import LONGEST_TEXT, WORD
from briefing.stories.vectors import Vector, likeness

LIKE_ENOUGH: Final = 0.7
"""The likeness of words from which the order of words is looked at."""
SHINGLE: Final = 4
"""Words in a row that are compared."""
SHARED: Final = 0.7
"""The share of the shorter text's rows of words that stand in the longer one."""
FEWEST: Final = 20
"""Rows of words: two headlines may well be the same without one being the other's reprint."""


def reprints(articles: Sequence[Article], found: Sequence[Vector]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles that are reprints of each other, set by set, in the order of `articles`."""
    rows: dict[int, frozenset[tuple[str, ...]]] = {}
    first: dict[int, int] = {}
    for number in range(len(articles)):
        for other in range(number):
            if other in first or likeness(found[number], found[other]) < LIKE_ENOUGH:
                continue
            here, there = (
                rows.setdefault(index, _rows(articles[index].text)) if index not in rows else rows[index]
                for index in (number, other)
            )
            fewer = min(len(here), len(there))
            if fewer >= FEWEST and len(here & there) >= SHARED * fewer:
                first[number] = other
                break
    sets: dict[int, list[int]] = {}
    for number, other in first.items():
        sets.setdefault(other, [other]).append(number)
    return tuple(tuple(articles[number].id for number in sets[other]) for other in sorted(sets))


def _rows(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text[:LONGEST_TEXT])]
    return frozenset(tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))

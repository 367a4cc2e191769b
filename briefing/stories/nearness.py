"""Nearness: which articles are alike at all, found by the rare terms that they share within some days.

An article with nearly the words of an earlier one stands behind it and is not looked at again: a wire text in five
hundred papers costs no more than one of its own in each, and is no event of its own beside other reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from briefing.stories.vectors import Vector, likeness

ALIKE: Final = 0.08
"""The least likeness within a story; groups that it makes too large are parted again."""
SAME_WORDS: Final = 0.6
"""The likeness from which two articles count as one: two events of one kind come to .56 at most on ECB+."""
LONGEST_POSTING: Final = 800
"""Articles within the window that share a term: what more of them share tells no event and is not followed."""
STRONG: Final = 40
"""Terms of each article by which others are found."""
LEAST_STRONG: Final = 0.03
"""What the shared strong terms must bring for the others to be looked at."""


@dataclass(frozen=True, slots=True)
class Near:
    """Which articles are alike, as numbers."""

    pairs: tuple[tuple[int, int, float], ...]
    """Each two that are alike, with their likeness; both have words of their own."""
    stands_for: dict[int, int]
    """The earlier article with nearly the same words, by the number of each that has one."""


def near(
    found: Sequence[Vector], days: Sequence[int | None], *, window: int, apart: Iterable[tuple[int, int]] = ()
) -> Near:
    """Return which articles at most `window` days apart are alike; what has no day lies near everything."""
    never = {frozenset(pair) for pair in apart}
    order = sorted(range(len(found)), key=lambda number: (days[number] is not None, days[number] or 0, number))
    postings: dict[str, _Posting] = defaultdict(_Posting)
    pairs: list[tuple[int, int, float]] = []
    stands_for: dict[int, int] = {}
    for number in order:
        day = days[number]
        strong = nlargest(STRONG, found[number].items(), key=lambda item: (item[1], item[0]))
        shared: dict[int, float] = defaultdict(float)
        for term, weight in strong:
            for other in postings[term].within(None if day is None else day - window):
                shared[other] += weight * found[other][term]
        own = [
            (likely, other)
            for other, at_least in shared.items()
            if at_least >= LEAST_STRONG
            and (likely := likeness(found[other], found[number])) >= ALIKE
            and frozenset((other, number)) not in never
        ]
        likest = max(own, key=lambda pair: (round(pair[0], 9), -pair[1]), default=(0.0, 0))
        if likest[0] >= SAME_WORDS:
            stands_for[number] = likest[1]
            continue
        pairs += [(other, number, likely) for likely, other in own]
        for term, _ in strong:
            postings[term].add(number, day)
    return Near(tuple(pairs), stands_for)


class _Posting:
    """The articles that have a term, the undated ones first, then by day."""

    __slots__ = ("_dated", "_days", "_undated")

    def __init__(self) -> None:
        self._undated: list[int] = []
        self._dated: list[int] = []
        self._days: list[int] = []

    def add(self, number: int, day: int | None) -> None:
        if day is None:
            self._undated.append(number)
        else:
            self._dated.append(number)
            self._days.append(day)

    def within(self, first: int | None) -> Sequence[int]:
        """Return those of the day `first` or later, and those of no day; none where they are too many to tell anything."""
        start = 0 if first is None else bisect_left(self._days, first)
        if len(self._undated) + len(self._dated) - start > LONGEST_POSTING:
            return ()
        dated = self._dated[start:] if start else self._dated
        return [*self._undated, *dated] if self._undated else dated

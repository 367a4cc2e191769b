"""Nearness: which articles are alike at all, found by the rare terms that they share within some days.

An article with nearly the words of an earlier one stands behind it and is not looked at again: a wire text in five
hundred papers costs no more than one of its own in each, and is no event of its own beside other reports.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
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
    postings: dict[str, _Posting] = {}
    pairs: list[tuple[int, int, float]] = []
    stands_for: dict[int, int] = {}
    for number in order:
        one, day = found[number], days[number]
        since = None if day is None else day - window
        strong = list(islice(one.items(), STRONG))
        shared: dict[int, float] = {}
        for term, weight in strong:
            if (posting := postings.get(term)) is not None:
                for other, there in posting.within(since):
                    shared[other] = shared.get(other, 0.0) + weight * there
        own = [
            (likely, other)
            for other, at_least in shared.items()
            if at_least >= LEAST_STRONG
            and (likely := likeness(found[other], one)) >= ALIKE
            and not (never and frozenset((other, number)) in never)
        ]
        likest = max(own, key=lambda pair: (round(pair[0], 9), -pair[1]), default=(0.0, 0))
        if likest[0] >= SAME_WORDS:
            stands_for[number] = likest[1]
            continue
        pairs += [(other, number, likely) for likely, other in own]
        for term, weight in strong:
            if (posting := postings.get(term)) is None:
                posting = postings[term] = _Posting()
            posting.add(number, weight, day)
    return Near(tuple(pairs), stands_for)


class _Posting:
    """The articles that have a term with its weight there, the undated ones first, then by day."""

    __slots__ = ("_days", "_numbers", "_undated", "_weights")

    def __init__(self) -> None:
        self._undated = 0
        self._numbers: list[int] = []
        self._weights: list[float] = []
        self._days: list[int] = []
        """Those of the dated ones."""

    def add(self, number: int, weight: float, day: int | None) -> None:
        self._numbers.append(number)
        self._weights.append(weight)
        if day is None:
            self._undated += 1
        else:
            self._days.append(day)

    def within(self, first: int | None) -> Iterator[tuple[int, float]]:
        """Return those of the day `first` or later, and those of no day; none where they are too many to tell anything."""
        numbers, weights = self._numbers, self._weights
        early = 0 if first is None else bisect_left(self._days, first)
        if len(numbers) - early > LONGEST_POSTING:
            return iter(())
        if early:
            if self._undated:
                numbers = numbers[: self._undated] + numbers[self._undated + early :]
                weights = weights[: self._undated] + weights[self._undated + early :]
            else:
                numbers, weights = numbers[early:], weights[early:]
        return zip(numbers, weights, strict=True)

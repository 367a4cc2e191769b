"""Linking: articles joined into groups, the likest first, as long as every two in a group are alike.

Complete link alone joins two events of one kind once there are many reports of each. Two tests keep grown groups apart:
each has words that stand throughout it and nowhere in the other ("Thompson" here, "Rahman" there), or the two are
much less alike than the articles within each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import sqrt
from typing import Final

from briefing.stories.vectors import Vector

ALIKE: Final = 0.095
"""The least likeness within a story. On ECB+, .08 joins a third more twins, .125 parts every twentieth article."""
SAME_WORDS: Final = 0.9
"""The likeness from which two articles are one text, carried twice; two reports of their own hardly reach it."""
EVERYWHERE: Final = 0.88
"""The share of a group's articles that a word stands in to be its own throughout."""
NOWHERE: Final = 0.05
OWN_WORDS: Final = 0.12
"""The weight that each side's own words need to tell two events."""
TELLING_SIZE: Final = 5
"""Articles in the smaller group from which its own words are more than chance."""
LOOSER: Final = 0.62
"""Groups are parted whose likeness is less than this share of the likeness within them."""
MEASURED_SIZE: Final = 3


@dataclass(slots=True)
class _Group:
    """A group while it grows."""

    members: list[int]
    counts: dict[str, int]
    weights: dict[str, float]
    within: float = 0.0
    """The sum of likeness over its pairs."""


def linked(
    found: Sequence[Vector], pairs: Iterable[tuple[int, int, float]], *, apart: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Return the groups, each as numbers into `found` in order; `apart` are pairs that must not meet."""
    never = frozenset(frozenset(pair) for pair in apart)
    known = list(pairs)
    stands_for = _copies(known, never)
    # Many outlets carry one wire text: counted each, it would look like an event of its own beside other reports.
    own = [pair for pair in known if pair[0] not in stands_for and pair[1] not in stands_for]
    groups = _Linking(found, own, never).groups()
    place = {member: group for group in groups for member in group}
    for copy, first in stands_for.items():
        place[first].append(copy)
    return sorted(sorted(group) for group in groups if group[0] not in stands_for)


def _copies(pairs: Iterable[tuple[int, int, float]], never: frozenset[frozenset[int]]) -> dict[int, int]:
    """Return the first article with nearly the same words, by the number of each that has one."""
    stands_for: dict[int, int] = {}
    near = sorted((min(pair[:2]), max(pair[:2])) for pair in pairs if pair[2] >= SAME_WORDS)
    for first, copy in near:
        if first not in stands_for and frozenset((first, copy)) not in never:
            stands_for.setdefault(copy, first)
    return stands_for


class _Linking:
    def __init__(
        self, found: Sequence[Vector], pairs: Iterable[tuple[int, int, float]], never: frozenset[frozenset[int]]
    ) -> None:
        self._alive = {
            number: _Group([number], dict.fromkeys(vector, 1), dict(vector)) for number, vector in enumerate(found)
        }
        self._next = len(found)
        self._between: dict[int, dict[int, float]] = defaultdict(dict)
        self._least: dict[int, dict[int, float]] = defaultdict(dict)
        for one, other, likely in pairs:
            self._between[one][other] = self._between[other][one] = likely
            if likely >= ALIKE and frozenset((one, other)) not in never:
                self._least[one][other] = self._least[other][one] = likely
        self._waiting = [
            (-likely, one, other) for one, near in self._least.items() for other, likely in near.items() if one < other
        ]
        heapify(self._waiting)

    def groups(self) -> list[list[int]]:
        while self._waiting:
            _, one, other = heappop(self._waiting)
            if one in self._alive and other in self._alive and not self._is_two_events(one, other):
                self._join(one, other)
        return sorted(sorted(group.members) for group in self._alive.values())

    def _join(self, one: int, other: int) -> None:
        first, second = self._alive.pop(one), self._alive.pop(other)
        if len(first.members) < len(second.members):
            first, second = second, first
        both = self._next
        self._next += 1
        first.members += second.members
        first.within += second.within + self._between[one].get(other, 0.0)
        for term, count in second.counts.items():
            first.counts[term] = first.counts.get(term, 0) + count
            first.weights[term] = first.weights.get(term, 0.0) + second.weights[term]
        self._alive[both] = first
        here, there = self._between.pop(one, {}), self._between.pop(other, {})
        for third in here.keys() | there.keys():
            if third in self._alive:
                total = here.get(third, 0.0) + there.get(third, 0.0)
                self._between[both][third] = self._between[third][both] = total
        near, far = self._least.pop(one, {}), self._least.pop(other, {})
        for third in near.keys() & far.keys():
            if third in self._alive:
                least = min(near[third], far[third])
                self._least[both][third] = self._least[third][both] = least
                heappush(self._waiting, (-least, third, both))

    def _is_two_events(self, one: int, other: int) -> bool:
        here, there = self._alive[one], self._alive[other]
        smaller = min(len(here.members), len(there.members))
        if smaller >= MEASURED_SIZE:
            mean = self._between[one].get(other, 0.0) / (len(here.members) * len(there.members))
            if mean < LOOSER * sqrt(_mean_within(here) * _mean_within(there)):
                return True
        return smaller >= TELLING_SIZE and min(_own_words(here, there), _own_words(there, here)) > OWN_WORDS


def _mean_within(group: _Group) -> float:
    size = len(group.members)
    return group.within / (size * (size - 1) / 2)


def _own_words(group: _Group, other: _Group) -> float:
    """Return the weight of the words that stand throughout `group` and, but for chance, not in `other`."""
    least, most = EVERYWHERE * len(group.members), NOWHERE * len(other.members)
    total = sum(
        group.weights[term]
        for term, count in group.counts.items()
        if count >= least and other.counts.get(term, 0) <= most
    )
    return total / len(group.members)


def strongest(found: Sequence[Vector], *, most: int) -> list[str]:
    """Return the terms that join the articles: in two of them or more, the heaviest first."""
    weights: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    for vector in found:
        _add(vector, weights, counts)
    shared = [term for term, count in counts.items() if count >= max(2, len(found) / 2)]
    return sorted(shared, key=lambda term: (-weights[term], term))[:most]


def _add(vector: Mapping[str, float], weights: dict[str, float], counts: dict[str, int]) -> None:
    for term, weight in vector.items():
        weights[term] += weight
        counts[term] += 1

"""Settling: a report that grouping left with the wrong one of two alike events goes over, or stands alone.

Complete link decides pair by pair, and the first pair may be a wrong one: a short report of one fire joined to those of
another. When the groups are there, their own words tell better where it belongs. Of those that are nearly as like to both
groups, a half is in the wrong one: they are a story each, since two events told as one do more harm than one told as two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.stories.halves import by_names, within
from briefing.stories.nearness import ALIKE, Near
from briefing.stories.sketches import Sketch
from briefing.stories.vectors import Vector, likeness, normed

NEARER: Final = 1.5
"""How much more a report must be like the other group than like its own; from 1.3 to 1.6 the same ones go."""
FEWEST: Final = 7
"""Reports of both groups together, from which their words tell the one event from the other."""
MOST: Final = 80
"""Reports of both together that are laid side by side: it costs the square of them."""
SMALLEST: Final = 2
"""Reports that are a group to go to, and that are left behind."""
ACROSS: Final = 0.1
"""The share of the pairs across two groups that are alike, below which the two are no neighbours."""
NEIGHBOURS: Final = 3
"""Groups beside which a group is laid, the nearest: of five hundred reports in forty groups each is near to each."""
ROUNDS: Final = 4
DOUBTFUL: Final = 0.5
"""That share by what tells the two groups apart, below which a report is its own group's in any case."""
LEAST: Final = 1e-3
"""What every likeness is more than, so that shares of it can be told."""
BETWEEN: Final = 0.88
"""How like the other group a report is, as a share of its likeness to its own, from which it is neither's."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The reports of two groups."""

    members: tuple[int, ...]
    plain: Sequence[Vector]
    """Their terms as they are."""
    own: Sequence[Vector]
    """What tells the reports of the two groups apart."""


def settled(
    groups: Sequence[Sequence[int]],
    near: Near,
    found: Sequence[Vector],
    sketches: Callable[[int], Sketch],
    may_join: Callable[[int, int], bool],
) -> list[list[int]]:
    """Return the groups with each report where it is likest; one with nearly the words of another goes with that one.

    `may_join` tells whether two articles may be in one group at all: by their days and by what the user chose.
    """
    followers = _followers(near)
    parts = [[member for member in group if member not in near.stands_for] for group in groups]
    pairs = _Pairs(found, sketches)
    for _ in range(ROUNDS):
        if not _rearranged(parts, near, pairs, may_join):
            break
    parts = _without_those_between(parts, near, pairs)
    return [sorted(other for member in part for other in (member, *followers[member])) for part in parts if part]


def _followers(near: Near) -> dict[int, list[int]]:
    """Return the articles that stand behind each one, by the first of them."""
    found: dict[int, list[int]] = defaultdict(list)
    for copy in sorted(near.stands_for):
        first = near.stands_for[copy]
        while first in near.stands_for:
            first = near.stands_for[first]
        found[first].append(copy)
    return found


def _rearranged(parts: list[list[int]], near: Near, pairs: _Pairs, may_join: Callable[[int, int], bool]) -> bool:
    """Move reports between neighbouring groups, and return whether any was moved."""
    is_changed = False
    for one, other in _neighbours(parts, near):
        pair = pairs.of(parts[one], parts[other])
        members = pair.members
        sides = [False] * len(parts[one]) + [True] * len(parts[other])
        for _ in members:
            if (mover := _mover(pair, sides, may_join)) is None:
                break
            sides[mover] = not sides[mover]
            is_changed = True
        for place, which in ((one, False), (other, True)):
            parts[place] = [member for member, side in zip(members, sides, strict=True) if side is which]
    return is_changed


class _Pairs:
    """Groups laid beside each other, which are looked at again in each round."""

    def __init__(self, found: Sequence[Vector], sketches: Callable[[int], Sketch]) -> None:
        self._found, self._sketches = found, sketches
        self._made: dict[tuple[tuple[int, ...], int], _Pair] = {}

    def of(self, one: Sequence[int], other: Sequence[int]) -> _Pair:
        """Return the reports of the two groups."""
        members = (*one, *other)
        key = members, len(one)
        if key not in self._made:
            vectors = [self._found[member] for member in members]
            names = [self._sketches(member).names() for member in members]
            self._made[key] = _Pair(members, vectors, [normed(own) for own in by_names(within(vectors), names)])
        return self._made[key]


def _without_those_between(parts: list[list[int]], near: Near, pairs: _Pairs) -> list[list[int]]:
    """Return the groups without the reports that are nearly as like to a neighbouring group, and these as groups of one."""
    alone: set[int] = set()
    for one, other in _neighbours(parts, near):
        pair = pairs.of(parts[one], parts[other])
        sides = [False] * len(parts[one]) + [True] * len(parts[other])
        by_own = _shares(pair.own, sides)
        if max(by_own) < DOUBTFUL:
            continue
        alone.update(
            member
            for member, own, plain in zip(pair.members, by_own, _shares(pair.plain, sides), strict=True)
            if own >= DOUBTFUL and round(plain * own, 9) >= BETWEEN**2
        )
    return [[member for member in part if member not in alone] for part in parts] + [
        [member] for member in sorted(alone)
    ]


def _shares(vectors: Sequence[Vector], sides: Sequence[bool]) -> list[float]:
    """Return how like each is to those of the other side, as a share of its likeness to those of its own, on average."""
    totals, sizes = _sums(vectors, sides), (sides.count(False), sides.count(True))
    found = []
    for vector, side in zip(vectors, sides, strict=True):
        here, there = _likenesses(vector, totals[side], totals[not side])
        found.append((there / sizes[not side] + LEAST) / (here / (sizes[side] - 1) + LEAST))
    return found


def _sums(vectors: Sequence[Vector], sides: Sequence[bool]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the sums of the vectors of either side: the likeness to each of a group, added up, is that to its sum."""
    totals: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for one, side in zip(vectors, sides, strict=True):
        total = totals[side]
        for term, weight in one.items():
            total[term] = total.get(term, 0.0) + weight
    return totals


def _likenesses(one: Vector, own: Vector, across: Vector) -> tuple[float, float]:
    """Return the likeness to the others of its group, added up, and to those of the other; `own` holds `one` itself."""
    return (
        sum([weight * (own[term] - weight) for term, weight in one.items()]),
        sum([weight * across[term] for term, weight in one.items() if term in across]),
    )


def _neighbours(parts: Sequence[Sequence[int]], near: Near) -> Iterable[tuple[int, int]]:
    """Yield the places of each two groups that may be two events of one kind, as they are when it is their turn."""
    place = {member: number for number, part in enumerate(parts) for member in part}
    across: Counter[tuple[int, int]] = Counter()
    for one, other, _ in near.pairs:
        here, there = place[one], place[other]
        if here != there:
            across[min(here, there), max(here, there)] += 1
    shares = {pair: count / (len(parts[pair[0]]) * len(parts[pair[1]])) for pair, count in across.items()}
    beside: Counter[int] = Counter()
    for one, other in sorted(shares, key=lambda pair: (-round(shares[pair], 9), pair)):
        sizes = len(parts[one]), len(parts[other])
        if shares[one, other] < ACROSS or max(beside[one], beside[other]) >= NEIGHBOURS:
            continue
        if min(sizes) >= SMALLEST and FEWEST <= sum(sizes) <= MOST:
            beside.update((one, other))
            yield one, other


def _mover(pair: _Pair, sides: Sequence[bool], may_join: Callable[[int, int], bool]) -> int | None:
    """Return the report that is most clearly on the wrong side; None where all are right."""
    best, mover = NEARER, None
    totals = _sums(pair.own, sides)
    sizes = (sides.count(False), sides.count(True))
    for number, side in enumerate(sides):
        if sizes[side] - 1 < SMALLEST or sizes[not side] < SMALLEST:
            continue
        here, there = _likenesses(pair.own[number], totals[side], totals[not side])
        here, there = here / (sizes[side] - 1), there / sizes[not side]
        if there <= best * here or not _fits(pair, number, sides, may_join):
            continue
        best, mover = round(there / max(here, 1e-6), 9), number
    return mover


def _fits(pair: _Pair, number: int, sides: Sequence[bool], may_join: Callable[[int, int], bool]) -> bool:
    """Return whether the report is alike to all of the other group, as complete link asks."""
    return all(
        likeness(pair.plain[number], pair.plain[other]) >= ALIKE and may_join(pair.members[number], pair.members[other])
        for other, side in enumerate(sides)
        if side is not sides[number]
    )

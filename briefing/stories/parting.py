"""Parting: a group that holds two events of one kind taken apart, by weights learnt from groups of one event and of two.

Two earthquakes in one country share most of their words. What tells them apart are the words, names and numbers that
stand throughout one half of the group and nowhere in the other; a single event has no such halves. `learning` makes
the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, log1p, sqrt
from typing import Final

from briefing.stories.background import background
from briefing.stories.halves import Halves, Rows, halves
from briefing.stories.nearness import SAME_WORDS
from briefing.stories.sketches import Sketch
from briefing.stories.vectors import Vector, likeness, matrix

FEWEST: Final = 7
"""Reports with words of their own: halves of fewer are more often two sides of one event than two events."""
MOST: Final = 40
"""Reports of a group by which it is judged; the others go with the ones they are likest to."""
ONE_EVENT: Final = 0.3
"""Where even the least like two are as like as this, it is one event."""
THROUGHOUT: Final = 0.5
"""The share of a half from which a term is its own, or both halves' when both have it as often as SHARED."""
SHARED: Final = 0.4
WEIGHTS: Final[Mapping[str, float]] = {
    "always": -8.213,
    "looser within": -2.042,
    "looser": -0.011,
    "own words": 0.050,
    "own names": 0.537,
    "own numbers": 1.124,
    "shared names": -0.763,
    "reports": 2.270,
    "smaller half": 1.974,
    "next of kin": -2.897,
}
"""What each trait adds to the odds that the halves are two events; `learning` prints them."""


def parted(members: Sequence[int], found: Sequence[Vector], sketches: Callable[[int], Sketch]) -> list[list[int]]:
    """Return the members as one group, or as the groups of the events that they hold, by number as they are given."""
    leaders, led_by = _leaders(members, found)
    if len(leaders) < FEWEST:
        return [list(members)]
    rows = matrix([found[leader] for leader in leaders])
    if min(min(row) for row in rows) >= ONE_EVENT:
        return [list(members)]
    ways = judged([found[leader] for leader in leaders], [sketches(leader) for leader in leaders], rows)
    odds, way = max(ways, default=(0.0, ()))
    if odds <= 0:
        return [list(members)]
    side_of = dict(zip(leaders, way, strict=True))
    sides = [[member for member in members if side_of[led_by[member]] is side] for side in (False, True)]
    return [group for side in sides for group in parted(side, found, sketches)]


def judged(found: Sequence[Vector], sketches: Sequence[Sketch], rows: Rows) -> list[tuple[float, Halves]]:
    """Return each way to part the reports with the log of the odds that its halves are two events."""
    ways, within = halves(found, sketches)
    return [
        (sum(WEIGHTS[name] * value for name, value in traits(way, sketches, rows, within).items()), way) for way in ways
    ]


def traits(way: Halves, sketches: Sequence[Sketch], rows: Rows, within: Rows) -> dict[str, float]:
    """Return what tells whether the halves are two events.

    `rows` are the likenesses of the reports as they are, `within` those by what tells the group's reports apart.
    """
    sides = [[number for number, side in enumerate(way) if side is which] for which in (False, True)]
    terms = [frozenset(sketch.words.split(" ")) for sketch in sketches]
    names = [sketch.names() for sketch in sketches]
    numbers = [frozenset(term for term in one if term[:1].isdigit()) for one in terms]
    own_names, shared_names = _own_and_shared(names, sides)
    return {
        "always": 1.0,
        "looser within": log(_looseness(within, sides) + 0.02),
        "looser": log(_looseness(rows, sides) + 0.02),
        "own words": log1p(_own_and_shared(terms, sides)[0]),
        "own names": log1p(own_names),
        "own numbers": log1p(_own_and_shared(numbers, sides)[0]),
        "shared names": log1p(shared_names),
        "reports": log(len(way)),
        "smaller half": log(min(len(sides[0]), len(sides[1]))),
        "next of kin": _next_of_kin(rows, way),
    }


def _leaders(members: Sequence[int], found: Sequence[Vector]) -> tuple[list[int], dict[int, int]]:
    """Return the members by which the group is judged, and for each member the one of them that it goes with."""
    leaders: list[int] = []
    for member in members:
        if not any(likeness(found[member], found[leader]) >= SAME_WORDS for leader in leaders):
            leaders.append(member)
            if len(leaders) == MOST:
                break
    chosen = set(leaders)
    return leaders, {
        member: member
        if member in chosen
        else max(leaders, key=lambda leader: (round(likeness(found[member], found[leader]), 9), -leader))
        for member in members
    }


def _looseness(rows: Rows, sides: Sequence[Sequence[int]]) -> float:
    """Return the likeness between the halves as a share of that within them."""
    between = sum(rows[one][other] for one in sides[0] for other in sides[1]) / (len(sides[0]) * len(sides[1]))
    each = [
        sum(rows[one][other] for one in side for other in side if one != other) / (len(side) * (len(side) - 1))
        for side in sides
        if len(side) > 1
    ] or [0.2]
    inner = sqrt(max(each[0], 1e-3) * max(each[-1], 1e-3))
    return (between + 0.005) / (inner + 0.005)


def _own_and_shared(held: Sequence[frozenset[str]], sides: Sequence[Sequence[int]]) -> tuple[float, float]:
    """Return the weight of what the half with less of its own has for itself, and of what both have."""
    here, there = (_shares(held[number] for number in side) for side in sides)
    own = min(
        sum(
            max(share - 2 * other.get(term, 0.0), 0.0) ** 2 * _weight(term)
            for term, share in one.items()
            if share >= THROUGHOUT
        )
        for one, other in ((here, there), (there, here))
    )
    both = sum(
        least**2 * _weight(term)
        for term, share in here.items()
        if (least := min(share, there.get(term, 0.0))) >= SHARED
    )
    return own, both


def _shares(held: Iterable[frozenset[str]]) -> dict[str, float]:
    each = list(held)
    counts = Counter(term for one in each for term in one)
    return {term: count / len(each) for term, count in counts.items()}


def _weight(term: str) -> float:
    table = background()
    return log(table.texts / max(table.counts.get(term, 1), 1))


def _next_of_kin(rows: Rows, way: Halves) -> float:
    """Return how like the likest report of the other half is, as a share of the likest of the own one, on average."""
    shares = []
    for number, (row, side) in enumerate(zip(rows, way, strict=True)):
        own = [row[other] for other, there in enumerate(way) if there is side and other != number]
        if own:
            shares.append(max(row[other] for other, there in enumerate(way) if there is not side) / (max(own) + 1e-6))
    return sum(shares) / len(shares) if shares else 1.0

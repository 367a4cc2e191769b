"""Parting: a group that holds two events of one kind taken apart, by weights learnt from groups of one event and of two.

Two earthquakes in one country share most of their words. What tells them apart are the words, names and numbers that
stand throughout one half of the group and nowhere in the other; a single event has no such halves. `learning` makes
the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import fsum, log, log1p, sqrt
from typing import Final

from briefing.stories.background import background
from briefing.stories.halves import Halves, Rows, halves, picked
from briefing.stories.nearness import SAME_WORDS
from briefing.stories.sketches import Sketch
from briefing.stories.vectors import Vector, likeness

FEWEST: Final = 7
"""Reports with words of their own: halves of fewer are more often two sides of one event than two events."""
MOST: Final = 40
"""Reports of a group by which it is judged; the others go with the ones they are likest to."""
ONE_EVENT: Final = 0.3
"""Where even the least like two are as like as this, it is one event."""
THROUGHOUT: Final = 0.5
"""The share of a half from which a term is its own, or both halves' when both have it as often as SHARED."""
SHARED: Final = 0.4
LEAST_ODDS: Final = -0.3
"""The log of the odds from which a group is parted: two events told as one do more harm than one told as two."""
WEIGHTS: Final[Mapping[str, float]] = {
    "always": -8.334,
    "looser within": -1.903,
    "looser": -0.071,
    "own words": 0.051,
    "own names": 0.606,
    "own numbers": 1.284,
    "shared names": -0.318,
    "reports": 2.358,
    "smaller half": 1.674,
    "next of kin": -3.150,
    "shared numbers": -1.398,
}
"""What each trait adds to the odds that the halves are two events; `learning` prints them."""


def parted(members: Sequence[int], found: Sequence[Vector], sketches: Callable[[int], Sketch]) -> list[list[int]]:
    """Return the members as one group, or as the groups of the events that they hold, by number as they are given."""
    leaders, led_by, rows = _leaders(members, found)
    if len(leaders) < FEWEST:
        return [list(members)]
    if min(min(row) for row in rows) >= ONE_EVENT:
        return [list(members)]
    ways = judged([found[leader] for leader in leaders], [sketches(leader) for leader in leaders], rows)
    odds, way = max(ways, default=(LEAST_ODDS, ()))
    if odds <= LEAST_ODDS:
        return [list(members)]
    side_of = dict(zip(leaders, way, strict=True))
    sides = [[member for member in members if side_of[led_by[member]] is side] for side in (False, True)]
    return [group for side in sides for group in parted(side, found, sketches)]


def judged(found: Sequence[Vector], sketches: Sequence[Sketch], rows: Rows) -> list[tuple[float, Halves]]:
    """Return each way to part the reports with the log of the odds that its halves are two events."""
    ways, within = halves(found, sketches)
    held = held_by(sketches)
    return [
        (sum(WEIGHTS[name] * value for name, value in traits(way, held, rows, within).items()), way) for way in ways
    ]


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in each report of a group."""

    terms: Sequence[frozenset[str]]
    names: Sequence[frozenset[str]]


def held_by(sketches: Sequence[Sketch]) -> Held:
    """Return what stands in the reports."""
    return Held([frozenset(one.words.split(" ")) for one in sketches], [one.names() for one in sketches])


def traits(way: Halves, held: Held, rows: Rows, within: Rows) -> dict[str, float]:
    """Return what tells whether the halves are two events.

    `rows` are the likenesses of the reports as they are, `within` those by what tells the group's reports apart.
    """
    sides = [[number for number, side in enumerate(way) if side is which] for which in (False, True)]
    own_words, own_numbers, _, shared_numbers = _own_and_shared(held.terms, sides)
    own_names, _, shared_names, _ = _own_and_shared(held.names, sides)
    return {
        "always": 1.0,
        "looser within": log(_looseness(within, sides) + 0.02),
        "looser": log(_looseness(rows, sides) + 0.02),
        "own words": log1p(own_words),
        "own names": log1p(own_names),
        "own numbers": log1p(own_numbers),
        "shared names": log1p(shared_names),
        "reports": log(len(way)),
        "smaller half": log(min(len(sides[0]), len(sides[1]))),
        "next of kin": _next_of_kin(rows, sides),
        "shared numbers": log1p(shared_numbers),
    }


def _leaders(members: Sequence[int], found: Sequence[Vector]) -> tuple[list[int], dict[int, int], Rows]:
    """Return the members by which the group is judged, for each member the one of them that it goes with.

    Last how like each of the former is to each.
    """
    leaders: list[int] = []
    rows: Rows = []
    for member in members:
        row: list[float] = []
        for leader in leaders:
            row.append(likeness(found[member], found[leader]))
            if row[-1] >= SAME_WORDS:
                break
        else:
            leaders.append(member)
            rows.append([*row, 1.0])
            if len(leaders) == MOST:
                break
    for number, row in enumerate(rows):
        row += [rows[other][number] for other in range(number + 1, len(rows))]
    chosen = set(leaders)
    led_by = {
        member: member
        if member in chosen
        else max(leaders, key=lambda leader: (round(likeness(found[member], found[leader]), 9), -leader))
        for member in members
    }
    return leaders, led_by, rows


def _looseness(rows: Rows, sides: Sequence[Sequence[int]]) -> float:
    """Return the likeness between the halves as a share of that within them."""
    here, there = (picked(side) for side in sides)
    between = sum(chain.from_iterable(there(rows[one]) for one in sides[0])) / (len(sides[0]) * len(sides[1]))
    each = [
        (sum(chain.from_iterable(own(rows[one]) for one in side)) - len(side)) / (len(side) * (len(side) - 1))
        for side, own in zip(sides, (here, there), strict=True)
        if len(side) > 1
    ] or [0.2]
    inner = sqrt(max(each[0], 1e-3) * max(each[-1], 1e-3))
    return (between + 0.005) / (inner + 0.005)


def _own_and_shared(
    held: Sequence[frozenset[str]], sides: Sequence[Sequence[int]]
) -> tuple[float, float, float, float]:
    """Return the weight of what the half with less of its own has for itself, and of its numbers; then of what both have."""
    counts = [Counter(chain.from_iterable(held[number] for number in side)) for side in sides]
    sizes = [len(side) for side in sides]
    own = [0.0, 0.0]
    numbers = [0.0, 0.0]
    for side, other in ((0, 1), (1, 0)):
        least, behind, size, beside = THROUGHOUT * sizes[side], counts[other], sizes[side], sizes[other]
        for term, count in counts[side].items():
            if count >= least and (more := count / size - 2 * behind[term] / beside) > 0:
                weight = more**2 * _weight(term)
                own[side] += weight
                if term[:1].isdigit():
                    numbers[side] += weight
    first, second = sizes
    both = {
        term: min(share, share_there) ** 2 * _weight(term)
        for term, count in counts[0].items()
        if (share := count / first) >= SHARED and (share_there := counts[1][term] / second) >= SHARED
    }
    both_numbers = [weight for term, weight in both.items() if term[:1].isdigit()]
    return min(own), min(numbers), fsum(both.values()), fsum(both_numbers)


@lru_cache(maxsize=65_536)
def _weight(term: str) -> float:
    table = background()
    return log(table.texts / max(table.counts.get(term, 1), 1))


def _next_of_kin(rows: Rows, sides: Sequence[Sequence[int]]) -> float:
    """Return how like the likest report of the other half is, as a share of the likest of the own one, on average."""
    shares = []
    for side, other in (sides, sides[::-1]):
        across = picked(other)
        for number in side:
            own = [rows[number][beside] for beside in side if beside != number]
            if own:
                shares.append(max(across(rows[number])) / (max(own) + 1e-6))
    return fsum(shares) / len(shares) if shares else 1.0

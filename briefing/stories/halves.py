"""Halves: the ways in which a group of reports falls in two, looked for by what some of them share and others lack.

Terms are weighed anew within the group: a word of all its reports tells none from another, and a name or a number tells
two events apart more than other words do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from math import fsum, log, sqrt
from operator import itemgetter, mul
from typing import Final, TypeAlias

from briefing.stories.sketches import Sketch
from briefing.stories.vectors import Vector, normed

Halves: TypeAlias = tuple[bool, ...]
"""For each report whether it is on the other side than the first."""
Rows: TypeAlias = list[list[float]]

DISTINCTIVE: Final = 3.0
"""How much more a name or a number weighs."""
OPENING: Final = 2.0
"""How much more a word of the opening weighs."""
BEHIND: Final = 0.5
"""How much less one that stands only further down."""
FARTHEST: Final = 10
"""Pairs of the least like reports that each begin a way to part them."""
ROUNDS: Final = 12
SMALL: Final = 0.03
"""What a term counts for on the side that lacks it."""
LACKING: Final = log(SMALL)


def halves(found: Sequence[Vector], sketches: Sequence[Sketch]) -> tuple[list[Halves], Rows]:
    """Return the ways to part the reports, and their likeness to each other by names and numbers before other words."""
    names = [sketch.names() for sketch in sketches]
    plain = within(found)
    named = by_names(plain, names)
    opening = _by_openings(named, [sketch.opening() for sketch in sketches])
    ways: list[Halves] = []
    by_plain, likeness, by_opening = matrices(
        [normed(one) for one in plain], normed_names := [normed(one) for one in named], [normed(one) for one in opening]
    )
    for rows in (by_plain, likeness, by_opening):
        way = _halved(rows)
        if way is not None:
            ways.append(way)
            if rows is likeness and (cleaner := _by_words(normed_names, way)) is not None:
                ways.append(cleaner)
    return list(dict.fromkeys(ways)), likeness


def within(found: Sequence[Vector]) -> list[Vector]:
    """Return the vectors weighed within the group: by how few of its reports have a term, two at least."""
    counts = Counter(chain.from_iterable(found))
    rare = {term: log(len(found) / count) for term, count in counts.items() if 2 <= count < len(found)}
    return [{term: weight * rare[term] for term, weight in vector.items() if term in rare} for vector in found]


def by_names(weighed: Sequence[Vector], names: Sequence[frozenset[str]]) -> list[Vector]:
    """Return the vectors with names and numbers before other words."""
    return [
        {term: weight * DISTINCTIVE if term in own or term[0].isdigit() else weight for term, weight in vector.items()}
        for vector, own in zip(weighed, names, strict=True)
    ]


def _by_openings(weighed: Sequence[Vector], openings: Sequence[frozenset[str]]) -> list[Vector]:
    return [
        {term: weight * (OPENING if term in opening else BEHIND) for term, weight in vector.items()}
        for vector, opening in zip(weighed, openings, strict=True)
    ]


def matrices(*weighed: Sequence[Vector]) -> list[Rows]:
    """Return the likeness of each to each, by several weighings of the same terms."""
    number = len(weighed[0])
    found: list[Rows] = [[[1.0] * number for _ in range(number)] for _ in weighed]
    keys = [vector.keys() for vector in weighed[0]]
    for one in range(number):
        for other in range(one):
            shared = keys[one] & keys[other]
            for rows, vectors in zip(found, weighed, strict=True):
                here, there = vectors[one], vectors[other]
                rows[one][other] = rows[other][one] = fsum([here[term] * there[term] for term in shared])
    return found


def picked(numbers: Sequence[int]) -> Callable[[Sequence[float]], Sequence[float]]:
    """Return what gives those values of a row."""
    if len(numbers) == 1:
        (number,) = numbers
        return lambda row: (row[number],)
    return itemgetter(*numbers)


def _halved(rows: Rows) -> Halves | None:
    """Return the best of several ways to part them, each made better until nobody is nearer to the other side."""
    number = len(rows)
    far = sorted((round(rows[one][other], 9), one, other) for one in range(number) for other in range(one))[:FARTHEST]
    starts = [_spread(rows), *([row[other] > row[one] for row in rows] for _, one, other in far)]
    best, way = 0.0, None
    seen: set[tuple[bool, ...]] = set()
    for start in starts:
        found = _settled(rows, start, seen)
        if found is not None and (worth := sum(sqrt(sum(side)) for side in _sums(rows, found))) > best + 1e-9:
            best, way = worth, found
    return None if way is None else tuple(side is not way[0] for side in way)


def _settled(rows: Rows, sides: list[bool], seen: set[tuple[bool, ...]]) -> list[bool] | None:
    """Return the sides after each has gone to the one whose middle it is nearer to.

    None where one side is empty, and where another beginning has led this way: `seen` is what was passed.
    """
    for _ in range(ROUNDS):
        if (passed := tuple(sides)) in seen:
            return None
        seen.add(passed)
        here = [number for number, side in enumerate(sides) if not side]
        there = [number for number, side in enumerate(sides) if side]
        if not here or not there:
            return None
        own, others = picked(here), picked(there)
        near = [sum(own(row)) for row in rows]
        far = [sum(others(row)) for row in rows]
        first, second = sqrt(max(sum(own(near)), 1e-9)), sqrt(max(sum(others(far)), 1e-9))
        after = [far[number] / second > near[number] / first for number in range(len(rows))]
        if after == sides:
            break
        sides = after
    return sides if any(sides) and not all(sides) else None


def _sums(rows: Rows, sides: list[bool]) -> list[list[float]]:
    members = [[number for number, side in enumerate(sides) if side is which] for which in (False, True)]
    return [[sum(own(rows[number])) for number in side] for side in members for own in (picked(side),)]


def _spread(rows: Rows) -> list[bool]:
    """Return the sides along the direction in which the reports differ most (power iteration)."""
    number = len(rows)
    means = [sum(row) / number for row in rows]
    middle = sum(means) / number
    centred = [
        [value - means[one] - means[other] + middle for other, value in enumerate(row)] for one, row in enumerate(rows)
    ]
    along = [1.0 + number_ / number for number_ in range(number)]
    for _ in range(3 * ROUNDS):
        along = [sum(map(mul, row, along)) for row in centred]
        longest = max(map(abs, along)) or 1.0
        along = [value / longest for value in along]
    return [value > 0 for value in along]


def _by_words(found: Sequence[Vector], way: Halves) -> Halves | None:
    """Return the sides after each report has gone where its words are more usual, itself left out (naive Bayes)."""
    sides = list(way)
    for _ in range(ROUNDS):
        totals: tuple[dict[str, float], dict[str, float]] = ({}, {})
        for vector, side in zip(found, sides, strict=True):
            total = totals[side]
            for term, weight in vector.items():
                total[term] = total.get(term, 0.0) + weight
        sizes = (sides.count(False), sides.count(True))
        if not all(sizes):
            return None
        # What the other side has of a term is the same for all reports of a side.
        across = [
            {term: log(total / sizes[side] + SMALL) for term, total in totals[side].items()} for side in (True, False)
        ]
        after = [
            _is_there(vector, side, totals[side], sizes[side], across[side])
            for vector, side in zip(found, sides, strict=True)
        ]
        if after == sides:
            break
        sides = after
    if not any(sides) or all(sides):
        return None
    return tuple(side is not sides[0] for side in sides)


def _is_there(vector: Vector, side: bool, mine: Mapping[str, float], size: int, across: Mapping[str, float]) -> bool:
    """Return the side on which a report of `side` belongs; `mine` is the sum of the `size` reports there."""
    own = max(size - 1, 0.5)
    balance = 0.0
    for term, weight in vector.items():
        here = max(mine[term] - weight, 0.0) / own
        balance += weight * (across.get(term, LACKING) - log(here + SMALL))
    return balance < 0 if side else balance > 0

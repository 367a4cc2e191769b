"""Halves: the ways in which a group of reports falls in two, looked for by what some of them share and others lack.

Terms are weighed anew within the group: a word of all its reports tells none from another, and a name or a number tells
two events apart more than other words do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Final, TypeAlias

from briefing.stories.sketches import Sketch
from briefing.stories.vectors import Vector, matrix, normed

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


def halves(found: Sequence[Vector], sketches: Sequence[Sketch]) -> tuple[list[Halves], Rows]:
    """Return the ways to part the reports, and their likeness to each other by names and numbers before other words."""
    names = [sketch.names() for sketch in sketches]
    plain = within(found, names)
    named = within(found, names, distinctive=DISTINCTIVE)
    opening = within(found, names, distinctive=DISTINCTIVE, openings=[sketch.opening() for sketch in sketches])
    ways: list[Halves] = []
    likeness = matrix(named)
    for vectors, rows in ((plain, matrix(plain)), (named, likeness), (opening, matrix(opening))):
        way = _halved(rows)
        if way is not None:
            ways.append(way)
            if vectors is named and (cleaner := _by_words(vectors, way)) is not None:
                ways.append(cleaner)
    return list(dict.fromkeys(ways)), likeness


def within(
    found: Sequence[Vector],
    names: Sequence[frozenset[str]],
    *,
    distinctive: float = 1.0,
    openings: Sequence[frozenset[str]] = (),
) -> list[Vector]:
    """Return the vectors weighed within the group: by how few of its reports have a term, two at least."""
    counts = Counter(term for vector in found for term in vector)
    rare = {term: log(len(found) / count) for term, count in counts.items() if 2 <= count < len(found)}
    weighed = []
    for number, vector in enumerate(found):
        weights = {term: weight * rare[term] for term, weight in vector.items() if term in rare}
        for term in weights:
            if term in names[number] or term[0].isdigit():
                weights[term] *= distinctive
            if openings:
                weights[term] *= OPENING if term in openings[number] else BEHIND
        weighed.append(normed(weights))
    return weighed


def _halved(rows: Rows) -> Halves | None:
    """Return the best of several ways to part them, each made better until nobody is nearer to the other side."""
    number = len(rows)
    far = sorted((round(rows[one][other], 9), one, other) for one in range(number) for other in range(one))[:FARTHEST]
    starts = [_spread(rows), *([row[other] > row[one] for row in rows] for _, one, other in far)]
    best, way = 0.0, None
    for start in starts:
        found = _settled(rows, start)
        if found is not None and (worth := sum(sqrt(sum(side)) for side in _sums(rows, found))) > best + 1e-9:
            best, way = worth, found
    return None if way is None else tuple(side is not way[0] for side in way)


def _settled(rows: Rows, sides: list[bool]) -> list[bool] | None:
    """Return the sides after each has gone to the one whose middle it is nearer to; None where one side is empty."""
    for _ in range(ROUNDS):
        here = [number for number, side in enumerate(sides) if not side]
        there = [number for number, side in enumerate(sides) if side]
        if not here or not there:
            return None
        near = [sum(row[number] for number in here) for row in rows]
        far = [sum(row[number] for number in there) for row in rows]
        first, second = (
            sqrt(max(sum(sums[number] for number in side), 1e-9)) for sums, side in ((near, here), (far, there))
        )
        after = [far[number] / second > near[number] / first for number in range(len(rows))]
        if after == sides:
            break
        sides = after
    return sides if any(sides) and not all(sides) else None


def _sums(rows: Rows, sides: list[bool]) -> tuple[list[float], list[float]]:
    return tuple(  # type: ignore[return-value]  # two of them
        [
            sum(row[number] for number, other in enumerate(sides) if other is side)
            for row, own in zip(rows, sides, strict=True)
            if own is side
        ]
        for side in (False, True)
    )


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
        along = [sum(map(float.__mul__, row, along)) for row in centred]
        longest = max(map(abs, along)) or 1.0
        along = [value / longest for value in along]
    return [value > 0 for value in along]


def _by_words(found: Sequence[Vector], way: Halves) -> Halves | None:
    """Return the sides after each report has gone where its words are more usual, itself left out (naive Bayes)."""
    sides = list(way)
    for _ in range(ROUNDS):
        totals: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for vector, side in zip(found, sides, strict=True):
            for term, weight in vector.items():
                totals[side][term] += weight  # type: ignore[assignment]  # a Counter adds floats as well
        sizes = (sides.count(False), sides.count(True))
        if not all(sizes):
            return None
        after = [_is_there(vector, side, totals, sizes) for vector, side in zip(found, sides, strict=True)]
        if after == sides:
            break
        sides = after
    if not any(sides) or all(sides):
        return None
    return tuple(side is not sides[0] for side in sides)


def _is_there(vector: Vector, side: bool, totals: tuple[Counter[str], Counter[str]], sizes: tuple[int, int]) -> bool:
    here = max(sizes[0] - (not side), 0.5)
    there = max(sizes[1] - side, 0.5)
    balance = 0.0
    for term, weight in vector.items():
        first = max(totals[0].get(term, 0.0) - (0.0 if side else weight), 0.0)
        second = max(totals[1].get(term, 0.0) - (weight if side else 0.0), 0.0)
        balance += weight * (log(second / there + SMALL) - log(first / here + SMALL))
    return balance > 0

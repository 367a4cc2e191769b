"""Vectors: what weighs how much in an article, beside the other articles and a background of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, log, sqrt
from typing import Final, TypeAlias

from briefing.stories.background import background
from briefing.stories.sketches import Sketch

Vector: TypeAlias = Mapping[str, float]
"""Weights by term, of length 1."""

STRONGEST: Final = 80
"""Terms of an article that are weighed: with all of them the same articles are alike."""


def vectors(sketches: Sequence[Sketch]) -> list[Vector]:
    """Return the vector of each article, the others its background beside the table that comes with the program."""
    rare = rarity(sketches)
    return [vector(one, rare) for one in sketches]


def rarity(sketches: Iterable[Sketch]) -> dict[str, float]:
    """Return the log of how rare each term is, in the background and in these articles."""
    table = background()
    own: Counter[str] = Counter()
    number = table.texts + 1
    for one in sketches:
        own.update(one.words.split(" "))
        number += 1
    # A text counts as background to the others and not to itself: alone, its words are as rare as the table says.
    return {term: log(number / max(table.counts.get(term, 0) + count, 1)) for term, count in own.items()}


def vector(of: Sketch, rare: Mapping[str, float]) -> Vector:
    """Return the strongest terms of an article: 1 + log of the count, by how rare the term is (TF-IDF).

    The strongest comes first.
    """
    weights = [(_COUNTED[count] * weight, term) for term, count in of.counted() if (weight := rare[term]) > 0]
    weights.sort(reverse=True)
    del weights[STRONGEST:]
    length = sqrt(fsum([weight * weight for weight, _ in weights])) or 1.0
    return {term: weight / length for weight, term in weights}


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors."""
    # The order of a set changes from run to run, and with it the last digit of a plain sum.
    return fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def matrix(found: Sequence[Vector]) -> list[list[float]]:
    """Return the likeness of each to each."""
    rows: list[list[float]] = [[1.0] * len(found) for _ in found]
    for number, row in enumerate(rows):
        for other in range(number):
            row[other] = rows[other][number] = likeness(found[number], found[other])
    return rows


def normed(weights: Mapping[str, float]) -> Vector:
    """Return the weights as a vector of length 1."""
    length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def strongest(found: Sequence[Vector], *, most: int) -> list[str]:
    """Return the terms that join the articles: in two of them or more, the heaviest first."""
    weights: dict[str, float] = {}
    counts: dict[str, int] = {}
    for one in found:
        for term, weight in one.items():
            weights[term] = weights.get(term, 0.0) + weight
            counts[term] = counts.get(term, 0) + 1
    shared = [term for term, count in counts.items() if count >= max(2, len(found) / 2)]
    return sorted(shared, key=lambda term: (-weights[term], term))[:most]


_COUNTED: Final = (0.0, *(1 + log(count) for count in range(1, 256)))

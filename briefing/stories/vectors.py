"""Vectors: what weighs how much in an article, beside the other articles and a background of texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from typing import Final, TypeAlias

from briefing.stories.background import background
from briefing.stories.terms import terms

Vector: TypeAlias = Mapping[str, float]
"""Weights by term, of length 1."""

LONGEST_POSTING: Final = 800
"""Articles within the window that share a term: what more of them share tells no event and is not followed."""
STRONG: Final = 40
"""Terms of each article by which others are found."""
LEAST_STRONG: Final = 0.02
"""What the shared strong terms must bring for the others to be looked at."""
FAINT: Final = 0.03
"""Likeness that is no more than chance: pairs below it count as not alike at all."""


def vectors(texts: Sequence[str], *, beside: Counter[str] | None = None, others: int = 0) -> list[Vector]:
    """Return the vector of each text: 1 + log of the count, by the log of how rare the term is (TF-IDF).

    The texts count as background to each other; `beside` and `others` are the counts of texts by term, and the
    number, of those that are there already.
    """
    table = background()
    counted = [terms(text) for text in texts]
    own: Counter[str] = Counter(beside or {})
    for found in counted:
        own.update(found.keys())
    number = table.texts + len(texts) + others + 1
    # A text counts as background to the others and not to itself: alone, its words are as rare as the table says.
    rarity = {term: log(number / max(table.counts.get(term, 0) + count, 1)) for term, count in own.items()}
    return [_vector(found, rarity) for found in counted]


def likeness(one: Vector, other: Vector) -> float:
    """Return the cosine of two vectors."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def alike(found: Sequence[Vector], days: Sequence[int | None], *, window: int) -> Iterator[tuple[int, int, float]]:
    """Yield each pair of articles that share a strong term and lie at most `window` days apart, with its likeness.

    The pairs are numbers into `found`; those below FAINT are left out. What has no day lies near everything.
    """
    order = sorted(range(len(found)), key=lambda number: (days[number] is not None, days[number] or 0, number))
    undated = sum(day is None for day in days)
    postings: dict[str, list[int]] = defaultdict(list)
    begins: Counter[str] = Counter()
    for number in order:
        day = days[number]
        strong = nlargest(STRONG, found[number].items(), key=lambda item: (item[1], item[0]))
        near: dict[int, float] = defaultdict(float)
        for term, weight in strong:
            posting = postings[term]
            if undated == 0 and day is not None:
                begins[term] = _begin(posting, begins[term], days, day - window)
            if len(posting) - begins[term] <= LONGEST_POSTING:
                for other in posting[begins[term] :]:
                    near[other] += weight * found[other][term]
            posting.append(number)
        for other, at_least in near.items():
            before = days[other]
            if at_least < LEAST_STRONG or (day is not None and before is not None and day - before > window):
                continue
            if (likely := likeness(found[other], found[number])) >= FAINT:
                yield other, number, likely


def _begin(posting: list[int], begin: int, days: Sequence[int | None], first: int) -> int:
    while begin < len(posting) and (days[posting[begin]] or 0) < first:
        begin += 1
    return begin


def _vector(counted: Counter[str], rarity: Mapping[str, float]) -> Vector:
    weights = {term: (1 + log(count)) * rarity[term] for term, count in counted.items() if rarity[term] > 0}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}

"""Matching: the statements of several articles in sets that speak of the same, one of an article at most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Final

from briefing.model import Claim, ClaimStatus, Span

MATCHED: Final = 0.24
"""The share of their words' weight that two statements have in common from which they speak of the same."""
FEWEST_SHARED: Final = 2
EVERYBODY: Final = 100
"""Statements with a word, beyond which it is the story's own and leads to none of them."""
OPEN_ALIKE: Final = 0.12
"""Two statements that something is not known need less in common."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, or a sentence that is none."""

    side: int
    span: Span
    weights: dict[str, float]
    claim: Claim | None = None
    is_open: bool = False
    """It says that something is not known."""
    asks_how_many: bool = False
    """It says that it is not known how many were hurt or killed."""
    manner: tuple[bool, bool] = field(init=False, default=(False, False))
    """Whether it claims responsibility, and whether it is open: both or none of two that go together."""
    total: float = field(init=False, default=0.0)
    """The sum of the weights."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", fsum(self.weights.values()))
        claims = self.claim is not None and self.claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY
        object.__setattr__(self, "manner", (claims, self.is_open))


def matched(each: Sequence[Sequence[Statement]]) -> list[list[Statement]]:
    """Return the statements of each article in sets that speak of the same, the closest joined first."""
    every = [one for found in each for one in found]
    known: dict[tuple[int, int], bool] = {}
    pairs: list[tuple[float, int, int]] = []
    for one, other in _sharing(every):
        here, there = every[one], every[other]
        if here.manner == there.manner:
            likely = likeness(here, there)
            known[one, other] = fits = likely >= _enough(here, there)
            if fits:
                pairs.append((-likely, one, other))

    def fit(one: int, other: int) -> bool:
        pair = (one, other) if one < other else (other, one)
        if (held := known.get(pair)) is None:
            here, there = every[one], every[other]
            known[pair] = held = likeness(here, there) >= _enough(here, there)
        return held

    sets = {number: [number] for number in range(len(every))}
    place = list(sets)
    sides = [{one.side} for one in every]
    for _, one, other in sorted(pairs):
        first, second = place[one], place[other]
        if first == second or not sides[first].isdisjoint(sides[second]):
            continue
        # Each must speak of the same as each: a chain of likenesses ends anywhere.
        if not all(fit(here, there) for here in sets[first] for there in sets[second]):
            continue
        for number in sets[second]:
            place[number] = first
        sets[first] += sets.pop(second)
        sides[first] |= sides[second]
    return [[every[number] for number in members] for members in sets.values()]


def likeness(one: Statement, other: Statement) -> float:
    """Return the weight of the words that both have, as a share of the shorter's and longer's mean."""
    if one.asks_how_many and other.asks_how_many:
        return 1.0
    shared = one.weights.keys() & other.weights.keys()
    if len(shared) < FEWEST_SHARED and not _are_open(one, other):
        return 0.0
    # The order of a set changes from run to run, and with it the last digit of a plain sum.
    both = fsum(map(one.weights.__getitem__, shared))
    return 2 * both / (one.total + other.total) if both else 0.0


def _sharing(every: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of statements of different articles that share enough words to be looked at, the earlier first."""
    having: dict[str, list[int]] = defaultdict(list)
    asking: list[int] = []
    own: list[int] = []
    for number, one in enumerate(every):
        # An article's own statements are not near each other: they are laid down when the next article comes.
        if own and every[own[0]].side != one.side:
            _lay_down(own, every, having, asking)
            own = []
        own.append(number)
        near: list[int] = []
        for term in one.weights:
            if len(held := having[term]) <= EVERYBODY:
                near += held
        counts = Counter(near)
        if one.asks_how_many:
            counts.update(dict.fromkeys(asking, FEWEST_SHARED))
        for other, count in counts.items():
            if count >= FEWEST_SHARED or every[other].is_open:
                yield other, number


def _lay_down(
    numbers: Sequence[int], every: Sequence[Statement], having: dict[str, list[int]], asking: list[int]
) -> None:
    for number in numbers:
        for term in every[number].weights:
            having[term].append(number)
        if every[number].asks_how_many:
            asking.append(number)


def _enough(one: Statement, other: Statement) -> float:
    return OPEN_ALIKE if _are_open(one, other) else MATCHED


def _are_open(one: Statement, other: Statement) -> bool:
    return one.is_open and other.is_open

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
PER_WORD: Final = 65_536.0
"""Added to the weight of each word that two statements share, so that one sum tells how many they are as well."""
ROUNDING: Final = 1e-6
"""What that sum may be off by."""


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
    sets = {members[0]: members for members in _in_the_same_words(each)}
    every = [one for found in each for one in found]
    known: dict[tuple[int, int], float] = {}

    def alike(one: int, other: int) -> float:
        """Return the likeness of two statements by number, 0 where it is not enough."""
        pair = (one, other) if one < other else (other, one)
        if (held := known.get(pair)) is None:
            here, there = every[one], every[other]
            likely = likeness(here, there)
            known[pair] = held = likely if likely >= _enough(here, there) else 0.0
        return held

    pairs = [
        (-likely, one, other)
        for one, other in _sharing(every, list(sets))
        if every[one].manner == every[other].manner and (likely := alike(one, other))
    ]
    place = {number: number for number in sets}
    sides = {number: {every[member].side for member in members} for number, members in sets.items()}
    # Of those in the same words the first speaks for them all.
    speakers = {number: [number] for number in sets}
    for _, one, other in sorted(pairs):
        first, second = place[one], place[other]
        if first == second or not sides[first].isdisjoint(sides[second]):
            continue
        # Each must speak of the same as each: a chain of likenesses ends anywhere.
        if not all(alike(here, there) for here in speakers[first] for there in speakers[second]):
            continue
        for number in speakers[second]:
            place[number] = first
        sets[first] += sets.pop(second)
        sides[first] |= sides[second]
        speakers[first] += speakers.pop(second)
    return [[every[number] for number in members] for members in sets.values()]


def _in_the_same_words(each: Sequence[Sequence[Statement]]) -> list[list[int]]:
    """Return the statements by number, those of several articles together that have the same words.

    Where articles have them several times, the first of each are together, then the second.
    """
    sets: dict[tuple[object, ...], list[int]] = {}
    number = 0
    for found in each:
        times: Counter[tuple[object, ...]] = Counter()
        for one in found:
            # What is like to others by more than its words, or by none, stands for itself.
            is_plain = not one.asks_how_many and len(one.weights) >= (1 if one.is_open else FEWEST_SHARED)
            kind = (frozenset(one.weights), one.manner) if is_plain else (number,)
            sets.setdefault((kind, times[kind]), []).append(number)
            times[kind] += 1
            number += 1
    return list(sets.values())


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


def least_alike(together: Sequence[Statement]) -> float:
    """Return the likeness of the least like two of statements that speak of the same."""
    own = list({frozenset(one.weights): one for one in together}.values())
    return min((likeness(one, other) for number, one in enumerate(own) for other in own[:number]), default=1.0)


def _sharing(every: Sequence[Statement], own: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield those of the numbers in `own`, of two articles each, whose statements may be alike enough, the earlier first.

    They share enough words, and as much of their weight as can be told without laying them side by side.
    """
    having: dict[str, list[int]] = defaultdict(list)
    asking: list[int] = []
    last: list[int] = []
    for number in own:
        one = every[number]
        # An article's own statements are not near each other: they are laid down when the next article comes.
        if last and every[last[0]].side != one.side:
            _lay_down(last, every, having, asking)
            last = []
        last.append(number)
        shared: dict[int, float] = {}
        unseen = 0.0
        for term, weight in one.weights.items():
            if len(held := having[term]) > EVERYBODY:
                unseen += weight
                continue
            more = weight + PER_WORD
            for other in held:
                shared[other] = shared.get(other, 0.0) + more
        if one.asks_how_many:
            for other in asking:
                shared.pop(other, None)
                yield other, number
        least = (OPEN_ALIKE if one.is_open else MATCHED) / 2
        wanted = least * one.total - unseen - ROUNDING
        fewest = PER_WORD * (1 if one.is_open else FEWEST_SHARED)
        for other, both in shared.items():
            if both >= fewest and both % PER_WORD >= wanted + least * every[other].total:
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

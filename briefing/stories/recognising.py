"""Recognising: whether a point is known already, or another number of what is known, by its words and what it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from briefing.model import Comparison, Role
from briefing.stories.amounts import Amount, bounds, is_rounding, measured_in
from briefing.stories.points import SAID, TEXT, WHAT, Point, Report
from briefing.stories.relations import between
from briefing.stories.spelling import folded
from briefing.stories.statements import weighed
from briefing.stories.story import Relation

COVERED: Final = 0.62
"""The share of its telling words that stand in one known sentence from which a point is known."""
SPOKEN_OF: Final = 0.34
"""The share from which a statement speaks of what is known, so that it can confirm or deny it."""
ONE_MATTER: Final = 0.3
"""The share of common words of two sentences whose numbers, beside the main event's, are of one thing."""
NEAR: Final = Decimal("0.05")
"""How far a number may be off a bound that it fits to be the same for a reader: "more than 140" and 141."""
SETTLING: Final = frozenset({"confirmed", "denied"})
"""How a statement is held that settles another one, or disputes it."""
LEFT: Final = 0.25
"""The share of a point's weight that has to be left without the words of the headlines."""
MEASURED: Final = frozenset({Role.MEASURE, Role.PERCENT, Role.MONEY})
ANYBODY: Final = frozenset({"", "peopl"})
"""What is counted, where that tells nothing."""
NAMED: Final = frozenset({"WHERE", "WHO", "WHOM", "WHEN"})
"""Headings whose points are known by their names, whatever the sentence around them says."""


@dataclass(frozen=True, slots=True)
class Given:
    """A point with the report that gives it."""

    report: Report
    point: Point

    @property
    def order(self) -> tuple[str, str, str, str]:
        """What points are put in order by: the oldest report first."""
        return (*self.report.age, self.point.heading, self.point.words)


def givens(reports: Iterable[Report]) -> tuple[Given, ...]:
    """Return all points of the reports, the oldest report first, each report's in their order."""
    return tuple(Given(one, point) for one in sorted(reports, key=lambda one: one.age) for point in one.points)


def theme(reports: Iterable[Report]) -> frozenset[str]:
    """Return the terms that tell what all of the story is about, and so do not tell what is new: those of its headlines."""
    named = (words for one in reports for words in (one.title, *(p.words for p in one.points if p.heading == WHAT)))
    return frozenset(term for words in named for term in weights(words))


def tells_the_same(point: Point, other: Point, *, about: frozenset[str] = frozenset()) -> bool:
    """Return whether a reader who knows `other` knows `point`, the terms `about` left out where others are left."""
    if point == other:
        return True
    if point.amount is not None:
        return _is_the_same_number(point, point.amount, other)
    if point.heading in NAMED:
        return other.heading == point.heading and _is_part_of(point.label, other.label)
    if point.status in SETTLING and other.status and point.status != other.status:
        return False
    return covered(point.words, other.words, about=about) >= COVERED


def are_of_one(point: Point, other: Point) -> bool:
    """Return whether two numbers are of the same: the toll of the main event, or one thing told in like words."""
    if point.amount is None or other.amount is None or point.matter != other.matter:
        return False
    if point.is_main and other.is_main:
        return True
    if point.is_main != other.is_main or not _scopes_fit(point.amount, other.amount):
        return point.words == other.words
    return _likeness(weights(point.words), weights(other.words)) >= ONE_MATTER


def says_as_much(held: Amount, now: Amount) -> bool:
    """Return whether `now` says no more than `held`: the same number, its rounding, or a looser bound."""
    if now.value is None:
        return True
    if held.value is None:
        return False
    if measured_in(held) != measured_in(now) or held.change_by != now.change_by:
        return False
    here, there = bounds(held), bounds(now)
    if here == there or (held.value == now.value and held.high == now.high) or is_rounding(held, now):
        return True
    if between(held, now).relation not in {Relation.SAME, Relation.COMPATIBLE} or not here.meets(there):
        return False
    if Comparison.EQUAL is held.comparison and now.comparison is not Comparison.EQUAL:
        return True
    return abs(held.value - now.value) <= NEAR * max(abs(held.value), abs(now.value))


def speaks_of(point: Point, other: Point) -> bool:
    """Return whether a statement speaks of what another one says, so that it may confirm or deny it."""
    return other.heading in {SAID, TEXT} and _likeness(_content(point), _content(other)) >= SPOKEN_OF


def covered(words: str, other: str, *, about: frozenset[str] = frozenset()) -> float:
    """Return the share of the telling terms of `words` that stand in `other`, by weight; terms of `about` tell little."""
    own, there = telling(words, about), weights(other)
    if not own:
        return float(bool(words) and words.casefold() in other.casefold())
    return sum(weight for term, weight in own.items() if term in there) / sum(own.values())


@lru_cache(maxsize=4096)
def telling(words: str, about: frozenset[str]) -> dict[str, float]:
    """Return the terms of `words` by which they are known again, each with its weight: those of `about` only for want of others."""
    own = weights(words)
    left = {term: weight for term, weight in own.items() if term not in about}
    return own if sum(left.values()) < LEFT * sum(own.values()) else left


@lru_cache(maxsize=16_384)
def weights(words: str) -> dict[str, float]:
    """Return the terms of `words`, each with how telling it is."""
    return weighed(words)


def _is_the_same_number(point: Point, amount: Amount, other: Point) -> bool:
    if other.amount is None or point.matter != other.matter or not says_as_much(other.amount, amount):
        return False
    # Twelve fighters are the same twelve fighters in other words; two people may be any two, an hour any hour.
    role, counted = point.matter.split("|")[:2]
    is_telling = role not in MEASURED and counted not in ANYBODY
    return (is_telling and _scopes_fit(amount, other.amount)) or are_of_one(point, other)


def _scopes_fit(one: Amount, other: Amount) -> bool:
    return one.scope == other.scope or not one.scope or not other.scope


def _content(point: Point) -> dict[str, float]:
    """Return the telling words of a statement but for the name of who makes it."""
    who = weights(point.said_by)
    return {term: weight for term, weight in weights(point.words).items() if term not in who}


def _is_part_of(label: str, other: str) -> bool:
    names, there = set(folded(label)), set(folded(other))
    return bool(names) and (names <= there or there <= names)


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = [term for term in one if term in other]
    if len(shared) < 2:
        return 0.0
    return 2 * sum(one[term] for term in shared) / (sum(one.values()) + sum(other.values()))

"""Relations between numbers: the same, both possible, a development, a conflict, each with a reason to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from briefing.model import Comparison
from briefing.stories.amounts import Amount, Bounds, bounds, is_rounding, measured_in, number, told
from briefing.stories.days import told_days
from briefing.stories.story import Relation


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two amounts stand to each other."""

    relation: Relation | None
    """None where they cannot be compared."""
    why: str


@lru_cache(maxsize=8_192)
def between(one: Amount, other: Amount) -> Verdict:
    """Return how two numbers of the same thing stand to each other; the order of the two changes only the words."""
    if obstacle := _obstacle(one, other):
        return Verdict(None, obstacle)
    if one.value is None or other.value is None:
        return _with_vague(one, other)
    if one.change_by and other.change_by and one.change and other.change and one.change != other.change:
        return _apart(one, other, f"one says {one.change}, the other {other.change}")
    here, there = bounds(one), bounds(other)
    if here == there:
        return Verdict(Relation.SAME, _equal(one, other))
    if here.meets(there):
        return Verdict(Relation.COMPATIBLE, _both_true(one, other))
    if Comparison.EQUAL == one.comparison == other.comparison and is_rounding(one, other):
        return Verdict(Relation.COMPATIBLE, f"{told(one)} and {told(other)} are the same when rounded")
    return _apart(one, other, f"{told(one)} is not {told(other)}")


def of_sum(whole: Amount, parts: Sequence[Amount]) -> Verdict:
    """Return how the sum of `parts` stands to `whole`; a conflict only where no part can have been left out."""
    everything = [whole, *parts]
    if len(parts) < 2 or any(one.value is None or one.change_by for one in everything):
        return Verdict(None, "there is nothing to add")
    if len({measured_in(one) for one in everything}) > 1:
        return Verdict(None, "the units differ")
    if len({one.day for one in everything if one.day}) > 1:
        return Verdict(None, "the numbers are of different days")
    ends = [bounds(part) for part in parts]
    total = Bounds(
        _added([end.low for end in ends]),
        _added([end.high for end in ends]),
        all(end.is_low_in for end in ends),
        all(end.is_high_in for end in ends),
    )
    values = [part.value for part in parts if part.value is not None]
    at_least = any(part.comparison in {Comparison.MORE, Comparison.AT_LEAST} for part in parts)
    sign = "at least " if at_least else "about " if any(part.comparison is Comparison.ABOUT for part in parts) else ""
    shown = f"{' + '.join(number(value) for value in values)} = {number(sum(values, Decimal(0)))}"
    if bounds(whole) == total:
        return Verdict(Relation.SAME, shown)
    if bounds(whole).meets(total):
        total_value, least = sum(values, Decimal(0)), whole.value or Decimal(0)
        is_above = whole.comparison is Comparison.MORE and total_value > least
        fits = f", which is {told(whole)}"
        if sign == "about " or (sign and not is_above):
            fits = f": {sign}{number(total_value)} fits {told(whole)}"
        return Verdict(Relation.COMPATIBLE, shown + fits)
    low = bounds(whole).low
    if total.high is not None and low is not None and total.high < low:
        return Verdict(Relation.COMPATIBLE, f"{shown}, a part of {told(whole)}")
    return _apart(whole, parts[0], f"{shown}, which is not {told(whole)}")


def on_days(one: tuple[date, Amount], other: tuple[date, Amount]) -> Verdict:
    """Return that the number of the earlier of two days has become that of the later one."""
    (first, before), (last, after) = sorted((one, other), key=lambda pair: pair[0])
    here, there = told_days(first, last)
    return Verdict(Relation.ADDS, f"{told(before)} on {here}, {told(after)} on {there}")


def _obstacle(one: Amount, other: Amount) -> str:
    if measured_in(one) != measured_in(other):
        return f"the units differ: {one.unit or 'a count'} and {other.unit or 'a count'}"
    if one.change_by != other.change_by:
        return "one is a change, the other a level"
    if one.scope and other.scope and one.scope != other.scope:
        return f"the scope differs: {one.scope} and {other.scope}"
    return ""


def _with_vague(one: Amount, other: Amount) -> Verdict:
    if one.value is None and other.value is None:
        return Verdict(Relation.SAME if one.words == other.words else Relation.COMPATIBLE, "neither gives a number")
    vague, exact = (one, other) if one.value is None else (other, one)
    if bounds(vague).meets(bounds(exact)):
        return Verdict(Relation.COMPATIBLE, f'"{told(vague)}" can be {told(exact)}')
    return _apart(one, other, f'"{told(vague)}" cannot be {told(exact)}')


def _apart(one: Amount, other: Amount, why: str) -> Verdict:
    """Return a conflict where both speak of the same day and scope, else what can be said instead."""
    if one.day != other.day:
        if one.day is None or other.day is None:
            return Verdict(Relation.COMPATIBLE, f"{why}, but only one has a day")
        return on_days((one.day, one), (other.day, other))
    if one.scope != other.scope:
        return Verdict(Relation.COMPATIBLE, f"{why}, but one is of {one.scope or other.scope} alone")
    return Verdict(Relation.CONFLICT, why)


def _equal(one: Amount, other: Amount) -> str:
    return f"both {told(one)}" if told(one) == told(other) else f"{told(one)} is {told(other)}"


def _both_true(one: Amount, other: Amount) -> str:
    exact, bound = (one, other) if one.comparison is Comparison.EQUAL else (other, one)
    if Comparison.EQUAL in {one.comparison, other.comparison} and bound.high is None and exact.high is None:
        return f"{told(exact)} fits {told(bound)}"
    return f"{told(one)} and {told(other)} can both be true"


def _added(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [end for end in ends if end is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None

"""Wording: what a line of numbers is called, and how a number went from one day to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from briefing.facts.labels import EVENTS
from briefing.model import Role
from briefing.stories.amounts import told
from briefing.stories.days import told_date, told_day
from briefing.stories.figures import VICTIMS, Told, counted_words, date_beside
from briefing.stories.sources import Sides
from briefing.stories.subjects import subject

OF_SUBJECTS: Final = frozenset((Role.PERCENT.value, Role.MEASURE.value, Role.MONEY.value))
"""Numbers that are of something beside what they are counted in."""
ANYBODY: Final = frozenset(("people", "persons", "others"))
WHERE: Final = re.compile(
    r" (?:people|persons|others) (?:had been |were |are )?(on board|aboard|in hospital|in custody|in shelters|without power)\b"
)
"""What tells of which people a number is."""
SHORTEST_PERIOD: Final = 27
"""Days: a month. What is of a shorter time is told by its line."""


def slot_of(key: tuple[str, ...], chosen: Sequence[Told], on: Sides) -> str:
    """Return the kind of number, and what it is of: "killed", "count: attacks", "percent: inflation in 2025"."""
    if key[0] in OF_SUBJECTS:
        named = Counter(subject(on.analyses[one.side], one.figure) for one in chosen)
        what = max(named, key=lambda name: (bool(name), named[name], len(name), name))
        return f"{key[0]}: {what}{_period(chosen, on)}" if what else key[0]
    words = [counted_words(on.analyses[one.side].article.text, one.figure).strip() for one in chosen]
    counted = min((word for word in words if word), key=len, default="")
    if counted.lower() in ANYBODY:
        texts = [on.analyses[one.side].article.text for one in chosen]
        behind = (WHERE.match(text, one.figure.span.end) for text, one in zip(texts, chosen, strict=True))
        counted += next((f" {found[1]}" for found in behind if found), "")
    if key[0] in VICTIMS or not key[1]:
        return f"{key[0]}: {counted}" if key[1] else key[0]
    return f"{key[0]}: {_as_things(counted)}" if counted else key[0]


def _period(chosen: Sequence[Told], on: Sides) -> str:
    """Return the month or year that all the numbers are of: " in 2025"."""
    if len({one.period for one in chosen}) != 1 or not chosen[0].period:
        return ""
    analysis = on.analyses[chosen[0].side]
    found = date_beside(analysis, chosen[0].figure.span)
    if found is None or found.first is None or found.last is None or (found.last - found.first).days < SHORTEST_PERIOD:
        return ""
    return f" in {told_date(analysis, found)}"


def _as_things(counted: str) -> str:
    """Return what is counted as a noun: "attacks" of "attacked 58 times"."""
    stem = counted.lower().removesuffix("ed")
    return f"{stem}s" if stem in EVENTS else counted


def steps(each: Sequence[Told]) -> str:
    """Return a number from day to day, "9 and 12 on 11 Mar, 14 on 12 Mar 2024"; empty where all are of one day."""
    by_day: dict[date, list[str]] = {}
    for one in each:
        if one.amount.day is not None and one.amount.value is not None and not one.amount.change_by:
            by_day.setdefault(one.amount.day, []).append(told(one.amount))
    if len(by_day) < 2:
        return ""
    found: list[tuple[date, str]] = []
    for day in sorted(by_day):
        shown = " and ".join(dict.fromkeys(by_day[day]))
        if not found or found[-1][1] != shown:
            found.append((day, shown))
    if len(found) < 2:
        return ""
    last = f" {found[-1][0].year}"
    days = [told_day(day) for day, _ in found]
    shorter = [*(day.removesuffix(last) for day in days[:-1]), days[-1]]
    return ", ".join(f"{shown} on {day}" for (_, shown), day in zip(found, shorter, strict=True))

"""Mentioned days: those beside the main event's that several reports tell of, exacter by some than by others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from briefing.model import Analysis, Timex, TimexType
from briefing.stories.days import each_means, share_a_day, told_date
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Comparison, Relation

POINTERS: Final = frozenset({"then", "that day", "the same day", "the day"})
"""Dates that only point back to another one."""


def mentioned_lines(on: Sides, main_days: Collection[date]) -> Iterator[Comparison]:
    """Yield a line for each other day that is told: by several articles, exacter by some, or by one alone."""
    held: list[list[tuple[Analysis, Timex]]] = []
    for analysis in on.analyses:
        for found in analysis.dates:
            if found.type not in {TimexType.DATE, TimexType.TIME} or not found.first or found.value.endswith("_REF"):
                continue
            words = found.span.of(analysis.article.text).lower()
            if (found.first in main_days and found.type is TimexType.DATE) or words in POINTERS:
                continue
            _place(held, analysis, found)
    for line in held:
        values = tuple(value(analysis, found.span, ref=found.id) for analysis, found in line)
        sides = {analysis.article.id for analysis, _ in line}
        kind = "time" if line[0][1].type is TimexType.TIME else "date"
        day = told_date(*max(line, key=_length))
        if len(sides) == 1:
            yield Comparison(f"{kind}: {day}", Relation.ONLY, values, "no other report names it", 1)
        elif len({found.value for _, found in line}) == 1:
            yield Comparison(
                f"{kind}: {day}", Relation.SAME, values, f"{each_means(values)} {day}", origins(values, on)
            )
        else:
            yield Comparison(f"{kind}: {day}", Relation.COMPATIBLE, values, _within(line), origins(values, on))


def _within(line: Sequence[tuple[Analysis, Timex]]) -> str:
    """Return which of several dates is the closest, and in which of them it lies."""
    ordered = sorted(line, key=_length)
    (where, closest), (there, loosest) = ordered[0], ordered[-1]
    if _lies_within(closest, loosest):
        return f"{told_date(where, closest)} lies within {told_date(there, loosest)}"
    return f"{told_date(where, closest)} and {told_date(there, loosest)} have days in common"


def _length(one: tuple[Analysis, Timex]) -> int:
    return (one[1].last - one[1].first).days if one[1].first and one[1].last else 0


def _lies_within(one: Timex, other: Timex) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return other.first <= one.first and one.last <= other.last


def _place(held: list[list[tuple[Analysis, Timex]]], analysis: Analysis, found: Timex) -> None:
    for line in held:
        other = line[0][1]
        if other.type is found.type and (
            other.value == found.value
            or (
                line[0][0] is not analysis
                and other.modifier == found.modifier == "since"
                and share_a_day([other, found])
            )
            or (
                line[0][0] is not analysis
                and _is_month_of_day(found, other)
                and not _is_relative(line, analysis, found)
            )
        ):
            line.append((analysis, found))
            return
    held.append([(analysis, found)])


def _is_relative(line: list[tuple[Analysis, Timex]], analysis: Analysis, found: Timex) -> bool:
    """Return whether one of the dates is told as "this month", which is no coarser name of a day."""
    return any("month" in one.span.of(at.article.text).lower() for at, one in (*line, (analysis, found)))


def _is_month_of_day(one: Timex, other: Timex) -> bool:
    """Return whether one names the month in which the other one's day lies."""
    month, day = sorted((one.value, other.value), key=len)
    return len(month) == len("2023-10") and len(day) == len("2023-10-07") and day.startswith(month)

"""Days as the reasons of a comparison write them: "11 Mar 2024", "Mon 11 Mar 2024", "autumn 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.facts import labels
from briefing.facts.labels import DAYS, MONTHS
from briefing.model import Analysis, Timex
from briefing.stories.story import Value


def told_day(day: date) -> str:
    """Return the day: "11 Mar 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """Return the day with that of the week: "Mon 11 Mar 2024"."""
    return f"{DAYS[day.weekday()]} {told_day(day)}"


def weekdays(days: Sequence[date]) -> str:
    """Return several days in order, a common year only with the last: "Mon 11 Mar, Tue 12 Mar 2024"."""
    last = f" {days[-1].year}"
    return ", ".join([*(weekday(day).removesuffix(last) for day in days[:-1]), weekday(days[-1])])


def told_date(analysis: Analysis, found: Timex) -> str:
    """Return a date of an article as it is read: "Sat 20 Jan 2024", "Jan 2024", "autumn 2023"."""
    return labels.day(analysis.article.text, found)


def told_days(first: date, last: date) -> tuple[str, str]:
    """Return two days, a common year only with the second: "11 Mar" and "12 Mar 2024"."""
    shown = told_day(first)
    return shown.removesuffix(f" {last.year}"), told_day(last)


def each_means(values: Sequence[Value]) -> str:
    """Return how a reason begins in which all articles mean one thing."""
    return "both mean" if len({one.article for one in values}) == 2 else "all mean"


def share_a_day(found: Sequence[Timex]) -> bool:
    """Return whether a day lies in all of the dates."""
    firsts = [when.first for when in found if when.first]
    lasts = [when.last for when in found if when.last]
    return bool(firsts) and bool(lasts) and max(firsts) <= min(lasts)


def timex_of(analysis: Analysis, name: str | None) -> Timex | None:
    """Return the date of an article by its id."""
    return next((found for found in analysis.dates if found.id == name), None) if name else None

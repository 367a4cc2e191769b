"""Days as the reasons of a comparison write them: "11 Mar 2024", "Mon 11 Mar 2024", "autumn 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.facts import labels
from briefing.facts.labels import DAYS, MONTHS
from briefing.model import Analysis, Timex


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

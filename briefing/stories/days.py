"""Days as the reasons of a comparison write them: "11 Mar 2024"."""

from __future__ import annotations

from datetime import date

from briefing.facts.labels import MONTHS


def told_day(day: date) -> str:
    """Return the day: "11 Mar 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def told_days(first: date, last: date) -> tuple[str, str]:
    """Return two days, a common year only with the second: "11 Mar" and "12 Mar 2024"."""
    shown = told_day(first)
    return shown.removesuffix(f" {last.year}"), told_day(last)

"""The calendar: days, the TIMEX3 values that name stretches of them, and back.

Units are letters: D day, W week, M month, Q quarter, Y year, E decade, C century; WE is a weekend.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import Final

from briefing.values import dataclass

_MONTHS_OF_UNIT: Final = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which each season begins, north of the equator, as weather services count."""

_VALUE: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:T.*)?)?|-W(?P<week>[0-9]{2})(?P<we>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year: as exact as a text is. Years before Christ count from 0 back: 2 BC is -1."""

    year: int
    month: int | None = None
    day: int | None = None

    def as_date(self) -> date | None:
        """Return its first day; None before Christ."""
        return date(self.year, self.month or 1, self.day or 1) if self.year > 0 else None


def month_length(year: int, month: int) -> int:
    """Return how many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def year_value(year: int) -> str:
    """Return a year: 2024, BC0480."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def month_value(year: int, month: int) -> str:
    """Return a month: 2024-01."""
    return f"{year_value(year)}-{month:02d}"


def year_of_era(digits: str, era: str) -> int | None:
    """Return a year as astronomers count, 1 BC as 0 and 2 BC as -1; None where the number is too great."""
    number = int(digits.replace(",", ""))
    if not 0 < number <= MAXYEAR:
        return None
    return 1 - number if era.lower().startswith("b") else number


def exact_day(year: int, month: int, day: int) -> date | None:
    """Return that day; None where the calendar has none ("31 June")."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    return date(year, month, day)


def shifted(day: date, count: int, unit: str) -> date | None:
    """Return the day `count` units on; None beyond the calendar."""
    try:
        if unit in _MONTHS_OF_UNIT:
            months = day.year * 12 + day.month - 1 + count * _MONTHS_OF_UNIT[unit]
            year, month = months // 12, months % 12 + 1
            return date(year, month, min(day.day, month_length(year, month))) if 1 <= year <= 9999 else None
        return day + timedelta(days=count * (1 if unit == "D" else 14 if unit == "F" else 7))
    except (OverflowError, ValueError):
        return None


def value_at(day: date, unit: str) -> str:
    """Return the stretch of that unit in which a day lies."""
    week = day.isocalendar()
    match unit:
        case "W":
            return f"{week.year:04d}-W{week.week:02d}"
        case "WE":
            return f"{week.year:04d}-W{week.week:02d}-WE"
        case "M":
            return month_value(day.year, day.month)
        case "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "Y":
            return f"{day.year:04d}"
        case "E":
            return f"{day.year // 10:03d}"
        case "C":
            return f"{day.year // 100:02d}"
        case _:
            return day.isoformat()


def covered(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 value; None where it has no calendar place."""
    if value.isdecimal() and len(value) in {2, 3}:
        first_year, last_year = int(value.ljust(4, "0")), int(value.ljust(4, "9"))
        return (date(first_year, 1, 1), date(last_year, 12, 31)) if first_year else None
    found = _VALUE.fullmatch(value)
    if not found or not int(found["year"]):
        return None
    year = int(found["year"])
    try:
        if found["day"]:
            day = date(year, int(found["month"]), int(found["day"]))
            return day, day
        if found["week"]:
            monday = date.fromisocalendar(year, int(found["week"]), 1)
            return monday + timedelta(days=5 if found["we"] else 0), monday + timedelta(days=6)
        if found["month"]:
            return _months(year, int(found["month"]), 1)
        if found["quarter"]:
            return _months(year, 3 * int(found["quarter"]) - 2, 3)
        if found["half"]:
            return _months(year, 6 * int(found["half"]) - 5, 6)
        if found["season"]:
            return _months(year, SEASON_MONTHS[found["season"]], 3)
        return _months(year, 1, 12)
    except (ValueError, OverflowError):
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = year * 12 + month - 1 + count - 1
    last_year, last_month = last // 12, last % 12 + 1
    return date(year, month, 1), date(last_year, last_month, month_length(last_year, last_month))

"""Holidays."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.dates.holidays import easter, holiday


@pytest.mark.parametrize(
    "day",
    [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31), date(2038, 4, 25)],
)
def test_easter_falls_on_its_sunday(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("christmas eve", date(2023, 12, 24)),
        ("thanksgiving", date(1999, 11, 25)),
        ("election day", date(1998, 11, 3)),
        ("election day", date(2016, 11, 8)),
        ("memorial day", date(2024, 5, 27)),
        ("labor day", date(2023, 9, 4)),
        ("good friday", date(2024, 3, 29)),
        ("king day", date(2024, 1, 15)),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, day: date) -> None:
    assert holiday(day.year, name) == day


def test_an_unknown_holiday_has_no_day() -> None:
    assert holiday(2024, "market day") is None

"""The calendar of dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.dates.days import covered, month_length, shifted, value_at, year_value


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-01-20", date(2024, 1, 20), date(2024, 1, 20)),
        ("2024-01-20T18:30", date(2024, 1, 20), date(2024, 1, 20)),
        ("2024-W03", date(2024, 1, 15), date(2024, 1, 21)),
        ("2024-W03-WE", date(2024, 1, 20), date(2024, 1, 21)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("197", date(1970, 1, 1), date(1979, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_a_value_covers_its_days(value: str, first: date, last: date) -> None:
    assert covered(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["PAST_REF", "P3D", "XXXX-10", "BC0480", "2023-13", "2023-W60", "2023-02-30", "00", ""]
)
def test_what_has_no_calendar_place_covers_no_days(value: str) -> None:
    assert covered(value) is None


@given(
    st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)),
    st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "E", "C"]),
)
def test_a_day_lies_in_the_stretch_that_names_it(day: date, unit: str) -> None:
    days = covered(value_at(day, unit))

    assert days is None or unit == "WE" or days[0] <= day <= days[1]


@given(st.dates(), st.integers(-12_000, 12_000), st.sampled_from(["D", "W", "M", "Q", "Y", "E", "C", "F"]))
def test_a_shift_beyond_the_calendar_is_none(day: date, count: int, unit: str) -> None:
    there = shifted(day, count, unit)

    assert there is None or (there >= day if count >= 0 else there <= day)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_have_their_lengths(year: int, month: int) -> None:
    assert month_length(year, month) == monthrange(year, month)[1]


def test_years_before_christ_count_back_from_0() -> None:
    assert [year_value(year) for year in (2024, 1, 0, -479)] == ["2024", "0001", "BC0001", "BC0480"]

"""The day of publication, as files write it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.formats.published import from_seconds, published

DAY = date(2024, 1, 21)
HALF_PAST_SIX = datetime.fromisoformat("2024-01-21T18:30")
EASTERN = timezone(timedelta(hours=-5))


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("2024-01-21", DAY), ("2024/1/21", DAY), ("20240121", DAY), ("21.01.2024", DAY), ("21 Jan 2024", DAY),
        ("January 21st, 2024", DAY), ("Sunday, 21 January 2024", DAY), ("21/01/2024", DAY), ("1/21/2024", DAY),
        ("21-Jan-2024", DAY), ("Sept. 3, 2024", date(2024, 9, 3)), ("03/03/2024", date(2024, 3, 3)),
        ("2024-01-21T18:30", HALF_PAST_SIX), ("2024-01-21 6:30 pm", HALF_PAST_SIX),
        ("21 Jan 2024, 6.30pm", HALF_PAST_SIX), ("2024-01-21T18:30:05.123Z", datetime(2024, 1, 21, 18, 30, 5, tzinfo=UTC)),
        ("Sun, 21 Jan 2024 18:30:05 +0000", datetime(2024, 1, 21, 18, 30, 5, tzinfo=UTC)),
        ("2024-01-21 18:30 EST", datetime(2024, 1, 21, 18, 30, tzinfo=EASTERN)),
        ("0001-01-01", date(1, 1, 1)), ("2999-01-21", date(2999, 1, 21)),
    ],
)  # fmt: skip
def test_a_date_is_read_in_the_forms_that_files_use(value: str, meant: date) -> None:
    found = published(value)

    assert found.published == meant
    assert type(found.published) is type(meant)
    assert found.remark == ""


@pytest.mark.parametrize("value", ["", " ", "None", "null", "n/a", "unknown"])
def test_nothing_is_no_date_and_no_fault(value: str) -> None:
    found = published(value)

    assert (found.published, found.remark) == (None, "")


@pytest.mark.parametrize(
    "value", ["2024-02-31", "0000-00-00", "31 Feb 2024", "99999999-01-01", "03/04/2024", "soon", "2024", "\x1b"]
)
def test_a_date_that_cannot_be_is_told(value: str) -> None:
    found = published(value)

    assert found.published is None
    assert found.remark


@pytest.mark.parametrize("clock", ["25:61:61", "10:00:00+99:99", "13:00 pm"])
def test_a_time_that_cannot_be_leaves_the_day(clock: str) -> None:
    found = published(f"2024-01-21 {clock}")

    assert found.published == DAY
    assert "time" in found.remark


@settings(deadline=None)
@given(st.text(alphabet="0123456789-/.:T +Zjanfebpm,０٣", max_size=40))
def test_no_text_is_too_odd_for_it(value: str) -> None:
    found = published(value)

    assert found.published is None or found.published.year >= 1


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_of_seconds_is_too_big(seconds: float) -> None:
    moment = from_seconds(seconds)

    assert moment is None or moment.tzinfo is UTC

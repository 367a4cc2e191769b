"""Dates: laws that hold for every text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.dates import dates

PUBLISHED = date(2024, 1, 21)
SEEDS = Path(__file__).parents[3] / "seeds"
WORDS = st.sampled_from(
    "on Monday May March 3 5 24 1990 2024 since until the past three years days ago later week month , . - to and of in "
    "early late next last this third quarter half an hour 6.30pm noon every daily summer fall '98 1970s '80s 20th century "
    "Christmas Day BC 12:30 10 p.m. local time second one two hundred a year end".split()
)
TEXT = st.lists(WORDS, max_size=30).map(" ".join)


@given(TEXT)
def test_findings_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    found = dates(text, published=PUBLISHED)

    ends = [0, *(timex.span.end for timex in found)]
    assert all(timex.span.start >= end for timex, end in zip(found, ends, strict=False))
    assert ends[-1] <= len(text)
    assert all(timex.span.of(text).strip() == timex.span.of(text) != "" for timex in found)


@given(TEXT)
def test_the_first_day_is_never_behind_the_last(text: str) -> None:
    found = dates(text, published=PUBLISHED)

    assert all((timex.first is None) == (timex.last is None) for timex in found)
    assert all(timex.first <= timex.last for timex in found if timex.first and timex.last)


@given(st.text(max_size=200), st.dates())
def test_any_text_of_any_day_is_read(text: str, day: date) -> None:
    dates(text, published=day)
    dates(text, published=None)

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.figures.numerals import numerals
from briefing.extract.figures.tokens import tokenised

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """Return a number below a billion in British words."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return TENS[ten - 2] + (f"-{SMALL[unit]}" if unit else "")
    if number < 1000:
        hundred, rest = divmod(number, 100)
        return f"{SMALL[hundred]} hundred" + (f" and {in_words(rest)}" if rest else "")
    name, size = ("thousand", 1000) if number < 1_000_000 else ("million", 1_000_000)
    over, rest = divmod(number, size)
    return f"{in_words(over)} {name}" + (f" {in_words(rest)}" if rest else "")


def values(text: str) -> list[Decimal]:
    return [numeral.value for numeral in numerals(tokenised(text))]


@given(st.integers(min_value=0, max_value=999_999_999))
def test_a_number_in_words_has_the_value_of_its_digits(number: int) -> None:
    assert values(in_words(number)) == [Decimal(number)]


@given(st.integers(min_value=0, max_value=10**15))
def test_commas_between_thousands_change_nothing(number: int) -> None:
    assert values(f"{number:,}") == values(str(number)) == [Decimal(number)]


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_digits_are_read_exactly(number: Decimal) -> None:
    assert values(f"about {number} of them") == [number]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", "500000"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("a quarter", "0.25"),
        ("three-quarters", "0.75"),
        ("two and a half", "2.5"),
        ("a million and a half", "1500000"),
        ("2½", "2.5"),
        ("1.2bn", "1200000000"),
        ("3.4 trillion", "3400000000000"),
        ("2.5 lakh crore", "2500000000000"),
        ("1,00,000", "100000"),
        (".500", "0.500"),
        ("twelve hundred", "1200"),
        ("1\u202f250", "1250"),
    ],
)
def test_a_number_is_read_as_it_is_written(text: str, value: str) -> None:
    assert values(text) == [Decimal(value)]


@pytest.mark.parametrize("text", ["1.2.3", "3,5", "12,34,5", "1.000", "9" * 40, "hundred", "the million"])
def test_what_is_no_certain_number_is_left_out(text: str) -> None:
    assert values(text) == []

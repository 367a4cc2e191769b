"""Numbers in words and digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.extract.dates.numbers import number_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("seven", "7"),
        ("twenty - five", "25"),
        ("two dozen", "24"),
        ("a hundred and fifty", "150"),
        ("two thousand three hundred", "2300"),
        ("1,500", "1500"),
        ("2 1 / 2", "2.5"),
        ("two and a half", "2.5"),
        ("3 million", "3000000"),
    ],
)
def test_words_and_digits_are_numbers(words: str, number: str) -> None:
    assert number_of(words.split()) == Decimal(number)


@pytest.mark.parametrize("words", ["", "the", "nineteen ninety", "two five"])
def test_other_words_are_none(words: str) -> None:
    assert number_of(words.split()) is None

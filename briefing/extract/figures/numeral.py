"""A number as it is written, and the value of its digits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from briefing.values import dataclass

PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}\.000")
"""A thousand or one, as the writer is used to: not certain."""
PRECISION: Final = Decimal("0.0000000001")
"""What a fraction without an exact decimal is rounded to: "a third" is 0.3333333333."""
EXACT_PARTS: Final = frozenset({2, 4, 5, 8, 10, 16, 100, 1000})
LONGEST_DIGITS: Final = 30


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written: its tokens, its value, and what the writing itself tells."""

    first: int
    last: int
    """The token behind its last one."""
    value: Decimal
    spelled: bool = False
    """In words, not in digits."""
    scale: Decimal = Decimal(1)
    """What its last word multiplies by: million, bn, dozen."""
    fraction: bool = False
    """A part of a whole: "a third", "three-quarters"."""
    out_of: bool = False
    """A fraction told by two numbers: "four in ten"."""
    currency: str | None = None
    """From a sign or code before it."""
    short: str = ""
    """A short scale that may as well be a unit: the "m" of "5m"."""

    @property
    def scaled(self) -> bool:
        """Return whether a scale is part of it."""
        return self.scale != 1


def digits_value(word: str) -> Decimal | None:
    """Return what digits with commas and a point are worth; None where that is not certain: "1.2.3", "3,5"."""
    if len(word) > LONGEST_DIGITS:
        return None
    if word.isdigit():
        return Decimal(word)
    if PLAIN.fullmatch(word):
        return None if THOUSANDS.fullmatch(word) else Decimal(word)
    if GROUPED.fullmatch(word):
        return Decimal(word.replace(",", ""))
    return None


def ratio(over: int, under: int) -> Decimal:
    """Return a fraction as a decimal number, rounded where it has no end."""
    exact = Decimal(over) / Decimal(under)
    return exact if under in EXACT_PARTS else exact.quantize(PRECISION)

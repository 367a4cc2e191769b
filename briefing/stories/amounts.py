"""Amounts: what a figure says of the true number, as bounds, in units that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from briefing.facts.labels import CURRENCIES, plural
from briefing.model import Change, Comparison

ABOUT: Final = Decimal("0.1")
"""How far "about 2,500" may be off, as a share: the widest that news agencies' rounding needs."""
ROUND_FROM: Final = Decimal(100)
"""Numbers that end in a nought may have been rounded from here on; 40 dead are 40."""
SCALES: Final[dict[str, tuple[str, Decimal]]] = {
    "millimetre": ("metre", Decimal("0.001")),
    "centimetre": ("metre", Decimal("0.01")),
    "metre": ("metre", Decimal(1)),
    "kilometre": ("metre", Decimal(1000)),
    "inch": ("metre", Decimal("0.0254")),
    "foot": ("metre", Decimal("0.3048")),
    "yard": ("metre", Decimal("0.9144")),
    "mile": ("metre", Decimal("1609.344")),
    "gram": ("kilogram", Decimal("0.001")),
    "kilogram": ("kilogram", Decimal(1)),
    "tonne": ("kilogram", Decimal(1000)),
    "pound": ("kilogram", Decimal("0.45359237")),
    "second": ("minute", Decimal(1) / 60),
    "minute": ("minute", Decimal(1)),
    "hour": ("minute", Decimal(60)),
    "day": ("minute", Decimal(1440)),
    "week": ("minute", Decimal(10080)),
    "hectare": ("square metre", Decimal(10000)),
    "square kilometre": ("square metre", Decimal(1_000_000)),
    "acre": ("square metre", Decimal("4046.8564224")),
    "point": ("percentage point", Decimal(1)),
    "percentage point": ("percentage point", Decimal(1)),
    "basis point": ("percentage point", Decimal("0.01")),
}
"""Units by what they are measured in for comparing; a pound without a sign is a weight, a currency has its code."""
FLOORS: Final = {"dozens": 20, "scores": 40, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
"""What a vague word means at least."""
SCALE_WORDS: Final = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
SIGNS: Final = {
    Comparison.MORE: "more than ",
    Comparison.AT_LEAST: "at least ",
    Comparison.LESS: "less than ",
    Comparison.AT_MOST: "at most ",
    Comparison.ABOUT: "about ",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as one source gives it."""

    value: Decimal | None
    """The low end of a range; None for a vague one."""
    high: Decimal | None = None
    comparison: Comparison = Comparison.EQUAL
    unit: str | None = None
    scope: str = ""
    """Where or of whom, where the number is of a part: "Iraq"; empty for all."""
    day: date | None = None
    """The day at which it held."""
    change: Change | None = None
    change_by: bool = False
    words: str = ""
    """The vague words: "dozens"."""

    def __hash__(self) -> int:
        """Return what tells most amounts apart: a decimal takes long to be hashed, and they are compared by the thousand."""
        return hash((self.words, self.scope))


@dataclass(frozen=True, slots=True)
class Bounds:
    """The numbers that an amount leaves open; None where there is no end."""

    low: Decimal | None
    high: Decimal | None
    is_low_in: bool = True
    is_high_in: bool = True

    def meets(self, other: Bounds) -> bool:
        """Return whether a number can be in both."""
        return not (_below(self, other) or _below(other, self))


def bounds(amount: Amount) -> Bounds:
    """Return what `amount` leaves open, in the unit of `measured_in`."""
    if amount.value is None:
        floor = next((least for word, least in FLOORS.items() if word in amount.words.lower()), 1)
        return Bounds(Decimal(floor), None)
    scale = SCALES[amount.unit][1] if amount.unit in SCALES else Decimal(1)
    low, high = amount.value * scale, (amount.value if amount.high is None else amount.high) * scale
    match amount.comparison:
        case Comparison.MORE:
            return Bounds(low, None, is_low_in=False)
        case Comparison.AT_LEAST:
            return Bounds(low, None)
        case Comparison.LESS:
            return Bounds(None, high, is_high_in=False)
        case Comparison.AT_MOST:
            return Bounds(None, high)
        case Comparison.ABOUT:
            return Bounds(low - abs(low) * ABOUT, high + abs(high) * ABOUT)
    return Bounds(low, high)


def measured_in(amount: Amount) -> str | None:
    """Return the unit that amounts of its kind are compared in."""
    return SCALES[amount.unit][0] if amount.unit in SCALES else amount.unit


def plain(amount: Amount) -> Decimal | None:
    """Return the value in the unit of `measured_in`; None for a vague one."""
    if amount.value is None:
        return None
    return amount.value * (SCALES[amount.unit][1] if amount.unit in SCALES else Decimal(1))


@lru_cache(maxsize=8_192)
def is_rounding(one: Amount, other: Amount) -> bool:
    """Return whether one of two exact numbers is the other one rounded."""
    return any(_rounds(rough, fine) for rough, fine in ((one, other), (other, one)))


def number(value: Decimal) -> str:
    """Return the number as it is written: 2,500 or 7.91."""
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _short(value: Decimal) -> str:
    """Return a number, "million" and the like as a word where no digit is lost by it."""
    for scale, word in SCALE_WORDS:
        if abs(value) >= scale and (value / scale * 100) % 1 == 0:
            return f"{number(value / scale)} {word}"
    return number(value)


def told(amount: Amount) -> str:
    """Return the amount in words: "more than 140", "20 to 30 percent"."""
    if amount.value is None:
        return amount.words or "no number"
    if amount.unit is None and 0 < amount.value < 1 and amount.words[:1].isalpha():
        # "Roughly half" says more than 0.5.
        return amount.words
    kind, per, other = (amount.unit or "").partition(" per ")
    upper = f" to {_short(amount.high)}" if amount.high is not None else ""
    told_number = f"{CURRENCIES.get(kind, '')}{_short(amount.value)}{upper}"
    is_plain = not kind or kind.isupper() or kind == "percent" or amount.value == 1
    unit = "" if kind in CURRENCIES else kind if is_plain else plural(kind)
    return f"{SIGNS.get(amount.comparison, '')}{told_number}{f' {unit}' if unit else ''}{per}{other}"


def _below(one: Bounds, other: Bounds) -> bool:
    """Return whether all of `one` lies below `other`."""
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and not (one.is_high_in and other.is_low_in))


def _rounds(rough: Amount, fine: Amount) -> bool:
    if rough.value is None or fine.value is None or rough.high is not None or fine.high is not None:
        return False
    step = _step(rough.value)
    if step is None:
        return False
    scale, there = (SCALES[one.unit][1] if one.unit in SCALES else Decimal(1) for one in (rough, fine))
    return abs(rough.value * scale - fine.value * there) <= step * scale / 2


def _step(value: Decimal) -> Decimal | None:
    """Return the unit of its last digit that counts; None where the number looks exact."""
    exponent = value.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent == 0 or (exponent > 0 and value < ROUND_FROM):
        return None
    return Decimal(1).scaleb(exponent)

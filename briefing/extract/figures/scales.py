"""What may follow a number and changes its value: fractions ("2½", "1 3/4") and scales ("bn", "million")."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing.extract.figures.number_words import (
    FRACTION_PARTS,
    SCALES,
    SHORT_SCALES,
    SURE_SHORT_SCALES,
    VULGAR_FRACTIONS,
)
from briefing.extract.figures.numeral import ratio
from briefing.extract.figures.tokens import Tokens

UNDER: Final = frozenset({"2", "3", "4", "5", "8", "16"})
"""What a fraction with a slash is divided by; others are dates, routes, votes."""


def with_fraction(tokens: Tokens, at: int, value: Decimal) -> tuple[Decimal, int, bool]:
    """Return a value with the fraction at `at`, the token behind it, and whether all of it is a fraction: "3/4"."""
    word = tokens.low[at]
    if word in VULGAR_FRACTIONS and tokens.starts[at] - tokens.ends[at - 1] <= 1:
        return value + ratio(*VULGAR_FRACTIONS[word]), at + 1, False
    if word == "/" and tokens.glued(at) and tokens.glued(at + 1):
        under = tokens.low[at + 1]
        if under in UNDER and 0 < value < int(under) and value == int(value) and _is_parted(tokens, at + 2):
            return ratio(int(value), int(under)), at + 2, True
        return value, at, False
    if tokens.low[at + 1] == "/" and tokens.glued(at + 1) and tokens.glued(at + 2) and not tokens.glued(at):
        under = tokens.low[at + 2]
        if under in UNDER and len(word) == 1 and word.isdigit() and 0 < int(word) < int(under):
            return value + ratio(int(word), int(under)), at + 3, False
    if tokens.hyphen(at) and tokens.low[at + 1 : at + 6] == ["and", "-", "a", "-", "half"]:
        return value + ratio(1, 2), at + 6, False
    if word == "and" and tokens.low[at + 1] == "a" and tokens.low[at + 2] in {"half", "quarter"}:
        return value + ratio(1, FRACTION_PARTS[tokens.low[at + 2]]), at + 3, False
    return value, at, False


def _is_parted(tokens: Tokens, at: int) -> bool:
    """Return whether what stands behind a slash and two digits shows that they are a fraction."""
    return tokens.low[at] in {"of", "inch", "inches", "mile", "miles", "cup", "cups", "oz", '"', "lb"} or tokens.hyphen(
        at
    )


def with_scale(tokens: Tokens, at: int) -> tuple[Decimal, int, str]:
    """Return the scale behind digits, the token behind it, and a short form that may be a unit instead."""
    scale = Decimal(1)
    end = at
    for _ in range(2):
        here = end + tokens.hyphen(end)
        word = tokens.low[here]
        if word not in SCALES or (here > end and word == "dozen"):
            break
        scale *= SCALES[word]
        end = here + 1
    if end > at:
        return scale, end, ""
    word = tokens.low[at]
    if word in SURE_SHORT_SCALES:
        return SHORT_SCALES[word], at + 1, ""
    if word in SHORT_SCALES and tokens.glued(at):
        return scale, at + 1, word
    return scale, at, ""

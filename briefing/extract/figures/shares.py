"""Shares told by two numbers: "four in 10", "two out of three", "a quarter of a trillion", "half of 1 percent"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.unit_names import WORDS
from briefing.extract.figures.words import words

WHOLES: Final = frozenset(map(Decimal, (*range(2, 11), 12, 15, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)))
"""Of how many a share is usually told."""
TENS_ONLY: Final = frozenset(map(Decimal, (10, 100)))
"""Of how many with "of" alone; "one of three men" is no third."""
LINKS: Final = frozenset({"in", "out of", "- in -", "in every", "out of every", "of every", "- out - of -"})
PERCENT: Final = words("percent % percentage per pct")
YEARS: Final = (1900, 2100)
LONGEST_LINK: Final = 5


def with_shares(tokens: Tokens, numbers: Sequence[Numeral]) -> list[Numeral]:
    """Return `numbers`, those that tell one share together joined into one."""
    kept: list[Numeral] = []
    for number in numbers:
        joined = _joined(tokens, kept[-1], number) if kept else None
        if joined is None:
            kept.append(number)
        else:
            kept[-1] = joined
    return kept


def _joined(tokens: Tokens, part: Numeral, whole: Numeral) -> Numeral | None:
    if not 0 < whole.first - part.last <= LONGEST_LINK or part.currency is not None:
        return None
    link = " ".join(tokens.low[part.last : whole.first])
    if part.fraction:
        return _of_one(tokens, part, whole) if link == "of" else None
    if whole.currency is not None or whole.fraction or not part.value < whole.value or part.scaled or part.value <= 0:
        return None
    one = part.value == 1 and not YEARS[0] <= whole.value <= YEARS[1]
    known = (link in LINKS and (one or whole.value in WHOLES)) or (
        link == "of" and whole.value in TENS_ONLY and part.value > 1
    )
    if not known or part.value != int(part.value) or tokens.low[whole.last] in WORDS or tokens.hyphen(whole.last):
        return None
    return Numeral(part.first, whole.last, _share(part.value, whole.value), spelled=True, fraction=True, out_of=True)


def _of_one(tokens: Tokens, part: Numeral, whole: Numeral) -> Numeral | None:
    """Return a fraction of one scale or of one percent: "a quarter of a million", "half of 1 percent"."""
    if whole.scaled:
        return replace(whole, first=part.first, value=part.value * whole.value, spelled=part.spelled)
    if whole.value == 1 and tokens.low[whole.last] in PERCENT:
        return replace(whole, first=part.first, value=part.value)
    return None


def _share(part: Decimal, whole: Decimal) -> Decimal:
    exact = part / whole
    short = exact.quantize(Decimal("0.0000000001"))
    return short.normalize() if short == exact else short

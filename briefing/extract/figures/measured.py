"""Numbers with their units, and which of two readings a letter has: the "m" of "5m"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from briefing.extract.figures.number_words import SHORT_SCALES
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.numerals import numerals
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.shares import with_shares
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.traps import without_traps
from briefing.extract.figures.units import Unit, unit_of
from briefing.extract.figures.words import words

STRONGEST: Final = 10
"""No earthquake is stronger."""
RACES: Final = words("50 60 100 200 400 800 1500 1,500 3000 5000 10000")
"""How many metres are run and swum, where "the" stands before them."""
METRES: Final = words(
    "high long deep wide tall away above below race hurdles freestyle sprint butterfly backstroke from thick across underwater"
)


def measured(tokens: Tokens, headline_end: int) -> list[Reading]:
    """Return each number with its unit, without those that are no figures."""
    read = _apart([_with_unit(tokens, number) for number in with_shares(tokens, numerals(tokens))])
    return [
        Reading(
            number.first,
            number.last,
            number.value,
            unit,
            spelled=number.spelled,
            fraction=number.fraction,
            scale=number.scale,
        )
        for number, unit in without_traps(tokens, read, headline_end=headline_end)
    ]


def _with_unit(tokens: Tokens, number: Numeral) -> tuple[Numeral, Unit]:
    """Return a number with its unit; a short scale is told from the unit that it may be instead."""
    unit = unit_of(tokens, number)
    if unit.name is None and tokens.low[number.first - 1] == "magnitude" and number.value <= STRONGEST:
        return number, Unit("magnitude", number.last)
    if not number.short:
        return number, unit
    if unit.name is None and number.short == "m" and _is_metre(tokens, number.last):
        return number, Unit("metre", number.last)
    if unit.name is None and number.short == "t":
        return number, Unit("tonne", number.last)
    scale = SHORT_SCALES[number.short]
    return replace(number, value=number.value * scale, scale=scale), unit


def _apart(read: Sequence[tuple[Numeral, Unit]]) -> list[tuple[Numeral, Unit]]:
    """Return numbers with their units, a unit taken away where the next number begins in it."""
    firsts = [number.first for number, _ in read[1:]]
    return [
        (number, unit if after is None or unit.last <= after else Unit(None, number.last))
        for (number, unit), after in zip_longest(read, firsts)
    ]


def _is_metre(tokens: Tokens, at: int) -> bool:
    if tokens.low[at - 3] in {"the", "men's", "women's"} and tokens.low[at - 2] in RACES:
        return True
    return tokens.low[at] in METRES or (tokens.low[at] == "in" and tokens.low[at + 1][:1].isdigit())

"""What the words around a number say of it: how it compares, which way it moved, whether it is an age."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.ages import is_age
from briefing.extract.figures.change import NO_CHANGE, SHARES, changed, changed_behind
from briefing.extract.figures.comparison import compared
from briefing.extract.figures.lexicon import VERBS
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.unit_names import TIME
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words
from briefing.model import Comparison

CONVERTED: Final = 4
"""How many tokens may stand between a quantity and the same in other units: "crowns (US "."""
LASTING: Final = words(
    """for just well little slightly after of lasted lasting lasts took take takes is was in to at by now been spent spans
    spanning than ago with within and are were served serving spend only"""
)
"""What comes before "over" where it means "more than"."""


def qualify(tokens: Tokens, reading: Reading, previous: Reading | None) -> None:
    """Fill in how a reading compares and changes; `previous` is the one before it."""
    begin, _ = tokens.sentence(reading.first)
    if previous is not None:
        begin = max(begin, previous.outer_last)
    last = max(reading.last, reading.unit.last)
    reading.comparison, reading.outer_first, reading.outer_last = compared(
        tokens, (reading.first, reading.last), last, begin
    )
    is_range = reading.high is not None
    if reading.unit.name in TIME and _is_during(tokens, reading):
        reading.comparison, reading.outer_first = Comparison.EQUAL, reading.first
    if is_range and tokens.low[reading.outer_first - 1] == "from":
        reading.comparison = Comparison.EQUAL
    change = changed(tokens, reading.first, begin, unit=reading.unit.name, is_range=is_range)
    reading.change = NO_CHANGE if change.direct and _counts(tokens, reading) else change
    if reading.change.direction is None:
        reading.change = changed_behind(tokens, last, unit=reading.unit.name)
    if is_age(tokens, reading, previous):
        reading.age, reading.unit = True, Unit("year", reading.unit.last)
    if previous is not None and reading.change.direction is None and _is_restated(tokens, previous, reading):
        reading.change = previous.change
    if previous is not None and _is_bare_change(previous, reading) and not _counts(tokens, reading):
        reading.unit = Unit(previous.unit.name, reading.unit.last)
    if previous is not None and _is_conversion(tokens, previous, reading):
        reading.comparison, reading.change = previous.comparison, previous.change


def _counts(tokens: Tokens, reading: Reading) -> bool:
    end = tokens.sentence(reading.first)[1]
    return reading.is_count and noun_phrase(tokens, reading.last, end, one=reading.value == 1) is not None


def _is_during(tokens: Tokens, reading: Reading) -> bool:
    """Return whether "over" means the time that something took: "$150 million over seven years"."""
    first = reading.outer_first
    if tokens.low[first] != "over":
        return False
    return reading.first - first > 1 or tokens.low[first - 1] not in LASTING


def _is_bare_change(previous: Reading, reading: Reading) -> bool:
    """Return whether a change leaves out the share that the one before it tells: "by 2 percent, and B by 1"."""
    if reading.unit.name is not None or not reading.change.by or reading.scale != 1 or reading.fraction:
        return False
    return previous.unit.name in SHARES and previous.change.by is True


def _is_restated(tokens: Tokens, previous: Reading, reading: Reading) -> bool:
    """Return whether a reading goes on with the change before it: "fell 285 points, or 1.1%"."""
    if not previous.change.by or reading.unit.name not in {*SHARES, previous.unit.name} or reading.unit.name is None:
        return False
    between = tokens.low[max(previous.last, previous.unit.last) : reading.outer_first]
    return 0 < len(between) <= CONVERTED and between[-1] in {"or", "and"} and not VERBS & set(between)


def _is_conversion(tokens: Tokens, previous: Reading, reading: Reading) -> bool:
    """Return whether a reading says the one before it again in other units: "60 miles (100 km)"."""
    if reading.unit.name is None or previous.unit.name in {None, reading.unit.name}:
        return False
    if tokens.low[reading.first - 1] not in {"(", "/"} or reading.first - previous.outer_last > CONVERTED:
        return False
    return tokens.low[reading.outer_last] in {")", "/", ",", "or", ";"}

"""The steps from the tokens of a text to its figures, in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from briefing.extract.figures import vague
from briefing.extract.figures.change import changed
from briefing.extract.figures.comparison import compared
from briefing.extract.figures.counted import counted
from briefing.extract.figures.number_words import SHORT_SCALES
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.numerals import numerals
from briefing.extract.figures.parts import link_parts
from briefing.extract.figures.ranges import joined
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.roles import role
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.traps import is_trap
from briefing.extract.figures.unit_names import TIME
from briefing.extract.figures.units import Unit, unit_after
from briefing.extract.figures.words import words
from briefing.model import Span

METRES: Final = words(
    "high long deep wide tall away above below race hurdles freestyle sprint butterfly backstroke from thick across underwater"
)


def readings(tokens: Tokens, *, calendar: Sequence[Span], headline_end: int) -> list[Reading]:
    """Return what is read of each figure in `tokens`, in text order; none lies in a span of `calendar`."""
    found = _ranged(tokens, _single(tokens, headline_end))
    found = [reading for reading in _with_vague(tokens, found) if not _is_in_calendar(tokens, reading, calendar)]
    for number, reading in enumerate(found):
        _qualify(tokens, reading, found[number - 1] if number else None)
    for number, reading in enumerate(found):
        begin, end = tokens.sentence(reading.first)
        previous = found[number - 1] if number else None
        following = found[number + 1] if number + 1 < len(found) else None
        counted(tokens, reading, previous, begin, end)
        if previous is not None:
            begin = max(begin, previous.outer_last)
        if following is not None:
            end = min(end, following.outer_first)
        reading.role = role(tokens, reading, (begin, end))
    link_parts(tokens, found)
    return found


def _single(tokens: Tokens, headline_end: int) -> list[Reading]:
    found: list[Reading] = []
    for numeral in numerals(tokens):
        unit = unit_after(tokens, numeral)
        value = numeral.value
        scale = numeral.scale
        if numeral.short and unit.name is None:
            if _is_metre(tokens, numeral):
                unit = Unit("metre", numeral.last)
            else:
                scale = SHORT_SCALES[numeral.short]
                value *= scale
        if is_trap(tokens, numeral, unit, headline_end=headline_end):
            continue
        found.append(
            Reading(
                numeral.first,
                numeral.last,
                value,
                unit,
                spelled=numeral.spelled,
                fraction=numeral.fraction,
                scale=scale,
            )
        )
    return found


def _is_metre(tokens: Tokens, numeral: Numeral) -> bool:
    return numeral.short == "m" and tokens.lower(numeral.last) in METRES


def _ranged(tokens: Tokens, found: Sequence[Reading]) -> list[Reading]:
    kept: list[Reading] = []
    for reading in found:
        pair = joined(tokens, kept[-1], reading) if kept else None
        if pair is None:
            kept.append(reading)
        else:
            kept[-1] = pair
    return kept


def _with_vague(tokens: Tokens, found: Sequence[Reading]) -> list[Reading]:
    taken = {at for reading in found for at in range(reading.first, reading.last)}
    kept = list(found)
    for at, word in enumerate(tokens.low):
        if word in vague.STARTS and at not in taken:
            reading = vague.vague_at(tokens, at)
            if reading is not None and not taken & set(range(reading.first, reading.last)):
                kept.append(reading)
                taken.update(range(reading.first, reading.last))
    return sorted(kept, key=lambda reading: reading.first)


def _is_in_calendar(tokens: Tokens, reading: Reading, calendar: Sequence[Span]) -> bool:
    """Return whether a reading lies in a date or time of day; a count of days within one ("two days later") may stay."""
    where = tokens.span(reading.first, reading.last)
    number = bisect_right(calendar, where.end, key=lambda span: span.start)
    for span in calendar[max(0, number - 2) : number]:
        if span.overlaps(where):
            return reading.unit.name not in TIME
    return False


def _qualify(tokens: Tokens, reading: Reading, previous: Reading | None) -> None:
    begin, _ = tokens.sentence(reading.first)
    last = max(reading.last, reading.unit.last)
    reading.comparison, first, reading.outer_last = compared(tokens, reading.first, last)
    reading.outer_first = max(first, previous.outer_last) if previous is not None else first
    reading.change = changed(tokens, reading.first, begin)

"""The steps from the tokens of a text to its figures, in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from briefing.extract.figures import vague
from briefing.extract.figures.ages import is_age
from briefing.extract.figures.change import NO_CHANGE, SHARES, changed, changed_behind
from briefing.extract.figures.comparison import compared
from briefing.extract.figures.counted import counted
from briefing.extract.figures.lexicon import VERBS
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.number_words import SHORT_SCALES
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.numerals import numerals
from briefing.extract.figures.parts import INCLUDING, WITHIN, link_parts
from briefing.extract.figures.ranges import joined, share_units
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.roles import role
from briefing.extract.figures.shares import with_shares
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.traps import without_traps
from briefing.extract.figures.unit_names import TIME
from briefing.extract.figures.units import Unit, unit_of
from briefing.extract.figures.words import words
from briefing.model import Comparison, Role, Span

FEWEST: Final = 100
"""Below this a bare number without anything that it counts is as likely a name, a grade or a place in a list."""
STRONGEST: Final = 10
"""No earthquake is stronger."""
CONVERTED: Final = 4
"""How many tokens may stand between a quantity and the same in other units: "crowns (US "."""
EARLIER: Final = 4
"""Among how many readings before it the one is sought that tells what is counted."""
LASTING: Final = words(
    """for just well little slightly after of lasted lasting lasts took take takes is was in to at by now been spent spans
    spanning than ago with within and are were served serving spend only"""
)
"""What comes before "over" where it means "more than"."""
METRES: Final = words(
    "high long deep wide tall away above below race hurdles freestyle sprint butterfly backstroke from thick across underwater"
)


def readings(tokens: Tokens, *, calendar: Sequence[Span], headline_end: int) -> list[Reading]:
    """Return what is read of each figure in `tokens`, in text order; none lies in a span of `calendar`."""
    found = _ranged(tokens, _single(tokens, headline_end))
    share_units(tokens, found)
    found = [reading for reading in _with_vague(tokens, found) if not _is_in_calendar(tokens, reading, calendar)]
    for number, reading in enumerate(found):
        _qualify(tokens, reading, found[number - 1] if number else None)
    for number, reading in enumerate(found):
        _explain(tokens, found, number, reading)
    link_parts(tokens, found)
    return [reading for reading in found if not _says_nothing(reading)]


def _says_nothing(reading: Reading) -> bool:
    """Return whether a small number tells of nothing that is counted: "those two", "one, ... and two, ..."."""
    if reading.role is not Role.OTHER or reading.vague or reading.scale != 1 or reading.high is not None:
        return False
    if reading.value is None or not 0 <= reading.value < FEWEST or reading.value != reading.value.to_integral_value():
        return False
    return reading.comparison is Comparison.EQUAL and reading.change.direction is None


def _single(tokens: Tokens, headline_end: int) -> list[Reading]:
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


def _apart(read: Sequence[tuple[Numeral, Unit]]) -> list[tuple[Numeral, Unit]]:
    """Return numbers with their units, a unit taken away where the next number begins in it."""
    firsts = [number.first for number, _ in read[1:]]
    return [
        (number, unit if after is None or unit.last <= after else Unit(None, number.last))
        for (number, unit), after in zip_longest(read, firsts)
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


def _is_metre(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] in METRES or (tokens.low[at] == "in" and tokens.low[at + 1][:1].isdigit())


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
    if reading.unit.name in TIME:
        return False
    ends = tokens.span(reading.first, reading.first + 1), tokens.span(reading.last - 1, reading.last)
    for where in ends:
        number = bisect_right(calendar, where.start, key=lambda span: span.start)
        if number and calendar[number - 1].overlaps(where):
            return True
        if number < len(calendar) and calendar[number].overlaps(where):
            return True
    return False


def _qualify(tokens: Tokens, reading: Reading, previous: Reading | None) -> None:
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


def _explain(tokens: Tokens, found: Sequence[Reading], number: int, reading: Reading) -> None:
    """Fill in what a reading counts and its role, which rest on its neighbours."""
    begin, end = tokens.sentence(reading.first)
    counted(tokens, reading, found[max(0, number - EARLIER) : number], begin, end)
    if number:
        begin = max(begin, found[number - 1].outer_last)
    following = _next_beyond_parts(tokens, found, number)
    if following is not None:
        end = min(end, following.outer_first)
    reading.role = role(tokens, reading, (begin, end))


def _next_beyond_parts(tokens: Tokens, found: Sequence[Reading], number: int) -> Reading | None:
    """Return the next reading that what stands behind a reading may be about, its parts passed over."""
    inside = False
    for following in found[number + 1 : number + 1 + EARLIER]:
        between = tokens.low[found[number].last : following.outer_first]
        inside = inside or (len(between) < WITHIN and bool(INCLUDING & set(between)))
        if not inside or tokens.low[following.outer_first - 1] not in {"and", ",", *INCLUDING}:
            return following
    return None

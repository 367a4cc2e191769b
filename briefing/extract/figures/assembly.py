"""The steps from the tokens of a text to its figures, in their order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from briefing.extract.figures import vague
from briefing.extract.figures.counted import counted
from briefing.extract.figures.measured import measured
from briefing.extract.figures.parts import INCLUDING, OF_WHOM, WITHIN, link_parts
from briefing.extract.figures.qualifying import qualify
from briefing.extract.figures.ranges import joined, share_units
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.roles import role
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.unit_names import TIME
from briefing.model import Comparison, Role, Span

FEWEST: Final = 100
"""Below this a bare number without anything that it counts is as likely a name, a grade or a place in a list."""
EARLIER: Final = 4
"""Among how many readings before it the one is sought that tells what is counted."""


def readings(tokens: Tokens, *, calendar: Sequence[Span], headline_end: int) -> list[Reading]:
    """Return what is read of each figure in `tokens`, in text order; none lies in a span of `calendar`."""
    found = _ranged(tokens, measured(tokens, headline_end))
    share_units(tokens, found)
    found = [reading for reading in _with_vague(tokens, found) if not _is_in_calendar(tokens, reading, calendar)]
    for number, reading in enumerate(found):
        qualify(tokens, reading, found[number - 1] if number else None)
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
    if not calendar or reading.unit.name in TIME:
        return False
    for at in (reading.first, reading.last - 1):
        start, end = tokens.starts[at], tokens.ends[at]
        number = bisect_right(calendar, start, key=lambda span: span.start)
        if number and start < calendar[number - 1].end:
            return True
        if number < len(calendar) and calendar[number].start < end:
            return True
    return False


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
        of_them = tokens.low[following.last] == "of" and tokens.low[following.last + 1] in OF_WHOM
        inside = inside or of_them or (len(between) < WITHIN and bool(INCLUDING & set(between)))
        if not inside or tokens.low[following.outer_first - 1] not in {"and", ",", *INCLUDING}:
            return following
    return None

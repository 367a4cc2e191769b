"""Holidays that news names, with the day on which they fall."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from briefing.extract.dates.days import month_length
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.nearest import nearest_year
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.tense import direction
from briefing.model import TimexType

DATE: Final = TimexType.DATE

_FIXED: Final = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "halloween": (10, 31),
    "new year 's eve": (12, 31),
    "new year 's day": (1, 1),
    "new year 's": (1, 1),
    "boxing day": (12, 26),
    "valentine 's day": (2, 14),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
    "anzac day": (4, 25),
    "canada day": (7, 1),
    "australia day": (1, 26),
    "independence day": (7, 4),
}
"""Month and day of those that fall on the same day each year."""

_KNOWN: Final = {"9/11": "2001-09-11", "D-Day": "1944-06-06"}

_BY_WEEKDAY: Final = {
    "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1),
    "memorial day": (5, 0, -1),
    "election day": (11, 1, 1),
    "columbus day": (10, 0, 2),
    "king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
    "mother 's day": (5, 6, 2),
    "father 's day": (6, 6, 3),
}
"""Month, weekday and which of them, -1 the last; as the United States keep them."""

_BY_EASTER: Final = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
}
"""Days from Easter Sunday."""


def easter(year: int) -> date:
    """Return the Easter Sunday of the western churches in that year.

    Source: the anonymous Gregorian computus, as Meeus gives it.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, left = divmod(rest, 4)
    week = (32 + 2 * leap + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def holiday(year: int, name: str) -> date | None:
    """Return the day of a holiday in that year; None where it is not known."""
    if not MINYEAR < year < MAXYEAR:
        return None
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _BY_EASTER:
        return easter(year) + timedelta(days=_BY_EASTER[name])
    if name not in _BY_WEEKDAY:
        return None
    month, weekday, which = _BY_WEEKDAY[name]
    if which < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 2 if name == "election day" else 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=which - 1)


def named(found: Found) -> Reading | None:
    """Christmas Eve, last Thanksgiving, New Year's Day 1990."""
    name = found.words("h").replace("’", "'")
    now, near = found.context.now or found.context.there, found.words("r")
    this = holiday(now.year, name) if now else None
    if now is None or this is None:
        return None
    if found.has("y"):
        year = int(found.words("y"))
    elif near == "last":
        year = now.year - (this >= now)
    elif near == "next":
        year = now.year + (this <= now)
    elif near == "this" or found.context.is_narrative:
        year = now.year
    else:
        tense = direction(found.tokens, found.first, found.last)
        year = nearest_year(now, this.month, this.day, tense)
    day = holiday(year, name)
    return Reading(DATE, day.isoformat()) if day else None


def known_day(found: Found) -> Reading | None:
    """9/11, D-Day: days that are names of events."""
    day = _KNOWN.get("".join(found.tokens.words[found.first : found.last + 1]))
    return Reading(DATE, day, moves=False) if day and found.is_joined() else None


RULES: Final = (
    Rule("DAYNUM SLASH DAYNUM", known_day),
    Rule("DAY_SIGN HYPHEN UNIT", known_day),
    Rule("(r:(LAST|NEXT|THIS))? h:(FESTIVAL (UNIT|EVE|WEEKDAY)?) (COMMA? y:YEAR)?", named),
    Rule("(r:(LAST|NEXT|THIS))? h:(FEAST (UNIT|WEEKDAY)) (COMMA? y:YEAR)?", named),
    Rule("(r:(LAST|NEXT|THIS))? h:(FEAST (UNIT)? POSSESSIVE (UNIT|EVE)?) (COMMA? y:YEAR)?", named),
)

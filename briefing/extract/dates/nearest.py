"""The year of a month and the date of a weekday, where the text leaves them out: the nearest that fits its tense."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.extract.dates.context import Context
from briefing.extract.dates.days import exact_day, shifted
from briefing.extract.dates.found import Found
from briefing.extract.dates.tense import direction
from briefing.extract.dates.wording import STEPS

_AHEAD_OF_PAST: Final = 60
"""So many days before it news names a day without its year, whatever the tense: "to holders of record Nov. 16"."""
_MONTH_AHEAD_OF_PAST: Final = 20
_AHEAD_OF_NEITHER: Final = 180
"""Where no word tells, the nearer one."""
_AHEAD_OF_FUTURE: Final = 330
_MONTH_AHEAD_OF_FUTURE: Final = 300
"""A date behind by less than what is left of the year is past in spite of "will"."""
_FORWARD_MONTHS: Final = 8
"""A history goes on: a month up to so many months behind the one in focus is of the year that follows it."""


def year_for(found: Found, month: int, number: int | None = None) -> int | None:
    """Return the year that a month, caught as `m`, or a day of it means; None where nothing tells."""
    context = found.context
    if context.chronology:
        planned = context.chronology.years.get(found.at("m"))
        return planned if planned is not None else _year_in_focus(context, month)
    if context.published is None:
        return _year_in_focus(context, month)
    return nearest_year(context.published, month, number, direction(found.tokens, found.first, found.last))


def day_for(found: Found, month: int, number: int) -> date | None:
    """Return a day of a month, caught as `m`, in the year told with it as `y` or in the one that it means."""
    year = int(found.words("y")) if found.has("y") else year_for(found, month, number)
    return exact_day(year, month, number) if year is not None else None


def nearest_year(published: date, month: int, number: int | None, tense: int) -> int:
    """Return the year that makes a month, or a day of it, near to publication, on the side that the tense tells."""
    if number is None and month == published.month:
        return published.year
    this = exact_day(published.year, month, min(number or 1, 28)) or published
    days = (this - published).days
    ahead = days if days >= 0 else days + 365
    if tense > 0:
        limit = _AHEAD_OF_FUTURE if number else _MONTH_AHEAD_OF_FUTURE
    elif tense < 0:
        limit = _AHEAD_OF_PAST if number else _MONTH_AHEAD_OF_PAST
    else:
        limit = _AHEAD_OF_NEITHER
    return published.year + (days < 0) if ahead <= limit else published.year - (days > 0)


def weekday_for(found: Found, weekday: int) -> date | None:
    """Return the day that a weekday means, "last", "next" or "this" before it caught as `r`; None where nothing tells."""
    is_narrative = found.context.is_narrative
    now = found.context.focus_day if is_narrative else found.context.now
    if now is None:
        return None
    word = found.words("r").rpartition(" ")[2]
    step = STEPS.get(word, 0)
    back, on = (now.weekday() - weekday) % 7, (weekday - now.weekday()) % 7
    if step:
        return shifted(now, (on or 7) if step > 0 else -(back or 7), "D")
    if is_narrative:
        return shifted(now, on, "D")
    tense = direction(found.tokens, found.first, found.last)
    is_ahead = tense >= 0 if word == "this" else tense > 0
    return shifted(now, on if is_ahead else -back, "D")


def _year_in_focus(context: Context, month: int) -> int | None:
    focus = context.focus
    if focus is None or focus.month is None:
        return focus.year if focus else None
    ahead = (month - focus.month) % 12
    if ahead <= _FORWARD_MONTHS:
        return focus.year + (month < focus.month)
    return focus.year - (month > focus.month)

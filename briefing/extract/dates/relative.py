"""Dates told by their distance: "today", "last week", "three days ago", "the following month", "this summer"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from briefing.extract.dates.days import shifted, value_at, year_value
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lengths import length
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.nearest import day_for
from briefing.extract.dates.quarters import year_before
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import STEPS, bound_of, day_number, edge_of, unit_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE
DURATION: Final = TimexType.DURATION
_BACKWARD: Final = frozenset({"ago", "earlier", "before", "prior", "previously", "previous", "preceding"})
_YEARS_OF_UNIT: Final = {"Y": 1, "E": 10, "C": 100}
_EVENTS: Final = word_set(
    "match game matches games session race races event events part hours fixture fixtures meeting"
)
_SATURDAY: Final = 5
_CALENDAR_UNITS: Final = frozenset({"D", "W", "M", "Q", "Y", "E", "C"})
_POINTING: Final = word_set("that same")
_POINTING_WITH_THE: Final = word_set("following previous preceding next prior")
"""Words that count from the date in focus, the latter only with an article: "the next day"."""
_BEHIND_DAY_BESIDE: Final = word_set("and but when while as in at to by with")


def day_word(found: Found) -> Reading | None:
    """Today, yesterday, tomorrow, and the days beyond them."""
    word = found.words("d")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if found.has("b"):
        step *= 2
    before = found.tokens.words[found.first - 1]
    is_name = found.tokens.words[found.first] == "Today" and before.isupper()
    if (is_name and len(found.before()) > 1) or (found.tokens.words[found.first] == "TODAY" and before == "USA"):
        return None
    if found.context.is_narrative or found.context.published is None:
        return Reading(DATE, "PRESENT_REF" if word == "today" else "PAST_REF" if step < 0 else "FUTURE_REF")
    day = shifted(found.context.published, step, "D")
    is_any_day = word == "today" and found.behind() in {"'s", "’s"}
    return Reading(DATE, day.isoformat(), edge_of(found), moves=not is_any_day) if day else None


def near_unit(found: Found) -> Reading | None:
    """Last week, this year, the following month, that day."""
    unit, words = unit_of(found.words("u")), found.words("r").split()
    word, has_the = words[-1], words[0] in {"the", "its", "their"}
    is_name = found.before() in {'"', "“"} and found.tokens.words[found.last].istitle()
    is_no_day = unit == "D" and (word in {"this", "past", "current"} or (word == "last" and has_the))
    if unit not in _CALENDAR_UNITS or is_name or is_no_day:
        return None
    step = STEPS.get(word, 0)
    is_from_focus = found.context.is_narrative or word in _POINTING or (has_the and word in _POINTING_WITH_THE)
    if word in {"that", "same"} and found.context.focus is None:
        return None
    base = _base_in_focus(found, unit) if is_from_focus else found.context.published
    if base is None and found.context.focus and found.context.focus.year < 1:
        return _unplaced_distance(found, unit, step)
    if base is None and unit == "D":
        return None
    if base is None:
        return Reading(DATE, {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], moves=False)
    day = shifted(base, step, unit)
    if has_the and not found.has("e") and (word == "past" or (word == "last" and unit not in {"E", "C"})):
        return Reading(DURATION, length(1, unit), days=(day, base) if day else None, moves=False)
    return Reading(DATE, value_at(day, unit), edge_of(found)) if day else None


def _base_in_focus(found: Found, unit: str) -> date | None:
    """Return the day from which a unit counts where the text has moved on."""
    context = found.context
    return context.focus_day if unit == "D" else context.there


def edge_of_unit(found: Found) -> Reading | None:
    """The end of the year: of the stretch in focus, or of that of publication."""
    unit = unit_of(found.words("u"))
    base = found.context.there if found.context.is_narrative else found.context.published
    if base is None or unit == "D" or unit not in _CALENDAR_UNITS:
        return None
    return Reading(DATE, value_at(base, unit), edge_of(found), moves=False)


def distance(found: Found) -> Reading | None:
    """Three days ago, two months later, a year earlier."""
    unit, context = unit_of(found.words("u")), found.context
    step = -1 if found.words("r").split()[0] in _BACKWARD else 1
    if found.has("q") and "couple" not in found.words("q"):
        return _vague_distance(found, unit, step)
    count = Decimal(2) if found.has("q") else found.number("n") or Decimal(1)
    if unit == "Y" and count != int(count):
        count, unit = count * 12, "M"
    if unit[0] == "T" or count != int(count):
        return Reading(DURATION, length(count, unit), bound_of(found), moves=False)
    is_from_now = found.words("r") == "ago" or found.has("now")
    if unit == "Y" and count == 1 and context.quarter and step < 0 and not context.is_narrative:
        return Reading(DATE, year_before(context.quarter), bound_of(found), moves=False)
    if not is_from_now and unit != "Y" and not context.is_narrative:
        there = shifted(context.focus_day, step * int(count), unit) if context.focus_day else None
        return Reading(
            DURATION, length(count, unit), bound_of(found), days=(there, there) if there else None, moves=False
        )
    base = _base_of_distance(found, unit, is_from_now=is_from_now)
    if base is None:
        return _unplaced_distance(found, unit, step * int(count))
    if unit == "E" and count == 1:
        count, unit = Decimal(10), "Y"
    day = shifted(base, step * int(count), unit)
    if day is None:
        return None
    return Reading(DATE, value_at(day, "D" if unit == "F" else unit), bound_of(found))


def _base_of_distance(found: Found, unit: str, *, is_from_now: bool) -> date | None:
    """Return the day from which a distance counts: publication, or where the text has moved on, what it told last."""
    context = found.context
    if context.is_narrative:
        return (context.focus_day or context.there) if unit in {"D", "W"} and not is_from_now else context.there
    is_past = context.focus and context.published and context.focus.year < context.published.year - 1
    return context.there if is_past and not is_from_now else context.published


def _vague_distance(found: Found, unit: str, step: int) -> Reading:
    if step > 0 and not found.context.is_narrative:
        return Reading(DURATION, length("X", unit), moves=False)
    return Reading(DATE, "PAST_REF" if step < 0 else "FUTURE_REF", moves=False)


def _unplaced_distance(found: Found, unit: str, count: int) -> Reading:
    """Return years before Christ counted on; else only on which side it lies."""
    focus = found.context.focus
    if focus and unit in _YEARS_OF_UNIT:
        year = focus.year + count * _YEARS_OF_UNIT[unit]
        return Reading(DATE, year_value(year), bound_of(found))
    return Reading(DATE, "PAST_REF" if count < 0 else "FUTURE_REF", moves=False)


def long_ago(_found: Found) -> Reading | None:
    """Years ago, long ago."""
    return Reading(DATE, "PAST_REF", moves=False)


def day_of_event(found: Found) -> Reading | None:
    """Day five of the trial, behind the day that it is: "yesterday, day five of the trial"."""
    context = found.context
    if found.words("u") != "day" or found.before() != "," or context.focus_end != found.first - 1:
        return None
    return Reading(DATE, context.focus_day.isoformat()) if context.focus_day else None


def of_the_day(found: Found) -> Reading | None:
    """The last match of the day: the day in focus."""
    day = found.context.focus_day
    if found.words("u") != "day" or found.before() not in _EVENTS or found.context.is_narrative or day is None:
        return None
    return Reading(DATE, day.isoformat(), first_word=found.first + 1, moves=False)


def day_beside(found: Found) -> Reading | None:
    """The day before, the next day, two days after that: counted from the day in focus."""
    unit = unit_of(found.words("u"))
    base = _base_in_focus(found, unit) or found.context.now
    if base is None:
        return None
    step = -1 if found.words("r") == "before" else 1
    if unit not in {"D", "W", "M", "Y"}:
        return None
    behind = found.behind()
    if behind.isalpha() and behind not in _BEHIND_DAY_BESIDE:
        return None
    day = shifted(base, step, unit)
    return Reading(DATE, value_at(day, unit)) if day else None


def weekend(found: Found) -> Reading | None:
    """The weekend: the last one; with "this" or "next" the coming one."""
    now, word = found.context.now, found.words("r").rpartition(" ")[2]
    if now is None:
        return None
    is_weekend, step = now.weekday() >= _SATURDAY, STEPS.get(word, 0)
    if word == "the":
        step = 0 if is_weekend else -1
    elif step > 0 and word != "next" and not is_weekend:
        step = 0
    elif word == "this" and now.weekday() == 0:
        step = -1
    day = shifted(now, step, "W")
    return Reading(DATE, value_at(day, "WE"), edge_of(found)) if day else None


def year_end(found: Found) -> Reading | None:
    """Year end, year-end."""
    if found.words("u") != "year":
        return None
    now = found.context.published if not found.context.is_narrative else found.context.there
    if now is None:
        return None
    return Reading(DATE, f"{now.year:04d}-12-31", moves=False)


def week_of(found: Found) -> Reading | None:
    """The week of March 6, the weekend of 5 May."""
    day = day_for(found, found.meant("m"), day_number(found.words("d")))
    unit = {"week": "W", "weekend": "WE"}.get(found.words("u"))
    return Reading(DATE, value_at(day, unit), edge_of(found)) if day and unit else None


RULES: Final = (
    Rule("(e:EDGE)? THE u:(UNIT|WEEKEND) OF m:ANYMONTH d:DAYOFMONTH (COMMA? y:YEAR)?", week_of),
    Rule("(e:EDGE)? THE u:(UNIT|WEEKEND) OF d:DAYOFMONTH m:ANYMONTH (COMMA? y:YEAR)?", week_of),
    Rule("(e:EDGE)? d:(TODAY|YESTERDAY)", day_word),
    Rule("THE b:UNIT (BEFORE|AFTER) d:YESTERDAY", day_word),
    Rule(
        "(e:EDGE)? r:(THE? (LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|SAME|CURRENT)|THIS (SAME|PAST|COMING|CURRENT)?|THAT SAME?) FISCAL? u:UNIT",
        near_unit,
    ),
    Rule("(e:EDGE) (THE) FISCAL? u:UNIT", edge_of_unit),
    Rule(
        "(a:APPROX)? (n:NUMBER|q:VAGUE|o:A) HYPHEN? u:(UNIT|UNITS|SMALL|SMALLS) r:(AGO|EARLIER|LATER|BEFORE THAT|AFTER THAT|AFTERWARD|HENCE|PREVIOUSLY)",
        distance,
    ),
    Rule("(a:APPROX)? (n:NUMBER|q:VAGUE|o:A) u:(UNIT|UNITS) now:FROM r:NOW", distance),
    Rule("THE u:UNIT r:(BEFORE|AFTER)", day_beside),
    Rule("(UNITS|MUCH|A MUCH TIME) AGO", long_ago),
    Rule("u:UNIT (CARDINAL|DAYNUM)", day_of_event),
    Rule("OF THE u:UNIT", of_the_day),
    Rule(
        "(e:EDGE)? r:(THE|THIS|LAST|NEXT|THE? PAST|THE? COMING|THE FOLLOWING|THE PREVIOUS|THIS PAST|THIS COMING|THAT) WEEKEND",
        weekend,
    ),
    Rule("(ABOUT)? u:UNIT POSSESSIVE? HYPHEN? END", year_end),
)

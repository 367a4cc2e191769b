"""Dates without a place in the calendar: "now", "recently", "in the past", "the near future", "since then"."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lengths import length
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import unit_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE
_AHEAD: Final = word_set("will may might could would can should to")
_BEHIND_SOON: Final = word_set("after as became afterward afterwards thereafter enough before")
_BEFORE_PAST: Final = word_set("in of from than to with for")


def present(found: Found) -> Reading | None:
    """Now, these days, the current rules; not those days, every now and then, nor a current."""
    word = found.tokens.words[found.first].lower()
    is_noun = word == "current" and not found.behind()[:1].isalpha()
    if word == "those" or is_noun or found.before() == "every":
        return None
    return Reading(DATE, "PRESENT_REF", moves=False)


def past(_found: Found) -> Reading | None:
    """Recently."""
    return Reading(DATE, "PAST_REF", moves=False)


def future(found: Found) -> Reading | None:
    """The near future; its future is another thing."""
    if found.tokens.words[found.first].lower() in {"its", "their"}:
        return None
    return Reading(DATE, "FUTURE_REF", moves=False)


def one_day(found: Found) -> Reading | None:
    """One day, behind "will" or "could": some day to come."""
    words = found.tokens.words
    if [word.lower() for word in words[found.first : found.last + 1]] != ["one", "day"] or found.before() not in _AHEAD:
        return None
    return Reading(DATE, "FUTURE_REF", moves=False)


def soon(found: Found) -> Reading | None:
    """Soon, but not "soon after"."""
    behind = found.behind().lower()
    if behind in _BEHIND_SOON or found.context.is_narrative:
        return None
    return Reading(DATE, "FUTURE_REF", moves=False)


def the_past(found: Found) -> Reading | None:
    """In the past."""
    behind = found.behind().lower()
    if found.before() not in _BEFORE_PAST or (behind.isalpha() and behind.islower() and found.before() != "in"):
        return None
    if behind in {"few", "several", "couple", "week", "year", "month"} or behind.isdigit():
        return None
    return Reading(DATE, "PAST_REF", moves=False)


def recent(found: Found) -> Reading | None:
    """Recent years and days are the past, recent weeks and months a while up to now."""
    unit = unit_of(found.words("u"))
    if unit in {"W", "M", "Q"}:
        return Reading(TimexType.DURATION, length("X", "W" if unit == "W" else "M"), moves=False)
    return Reading(DATE, "PAST_REF", moves=False)


def coming(found: Found) -> Reading | None:
    """Coming weeks."""
    return Reading(TimexType.DURATION, length("X", unit_of(found.words("u"))), moves=False)


def then(found: Found) -> Reading | None:
    """Then behind "since", "until" or "by": the date that was told last."""
    if found.behind() == "-" or found.behind().istitle():
        return None
    if found.before() not in {"since", "until", "till", "by", "from"} or found.context.focus_value is None:
        return None
    return Reading(DATE, found.context.focus_value)


RULES: Final = (
    Rule("(JUST|NOW)? NOW", present),
    Rule("AT (PRESENT|THE (PRESENT|MOMENT|PRESENT TIME|CURRENT TIME))", present),
    Rule("THESE UNITS", present),
    Rule("CURRENT", present),
    Rule("MORE? w:RECENTLY", past),
    Rule("RECENT u:UNITS", recent),
    Rule("COMING u:UNITS", coming),
    Rule("THE PAST", the_past),
    Rule("w:PAST UNITS", past),
    Rule("THE (NEAR)? FUTURE", future),
    Rule("THE (NEAR|MUCH|SHORT) TERM", future),
    Rule("AS SOON AS POSSIBLE", future),
    Rule("A LATER (DATE|TIME|UNIT)", future),
    Rule("CARDINAL u:UNIT", one_day),
    Rule("FUTURE UNITS", future),
    Rule("SOON", soon),
    Rule("THEN", then),
)

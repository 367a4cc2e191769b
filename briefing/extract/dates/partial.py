"""Dates that leave their year out: "on October 7", "24 August", "in March", "Saturday", "the 20th"."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.extract.dates.days import Moment, exact_day, month_value
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.nearest import day_for, weekday_for, year_for
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import STEPS, day_number, edge_of, ordinal_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE
_NAME_MONTHS: Final = word_set("april august june march may")
"""Months that are names and verbs too."""
_MONTH_CUES: Final = word_set(
    "in since by until till of last during and to from for on this next through after before or between "
    "throughout late early mid around ( , - – each every into than at about the a its their his past"
)
_VERB_MONTHS: Final = frozenset({"may", "march"})
_VERB_BEHIND: Final = word_set("be have not also well on through toward towards against into or")
_ATTACKS: Final = word_set("attack attacks terrorist hijackings")
_POINTING: Final = word_set("that same following previous preceding")
"""Words that count from the year in focus."""
_BEHIND_TWO_DAYS: Final = word_set("in at to for and when with on")
_FIRM_CUES: Final = word_set("in since until till during last next this late early mid through throughout each every")
_NAMES_OF_DAYS: Final = word_set("super black bloody cyber giving fat ruby casual")
"""Super Tuesday and Black Friday are not the Tuesday and the Friday that are near."""
_NAMED_FOR_DAYS: Final = word_set("Times Telegraph Mirror Express Mail Herald Independent School school")
"""The Sunday Times, Sunday school."""
_NAME_SHORTS: Final = word_set("jan mar dec sep jun jul apr")
_BEFORE_NTH: Final = word_set("on by until till to from and since")
_BEHIND_NTH: Final = word_set(
    "they he she it we the a his her their and but when as at in with was were after before by"
)


def month_day(found: Found) -> Reading | None:
    """October 7, 24 August, Thursday, Jan. 6."""
    month, number = found.meant("m"), day_number(found.words("d"))
    if _is_known(found, month, number):
        return Reading(DATE, "2001-09-11", moves=False)
    day = day_for(found, month, number)
    return Reading(DATE, day.isoformat(), edge_of(found)) if day else _unplaced(found, month, number)


def day_in_words(found: Found) -> Reading | None:
    """The first of May, March eighth."""
    day = day_for(found, found.meant("m"), ordinal_of(found.words("w")))
    return Reading(DATE, day.isoformat()) if day else None


def _is_known(found: Found, month: int, number: int) -> bool:
    """Return whether it is the Sept. 11 that needs no year."""
    published, attacked = found.context.published, date(2001, 9, 11)
    is_that_day = (month, number) == (attacked.month, attacked.day) and found.behind().lower() in _ATTACKS
    return is_that_day and published is not None and published > attacked


def _unplaced(found: Found, month: int, number: int) -> Reading | None:
    if found.context.now is None and exact_day(2000, month, number):
        return Reading(DATE, f"XXXX-{month:02d}-{number:02d}")
    return None


def month_days(found: Found) -> tuple[Reading, ...] | None:
    """Two days of one month or two without a year: "3-5 May", "from July 4 to August 2"."""
    second_month = found.meant("n") if found.has("n") else found.meant("m")
    if found.words("x") in {"and", "or"} and found.has("m") and found.at("m") < found.at("d"):
        behind = found.behind()
        if behind.isalpha() and behind.islower() and behind not in _BEHIND_TWO_DAYS:
            first = day_for(found, found.meant("m"), day_number(found.words("d")))
            return (Reading(DATE, first.isoformat(), last_word=found.to("d")),) if first else None
    first = day_for(found, found.meant("m"), day_number(found.words("d")))
    if not first:
        return None
    second = exact_day(first.year + (second_month < first.month), second_month, day_number(found.words("f")))
    if not second:
        return None
    return (
        Reading(DATE, first.isoformat(), last_word=found.at("x") - 1),
        Reading(DATE, second.isoformat(), first_word=found.to("x") + 1),
    )


def month(found: Found) -> Reading | None:
    """October, early November."""
    if not found.has("e") and _is_no_month(found):
        return None
    number = found.meant("m")
    year = year_for(found, number)
    value = month_value(year, number) if year is not None else f"XXXX-{number:02d}"
    return Reading(DATE, value, edge_of(found))


def _is_no_month(found: Found) -> bool:
    """Return whether a month's word alone is rather a verb or a part of a name: may, March, April Smith, Jan."""
    word, before, behind = found.words("m").rstrip(" ."), found.before(), found.behind()
    if before[:1].isdigit() or (before == "of" and found.before(2)[:1].isdigit()):
        return True
    is_name_before = found.first > 0 and found.tokens.words[found.first - 1].istitle() and before not in _MONTH_CUES
    is_name_behind = behind.istitle() and behind.isalpha()
    if word in _VERB_MONTHS and (before not in _MONTH_CUES or behind in _VERB_BEHIND):
        return True
    if word in _NAME_MONTHS and (is_name_before or (is_name_behind and before not in _FIRM_CUES)):
        return True
    return word in _NAME_SHORTS and not found.has("dot")


def month_by_year(found: Found) -> Reading | None:
    """A month of a year told by its distance: "June last year", "August of that year"."""
    word, number, context = found.words("r").rpartition(" ")[2], found.meant("m"), found.context
    base: Moment | date | None = context.published
    if word in _POINTING or context.is_narrative:
        base = context.focus or context.published
    if found.words("u") != "year" or base is None:
        return None
    year = base.year + STEPS.get(word, 0)
    if found.has("d"):
        day = exact_day(year, number, day_number(found.words("d")))
        return Reading(DATE, day.isoformat(), edge_of(found)) if day else None
    return Reading(DATE, month_value(year, number), edge_of(found))


def month_by_word(found: Found) -> Reading | None:
    """Last June, this September, next May."""
    now = found.context.now or found.context.there
    if now is None:
        return None
    number, step = found.meant("m"), STEPS.get(found.words("r").rpartition(" ")[2], 0)
    year = now.year - (number >= now.month) if step < 0 else now.year + (number <= now.month) if step > 0 else now.year
    focus = found.context.focus
    if found.words("r") == "that" and focus and focus.month == number:
        year = focus.year
    if found.has("d"):
        day = exact_day(year, number, day_number(found.words("d")))
        return Reading(DATE, day.isoformat()) if day else None
    return Reading(DATE, month_value(year, number), edge_of(found))


def weekday(found: Found) -> Reading | None:
    """A weekday: the last one, unless a future is spoken of."""
    number = found.meant("w")
    is_name = found.before() in _NAMES_OF_DAYS and found.tokens.words[found.first - 1].istitle()
    if is_name or found.behind() in _NAMED_FOR_DAYS:
        return None
    day = weekday_for(found, number)
    if day is None:
        return Reading(DATE, f"XXXX-WXX-{number + 1}", moves=False)
    return Reading(DATE, day.isoformat(), edge_of(found))


def numbered_day(found: Found) -> Reading | None:
    """The 20th: a day of the month in focus."""
    focus, behind = found.context.focus, found.behind()
    is_followed = behind[:1].isalpha() and behind not in _BEHIND_NTH
    if focus is None or focus.month is None or found.before() not in _BEFORE_NTH or is_followed:
        return None
    day = exact_day(focus.year, focus.month, day_number(found.words("d")))
    return Reading(DATE, day.isoformat()) if day else None


_RELATIVE: Final = "THE? (LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|SAME|CURRENT)|THIS|THAT SAME?"

RULES: Final = (
    Rule("(w:ANYDAY COMMA?)? (e:EDGE)? m:ANYMONTH d:DAYOFMONTH", month_day),
    Rule("(w:ANYDAY COMMA?)? THE? d:DAYOFMONTH OF? m:ANYMONTH", month_day),
    Rule("THE w:(ORDINAL|SECOND|TEN HYPHEN? (ORDINAL|SECOND)) OF m:ANYMONTH (COMMA? y:YEAR)?", day_in_words),
    Rule("m:(MONTH|MAYBE_MONTH) w:(ORDINAL|SECOND|TEN HYPHEN? (ORDINAL|SECOND)) (COMMA? y:YEAR)?", day_in_words),
    Rule("m:ANYMONTH d:DAYOFMONTH x:(HYPHEN|DASH|TO|AND|OR) f:DAYOFMONTH", month_days),
    Rule("THE? d:DAYOFMONTH x:(HYPHEN|DASH|TO|AND|OR) THE? f:DAYOFMONTH OF? m:ANYMONTH", month_days),
    Rule("(e:EDGE)? m:(MONTH|MAYBE_MONTH|MON)", month),
    Rule("(e:EDGE)? m:MON dot:DOT", month),
    Rule(f"(e:EDGE)? m:ANYMONTH d:DAYOFMONTH? (OF|COMMA)? r:({_RELATIVE}) u:UNIT", month_by_year),
    Rule(
        "(e:EDGE)? r:(LAST|NEXT|THIS|THIS COMING|THIS PAST|COMING|THE PREVIOUS|THE FOLLOWING|THAT) m:ANYMONTH d:DAYOFMONTH?",
        month_by_word,
    ),
    Rule("(e:EDGE)? r:(LAST|NEXT|THIS|THIS COMING|THIS PAST|COMING|PAST|THE FOLLOWING)? w:WEEKDAY", weekday),
    Rule("(e:EDGE)? r:(LAST|NEXT|THIS)? w:WKD DOT", weekday),
    Rule("THE? d:NTH", numbered_day),
)

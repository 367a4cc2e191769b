"""Times of day: "around 6.30pm local time", "10 p.m. Wednesday", "last night", "Friday evening"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from briefing.extract.dates.days import exact_day
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.numbers import number_of
from briefing.extract.dates.partial import weekday_near, year_for
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import bound_of, day_number, edge_of
from briefing.model import TimexType

TIME: Final = TimexType.TIME

PARTS: Final = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "overnight": "TNI",
    "tonight": "TNI",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TNI",
    "lunchtime": "TMI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
}
_HOURS: Final = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::([0-9]{2}))?[^0-9]*")


_BEFORE_POINT: Final = word_set("at by until till after before since around about to from between past near toward")
_BEHIND_PART_BESIDE: Final = word_set("and but when while as in at to by with")
_BEFORE_PART: Final = word_set("in during by at until throughout on")


def clock_time(found: Found) -> Reading | None:
    """6.30pm local time, noon, 10 p.m. Wednesday: of the day told with it, else of the day in focus."""
    day = _day(found)
    if found.has("point"):
        if (
            not found.has("m")
            and not found.has("w")
            and not found.has("y")
            and not found.has("a")
            and found.before() not in _BEFORE_POINT
        ):
            return None
        clock = PARTS[found.words("point").split()[-1]]
    else:
        told = _clock(found)
        if told is None:
            return None
        clock = told
    where = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(TIME, where + clock, bound_of(found) or edge_of(found))


def _clock(found: Found) -> str | None:
    word = found.words("c")
    first = word.split()[0]
    told = _HOURS.fullmatch(first)
    if told:
        hour, minute = int(told[1]), int(told[2] or 0)
    else:
        number = number_of([first])
        if number is None:
            return None
        hour, minute = int(number), 0
    meridiem = re.search(r"[ap]\.?\s?m\.?$", word)
    part = found.words("part")
    if meridiem:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if meridiem[0][0] == "p" else 0)
    elif part in {"afternoon", "evening", "night"} and 1 <= hour < 12:
        hour += 12
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return f"T{hour:02d}:{minute:02d}"


def clock_span(found: Found) -> Reading | None:
    """The first of two times that share what stands behind the second: "between 5 and 7 p.m."."""
    number = number_of([found.tokens.words[found.at("c")].split(":")[0]])
    later = found.tokens.words[found.at("x") + 1]
    end = _HOURS.fullmatch(later)
    behind = "".join(found.tokens.words[found.at("x") + 1 : found.last + 1]).lower()
    if number is None or not end or not 0 < number <= 12:
        return None
    is_after_noon = "p" in behind and int(end[1]) != 12 and number <= int(end[1])
    minute = found.words("c").partition(":")[2] or "00"
    day = _day(found)
    where = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(TIME, f"{where}T{int(number) % 12 + 12 * is_after_noon:02d}:{minute}", last_word=found.at("c"))


def military_time(found: Found) -> Reading | None:
    """0735 GMT, 1400 hours."""
    digits = found.words("c")
    if found.before() == "(" and found.context.focus_end == found.first - 1:
        return None
    if len(digits) != 4 or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    day = _day(found)
    where = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(TIME, f"{where}T{digits[:2]}:{digits[2:]}")


def _day(found: Found) -> date | None:
    """Return the day that a time of day belongs to: the one told with it, else that of its event."""
    if found.has("m"):
        month, number = found.meant("m"), day_number(found.words("d"))
        year = int(found.words("n")) if found.has("n") else year_for(found, month, number)
        return exact_day(year, month, number) if year is not None else None
    if found.has("w"):
        return weekday_near(found, found.meant("w"))
    now = found.context.now or found.context.published
    # A time that opens a paragraph or sentence bare ("3:19 p.m. The senator says") heads a report of the day.
    if found.before() in {"", ".", "_"} or found.before().startswith("\n"):
        return found.context.published if not found.context.is_narrative else found.context.focus_day
    if found.has("y"):
        word = found.words("y").split()[-1]
        step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return now + timedelta(days=step) if now else None
    if found.has("next") and found.context.there:
        return (found.context.focus_day or found.context.there) + timedelta(days=1)
    return found.context.focus_day or now


def part_of_day(found: Found, day: date | None) -> Reading:
    """Return a morning, an evening, ... of that day."""
    where = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(TIME, where + PARTS[found.words("p")], edge_of(found))


def weekday_part(found: Found) -> Reading | None:
    """Friday evening."""
    return part_of_day(found, weekday_near(found, found.meant("w")))


def near_part(found: Found) -> Reading | None:
    """This morning, last night, yesterday afternoon, tonight."""
    now = found.context.published if not found.context.is_narrative else found.context.focus_day
    word = found.words("r")
    last = word.split()[-1] if word else ""
    if last in {"that", "same"}:
        day = found.context.focus_day or now
    elif last in {"next", "following"}:
        base = found.context.focus_day or now
        day = base + timedelta(days=1) if base else None
    else:
        step = {"last": -1, "yesterday": -1, "tomorrow": 1, "previous": -1}.get(last, 0)
        day = now + timedelta(days=step) if now else None
    return part_of_day(found, day)


def part_of_date(found: Found) -> Reading | None:
    """The morning of 31 January 1965."""
    month, number = found.meant("m"), day_number(found.words("d"))
    year = int(found.words("y")) if found.has("y") else year_for(found, month, number)
    day = exact_day(year, month, number) if year is not None else None
    return part_of_day(found, day) if day else None


def part_beside(found: Found) -> Reading | None:
    """The night before, the morning after."""
    base = found.context.focus_day or found.context.published
    step = -1 if found.words("r") == "before" else 1
    if found.behind()[:1].isalpha() and found.behind() not in _BEHIND_PART_BESIDE:
        return None
    return part_of_day(found, base + timedelta(days=step)) if base else None


def part_alone(found: Found) -> Reading | None:
    """In the morning, by nightfall: of the day in focus."""
    if found.before() not in _BEFORE_PART and not found.has("e"):
        return None
    if found.has("d"):
        return None
    day = found.context.focus_day or found.context.published
    where = day.isoformat() if day else "XXXX-XX-XX"
    return Reading(TIME, where + PARTS[found.words("p")], edge_of(found), moves=False)


_CLOCK: Final = "(CLOCK MERIDIEM?|CLOCK12|(DAYNUM|DECIMAL) MERIDIEM|(DAYNUM|CARDINAL) CLOCKWORD)"
_NEAR_DAY: Final = "(y:(TODAY|YESTERDAY)|ON? EDGE? w:ANYDAY)"
_PART: Final = "((IN|ON|AT) THE?)? part:PART"

RULES: Final = (
    Rule(f"(a:APPROX)? c:{_CLOCK} MERIDIEM? ZONED? COMMA? ({_PART})? COMMA? {_NEAR_DAY}?", clock_time),
    Rule(
        f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? (ANYDAY COMMA?)? m:ANYMONTH d:DAYOFMONTH (COMMA? n:YEAR)?",
        clock_time,
    ),
    Rule(
        f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? (ANYDAY COMMA?)? d:DAYOFMONTH m:ANYMONTH (COMMA? n:YEAR)?",
        clock_time,
    ),
    Rule(f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? THE (next:(NEXT|FOLLOWING)) UNIT", clock_time),
    Rule(f"(a:APPROX)? c:(DAYNUM|CARDINAL) (IN|AT) THE? part:PART COMMA? {_NEAR_DAY}?", clock_time),
    Rule(f"(a:APPROX)? (e:EDGE)? point:POINT ZONED? COMMA? {_NEAR_DAY}?", clock_time),
    Rule(
        "(a:APPROX)? (e:EDGE)? point:POINT ZONED? (ON|OF|COMMA)? (ANYDAY COMMA?)? m:ANYMONTH d:DAYOFMONTH (COMMA? n:YEAR)?",
        clock_time,
    ),
    Rule(
        "(a:APPROX)? (e:EDGE)? point:POINT ZONED? (ON|OF|COMMA)? (ANYDAY COMMA?)? d:DAYOFMONTH m:ANYMONTH (COMMA? n:YEAR)?",
        clock_time,
    ),
    Rule("c:(DAYNUM|CLOCK|CARDINAL) x:(HYPHEN|TO|AND|OR) (DAYNUM MERIDIEM|CLOCK12|CLOCK MERIDIEM)", clock_span),
    Rule("c:(YEAR|INTEGER) (ZONE|SMALLS ZONE?|LOCAL TIME)", military_time),
    Rule("(e:EDGE)? r:(LAST|NEXT|THIS)? w:ANYDAY COMMA? p:PART", weekday_part),
    Rule(
        "(e:EDGE)? r:(LAST|THIS|YESTERDAY|THAT SAME?|THE SAME|THE NEXT|THE FOLLOWING|THE PREVIOUS|TODAY) POSSESSIVE? p:PART",
        near_part,
    ),
    Rule("(e:EDGE)? p:(TONIGHT|OVERNIGHT)", near_part),
    Rule("(e:EDGE)? p:PART r:YESTERDAY", near_part),
    Rule("(e:EDGE)? THE? p:PART SMALLS? OF m:ANYMONTH d:DAYOFMONTH (COMMA? y:YEAR)?", part_of_date),
    Rule("(e:EDGE)? THE? p:PART SMALLS? OF THE? d:DAYOFMONTH OF? m:ANYMONTH (COMMA? y:YEAR)?", part_of_date),
    Rule("THE p:PART r:(BEFORE|AFTER)", part_beside),
    Rule("(e:EDGE)? THE p:PART", part_alone),
    Rule("(e:EDGE) p:PART", part_alone),
)

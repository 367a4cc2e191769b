"""Times of day: "around 6.30pm local time", "10 p.m. Wednesday", "last night", "Friday evening"."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from briefing.extract.dates.days import shifted
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.nearest import day_for, weekday_for
from briefing.extract.dates.numbers import number_of
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
_MERIDIEM: Final = re.compile(r"[ap]\.?\s?m\.?$")
_HOURS: Final = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::([0-9]{2}))?[^0-9]*")


_BEFORE_POINT: Final = word_set("at by until till after before since around about to from between past near toward")
_BEHIND_PART_BESIDE: Final = word_set("and but when while as in at to by with")
_BEFORE_PART: Final = word_set("in during by at until throughout on")


def clock_time(found: Found) -> Reading | None:
    """6.30pm local time, noon, 10 p.m. Wednesday: of the day told with it, else of the day in focus."""
    if _is_no_time(found):
        return None
    clock = PARTS[found.words("point")] if found.has("point") else _clock(found)
    return Reading(TIME, _day_value(_day(found)) + clock, bound_of(found) or edge_of(found)) if clock else None


def _is_no_time(found: Found) -> bool:
    """Return whether a bare noon or 3:16 has nothing to show that it is a time: no day, no zone, no "at"."""
    if any(found.has(label) for label in ("m", "w", "near", "a", "part")):
        return False
    is_digits = found.words("c").replace(":", "").isdecimal() and found.to("c") >= found.last - 1
    if not is_digits and not found.has("point"):
        return False
    if is_digits and found.before() in {"to", "and"}:
        return found.context.focus_end != found.first - 1
    return found.before() not in _BEFORE_POINT and not (is_digits and found.before()[:1] in {"", "\n", "("})


def hour(found: Found) -> Reading | None:
    """4 in the morning, 9 tomorrow morning: only behind a word that leads in times, "killed 4 in the morning" counts."""
    return clock_time(found) if found.before() in _BEFORE_POINT else None


def clock_span(found: Found) -> Reading | None:
    """The first of two times that share what stands behind the second: "between 5 and 7 p.m."."""
    words = found.tokens.words
    hour, minute = words[found.at("c")].partition(":")[::2]
    number, end = number_of([hour]), _HOURS.fullmatch(words[found.to("x") + 1])
    if number is None or not end or not 0 < number <= 12:
        return None
    is_afternoon = "p" in "".join(words[found.to("x") + 1 : found.last + 1]).lower()
    is_later = is_afternoon and int(end[1]) != 12 and number <= int(end[1])
    clock = f"T{int(number) % 12 + 12 * is_later:02d}:{minute or '00'}"
    return Reading(TIME, _day_value(_day(found)) + clock, last_word=found.at("c"))


def four_digits(found: Found) -> Reading | None:
    """0735 GMT, 1400 hours; behind another time, in brackets, it only tells the same in another zone."""
    digits = found.words("c")
    is_same = found.before() == "(" and found.context.focus_end == found.first - 1
    if is_same or len(digits) != 4 or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return Reading(TIME, f"{_day_value(_day(found))}T{digits[:2]}:{digits[2:]}")


def _clock(found: Found) -> str | None:
    """Return the hour and minute of a clock time: T18:30; None where it is none."""
    word, part = found.words("c"), found.words("part")
    first = word.split()[0]
    told = _HOURS.fullmatch(first)
    number = number_of([first]) if not told else None
    if not told and number is None:
        return None
    hour, minute = (int(told[1]), int(told[2] or 0)) if told else (int(number or 0), 0)
    meridiem = _MERIDIEM.search(word)
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem:
        hour = hour % 12 + (12 if meridiem[0][0] == "p" else 0)
    elif part in {"afternoon", "evening", "night"} and 1 <= hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _day(found: Found) -> date | None:
    """Return the day that a time of day belongs to: the one told with it, else that of its event."""
    context = found.context
    if found.has("m"):
        return day_for(found, found.meant("m"), day_number(found.words("d")))
    if found.has("w"):
        return weekday_for(found, found.meant("w"))
    now = context.now or context.published
    if found.has("near"):
        step = {"yesterday": -1, "tomorrow": 1}.get(found.words("near"), 0)
        return shifted(now, step, "D") if now else None
    # A time that opens a paragraph or sentence bare ("3:19 p.m. The senator says") heads a report of the day.
    is_head = found.before() in {"", ".", "_"} or found.before().startswith("\n")
    if is_head and not context.is_narrative:
        return context.published
    if found.has("next") and context.there:
        return shifted(context.focus_day or context.there, 1, "D")
    return _day_in_focus(found) or now


def _day_in_focus(found: Found) -> date | None:
    """Return the day told last; in a further paragraph that of which the article reports, as an aside ends with its own."""
    context, tokens = found.context, found.tokens
    # Another clock in brackets has the day behind it: "10:35 a.m. (0735 GMT) Friday".
    if context.is_narrative or context.lead_day is None or found.behind() == "(":
        return context.focus_day
    between = tokens.text[tokens.end(context.day_end - 1) : tokens.starts[found.first]]
    return context.lead_day if "\n\n" in between else context.focus_day


def _day_value(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"


def part_of_day(found: Found, day: date | None, *, moves: bool = True) -> Reading:
    """Return a morning, an evening, ... of that day."""
    return Reading(TIME, _day_value(day) + PARTS[found.words("p")], edge_of(found), moves=moves)


def weekday_part(found: Found) -> Reading | None:
    """Friday evening."""
    return part_of_day(found, weekday_for(found, found.meant("w")))


def near_part(found: Found) -> Reading | None:
    """This morning, last night, yesterday afternoon, tonight."""
    now = found.context.published if not found.context.is_narrative else found.context.focus_day
    word = found.words("r")
    last = word.split()[-1] if word else ""
    if last in {"that", "same"}:
        day = found.context.focus_day or now
    elif last in {"next", "following"}:
        base = found.context.focus_day or now
        day = shifted(base, 1, "D") if base else None
    else:
        step = {"last": -1, "yesterday": -1, "tomorrow": 1, "previous": -1}.get(last, 0)
        day = shifted(now, step, "D") if now else None
    return part_of_day(found, day)


def part_of_date(found: Found) -> Reading | None:
    """The morning of 31 January 1965."""
    day = day_for(found, found.meant("m"), day_number(found.words("d")))
    return part_of_day(found, day) if day else None


def part_beside(found: Found) -> Reading | None:
    """The night before, the morning after."""
    base = found.context.focus_day or found.context.published
    step = -1 if found.words("r") == "before" else 1
    if found.behind()[:1].isalpha() and found.behind() not in _BEHIND_PART_BESIDE:
        return None
    return part_of_day(found, shifted(base, step, "D")) if base else None


def part_alone(found: Found) -> Reading | None:
    """In the morning, by nightfall: of the day in focus."""
    if found.before() not in _BEFORE_PART and not found.has("e"):
        return None
    return part_of_day(found, _day_in_focus(found) or found.context.published, moves=False)


_CLOCK: Final = "(CLOCK MERIDIEM?|CLOCK12|(DAYNUM|DECIMAL) MERIDIEM|(DAYNUM|CARDINAL) CLOCKWORD)"
_NEAR_DAY: Final = "(near:(TODAY|YESTERDAY)|ON? EDGE? w:ANYDAY)"
_PART: Final = "((IN|ON|AT) THE?)? part:PART"

RULES: Final = (
    Rule(f"(a:APPROX)? c:{_CLOCK} MERIDIEM? ZONED? COMMA? ({_PART})? COMMA? {_NEAR_DAY}?", clock_time),
    Rule(
        f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? (ANYDAY COMMA?)? m:ANYMONTH d:DAYOFMONTH (COMMA? y:YEAR)?",
        clock_time,
    ),
    Rule(
        f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? (ANYDAY COMMA?)? d:DAYOFMONTH m:ANYMONTH (COMMA? y:YEAR)?",
        clock_time,
    ),
    Rule(f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? (THIS|near:YESTERDAY) part:PART", clock_time),
    Rule(f"(a:APPROX)? c:{_CLOCK} ZONED? COMMA? ON? THE (next:(NEXT|FOLLOWING)) UNIT", clock_time),
    Rule(f"(a:APPROX)? c:(DAYNUM|CARDINAL) (IN|AT) THE? part:PART COMMA? {_NEAR_DAY}?", hour),
    Rule("(a:APPROX)? c:(DAYNUM|CARDINAL) (THIS|near:YESTERDAY) part:PART", hour),
    Rule(f"(a:APPROX)? (e:EDGE)? point:POINT ZONED? COMMA? {_NEAR_DAY}?", clock_time),
    Rule(
        "(a:APPROX)? (e:EDGE)? point:POINT ZONED? (ON|OF|COMMA)? (ANYDAY COMMA?)? m:ANYMONTH d:DAYOFMONTH (COMMA? y:YEAR)?",
        clock_time,
    ),
    Rule(
        "(a:APPROX)? (e:EDGE)? point:POINT ZONED? (ON|OF|COMMA)? (ANYDAY COMMA?)? d:DAYOFMONTH m:ANYMONTH (COMMA? y:YEAR)?",
        clock_time,
    ),
    Rule("c:(DAYNUM|CLOCK|CARDINAL) x:(HYPHEN|TO|AND|OR) (DAYNUM MERIDIEM|CLOCK12|CLOCK MERIDIEM)", clock_span),
    Rule("c:(YEAR|INTEGER) (ZONE|SMALLS ZONE?|LOCAL TIME)", four_digits),
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

"""Durations: "100 days", "several months", "the past three years", "half an hour", "for decades"."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from briefing.extract.dates.days import covered, month_value, shifted, value_at
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.nearest import year_for
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.tense import direction
from briefing.extract.dates.wording import bound_of, unit_of
from briefing.model import TimexType

DURATION: Final = TimexType.DURATION
_PARTS_OF: Final = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH")}
_BEFORE_ONE_DAY: Final = word_set("for in than by within of about after over")
_BEFORE_BARE: Final = word_set("for in within after over took takes spent last lasted by")
_LONGEST: Final = 100_000_000
_YEARS_OF_UNIT: Final = {"E": 10, "C": 100}
_UNITS_TO_COME: Final = frozenset({"D", "W", "M", "Y"})
_LETTERS: Final = {"E": "DE", "C": "CE", "L": "ML", "H": "M"}
"""How TIMEX3 writes decades, centuries and millennia in durations."""
_PARTS_OF_WHOLES: Final = frozenset({"quarter", "quarters", "third", "thirds", "part", "most", "fraction", "half"})
_UNITS_OF_PARTS: Final = frozenset({"D", "W", "M", "Q"})


def length(count: Decimal | int | str, unit: str) -> str:
    """Return a duration in TIMEX3: P3D, PT1H30M, PXY; several decades as years."""
    time, letter = ("T", unit[1]) if unit[0] == "T" else ("", unit)
    if unit == "WE":
        return f"P{count}WE"
    if unit == "F" and not isinstance(count, str):
        count, letter = count * 2, "W"
    letter = _LETTERS.get(unit, letter)
    if isinstance(count, Decimal) and unit in _YEARS_OF_UNIT and count != 1:
        count, letter = count * _YEARS_OF_UNIT[unit], "Y"
    if isinstance(count, Decimal) and count != int(count):
        whole, rest = int(count), count - int(count)
        part = _PARTS_OF.get(unit)
        if part and rest * part[0] == int(rest * part[0]):
            inner_time, inner = ("T", part[1][1]) if part[1][0] == "T" else ("", part[1])
            head = f"{whole}{letter}" if whole else ""
            return f"P{time}{head}{'' if time else inner_time}{int(rest * part[0])}{inner}"
        return f"P{time}{count.normalize():f}{letter}"
    return f"P{time}{int(count) if isinstance(count, Decimal) else count}{letter}"


def counted(found: Found) -> Reading | None:
    """Two years, a 10-day, 2 1/2 hours."""
    unit, number = unit_of(found.words("u")), found.number("n")
    if number is None or number > _LONGEST or _is_year_before(found) or _is_age(found) or _is_no_length(found, unit):
        return None
    return _time_to_come(found, number, unit) or Reading(DURATION, length(number, unit), bound_of(found))


def _time_to_come(found: Found, number: Decimal, unit: str) -> Reading | None:
    """Return the date of "will open in two weeks"; None where nothing is to come, or the length is that of a doing."""
    now = found.context.published
    is_told = found.before() == "in" and found.before(2) != "time" and found.words("u").endswith("s")
    if now is None or not is_told or found.has("a") or found.context.is_narrative:
        return None
    if unit not in _UNITS_TO_COME or number != int(number):
        return None
    day = shifted(now, int(number), unit) if direction(found.tokens, found.first, found.last) > 0 else None
    return Reading(TimexType.DATE, value_at(day, unit), bound_of(found)) if day else None


def _is_age(found: Found) -> bool:
    behind = [found.behind(on).lower() for on in (1, 2)]
    return behind[0] == "old" or behind in (["-", "old"], ["of", "age"])


def _is_no_length(found: Found, unit: str) -> bool:
    """Return whether it is rather a fraction, an order or some day: three-quarters of it, the one second, one day."""
    word, is_hyphenated = found.words("u"), found.tokens.words[found.at("u") - 1] == "-"
    if unit == "Q":
        return (
            not word.endswith("s") or is_hyphenated or found.behind() == "of" or found.before() not in _BEFORE_ONE_DAY
        )
    if word == "second":
        return not is_hyphenated
    is_one_day = unit == "D" and found.words("n") in {"one", "1"}
    return is_one_day and not is_hyphenated and found.before() not in _BEFORE_ONE_DAY


def _is_year_before(found: Found) -> bool:
    """Return whether the number is rather a year with something else behind it: "World Cup 2018 day five"."""
    digits, unit = found.words("n"), found.at("u")
    return (
        len(digits) == len("2018")
        and digits.isdecimal()
        and found.tokens.words[unit - 1] != "-"
        and not found.words("u").endswith("s")
    )


def two_counts(found: Found) -> Reading | None:
    """Two to three weeks: the lower end."""
    number, high = found.number("n"), found.number("h")
    if number is None or high is None or number >= high:
        return None
    return Reading(DURATION, length(number, unit_of(found.words("u"))), "EQUAL_OR_MORE")


def vague(found: Found) -> Reading | None:
    """Several months, a couple of years."""
    unit = unit_of(found.words("u"))
    word = found.words("q")
    if found.before() in {"these", "those", "as"}:
        return None
    return Reading(DURATION, length(2 if "couple" in word else "X", unit), "APPROX" if "couple" in word else None)


def near(found: Found) -> Reading | None:
    """The past three months, the next few days."""
    unit, number = unit_of(found.words("u")), found.number("n")
    if found.has("n") and number is None:
        return None
    count: Decimal | str | int = number if number is not None else 2 if "couple" in found.words("q") else "X"
    # "Over the past year" tells where it lies, not that it is more than a year.
    is_over = found.words("a") == "over"
    return Reading(
        DURATION,
        length(count, unit),
        None if is_over else bound_of(found),
        first_word=found.first + is_over,
        days=_days_from_now(found, count, unit),
    )


def _days_from_now(found: Found, count: Decimal | str | int, unit: str) -> tuple[date, date] | None:
    """Return the first and last day of a length that ends or begins at publication."""
    now, word = found.context.published, found.words("r").split()[-1]
    if found.context.is_narrative or now is None or isinstance(count, str) or unit[0] == "T" or count != int(count):
        return None
    step = {"past": -1, "last": -1, "previous": -1, "next": 1, "coming": 1}.get(word, 0)
    other = shifted(now, int(count) * step, unit) if step else None
    return (min(now, other), max(now, other)) if other else None


def part_of(found: Found) -> Reading | None:
    """The last week of August, the first ten months of 1915; the first day of May is a day."""
    unit, number = unit_of(found.words("u")), found.number("n")
    if unit not in _UNITS_OF_PARTS or (found.has("n") and number is None) or (found.has("k") and not found.has("m")):
        return None
    if unit == "D" and not found.has("n") and not found.has("q"):
        return _day_of(found)
    count: Decimal | int | str = number if number is not None else 1
    if found.has("q") or (not found.has("n") and found.words("u").endswith("s")):
        count = "X"
    return Reading(DURATION, length(count, unit), bound_of(found), moves=False)


def _day_of(found: Found) -> Reading | None:
    if found.has("y"):
        year, month = int(found.words("y")), None
    else:
        month = found.meant("m")
        told = int(found.words("k")) if found.has("k") else year_for(found, month)
        if told is None:
            return None
        year = told
    days = covered(month_value(year, month) if month else f"{year:04d}")
    if days is None or found.words("r") not in {"first", "last", "final"}:
        return None
    return Reading(TimexType.DATE, days[found.words("r") != "first"].isoformat())


def single(found: Found) -> Reading | None:
    """A year, nearly an hour, half a day."""
    unit, before, behind = unit_of(found.words("u")), found.before(), found.behind().lower()
    if behind == "old" or unit in {"TS", "Q", "H"}:
        return None
    if found.has("half"):
        return Reading(DURATION, length(Decimal("1.5" if found.has("plus") else "0.5"), unit), bound_of(found))
    is_part = before == "of" and found.before(2) in _PARTS_OF_WHOLES
    if is_part or behind in {"-", "or"} or (unit == "TM" and before in {"just", "wait"}):
        return None
    is_counted = before.endswith("s") and any(found.before(back)[:1].isdigit() for back in (2, 3))
    is_rate = is_counted and not found.has("a")
    return Reading(TimexType.SET if is_rate else DURATION, length(1, unit), bound_of(found))


def bare(found: Found) -> Reading | None:
    """For years, within days, decades of: a length that is not told."""
    unit = unit_of(found.words("u"))
    before, behind = found.before(), found.behind().lower()
    if before in _BEFORE_BARE and behind != "old":
        return Reading(DURATION, length("X", unit))
    if (
        behind in {"of", "after", "before", "later", "ago", "earlier"}
        and before in {"", ".", ",", "and", "follows", "but", "or", "just", "the"}
        and not (before == "the" and behind == "of")
    ):
        return Reading(DURATION, length("X", unit))
    return None


def hyphenated(found: Found) -> Reading | None:
    """Month-long, decades-old; not the end of an age: 6-year-old."""
    if found.before() == "-":
        return None
    return Reading(DURATION, length(1 if not found.words("u").endswith("s") else "X", unit_of(found.words("u"))))


def quarter_century(found: Found) -> Reading | None:
    """A quarter of a century, a quarter-century."""
    if found.words("q") != "quarter" or found.words("u") != "century":
        return None
    return Reading(DURATION, "P25Y", bound_of(found))


def stretch(_found: Found) -> Reading | None:
    """Some time, a while, a short period."""
    return Reading(DURATION, "PXX", moves=False)


RULES: Final = (
    Rule("(a:APPROX)? n:NUMBER HYPHEN? (STRAIGHT|MORE)? HYPHEN? u:(UNIT|UNITS|SMALL|SMALLS|SECOND)", counted),
    Rule("(a:APPROX)? n:NUMBER (TO|OR|HYPHEN) h:NUMBER HYPHEN? STRAIGHT? u:(UNITS|SMALLS|UNIT|SMALL)", two_counts),
    Rule("(a:APPROX)? q:VAGUE (MORE|STRAIGHT)? HYPHEN? u:(UNITS|SMALLS|UNIT)", vague),
    Rule(
        "(a:APPROX)? r:(THE? (LAST|PAST|NEXT|COMING|ORDINAL|FINAL|PREVIOUS|FOLLOWING|LATEST|RECENT|OTHER)|THE|THESE|ANOTHER)"
        " (n:NUMBER|q:(COUPLE OF?|FEW|SEVERAL)) (STRAIGHT|MORE)? HYPHEN? u:(UNITS|SMALLS)",
        near,
    ),
    Rule(
        "(a:APPROX)? THE r:(LAST|FINAL|ORDINAL|SECOND) (n:NUMBER|q:(COUPLE OF?|FEW|SEVERAL))? u:(UNIT|UNITS) OF THE?"
        " (EDGE)? (m:ANYMONTH|y:YEAR) (COMMA|OF)? (k:YEAR)?",
        part_of,
    ),
    Rule("(a:APPROX)? (A|s:(A STRAIGHT|THE STRAIGHT|ANOTHER)) u:(UNIT|SMALL)", single),
    Rule("(a:APPROX)? (half:HALF) (A|THE)? HYPHEN? u:(UNIT|SMALL)", single),
    Rule("(a:APPROX)? A u:(UNIT|SMALL) (half:AND plus:A HALF)", single),
    Rule("(a:APPROX)? (A|THE PAST|THE LAST)? q:UNIT (HYPHEN|OF A) u:UNIT", quarter_century),
    Rule("u:(UNITS|SMALLS)", bare),
    Rule("u:(UNIT|UNITS|SMALL|SMALLS) HYPHEN (MUCH|OLD)", hyphenated),
    Rule("(SOME TIME|A WHILE)", stretch),
)

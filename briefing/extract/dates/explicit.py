"""Dates that name their year: "24 August 1990", "2024-01-20", "May 2009", "in 1943", "the late 1970s"."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.days import SEASONS, exact_day, month_value
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import day_number, edge_of, ordinal_of, year_of
from briefing.model import TimexType

_YEAR_CUES: Final = word_set(
    "in since by until till from of year after before between during throughout late early mid through fall "
    "spring summer winter autumn circa to and the"
)
_COUNT_CUES: Final = word_set(
    "than least some nearly almost over approximately page flight no about another estimated $ £ € # room route "
    "rs highway"
)
_COUNTED: Final = word_set(
    "people men women troops soldiers percent % miles km kilometers kilometres feet meters metres tons tonnes "
    "dollars points shares jobs employees workers pounds francs aircraft tanks killed dead acres barrels votes "
    "students prisoners wounded children ships guns vehicles casualties members yards m kg mm ft hp mph times "
    "copies seats families houses homes million billion square cubic yen euros horsemen cavalry infantry "
    "infantrymen civilians planes fighters rounds hectares"
)
_PLAUSIBLE_YEARS: Final = range(1800, 2060)
"""Numbers of four digits that are years unless the words around them say otherwise."""

_CENTURIES: Final = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000, "two": 2000}
DATE: Final = TimexType.DATE


def full_date(found: Found) -> Reading | None:
    """24 August 1990, Aug. 24, 1990."""
    day = exact_day(year_of(found.words("y")), found.meant("m"), day_number(found.words("d")))
    return Reading(DATE, day.isoformat(), edge_of(found)) if day else None


def full_range(found: Found) -> tuple[Reading, ...] | None:
    """Two days of one month or two: "3-5 May 1990", "31 May - 1 June 1916"."""
    year = year_of(found.words("y"))
    second_month = "n" if found.has("n") else "m"
    first = exact_day(year, found.meant("m"), day_number(found.words("d")))
    second = exact_day(year, found.meant(second_month), day_number(found.words("f")))
    if not first or not second:
        return None
    return (
        Reading(DATE, first.isoformat(), last_word=found.at("x") - 1),
        Reading(DATE, second.isoformat(), first_word=found.to("x") + 1),
    )


def iso_date(found: Found) -> Reading | None:
    """2024-01-20."""
    if not found.is_joined():
        return None
    day = exact_day(int(found.words("y")), int(found.words("m")), int(found.words("d")))
    return Reading(DATE, day.isoformat()) if day else None


def slashed_date(found: Found) -> Reading | None:
    """Month first, as American agencies write, unless only the other order is possible."""
    if not found.is_joined():
        return None
    one, two, year = int(found.words("m")), int(found.words("d")), year_of(found.words("y"))
    day = exact_day(year, one, two) or exact_day(year, two, one)
    return Reading(DATE, day.isoformat()) if day else None


def dotted_date(found: Found) -> Reading | None:
    """20.01.2024: the day first, as in most of Europe."""
    number, month, year = (int(part) for part in found.words("d").split("."))
    day = exact_day(year, month, number)
    return Reading(DATE, day.isoformat()) if day else None


def month_of_year(found: Found) -> Reading | None:
    """May 2009, late September 1939."""
    return Reading(DATE, month_value(year_of(found.words("y")), found.meant("m")), edge_of(found))


def months_of_year(found: Found) -> tuple[Reading, ...]:
    """Two months that share the year behind the second: "from May to June 1940"."""
    year = year_of(found.words("y"))
    first_year = year - (found.meant("m") > found.meant("n"))
    return (
        Reading(DATE, month_value(first_year, found.meant("m")), edge_of(found), last_word=found.at("x") - 1),
        Reading(DATE, month_value(year, found.meant("n")), first_word=found.to("x") + 1),
    )


def year(found: Found) -> Reading | None:
    """1990, the year 2000, fiscal 1989, early 1991."""
    number = int(found.words("y"))
    if not found.has("s") and not _is_year(found, number):
        return None
    is_aside = found.context.chronology is not None and found.at("y") in found.context.chronology.asides
    return Reading(DATE, f"{number:04d}", edge_of(found), moves=not is_aside)


def years(found: Found) -> tuple[Reading, ...] | None:
    """A first and a last year: "1914-18", "1939-1945"."""
    first = int(found.words("y"))
    digits = found.words("z")
    second = int(digits) if len(digits) == 4 else first - first % 100 + int(digits)
    if not first < second < first + 300 or not _is_year(found, first):
        return None
    return (
        Reading(DATE, f"{first:04d}", edge_of(found), last_word=found.at("x") - 1),
        Reading(DATE, f"{second:04d}", first_word=found.at("z")),
    )


def _is_year(found: Found, number: int) -> bool:
    """Return whether a number of four digits is a year, not a count, a part of a name or a measure."""
    before, behind = found.before(), found.behind()
    if found.has("e"):
        return True
    if before in _COUNT_CUES or behind == "%":
        return found.context.is_narrative and before == "about" and not behind.endswith("s")
    is_first_count = behind in {"and", "to", "or", "-", "–"} and found.behind(3).lower() in _COUNTED
    is_measure = behind in {"-", "–"} and found.behind(2).lower() in {"strong", "year", "mile", "page"}
    if is_measure or is_first_count or behind.lower() in _COUNTED:
        return False
    if number in _PLAUSIBLE_YEARS:
        is_hung_on = before in {"-", "–", "/", "."} and found.tokens.joined(found.first)
        return not (is_hung_on and found.before(2)[:1].isalpha() and found.before(2) not in {"pre", "post", "mid"})
    is_plural_behind = behind.isalpha() and behind.islower() and behind.endswith("s") and len(behind) > 3
    return before in _YEAR_CUES and not is_plural_behind


def year_in_words(found: Found) -> Reading | None:
    """Nineteen ninety-six, two thousand five; only where the words before or the form make a count unlikely."""
    century, rest = _CENTURIES.get(found.words("c").partition(" ")[0]), found.number("r")
    is_count = (found.words("c") == "twenty" and rest is not None and rest < 10) or (
        rest is None and not found.has("s")
    )
    if century is None or is_count or not 0 <= (rest or 0) < 100:
        return None
    number = century + int(rest or 0)
    if found.has("a"):
        return Reading(DATE, f"{number:04d}-{SEASONS[found.words('a')]}", edge_of(found))
    if found.has("m"):
        return Reading(DATE, month_value(number, found.meant("m")), edge_of(found))
    return Reading(DATE, f"{number:04d}", edge_of(found))


def decade(found: Found) -> Reading | None:
    """The 1970s, the late '80s, the nineties."""
    word = found.words("d")
    digits = word.strip("'’s")
    if not word[0].isalpha() and len(digits) == 4:
        return Reading(DATE, digits[:3], edge_of(found))
    if (found.has("t") and found.words("t") != "the") or found.before() in {"his", "her", "their", "my", "its"}:
        return None
    tens = found.meant("d") // 10 if word[0].isalpha() else int(digits) // 10
    if word[0].isdigit() and not (found.has("e") or found.has("t")):
        return None
    return Reading(DATE, f"{19 if tens > 2 else 20}{tens}", edge_of(found))


def century(found: Found) -> Reading | None:
    """The 20th century."""
    number = ordinal_of(found.words("o"))
    if not found.words("u").startswith("centur") or not 1 < number < 23:
        return None
    return Reading(DATE, f"{number - 1:02d}", edge_of(found))


RULES: Final = (
    Rule("(w:ANYDAY COMMA?)? (e:EDGE)? m:ANYMONTH d:DAYOFMONTH (COMMA|OF)? y:(YEAR|SHORTYEAR)", full_date),
    Rule("(w:ANYDAY COMMA?)? THE? d:DAYOFMONTH OF? m:ANYMONTH (COMMA|OF)? y:(YEAR|SHORTYEAR)", full_date),
    Rule("m:ANYMONTH d:DAYOFMONTH x:(HYPHEN|DASH|TO|AND|OR) f:DAYOFMONTH COMMA? y:YEAR", full_range),
    Rule("THE? d:DAYOFMONTH x:(HYPHEN|DASH|TO|AND|OR) THE? f:DAYOFMONTH OF? m:ANYMONTH COMMA? y:YEAR", full_range),
    Rule(
        "THE? d:DAYOFMONTH OF? m:ANYMONTH x:(HYPHEN|DASH|TO|AND) THE? f:DAYOFMONTH OF? n:ANYMONTH COMMA? y:YEAR",
        full_range,
    ),
    Rule("m:ANYMONTH d:DAYOFMONTH x:(HYPHEN|DASH|TO|AND) n:ANYMONTH f:DAYOFMONTH COMMA? y:YEAR", full_range),
    Rule("y:YEAR HYPHEN m:(DAYNUM) HYPHEN d:(DAYNUM|TWODIGIT)", iso_date),
    Rule("d:DOTTED", dotted_date),
    Rule("m:DAYNUM SLASH d:DAYNUM SLASH y:(YEAR|DAYNUM|TWODIGIT)", slashed_date),
    Rule("(e:EDGE)? m:ANYMONTH (COMMA|OF)? y:(YEAR|SHORTYEAR)", month_of_year),
    Rule("(e:EDGE)? m:ANYMONTH x:(HYPHEN|DASH|TO|AND|OR|SLASH) n:ANYMONTH COMMA? OF? y:YEAR", months_of_year),
    Rule("(e:EDGE)? y:YEAR", year),
    Rule("s:YEAR_SIGN y:YEAR", year),
    Rule("(e:EDGE)? (s:(THE? UNIT|FISCAL UNIT?|THE FISCAL UNIT?)) y:YEAR", year),
    Rule("(e:EDGE)? y:YEAR x:(HYPHEN|SLASH|DASH) z:(DAYNUM|TWODIGIT|YEAR)", years),
    Rule("(e:EDGE)? m:ANYMONTH? c:(CARDINAL|TEN) HYPHEN? r:(TEN (HYPHEN? CARDINAL)?|CARDINAL)", year_in_words),
    Rule("(e:EDGE)? (s:THE UNIT) c:(CARDINAL BIG) (AND? r:(TEN (HYPHEN? CARDINAL)?|CARDINAL))?", year_in_words),
    Rule(
        "(e:EDGE)? THE? a:(SEASON|FALL) OF? c:(CARDINAL|TEN) HYPHEN? r:(TEN (HYPHEN? CARDINAL)?|CARDINAL)",
        year_in_words,
    ),
    Rule("(e:EDGE)? (t:THE)? d:(DECADE|TENS)", decade),
    Rule("(e:EDGE)? (t:THE)? o:(ORDINAL|NTH|SECOND|TEN HYPHEN? (ORDINAL|SECOND)) HYPHEN? u:(UNIT|UNITS)", century),
)

"""Dates of eras: "480 BC", "the summer of 431 BC", "499-493 BC", "the 9th century BC", "AD 70"."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.days import SEASONS, month_value, year_of_era, year_value
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import edge_of, ordinal_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE


def year(found: Found) -> Reading | None:
    """480 BC, June 479 BC, the summer of 431 BC, AD 70."""
    number = year_of_era(found.words("y"), found.words("g"))
    if number is None:
        return None
    if found.has("m"):
        return Reading(DATE, month_value(number, found.meant("m")), edge_of(found))
    if found.has("s"):
        return Reading(DATE, f"{year_value(number)}-{SEASONS[found.words('s')]}", edge_of(found))
    return Reading(DATE, year_value(number), edge_of(found))


def years(found: Found) -> tuple[Reading, ...] | None:
    """The first and the last year of 499-493 BC."""
    first, second = (year_of_era(found.words(label), found.words("g")) for label in ("y", "z"))
    if first is None or second is None or first >= second:
        return None
    return (
        Reading(DATE, year_value(first), edge_of(found), last_word=found.at("x") - 1),
        Reading(DATE, year_value(second), first_word=found.to("x") + 1),
    )


def century(found: Found) -> Reading | None:
    """The 9th century BC."""
    number = ordinal_of(found.words("o"))
    if found.words("u") != "century" or not 0 < number < 100:
        return None
    era = "BC" if found.words("g").startswith("b") else ""
    return Reading(DATE, f"{era}{number - 1:02d}", edge_of(found), moves=False)


def decade(found: Found) -> Reading | None:
    """The 470s BC."""
    digits = found.words("d").rstrip("s")
    if not digits.isdigit() or not found.words("g").startswith("b"):
        return None
    return Reading(DATE, f"BC{int(digits) // 10:03d}", edge_of(found), moves=False)


_NUMBER: Final = "(DAYNUM|TWODIGIT|YEAR|INTEGER)"

RULES: Final = (
    Rule(f"(e:EDGE)? (m:ANYMONTH OF?|THE? s:(SEASON|FALL) OF?)? y:{_NUMBER} g:ERA", year),
    Rule(f"g:ERA y:{_NUMBER}", year),
    Rule(f"(e:EDGE)? y:{_NUMBER} x:(HYPHEN|DASH|TO|AND) z:{_NUMBER} g:ERA", years),
    Rule("(e:EDGE)? THE? o:(ORDINAL|NTH|SECOND) HYPHEN? u:UNIT g:ERA", century),
    Rule("(e:EDGE)? THE? d:DECADE g:ERA", decade),
)

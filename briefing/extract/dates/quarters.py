"""Quarters, halves and fiscal years: "the third quarter", "the first half of 1989", "the year-ago period"."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.extract.dates.days import covered
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import STEPS, edge_of, ordinal_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE
_LAST_ONES: Final = frozenset({"last", "latter", "final", "closing"})


def numbered(found: Found) -> Reading | None:
    """The third quarter: of the year that is told, else the nearest that fits."""
    is_half = found.has("half")
    if not is_half and found.words("u") not in {"quarter", "quarters"}:
        return None
    parts, word = 2 if is_half else 4, found.words("o")
    order = parts if word in _LAST_ONES else ordinal_of(word)
    year = _year(found, order, parts) if 0 < order <= parts else None
    return Reading(DATE, f"{year:04d}-{'H' if is_half else 'Q'}{order}", edge_of(found)) if year else None


def _year(found: Found, order: int, parts: int) -> int | None:
    if found.has("y"):
        return int(found.words("y"))
    now = found.context.now or found.context.there
    if now is None:
        return None
    if found.has("r"):
        return now.year + STEPS.get(found.words("r").rpartition(" ")[2], 0)
    if found.context.is_narrative:
        return now.year
    current = (now.month - 1) * parts // 12 + 1
    return now.year - (order > current + (1 if parts == 2 else 0))


def signed(found: Found) -> Reading | None:
    """Q3 2012, H1: the sign and its number joined."""
    order, letter = int(found.words("o")), found.words("sign").upper()
    parts = 4 if letter == "Q" else 2
    if not found.tokens.joined(found.at("o")) or order > parts or (letter == "H" and not found.has("y")):
        return None
    year = _year(found, order, parts)
    return Reading(DATE, f"{year:04d}-{letter}{order}") if year is not None else None


def last_quarter(found: Found) -> Reading | None:
    """The quarter, the latest period: the last that ended before publication, or the one that was told."""
    unit = found.words("u")
    if unit not in {"quarter", "period"} or found.behind() == "-":
        return None
    now = found.context.published
    if now is None or found.context.is_narrative:
        return None
    if unit == "period" and found.context.quarter is None and "latest" not in found.words("l"):
        return None
    step = -1 if found.has("ago") or (found.has("r") and found.words("r").startswith("last")) else 0
    value = _told_quarter(found, now) or _quarter_before(now)
    year = int(found.words("y")) if found.has("y") else int(value[:4]) + step
    return Reading(DATE, f"{year:04d}{value[4:]}", moves=False)


def quarter_ended(found: Found) -> Reading | None:
    """The quarter, before "ended July 31": the one in which most of it lies."""
    now = found.context.published
    if found.words("u") != "quarter" or now is None:
        return None
    month = (found.meant("m") - 2) % 12 + 1
    year = int(found.words("y")) if found.has("y") else now.year - (found.meant("m") > now.month)
    year -= found.meant("m") == 1
    return Reading(DATE, f"{year:04d}-Q{(month + 2) // 3}", last_word=found.at("u"), moves=False)


def quarter_a_year_ago(found: Found) -> Reading | None:
    """The quarter a year ago."""
    read = last_quarter(found)
    if read is None or found.words("v") != "year":
        return None
    return Reading(DATE, year_before(read.value), moves=False)


def full_year(found: Found) -> Reading | None:
    """The full year: that of publication, as results are told for."""
    now = found.context.published
    if found.words("u") != "year" or now is None or found.context.is_narrative or "full" not in found.words("w"):
        return None
    return Reading(DATE, f"{now.year:04d}", moves=False)


def year_before(value: str) -> str:
    """Return the quarter of that number a year before: 2022-Q3 for 2023-Q3."""
    return f"{int(value[:4]) - 1:04d}{value[4:]}"


def _told_quarter(found: Found, now: date) -> str | None:
    """Return the quarter that was told last, where it is over: results are of such."""
    days = covered(found.context.quarter) if found.context.quarter else None
    return found.context.quarter if days and days[1] < now else None


def _quarter_before(now: date) -> str:
    quarters = now.year * 4 + (now.month - 1) // 3 - 1
    return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"


def numbered_year_ago(found: Found) -> Reading | None:
    """The year-ago third quarter."""
    read = numbered(found)
    if read is None or found.words("ago") != "year":
        return None
    return Reading(DATE, year_before(read.value), moves=False)


def year_ended(found: Found) -> Reading | None:
    """The year, before "ended March 31": the twelve months up to there."""
    if found.words("u") != "year" or found.behind().lower() not in {"ended", "ending", "to"}:
        return None
    return Reading(TimexType.DURATION, "P1Y", moves=False)


def year_ago(found: Found) -> Reading | None:
    """Year-ago, year-earlier: before a noun."""
    now = found.context.published
    if found.words("u") != "year" or now is None or found.context.is_narrative:
        return None
    if found.context.quarter:
        return Reading(DATE, year_before(found.context.quarter), moves=False)
    return Reading(DATE, f"{now.year - 1:04d}", moves=False)


_YEAR: Final = (
    "((OF|IN|COMMA)? (THE FISCAL?)? FISCAL? (y:YEAR|(r:(THIS|LAST|NEXT|THE FOLLOWING|THE PREVIOUS|THE)) UNIT))"
)

RULES: Final = (
    Rule(f"(e:EDGE)? THE? FISCAL? HYPHEN? o:(ORDINAL|SECOND|NTH|LAST|FINAL) HYPHEN? FISCAL? u:UNIT {_YEAR}?", numbered),
    Rule(
        "THE? (y:YEAR POSSESSIVE?|r:(THIS|LAST|NEXT) UNIT POSSESSIVE) FISCAL? o:(ORDINAL|SECOND|NTH|FINAL) HYPHEN? u:UNIT",
        numbered,
    ),
    Rule(f"(e:EDGE)? THE? o:(ORDINAL|SECOND|LAST|FINAL) half:HALF {_YEAR}", numbered),
    Rule("sign:(QUARTER_SIGN|HALF_SIGN) o:DAYNUM (OF|COMMA)? (y:YEAR)?", signed),
    Rule("THE l:LATEST? u:(UNIT|PERIOD)", last_quarter),
    Rule("THE? ago:UNIT HYPHEN (AGO|EARLIER) FISCAL? o:(ORDINAL|SECOND) HYPHEN? u:UNIT", numbered_year_ago),
    Rule("THE FISCAL? u:UNIT", year_ended),
    Rule("THE u:UNIT ENDED m:ANYMONTH DAYOFMONTH? (COMMA? y:YEAR)?", quarter_ended),
    Rule("THE u:UNIT A v:UNIT (AGO|EARLIER)", quarter_a_year_ago),
    Rule("THE w:STRAIGHT u:UNIT", full_year),
    Rule("THE? y:YEAR u:(UNIT|PERIOD)", last_quarter),
    Rule("(r:(LAST) UNIT POSSESSIVE) u:(UNIT|PERIOD)", last_quarter),
    Rule("THE? ago:UNIT HYPHEN (AGO|EARLIER) u:(UNIT|PERIOD)", last_quarter),
    Rule("THE? u:UNIT HYPHEN (AGO|EARLIER)", year_ago),
)

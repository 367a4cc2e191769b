"""Seasons: "last summer", "the winter of 1994", "the spring of that year", "in autumn"."""

from __future__ import annotations

from datetime import date
from typing import Final

from briefing.extract.dates.days import SEASON_MONTHS, SEASONS, year_value
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Rule
from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.wording import STEPS, edge_of
from briefing.model import TimexType

DATE: Final = TimexType.DATE
_TELLING: Final = word_set("last this next past")
"""Words before "fall" that make it a season, not a drop."""
_JUST_BEGUN: Final = 2
_BEFORE_SEASON: Final = word_set(
    "in by during since until till of over through throughout from to and or for before after"
)


def season(found: Found) -> Reading | None:
    """Last summer, the summer, in winter."""
    now, word = found.context.now or found.context.there, found.words("s")
    near = found.words("r").rpartition(" ")[2]
    is_in_it = near == "the" and found.before() in {"in", "during", "by"} and found.behind() != "of"
    is_autumn = is_in_it or near in _TELLING or (found.has("e") and "of" not in found.words("e"))
    if now is None or _is_no_season(found) or (word == "fall" and not is_autumn):
        return None
    code, chronology = SEASONS[word], found.context.chronology
    planned = chronology.years.get(found.at("s")) if chronology and near not in STEPS else None
    year = planned if planned is not None else _year_near(now, SEASON_MONTHS[code], near)
    return Reading(DATE, f"{year_value(year)}-{code}", edge_of(found))


def season_of_year(found: Found) -> Reading | None:
    """The winter of 1994, spring 2021."""
    return Reading(DATE, f"{year_value(int(found.words('y')))}-{SEASONS[found.words('s')]}", edge_of(found))


def _year_near(now: date, start: int, near: str) -> int:
    """Return the year of the season that begins in the month `start`; "last" is never one that has just begun."""
    step = STEPS.get(near, 0)
    if step < 0:
        return now.year - (start > now.month - _JUST_BEGUN)
    if step > 0:
        return now.year + (start <= now.month)
    return now.year


def _is_no_season(found: Found) -> bool:
    """Return whether a season's word alone is rather part of a name or an adjective: Winter Palace, spring water."""
    if (found.has("r") and found.words("r") != "the") or found.has("e") or found.context.is_narrative:
        return False
    is_in_name = found.tokens.words[found.last].istitle() and found.behind()[:1].isupper() and found.before() != "."
    return is_in_name or not (found.has("r") or found.before() in _BEFORE_SEASON)


def season_by_year(found: Found) -> Reading | None:
    """The spring of that year, summer last year."""
    now = found.context.now or found.context.there
    if found.words("u") != "year" or now is None:
        return None
    step = STEPS.get(found.words("r").rpartition(" ")[2], 0)
    return Reading(DATE, f"{year_value(now.year + step)}-{SEASONS[found.words('s')]}", edge_of(found))


RULES: Final = (
    Rule(
        "(e:EDGE)? r:(THE? (LAST|NEXT|PAST|COMING|FOLLOWING|PREVIOUS|SAME)|THIS|THIS PAST|THAT|THE)? s:(SEASON|FALL)",
        season,
    ),
    Rule("(e:EDGE)? (THE)? s:(SEASON|FALL) (OF|COMMA)? y:YEAR", season_of_year),
    Rule(
        "(e:EDGE)? (THE)? s:(SEASON|FALL) OF? (r:(THAT|THIS|THE SAME|THE FOLLOWING|THE PREVIOUS|LAST|NEXT)) u:UNIT",
        season_by_year,
    ),
)

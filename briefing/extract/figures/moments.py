"""Digits that are years, days or times of day, for where no dates have been found beforehand."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from briefing.extract.figures.lexicon import MONTHS, PEOPLE, WEEKDAYS, is_plural, singular
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words

CLOCK: Final = words("am pm a.m. p.m. gmt utc est edt pst pdt cet cest bst cst cdt ist o'clock noon hrs")
YEARS: Final = range(1000, 2200)
RECENT_YEARS: Final = range(1900, 2050)
BEFORE_YEAR: Final = words(
    """in since until till from during before after between circa early late mid year a.d. ad spring summer autumn fall
    winter christmas season end by fiscal financial"""
)
MAYBE_BEFORE_YEAR: Final = words("the of to and for this that these those its their his her last next or a")
NUMBER_BEFORE: Final = words("than least average nearly almost most total some is was are were costs cost")
LINKS: Final = words("and to or through until - – &")
NEAR: Final = 3
"""How many words a number and those it counts may take, if it looks like a year: "2020 Syrian refugees"."""
DAYS_IN_MONTH: Final = 31


def is_moment(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    """Return whether digits are a day of a month or a time of day."""
    first, last = number.first, number.last
    after = tokens.low[last]
    if after in CLOCK and not (after == "hrs" and number.value < 100):
        return True
    if after in {"a", "p"} and tokens.low[last + 1] == "." and tokens.low[last + 2] == "m":
        return True
    if number.scaled or unit.name is not None:
        return False
    if (
        after in LINKS
        and tokens.low[last + 1].isdigit()
        and tokens.low[last + 2] in MONTHS
        and tokens.maybe_capital(last + 2)
    ):
        return True
    is_day = number.value <= DAYS_IN_MONTH
    if (
        is_day
        and after in MONTHS
        and (tokens.capital(last) or after not in {"may", "march", "mar", "sep", "dec", "jan"})
    ):
        return True
    before, month_at = tokens.low[first - 1], first - 1
    if before == ".":
        before, month_at = tokens.low[first - 2], first - 2
    if before in MONTHS and (is_day or _is_of(YEARS, number.value)):
        return tokens.maybe_capital(month_at)
    return before in WEEKDAYS and is_day and not is_plural(after)


def is_year(tokens: Tokens, number: Numeral, unit: Unit, *, after_year: bool) -> bool:
    """Return whether four bare digits are a year; `after_year`, where an "and" or "to" links them to one."""
    word = tokens.low[number.first]
    if (
        number.scaled
        or unit.name is not None
        or len(word) != 4
        or not word.isdigit()
        or not _is_of(YEARS, number.value)
    ):
        return False
    if tokens.hyphen(number.last) and tokens.low[number.last + 1][:1].isalpha():
        return False
    before = tokens.low[number.first - 1]
    if before == "," and (tokens.low[number.first - 3] in MONTHS or tokens.low[number.first - 2] in MONTHS):
        return True
    if before in NUMBER_BEFORE or (before == "of" and tokens.low[number.first - 2] in NUMBER_BEFORE):
        return False
    phrase = noun_phrase(tokens, number.last, tokens.sentence(number.first)[1], one=True)
    head = tokens.low[phrase[1] - 1] if phrase is not None else ""
    counts = is_plural(head) and phrase is not None and phrase[0] == number.last
    if counts and phrase is not None and singular(head) in PEOPLE and phrase[1] - phrase[0] <= NEAR:
        return before in BEFORE_YEAR and after_year
    if after_year or before in BEFORE_YEAR:
        return True
    if not _is_of(RECENT_YEARS, number.value):
        return before in MAYBE_BEFORE_YEAR and not counts
    return before in MAYBE_BEFORE_YEAR or not counts


def _is_of(years: range, value: Decimal) -> bool:
    """Return whether a value is one of `years`."""
    # Asked for a decimal, a range compares it with each of its numbers.
    whole = int(value)
    return whole == value and whole in years

"""Numbers that are no figures: parts of names, years, times of day, scores, telephone numbers, idioms."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import FUNCTION_WORDS, MONTHS, VERBS, WEEKDAYS, is_plural
from briefing.extract.figures.number_words import ORDINALS
from briefing.extract.figures.numbered import (
    AFTER_A_NAME,
    COMPOUND_NOUNS,
    INDICES,
    MODEL_NUMBERS,
    NO_COMPOUND,
    NUMBERED,
    NUMBERED_IN_LOWER_CASE,
    STREETS,
)
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words

YEARS: Final = range(1500, 2100)
CLOCK: Final = words("am pm a.m. p.m. gmt utc est edt pst pdt cet bst cst ist o'clock noon hrs")
NO_ONE: Final = words("no any every each this that the which some another number day for either other not same")
AFTER_ONE: Final = words("another thing day hand way side time reason")
BEFORE_YEAR: Final = words("in since of by until till from the to and during before after between early late mid")


def is_trap(tokens: Tokens, numeral: Numeral, unit: Unit, *, headline_end: int) -> bool:
    """Return whether a number is no figure."""
    if numeral.currency is not None:
        return False
    if numeral.fraction:
        return _is_no_fraction(tokens, numeral)
    if numeral.spelled:
        return _is_spelled_trap(tokens, numeral, unit, headline_end)
    return (
        _is_inside_a_word(tokens, numeral, unit)
        or _is_time_or_date(tokens, numeral, unit)
        or _is_joined(tokens, numeral, unit)
        or _is_in_a_name(tokens, numeral, unit)
        or _is_listing(tokens, numeral, unit)
        or _is_year(tokens, numeral, unit)
    )


def _is_no_fraction(tokens: Tokens, numeral: Numeral) -> bool:
    if not numeral.spelled:
        return False
    before = tokens.lower(numeral.first - 1)
    after = tokens.lower(numeral.last)
    if before in ORDINALS or before in {"better", "first", "second", "other", "this", "last", "next", "each", "every"}:
        return True
    if tokens.glued(numeral.last) and after in HYPHENS:
        return tokens.lower(numeral.last + 1) not in {"hour", "mile", "day", "inch", "point", "percentage"}
    word = tokens.lower(numeral.last - 1)
    if tokens.lower(numeral.first) == "half" and numeral.last - numeral.first == 1:
        return after not in {
            "of",
            "the",
            "its",
            "their",
            "his",
            "her",
            "our",
            "all",
            "that",
            "those",
            "these",
            "are",
            "were",
        }
    if tokens.lower(numeral.first) in {"a", "an", "half"} and word != "half":
        return after not in {"of", "more", "less", "fewer", "higher", "lower", "the"}
    return False


def _is_spelled_trap(tokens: Tokens, numeral: Numeral, unit: Unit, headline_end: int) -> bool:
    first, last = numeral.first, numeral.last
    before, after = tokens.lower(first - 1), tokens.lower(last)
    if before in HYPHENS and tokens.glued(first):
        return True
    if after in HYPHENS and tokens.glued(last) and tokens.glued(last + 1) and unit.name is None:
        return tokens.lower(last + 1) not in COMPOUND_NOUNS or numeral.value == 1
    word = tokens.low[first]
    sentence_first = tokens.sentence(first)[0]
    in_headline = tokens.starts[first] < headline_end
    if (
        tokens.capital(first)
        and not in_headline
        and first > sentence_first
        and tokens.lower(first - 1) not in {'"', "“", "‘", ":", "-", "—"}
    ):
        return True
    if numeral.value == 1 and word == "one" and last == first + 1:
        return _is_no_count_of_one(tokens, first, unit)
    return word == "zero" and after in {"in", "tolerance", "sum", "hour"}


def _is_no_count_of_one(tokens: Tokens, first: int, unit: Unit) -> bool:
    before, after = tokens.lower(first - 1), tokens.lower(first + 1)
    if after in FUNCTION_WORDS or after in AFTER_ONE or not after[:1].isalpha():
        return True
    if before in NO_ONE and not (before == "the" and unit.name is not None):
        return True
    if after in VERBS and not is_plural(after):
        return True
    return after.endswith("'s") or tokens.lower(first + 1) == "'"


def _is_inside_a_word(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    """Return whether letters, hyphens with letters, or signs touch the digits: S23, F-35, 22nd, 1990s, #1."""
    first, last = numeral.first, numeral.last
    before, after = tokens.lower(first - 1), tokens.lower(last)
    if tokens.glued(first):
        if before[-1:].isalpha() or before in {"#", "@", "/", "_", ":", "№", "'", "’", "."}:
            return True
        if before in HYPHENS and tokens.glued(first - 1) and tokens.lower(first - 2)[-1:].isalpha():
            return tokens.lower(first - 2) != "to"
    if tokens.glued(last) and unit.last == last:
        if after[:1].isalpha() and not numeral.short:
            return True
        if after in {"/", ":", "_", "@", "′", "'", "\\", "*"} and tokens.glued(last + 1):
            return True
        if after in HYPHENS and tokens.glued(last + 1):
            following = tokens.lower(last + 1)
            if following[:1].isalpha() and following not in COMPOUND_NOUNS and following not in {"to", "year"}:
                return following in NO_COMPOUND or tokens.capital(last + 1) or len(following) <= 2 or not numeral.scaled
    return tokens.low[first].startswith("0") and len(tokens.low[first]) > 1 and not tokens.low[first].startswith("0.")


def _is_time_or_date(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    first, last = numeral.first, numeral.last
    before, after = tokens.lower(first - 1), tokens.lower(last)
    if after in CLOCK and not (after == "hrs" and numeral.value < 100):
        return True
    if after == "." and tokens.lower(last + 1) in {"m", "am"}:
        return True
    if numeral.scaled or unit.name is not None:
        return False
    if after in MONTHS and numeral.value <= 31 and (after not in {"may", "march"} or tokens.capital(last)):
        return True
    month = before if before != "." else tokens.lower(first - 2)
    if (
        month in MONTHS
        and numeral.value == numeral.value.to_integral_value()
        and (numeral.value <= 31 or numeral.value in YEARS)
    ):
        return tokens.capital(first - 1) or tokens.capital(first - 2)
    return before in WEEKDAYS and numeral.value <= 31


def _is_joined(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    """Return whether digits hang together with other digits: scores, telephone numbers, ratios, dates."""
    first, last = numeral.first, numeral.last
    before, after = tokens.lower(first - 1), tokens.lower(last)
    if before in {":", "/"} and tokens.glued(first) and tokens.glued(first - 1):
        return True
    if after in {":", "/"} and tokens.glued(last) and tokens.glued(last + 1):
        return True
    if before[:1].isdigit() and before.isdigit() and len(tokens.low[first]) >= 2 and numeral.value > 31:
        return True
    return after.isdigit() and not unit.name and tokens.lower(last + 1)[:1].isdigit()


def _is_in_a_name(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    first, last = numeral.first, numeral.last
    if numeral.scaled or unit.name is not None:
        return False
    before, after = tokens.lower(first - 1), tokens.lower(last)
    whole = numeral.value == numeral.value.to_integral_value()
    if before == "." and tokens.lower(first - 2) in {"no", "nos", "art", "sec", "vol", "ch", "p", "pp", "fig"}:
        return True
    if before in NUMBERED_IN_LOWER_CASE or (before in NUMBERED and tokens.capital(first - 1)):
        return not is_plural(after) and not (is_plural(before))
    if before in INDICES or (before == "p" and tokens.lower(first - 2) in {"&", "s"}):
        return not is_plural(after)
    if before == "." and tokens.lower(first - 2) == "a.d":
        return True
    if before in {"a.d.", "ad", "b.c."} or after in {"bc", "ad", "b.c.", "a.d.", "bce", "ce"}:
        return True
    if str(numeral.value) in MODEL_NUMBERS and (tokens.capital(last) or after in {"max", "jet", "jets", "aircraft"}):
        return True
    if after in AFTER_A_NAME:
        return True
    if str(numeral.value) in {"911", "999", "112"} and after in {
        "call",
        "calls",
        "caller",
        "callers",
        "operator",
        "dispatcher",
        "dispatch",
    }:
        return True
    if before in {"called", "dial", "dialed", "dialled", "call", "calling"} and str(numeral.value) in {
        "911",
        "999",
        "112",
    }:
        return True
    if whole and tokens.capital(last) and _is_street(tokens, last):
        return True
    if tokens.capital(first - 1) and first - 1 > tokens.sentence(first)[0]:
        return not after[:1].isalpha() or after in FUNCTION_WORDS or tokens.capital(last)
    return False


def _is_street(tokens: Tokens, at: int) -> bool:
    for here in range(at, at + 4):
        if tokens.lower(here) in STREETS:
            return True
        if not tokens.capital(here):
            return False
    return False


def _is_listing(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    """Return whether a bare number marks an item, a note or a reference: "1.", "(3)", "[12]"."""
    first, last = numeral.first, numeral.last
    if unit.name is not None or numeral.scaled:
        return False
    begin = tokens.sentence(first)[0]
    after = tokens.lower(last)
    if first == begin and after in {".", ")", ":"}:
        return True
    return tokens.lower(first - 1) in {"(", "["} and after in {")", "]"}


def _is_year(tokens: Tokens, numeral: Numeral, unit: Unit) -> bool:
    if numeral.scaled or unit.name is not None or len(tokens.low[numeral.first]) != 4:
        return False
    if numeral.value not in YEARS:
        return False
    after = tokens.lower(numeral.last)
    if is_plural(after) and tokens.lower(numeral.first - 1) not in BEFORE_YEAR:
        return numeral.value > 1900 and tokens.lower(numeral.first - 1) == "the"
    before = tokens.lower(numeral.first - 1)
    return before not in {
        "average",
        "than",
        "about",
        "around",
        "is",
        "was",
        "least",
        "some",
        "nearly",
        "almost",
        "of",
    } or (before == "of" and tokens.lower(numeral.first - 2) != "average")

"""Words for numbers that count nothing: "one another", "first half", "two-way", "a third person"."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.fates import FATES
from briefing.extract.figures.lexicon import FUNCTION_WORDS, IRREGULAR_PLURALS, VERBS, is_function_word, is_plural
from briefing.extract.figures.moments import CLOCK
from briefing.extract.figures.names import is_rank
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.number_words import ORDINALS, SMALL
from briefing.extract.figures.numbered import COMPOUND_NOUNS, NUMBERED_IN_LOWER_CASE
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words

NO_ONE: Final = words("no any every each this that the which some another number either other not same")
AFTER_ONE: Final = words("another thing day hand way side time reason anothers")
NOT_FRACTIONS: Final = ORDINALS | words(
    "better this each every opening closing same upper lower top bottom back front northern southern eastern western"
)
AFTER_HALF: Final = words("of the its their his her our my all that those these are were is was have had")
BEFORE_HALF: Final = words("under over nearly almost about than around roughly approximately by to only")
AFTER_FRACTION: Final = words("of more less fewer higher lower the its their all larger smaller")
CENTURIES: Final = range(16, 21)
CENTURY: Final = 100
AFTER_ZERO: Final = words("in tolerance sum hour hours waste carbon emission emissions day days")
LEAGUES: Final = words("big final elite sweet top famous formula group air")
"""What numbers in words are called with, in titles too: "Big Ten"."""
NAMING: Final = words("of the we it")
"""Function words that may stand in a name before its number: "the Group of Seven"."""
OPENS: Final = words("\" “ ‘ ' : - — – ( • ~ * | · ; . [ ___ …")


def is_idiom(tokens: Tokens, number: Numeral, unit: Unit, *, headline_end: int) -> bool:
    """Return whether a number in words, or a fraction, counts and measures nothing."""
    if not number.spelled:
        return False
    if number.out_of:
        return False
    if number.fraction:
        return _is_no_fraction(tokens, number, unit)
    first, last = number.first, number.last
    if tokens.low[last] == "fold" or _is_spoken_year(tokens, number):
        return True
    if tokens.low[last] in CLOCK or (unit.name is None and _is_numbered(tokens, number)):
        return True
    before = tokens.low[first - 1]
    if before in HYPHENS and tokens.hyphen(first - 1) and tokens.low[first - 2] not in {"to", "a", "mid"}:
        return True
    if tokens.hyphen(last) and unit.name is None:
        return tokens.low[last + 1] not in COMPOUND_NOUNS | {"plus", "odd"} or number.value == 1
    if _is_name(tokens, number, headline_end):
        return True
    if last == first + 1 and tokens.low[first] == "one":
        return _is_no_count_of_one(tokens, first, unit)
    return number.value == 0 and tokens.low[last + tokens.hyphen(last)] in AFTER_ZERO


def _is_spoken_year(tokens: Tokens, number: Numeral) -> bool:
    """Return whether a number is half of a year in words: "nineteen ninety-one"."""
    if number.value in CENTURIES and tokens.low[number.last] in SMALL:
        return True
    before = tokens.low[number.first - 1]
    return before in SMALL and SMALL[before] in CENTURIES and number.value < CENTURY


def _is_name(tokens: Tokens, number: Numeral, headline_end: int) -> bool:
    """Return whether a capital in mid-sentence makes a name of the word: "Big Ten", "the Group of Seven"."""
    first = number.first
    begin, end = tokens.sentence(first)
    if not tokens.capital(first) or tokens.starts[first] < headline_end or first == begin:
        return False
    if tokens.titled(first) and tokens.low[first - 1] not in LEAGUES:
        return False
    if tokens.low[first - 1] in OPENS or (tokens.shouted(first) and tokens.shouted(number.last)):
        return False
    before = tokens.low[first - 1]
    if before in VERBS or before in FATES or before in FUNCTION_WORDS - NAMING:
        return False
    if before == "of" or (tokens.capital(first - 1) and not tokens.shouted(first - 1)):
        return True
    phrase = noun_phrase(tokens, number.last, end, one=number.value == 1)
    return phrase is None or tokens.capital(phrase[0])


def _is_numbered(tokens: Tokens, number: Numeral) -> bool:
    """Return whether the number is a name's: "season four", "phase two", "day one"."""
    if tokens.low[number.first - 1] not in NUMBERED_IN_LOWER_CASE or is_rank(tokens, number.first):
        return False
    phrase = noun_phrase(tokens, number.last, tokens.sentence(number.first)[1], one=number.value == 1)
    return phrase is None or not is_plural(tokens.low[phrase[1] - 1])


def _is_no_count_of_one(tokens: Tokens, first: int, unit: Unit) -> bool:
    before, after = tokens.low[first - 1], tokens.low[first + 1]
    if is_rank(tokens, first):
        return False
    if unit.name is not None and after not in AFTER_ONE:
        return before in {"this", "that", "which", "no"} or (before == "at" and after == "point")
    if after in {"to", "or", "and"} and tokens.low[first + 2] in SMALL:
        return False
    if before in {"least", "than"} and after != "of" and (not after[:1].isalpha() or after in FUNCTION_WORDS):
        return False
    if is_function_word(tokens, first + 1) or after in AFTER_ONE or not after[:1].isalpha():
        return True
    if before in NO_ONE or after.endswith("'s") or (before == "at" and after in {"stage", "moment"}):
        return True
    return after in VERBS or (is_plural(after) and after not in IRREGULAR_PLURALS)


def _is_no_fraction(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    before, after = tokens.low[number.first - 1], tokens.low[number.last]
    if before in NOT_FRACTIONS:
        return True
    if tokens.hyphen(number.last) or tokens.hyphen(number.first - 1):
        ordinal = tokens.low[number.last - 1] not in {"half", "quarter"} and tokens.low[number.first] in {"a", "an"}
        return unit.name is None or ordinal or tokens.hyphen(number.first - 1)
    if unit.name is not None:
        return False
    words_used = number.last - number.first
    if tokens.low[number.first] == "half" or tokens.low[number.last - 1] == "half":
        return after not in AFTER_HALF and not (words_used == 1 and before in BEFORE_HALF)
    if tokens.low[number.first] in {"a", "an"}:
        return (
            after not in AFTER_FRACTION
            and not (after in {".", ",", ""} and before in BEFORE_HALF)
            and not (after in {".", ","} and before in {"by", "about", "nearly", "almost"})
        )
    return False

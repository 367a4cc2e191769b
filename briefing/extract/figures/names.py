"""Digits that are part of a name, an address, a numbering or a list."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import FUNCTION_WORDS, PEOPLE, VERBS, is_function_word, is_plural, singular
from briefing.extract.figures.noun_phrases import DETERMINERS, noun_phrase
from briefing.extract.figures.number_words import SHORT_SCALES
from briefing.extract.figures.numbered import (
    AFTER_A_NAME,
    CALLS,
    COMPOUND_NOUNS,
    EMERGENCY_NUMBERS,
    INDEX_SIZES,
    INDICES,
    INITIALS,
    MAKERS,
    MODEL_NUMBERS,
    NUMBERED,
    NUMBERED_IN_LOWER_CASE,
    STREETS,
)
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import Unit
from briefing.extract.figures.words import words

TOUCHING_BEFORE: Final = words("# @ / _ : № ' ’ ′ \\ & = ^")
TOUCHING_BEHIND: Final = words("/ _ @ ′ ' \\ * = ^")
SHORT_NUMBERING: Final = words("no nos art arts sec vol ch p pp fig ss para rev mk")
QUALIFYING: Final = words("than least about around nearly almost approximately roughly some over up only just")
NAMED_AFTER: Final = words("lower top we it under")
"""Function words that with a capital are the end of a name: "the Lower 48"."""
COMMON: Final = words("week day round season game stage group class unit part level number line area form field")
PICTURES: Final = words("480p 576p 720p 1080p 1440p 2160p 1080i 2K 4K 5K 8K 16K")
"""Sizes of pictures on screens, and of what shows them."""
GENERATIONS: Final = frozenset("23456")
WIRELESS: Final = words(
    """network networks phone phones service services technology data speeds connectivity mobile wireless internet connection
    smartphone smartphones rollout mast masts licences spectrum infrastructure equipment handset handsets coverage"""
)
"""What a "5G" may be, and no five grams."""
RANKED: Final = words("ranked ranks ranking seeded world world's rated")
POINTING: Final = words("last this next that a an each every per past same his her its their our one")
"""Words that with a noun behind them make a phrase of its own: "last week 1,432 people"."""
LONGEST_NUMBER: Final = 9
"""Longer digits without commas are keys of something."""
GROUPS: Final = words("5 7 8 10 20 24 77")
"""Of how many states groups are called: "the Group of 20"."""
NEAR: Final = 12
"""Within how many tokens an opening bracket is looked for."""
MARKS: Final = words("mark barrier threshold level limit milestone line total forecast target figure staff")
"""What a number before it is passed or missed: "the 600 mark"."""
FEWEST_MODELS: Final = 100
"""Smaller numbers before one thing are read as counts or marks: "the 50 mark"."""
FEW: Final = 20
LONGEST_STREET: Final = 4


def is_inside_a_word(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    """Return whether letters or signs touch the digits: S23, F-35, 22nd, 1990s, #1, 007."""
    first, last = number.first, number.last
    before, after = tokens.low[first - 1], tokens.low[last]
    if tokens.glued(first):
        if before == "#" and number.scaled:
            return False
        if before[-1:].isalpha() or (before in TOUCHING_BEFORE and not _is_quoted(tokens, number, before)):
            return True
        if tokens.hyphen(first - 1) and tokens.low[first - 2].isdigit() and tokens.glued(first - 2):
            return tokens.low[first - 3][-1:].isalpha()
        scaled = tokens.low[first - 2] in SHORT_SCALES and tokens.low[first - 3][:1].isdigit()
        if tokens.hyphen(first - 1) and tokens.low[first - 2][-1:].isalpha() and not scaled:
            return tokens.low[first - 2] != "to"
    digits = tokens.low[first]
    if tokens.glued(last - 1) and _is_picture(tokens, digits + tokens.word(last - 1)):
        return True
    if digits in GENERATIONS and after == "g" and (tokens.caseless or tokens.low[last + 1] in WIRELESS):
        return True
    if _is_picture(tokens, digits + after):
        return True
    if len(digits) > 1 and digits.startswith("0") and not digits.startswith("0."):
        return True
    if not tokens.glued(last) or unit.last > last:
        return False
    if after[:1].isalpha() and not number.short:
        return True
    if after in TOUCHING_BEHIND and tokens.glued(last + 1):
        return True
    following = tokens.low[last + 1]
    return tokens.hyphen(last) and following[:1].isalpha() and following not in COMPOUND_NOUNS | {"to", "odd", "plus"}


def _is_quoted(tokens: Tokens, number: Numeral, before: str) -> bool:
    """Return whether the sign before digits opens a quotation and no short year: "'20 hurt', says minister"."""
    after = tokens.low[number.last]
    return before in {"'", "’"} and (after in VERBS or is_plural(after) or len(tokens.low[number.first]) > 2)


def _is_picture(tokens: Tokens, word: str) -> bool:
    return word in PICTURES or (tokens.caseless and word.upper() in PICTURES)


def is_numbered(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    """Return whether bare digits belong to a name: "Boeing 737", "room 12", "No. 10", "12 Acacia Avenue"."""
    if number.scaled or unit.name is not None:
        return False
    first, last = number.first, number.last
    before, after = tokens.low[first - 1], tokens.low[last]
    if (
        before == "of"
        and tokens.low[first - 2] == "group"
        and tokens.low[first] in GROUPS
        and tokens.maybe_capital(first - 2)
    ):
        return True
    if before in {"#", "№"} or (after == "block" and tokens.low[last + 1] == "of"):
        return True
    if is_rank(tokens, first):
        return False
    if before == "." and tokens.low[first - 2] in SHORT_NUMBERING and tokens.glued(first - 1):
        return True
    return (
        after in AFTER_A_NAME
        or _is_model(tokens, number, before)
        or _is_code(tokens, number)
        or _is_behind_a_name(tokens, number, before)
        or (tokens.maybe_capital(last) and _is_street(tokens, last))
    )


def is_rank(tokens: Tokens, first: int) -> bool:
    """Return whether a number is a place in an order: "ranked No. 4", "world number 1"."""
    at = first - 1
    at -= tokens.low[at] == "."
    if tokens.low[at] not in {"no", "number"}:
        return False
    return tokens.low[at - 1] in RANKED or tokens.low[first + 1] in {"seed", "seeds", "ranked"}


def is_listing(tokens: Tokens, number: Numeral, unit: Unit) -> bool:
    """Return whether a bare number marks an item, a note or a grade: "1.", "(3)", "[12]", "Smith: 4"."""
    first, last = number.first, number.last
    if unit.name is not None or number.scaled:
        return False
    before, after = tokens.low[first - 1], tokens.low[last]
    begin, end = tokens.sentence(first)
    if first == begin and after in {".", ")", ":", "|"}:
        return last + 1 < len(tokens) or first > 0
    if len(tokens.low[first]) > LONGEST_NUMBER and tokens.low[first].isdigit():
        return True
    if (
        after == ")"
        and before not in {"(", "["}
        and number.value < FEW
        and (first == begin or before in {":", ",", ";", "and"})
    ):
        return True
    if (
        after == ")"
        and number.value < FEW
        and tokens.maybe_capital(last + 1)
        and "(" not in tokens.low[max(0, first - NEAR) : first]
    ):
        return True
    if before in {"(", "["} and after in {")", "]"}:
        return True
    return before == ":" and number.value < FEW and (last == end or tokens.capital(last))


def _is_model(tokens: Tokens, number: Numeral, before: str) -> bool:
    """Return whether a large number stands before one thing: "the 486 chip"."""
    if (
        number.value < FEWEST_MODELS
        or not (before in DETERMINERS or before.endswith("'s"))
        or tokens.hyphen(number.last)
    ):
        return False
    phrase = noun_phrase(tokens, number.last, tokens.sentence(number.first)[1], one=True)
    if phrase is None or phrase[0] != number.last:
        return False
    head = tokens.low[phrase[1] - 1]
    return (
        not is_plural(head)
        and singular(head) not in PEOPLE
        and head not in MARKS
        and not is_plural(tokens.low[phrase[1]])
    )


def _is_code(tokens: Tokens, number: Numeral) -> bool:
    digits = tokens.low[number.first]
    named = tokens.capital(number.last) or tokens.low[number.last] in {"max", "jet", "jets"}
    if digits in MODEL_NUMBERS and named and not tokens.titled(number.first):
        return not _counts(tokens, number, only_people=False)
    calls = tokens.low[number.last], tokens.low[number.first - 1]
    return digits in EMERGENCY_NUMBERS and (calls[0] in CALLS or calls[1] in CALLS)


def _is_behind_a_name(tokens: Tokens, number: Numeral, before: str) -> bool:
    first = number.first
    digits = tokens.low[first]
    if tokens.low[number.last] in {"to", "-", "–"} and tokens.low[number.last + 1][:1].isdigit():
        return False
    capital, named = tokens.capital(first - 1), tokens.maybe_capital(first - 1)
    if (before in INDICES or (before == "p" and tokens.low[first - 2] in {"&", "s"})) and digits in INDEX_SIZES:
        return True
    if before.endswith("'s") or (tokens.hyphen(number.last) and tokens.low[number.last + 1] in COMPOUND_NOUNS):
        return False
    if before in INITIALS and tokens.word(first - 1).isupper() and not tokens.glued(first):
        return before not in {"us", "un"} or not _counts(tokens, number, only_people=False)
    if (before in COMMON and tokens.low[first - 2] in POINTING) or "," in digits:
        return False
    if before in NUMBERED_IN_LOWER_CASE or (named and (before in NUMBERED or before in MAKERS)):
        return not _counts(tokens, number, only_people=True)
    if capital and tokens.titled(first):
        return False
    if not capital or first - 1 == tokens.sentence(first)[0] or tokens.low[first - 2] in {'"', "“"}:
        return False
    if (before in FUNCTION_WORDS and before not in NAMED_AFTER) or before in VERBS or before in QUALIFYING:
        return False
    return not _counts(tokens, number, only_people=False)


def _counts(tokens: Tokens, number: Numeral, *, only_people: bool) -> bool:
    """Return whether a plural stands behind the number that it may count."""
    phrase = noun_phrase(tokens, number.last, tokens.sentence(number.first)[1], one=False)
    if phrase is None or phrase[0] > number.last + 1:
        return False
    head = tokens.low[phrase[1] - 1]
    if head in VERBS:
        return False
    return singular(head) in PEOPLE if only_people else is_plural(head)


def _is_street(tokens: Tokens, at: int) -> bool:
    for here in range(at, at + LONGEST_STREET):
        if tokens.low[here] in STREETS:
            return True
        if not tokens.maybe_capital(here) or is_function_word(tokens, here) or (tokens.caseless and here > at + 1):
            return False
    return False

"""Numbers that are ages without saying so: "Jane Doe, 44,", "he was 10", "people over 60"."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import MONTHS, PEOPLE, WEEKDAYS
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words

OLDEST: Final = 115
AGED: Final = words("aged age ages")
DYING: Final = words("died dies die")
PERSONS: Final = words("he she who i someone")
IS: Final = words("is was turned turns just only i'm i'll")
OLDER: Final = words("over under above below than")
GROUPS: Final = words(
    """people those anyone adults women men children everyone residents patients americans girls boys youths persons
    workers citizens voters"""
)
ONE_PERSON: Final = words("man woman boy girl lady youth")
LIFETIMES: Final = words("expectancy lifespan retirement")
NEAR: Final = 9
"""Within how many tokens before a number what makes an age of it may stand."""
PLACED: Final = words("in at from near around outside on")
TRADES: Final = ("er", "or", "ist", "man", "woman", "ian")
"""How the names of those who do something end: driver, actor."""
AFTER_AGE: Final = words("from who was of has had is said told whose also")
ENDS: Final = words(", . ; : ) ! ? when and or who from of at in after with years is was has had became")


def is_age(tokens: Tokens, reading: Reading, previous: Reading | None) -> bool:
    """Return whether a number without a unit is an age; `previous` is the reading before it."""
    value = reading.high if reading.high is not None else reading.value
    if value is None or not 0 < value <= OLDEST or value != value.to_integral_value() or reading.unit.name is not None:
        return False
    before, after = tokens.low[reading.first - 1], tokens.low[reading.last]
    if before in AGED or (before in {"of", "between", "from", "at"} and tokens.low[reading.first - 2] in AGED):
        return True
    if before in {"and", "or", ","} and previous is not None and previous.age and reading.first - previous.last <= 2:
        return True
    if before in {"i'm", "he's", "she's"} and after in ENDS:
        return True
    if tokens.hyphen(reading.last) or _counts(tokens, reading):
        return False
    if before == "of" and tokens.low[reading.first - 2] in ONE_PERSON and after in ENDS:
        # "a woman of 74 was found"
        return True
    if before == "," and after in {",", ".", ";"}:
        return _is_person(tokens, reading.first - 2)
    if before == "at" and tokens.low[reading.first - 2] in PERSONS | DYING and after in ENDS:
        return True
    if before in {"turned", "turns"} and (after in ENDS or after == "on"):
        return True
    if before in IS and tokens.low[reading.first - 2] in PERSONS:
        return True
    if after and after not in ENDS:
        return False
    if before in OLDER and tokens.low[reading.outer_first - 1] in GROUPS:
        return True
    if before == "at" and after in ENDS and _has_died(tokens, reading.first):
        return True
    near = {tokens.low[at] for at in range(max(0, reading.first - NEAR), reading.first)}
    return bool(near & LIFETIMES)


def _has_died(tokens: Tokens, first: int) -> bool:
    begin = max(tokens.sentence(first)[0], first - NEAR)
    return any(word in DYING for word in tokens.low[begin:first])


def _counts(tokens: Tokens, reading: Reading) -> bool:
    return noun_phrase(tokens, reading.last, tokens.sentence(reading.first)[1], one=reading.value == 1) is not None


def _is_person(tokens: Tokens, at: int) -> bool:
    """Return whether the token ends the name of a person and not of a place."""
    word = tokens.low[at]
    if not word.isalpha() or word in MONTHS | WEEKDAYS:
        return False
    if not tokens.capital(at):
        return (word in PEOPLE or word.endswith(TRADES)) and tokens.low[at + 4] in AFTER_AGE
    return tokens.low[at - 1] not in PLACED

"""What a figure counts or is of: the noun phrase behind it, or the words elsewhere that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from briefing.extract.figures.comparison import behind_qualifier
from briefing.extract.figures.currencies import is_money
from briefing.extract.figures.fates import FATES
from briefing.extract.figures.lexicon import (
    MONTHS,
    VERBS,
    WEEKDAYS,
    is_adjective,
    is_function_word,
    is_participle,
    is_plural,
)
from briefing.extract.figures.noun_phrases import DETERMINERS, Phrase, noun_phrase, noun_phrase_before, subject_before
from briefing.extract.figures.numbered import COMPOUND_NOUNS
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.unit_names import TIME, WORDS
from briefing.extract.figures.words import words

EVENTS: Final = words(
    """attack attacks attacked strike strikes struck raid raids raided clash clashes clashed bombing bombings bombed
    shelling shelled shooting shootings shot earthquake earthquakes explosion explosions protest protests hit targeted"""
)
AGAIN: Final = words("another further additional")
PARALLEL: Final = words("and , or but while from than to versus vs against with ( compared only just for")
NO_SUBJECT: Final = words("total average maximum minimum record sum rate number figure level high low combined")
MOMENTS: Final = (
    TIME | MONTHS | WEEKDAYS | words("morning afternoon evening today spring summer autumn winter months years")
)
EVENT_WITHIN: Final = 12
"""How many tokens before "140 times" the event may stand that happened so often."""


def counted(tokens: Tokens, reading: Reading, before: Sequence[Reading], begin: int, end: int) -> None:
    """Fill in what `reading` counts, in a sentence of tokens `begin` to `end`; `before` are the figures before it."""
    if reading.age:
        return
    if reading.unit.name is not None or reading.fraction:
        reading.counted = _measured(tokens, reading, begin, end)
        return
    at = behind_qualifier(tokens, reading.last)
    hyphened = tokens.hyphen(at)
    at += hyphened
    found = noun_phrase(tokens, at, end, one=reading.value == 1)
    if hyphened and found is not None:
        found = noun_phrase(tokens, at + 1, end, one=False) if tokens.low[at] == "strong" else (at, at + 1)
    if found is not None:
        found = _trimmed(tokens, found, reading)
    if found is not None and (tokens.low[found[1] - 1] in MOMENTS or tokens.low[found[1] - 1].endswith("'s")):
        found = None
    if found is not None and tokens.low[found[1] - 1] == "times":
        found = _event_before(tokens, reading.first, begin) or found
    if found is None and tokens.low[reading.last] in {"were", "are", "was", "is"}:
        found = _complement(tokens, reading.last + 1, end)
    if found is None and reading.change.direction is not None:
        found = _changed(tokens, reading, begin)
    if found is None:
        found = _borrowed(tokens, reading, before, begin)
    reading.counted = found or _named_before(tokens, reading, begin)


def _measured(tokens: Tokens, reading: Reading, begin: int, end: int) -> Phrase | None:
    """Return what a share, a sum or a measure is of: "of its revenue", "in aid", "worth of goods", "exports"."""
    at = max(reading.unit.last, reading.last)
    word = tokens.low[at]
    if word == "worth" and tokens.low[at + 1] == "of":
        at, word = at + 1, "of"
    linked = word == "of" or (word == "in" and is_money(reading.unit.name))
    found = None
    if linked or (reading.fraction and word in DETERMINERS):
        at += linked
        while tokens.low[at] in DETERMINERS:
            at += 1
        found = noun_phrase(tokens, at, end, one=False)
        if word == "in" and tokens.capital(at):
            found = None
    elif word[:1].isalpha() and not is_function_word(tokens, at) and word not in VERBS:
        found = noun_phrase(tokens, at, end, one=False)
    if found is not None and found[1] - found[0] == 1 and is_adjective(tokens.low[found[0]]):
        found = None
    if found is not None and (_is_moment(tokens, found) or tokens.low[found[1] - 1].endswith("'s")):
        found = None
    if found is None and reading.change.direction is not None:
        found = _changed(tokens, reading, begin)
    return found or _named_before(tokens, reading, begin)


def _trimmed(tokens: Tokens, phrase: Phrase, reading: Reading) -> Phrase:
    """Return a phrase without participles before its nouns; of "12 page document" the pages alone."""
    first, last = phrase
    word = tokens.low[first]
    is_pair = last - first > 1 and not is_plural(word) and not is_plural(tokens.low[last - 1])
    if reading.value != 1 and word in COMPOUND_NOUNS and is_pair:
        return first, first + 1
    while first < last - 1 and is_participle(tokens.low[first]) and not tokens.hyphen(first + 1):
        first += 1
    return first, last


def _complement(tokens: Tokens, at: int, end: int) -> Phrase | None:
    """Return what the counted are said to be: "28 were men"."""
    found = noun_phrase(tokens, at, end, one=False)
    return found if found is not None and is_plural(tokens.low[found[1] - 1]) else None


def _is_moment(tokens: Tokens, phrase: Phrase) -> bool:
    return any(tokens.low[at] in MOMENTS for at in range(*phrase))


def _changed(tokens: Tokens, reading: Reading, begin: int) -> Phrase | None:
    """Return what rises or falls: the subject of the verb, or its object: "cut output by 5%"."""
    verb = reading.change.at
    if reading.change.has_object:
        at = verb + 1
        while tokens.low[at] in DETERMINERS:
            at += 1
        return noun_phrase(tokens, at, reading.first, one=True)
    for at in range(verb - 1, begin, -1):
        if tokens.low[at] == "of" and tokens.low[at - 1] == "number":
            # "The number of people killed by the flood rose to three"
            return noun_phrase(tokens, at + 1, verb, one=False)
    found = subject_before(tokens, verb, begin)
    return None if found is None or tokens.low[found[1] - 1] in MOMENTS | WORDS.keys() else found


def _named_before(tokens: Tokens, reading: Reading, begin: int) -> Phrase | None:
    """Return what a number is of that comes behind its name: "a profit of $5", "a deal worth $5"."""
    link = tokens.low[reading.outer_first - 1]
    if link not in {"of", "worth"}:
        return None
    before = noun_phrase_before if link == "of" else subject_before
    found = before(tokens, reading.outer_first - 1, begin)
    if found is None or tokens.low[found[1] - 1] in NO_SUBJECT or tokens.low[found[1] - 1] in WORDS:
        return None
    return found


def _event_before(tokens: Tokens, first: int, begin: int) -> Phrase | None:
    for at in range(first - 1, max(begin, first - EVENT_WITHIN) - 1, -1):
        if tokens.low[at] in EVENTS:
            return at, at + 1
    return None


def _borrowed(tokens: Tokens, reading: Reading, before: Sequence[Reading], begin: int) -> Phrase | None:
    """Return what an earlier figure counts where this one leaves it out: "900 troops in Syria and 2,500 in Iraq"."""
    if not _is_whole(reading.value):
        return None
    for earlier in reversed(before):
        if earlier.is_count and earlier.counted is not None:
            again = tokens.low[reading.first - 1] in AGAIN or _is_of_them(tokens, reading.last)
            if not again and not (earlier.first >= begin and _is_parallel(tokens, reading)):
                return None
            reading.borrowed = True
            return earlier.counted
    return None


def _is_of_them(tokens: Tokens, at: int) -> bool:
    return tokens.low[at] == "of" and tokens.low[at + 1] in {"them", "those", "these", "whom"}


def _is_whole(value: Decimal | None) -> bool:
    return value is not None and value == value.to_integral_value()


def _is_parallel(tokens: Tokens, reading: Reading) -> bool:
    before = tokens.low[reading.outer_first - 1]
    return before in PARALLEL or before in FATES or tokens.low[reading.last] == "who"

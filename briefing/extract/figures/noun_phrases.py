"""Noun phrases behind a number, without a parser: adjectives and nouns up to the plural that they lead to."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import IRREGULAR_PLURALS, VERBS, is_adjective, is_function_word, is_plural
from briefing.extract.figures.number_words import VAGUE_PLURALS
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words

Phrase = tuple[int, int]

LONGEST: Final = 7
SKIPPED: Final = words("more other additional further fellow extra or so")
DETERMINERS: Final = words("the its their his her our my your these those this that all a an such")
COUNTING: Final = words("dozen hundred thousand million billion") | VAGUE_PLURALS
AUXILIARIES: Final = words(
    "has have had is are was were be been being will would could may might should also still then now"
)
NEVER_FIRST: Final = words("killed injured wounded dead missing were went said")
NOUNS_TOO: Final = words("works dead starts tests calls wins runs votes lives shows")
"""Verbs that as often are the plurals of nouns."""


def noun_phrase(tokens: Tokens, at: int, end: int, *, one: bool) -> Phrase | None:
    """Return the noun phrase that begins at a token, with its adjectives and without articles.

    With `one` the noun is in the singular, so that a word in -s behind it is a verb.
    """
    start = _start(tokens, at, end)
    if start is None:
        return None
    last = None
    here = start
    while here < min(end, start + LONGEST):
        word = tokens.lower(here)
        if here > start and tokens.hyphen(here):
            here += 2
            last = here if not is_adjective(tokens.lower(here - 1)) else last
            continue
        if _ends(tokens, word, here, start, last, one=one):
            break
        if not is_adjective(word) or is_plural(word):
            last = here + 1
        here += 1
    return (start, last) if last is not None and last > start else None


def _start(tokens: Tokens, at: int, end: int) -> int | None:
    if tokens.lower(at) == "of":
        if tokens.lower(at + 1) in DETERMINERS:
            at += 2
        elif tokens.lower(at - 1) in COUNTING:
            at += 1
        else:
            return None
    while at < end and tokens.lower(at) in SKIPPED:
        at += 1
    return at


def _ends(tokens: Tokens, word: str, here: int, start: int, last: int | None, *, one: bool) -> bool:
    if not word[:1].isalpha() or is_function_word(tokens, here):
        return True
    if word in VERBS and word not in NOUNS_TOO and (here > start or word in NEVER_FIRST):
        return True
    if last is None:
        return False
    plural = is_plural(word)
    if one:
        return plural and word not in IRREGULAR_PLURALS
    return not plural and is_plural(tokens.lower(last - 1))


def noun_phrase_before(tokens: Tokens, at: int, begin: int) -> Phrase | None:
    """Return the noun phrase that ends before a token, not counting auxiliaries and adverbs: the subject of a verb."""
    last = at
    while last > begin and (tokens.lower(last - 1) in AUXILIARIES or tokens.lower(last - 1).endswith("ly")):
        last -= 1
    first = last
    while first > max(begin, last - LONGEST):
        word = tokens.lower(first - 1)
        if tokens.hyphen(first - 1):
            first -= 1
            continue
        if not word[:1].isalpha() or is_function_word(tokens, first - 1) or word in VERBS:
            break
        first -= 1
    while first < last and not tokens.lower(first)[:1].isalpha():
        first += 1
    return (first, last) if first < last else None

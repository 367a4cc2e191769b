"""Noun phrases behind a number, without a parser: adjectives and nouns up to the plural that they lead to."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import (
    ADJECTIVES,
    IRREGULAR_PLURALS,
    VERBS,
    is_adjective,
    is_adverb,
    is_function_word,
    is_participle,
    is_plural,
)
from briefing.extract.figures.number_words import SCALES, SMALL, VAGUE_PLURALS
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.unit_names import WORDS
from briefing.extract.figures.words import words

Phrase = tuple[int, int]

LONGEST: Final = 7
SKIPPED: Final = words("more other additional further fellow extra very quite")
DETERMINERS: Final = words("the its their his her our my your these those this that all a an such")
BRACKETED: Final = 5
"""How many tokens a bracket behind a name may take: "Tesla (TSLA)"."""
PREPOSITIONS: Final = words("of per in to with for from on at by among between against")
HANGING: Final = 2
"""How many prepositions a subject may hold: "the number of visitors to Tanzania"."""
COUNTING: Final = words("dozen hundred thousand million billion") | VAGUE_PLURALS
AUXILIARIES: Final = words(
    "has have had is are was were be been being will would could may might should also still then now"
)
NOUNS_TOO: Final = words(
    "works starts tests calls wins runs votes lives shows claims needs leads uses strikes looks hits sets tests turns"
)
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
    stop = min(end, start + LONGEST)
    while here < stop:
        word = tokens.low[here]
        if here > start and tokens.hyphen(here):
            here += 2
            last = here if not is_adjective(tokens.low[here - 1]) else last
            continue
        if tokens.low[here + 1] in HYPHENS and tokens.glued(here + 1) and tokens.low[here + 2] in {"and", "or"}:
            here += 3
            continue
        if word.isdigit() and last == here and tokens.capital(here - 1) and tokens.low[here + 1][:1].isalpha():
            here += 1
            continue
        if _ends(tokens, here, start, last, one=one):
            break
        if not is_adjective(word) or is_plural(word):
            last = here + 1
        here += 1
    if last != here and here > start and _may_be_noun(tokens, here - 1, start):
        last = here
    return (start, last) if last is not None and last > start else None


def _may_be_noun(tokens: Tokens, at: int, start: int) -> bool:
    """Return whether a word that ends like an adjective may close a phrase as its noun: "one Republican"."""
    word = tokens.low[at]
    if not word[:1].isalpha() or word in ADJECTIVES or is_participle(word) or is_adverb(word):
        return False
    return not (at > start and tokens.low[start] in VERBS)


def _start(tokens: Tokens, at: int, end: int) -> int | None:
    if tokens.low[at] == "of":
        if tokens.low[at + 1] in DETERMINERS or tokens.low[at + 1].endswith("'s"):
            at += 2
        elif tokens.low[at - 1] in COUNTING:
            at += 1
        else:
            return None
    if tokens.low[at] == "or" and tokens.low[at + 1] in {"so", "more", "fewer"}:
        at += 2
    while at < end and tokens.low[at] in SKIPPED:
        at += 1
    return at


def _ends(tokens: Tokens, here: int, start: int, last: int | None, *, one: bool) -> bool:
    word = tokens.low[here]
    if not word[:1].isalpha() or word in SMALL or word in SCALES:
        return True
    if is_function_word(tokens, here) and not tokens.hyphen(here + 1):
        return True
    plural = is_plural(word)
    if word in VERBS and not tokens.hyphen(here + 1):
        if here == start:
            return not is_participle(word) and word not in NOUNS_TOO
        return word not in NOUNS_TOO or (one and last is not None)
    if last is None:
        return False
    if is_participle(word) and word.endswith("ed"):
        return True
    if one:
        return plural and word not in IRREGULAR_PLURALS
    named = tokens.capital(last - 1) and not tokens.capital(here) and not tokens.capital(start - 1)
    return not plural and is_plural(tokens.low[last - 1]) and not named


def noun_phrase_before(tokens: Tokens, at: int, begin: int) -> Phrase | None:
    """Return the noun phrase that ends before a token, not counting auxiliaries and adverbs: the subject of a verb."""
    last = at
    while last > begin and (tokens.low[last - 1] in AUXILIARIES or tokens.low[last - 1].endswith("ly")):
        last -= 1
    if tokens.low[last - 1] == ")" and "(" in tokens.low[max(begin, last - BRACKETED) : last]:
        last -= 1 + tokens.low[max(begin, last - BRACKETED) : last][::-1].index("(")
    first = last
    if tokens.low[last - 1].isdigit() and tokens.capital(last - 2):
        first -= 1
    while first > max(begin, last - LONGEST):
        word = tokens.low[first - 1]
        if tokens.hyphen(first - 1):
            if tokens.low[first - 2][:1].isdigit() or tokens.low[first - 2] in SMALL:
                first += 1
                break
            first -= 1
            continue
        if word == "&" and tokens.glued(first - 1) and tokens.glued(first):
            first -= 1
            continue
        if not word[:1].isalpha() or is_function_word(tokens, first - 1) or word in VERBS or is_participle(word):
            break
        if word in SCALES or word in SMALL:
            break
        first -= 1
    while first < last and not tokens.low[first][:1].isalpha():
        first += 1
    return (first, last) if first < last else None


def subject_before(tokens: Tokens, at: int, begin: int) -> Phrase | None:
    """Return the subject that ends before a token, with what hangs on it: "the price of oil"."""
    found = noun_phrase_before(tokens, at, begin)
    for _ in range(HANGING):
        if found is None:
            return None
        link = found[0] - 1
        link -= tokens.low[link] in DETERMINERS
        if tokens.low[link] not in PREPOSITIONS or link <= begin:
            break
        head = noun_phrase_before(tokens, link, begin)
        if head is None or tokens.low[head[1] - 1] in WORDS:
            break
        found = head[0], found[1]
    return found

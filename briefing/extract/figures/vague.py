"""Quantities without a number: "dozens of", "several hundred", "a handful of"."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import PEOPLE, is_plural, singular
from briefing.extract.figures.number_words import SCALES, VAGUE_PLURALS
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import Unit

STARTS: Final = frozenset({"several", "few", "handful", "numerous", "multiple", "couple", *VAGUE_PLURALS})


def vague_at(tokens: Tokens, at: int) -> Reading | None:
    """Return the vague quantity that begins at a token, or whose main word this is; None where there is none."""
    word = tokens.low[at]
    following = tokens.lower(at + 1)
    if word in VAGUE_PLURALS:
        last = at + 1
        while following in {"of", "and"} and tokens.lower(last + 1) in VAGUE_PLURALS:
            last += 2
            following = tokens.lower(last)
        if following != "of" and not is_plural(following):
            return None
        return _reading(at, last)
    if following in SCALES and word in {"several", "few", "couple"}:
        return _reading(at - (tokens.lower(at - 1) == "a"), at + 2)
    if word == "couple" and following == "of" and tokens.lower(at + 2) in SCALES:
        return _reading(at - (tokens.lower(at - 1) == "a"), at + 3)
    if word in {"several", "numerous", "multiple"} and _counts_people(tokens, at + 1):
        return _reading(at, at + 1)
    if word == "handful" and following == "of" and tokens.lower(at - 1) == "a":
        return _reading(at - 1, at + 1)
    if word == "few" and tokens.lower(at - 1) == "a" and _counts_people(tokens, at + 1):
        return _reading(at - 1, at + 1)
    return None


def _reading(first: int, last: int) -> Reading:
    return Reading(first, last, None, Unit(None, last), spelled=True, vague=True)


def _counts_people(tokens: Tokens, at: int) -> bool:
    return any(singular(tokens.lower(near)) in PEOPLE for near in range(at, at + 4))

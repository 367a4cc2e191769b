"""Quantities without a number: "dozens of", "several hundred", "a handful of"."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import PEOPLE, is_plural, singular
from briefing.extract.figures.noun_phrases import noun_phrase
from briefing.extract.figures.number_words import SCALES, VAGUE_PLURALS
from briefing.extract.figures.numeral import Numeral
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.units import Unit, unit_at
from briefing.extract.figures.words import words

FEW: Final = words("several few handful numerous multiple couple")
STARTS: Final = FEW | VAGUE_PLURALS
TIME_PLURALS: Final = words("years months weeks days hours minutes decades")
ABSTRACT: Final = words(
    "times things ways reasons occasions factors aspects respects points levels steps options others"
)
"""Of these "several" is no figure."""
ONLY_WITH_OF: Final = words("tens scores lakhs crores trillions")
NEWS: Final = PEOPLE | words(
    """attack strike airstrike raid missile rocket drone shell bomb mine explosion blast building house home vehicle car
    truck bus aircraft plane helicopter tank ship boat village town city site base school hospital shop company country
    state injury wound fire tree road bridge train flight arrest death casualty gunshot shot case incident protest"""
)
"""What briefings count, in the singular: of other things "a few" and "multiple" are no news."""


def vague_at(tokens: Tokens, at: int) -> Reading | None:
    """Return the vague quantity whose main word stands at a token; None where there is none."""
    word, following = tokens.low[at], tokens.low[at + 1]
    if word in VAGUE_PLURALS:
        return _plural_scale(tokens, at)
    article = tokens.low[at - 1] == "a"
    if following in SCALES and word in {"several", "few", "couple"}:
        return _reading(tokens, at - article, at + 2)
    if word == "couple":
        return _reading(tokens, at - article, at + 3) if tokens.low[at + 2] in SCALES and following == "of" else None
    if word == "handful":
        return _reading(tokens, at - 1, at + 1) if article and following == "of" else None
    if tokens.low[at + 1] in TIME_PLURALS:
        return _reading(tokens, at, at + 1) if word == "several" else None
    phrase = noun_phrase(tokens, at + 1, tokens.sentence(at)[1], one=False)
    if phrase is None or not is_plural(tokens.low[phrase[1] - 1]) or tokens.low[phrase[1] - 1] in ABSTRACT:
        return None
    if word == "several" or singular(tokens.low[phrase[1] - 1]) in NEWS:
        return _reading(tokens, at - article, at + 1) if word != "few" or article else None
    return None


def _plural_scale(tokens: Tokens, at: int) -> Reading | None:
    """Return "dozens", "hundreds of thousands"; "tens" and "scores" need an "of"."""
    last = at + 1
    while tokens.low[last] in {"of", "and"} and tokens.low[last + 1] in VAGUE_PLURALS:
        last += 2
    if tokens.low[last] != "of" and (tokens.low[at] in ONLY_WITH_OF or tokens.low[at - 1] in {"the", "in", "by"}):
        return None
    return _reading(tokens, at, last)


def _reading(tokens: Tokens, first: int, last: int) -> Reading:
    at = last + (tokens.low[last] == "of")
    scale = SCALES.get(tokens.low[last - 1].removesuffix("s"), SCALES["hundred"])
    found = unit_at(tokens, at, Numeral(first, last, scale, spelled=True, scale=scale), touching=False)
    unit = Unit(None, last) if found is None else Unit(*found)
    return Reading(first, last, None, unit, spelled=True, vague=True)

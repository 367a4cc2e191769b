"""What a figure counts or is of: the noun phrase behind it, or the earlier one that it stands for."""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.lexicon import FUNCTION_WORDS, VERBS
from briefing.extract.figures.noun_phrases import DETERMINERS, noun_phrase
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import HYPHENS, Tokens
from briefing.extract.figures.words import words

EVENTS: Final = words("""attack attacks attacked strike strikes struck raid raids raided clash clashes clashed bombing bombings bombed
    shelling shelled shooting shootings shot earthquake earthquakes explosion explosions protest protests""")
AGAIN: Final = words("another further additional more other")


def counted(tokens: Tokens, reading: Reading, earlier: Reading | None, begin: int, end: int) -> None:
    """Fill in what `reading` counts, in a sentence of tokens `begin` to `end`; `earlier` is the figure before it."""
    at = reading.unit.last if reading.unit.name is not None else reading.last
    if reading.unit.name is not None or reading.fraction:
        reading.counted = _measured(tokens, reading, at, end)
        return
    if tokens.lower(at) in HYPHENS and tokens.glued(at):
        at += 1
    found = noun_phrase(tokens, at, end, one=reading.value == 1)
    if found is not None and tokens.lower(found[1] - 1) == "times":
        found = _event_before(tokens, reading.first, begin) or found
    if found is None and earlier is not None and earlier.is_count and _is_parallel(tokens, reading, earlier, begin):
        found = earlier.counted
        reading.borrowed = True
    reading.counted = found


def _measured(tokens: Tokens, reading: Reading, at: int, end: int) -> tuple[int, int] | None:
    """Return what a share, a sum or a measure is of: "of its revenue", "in aid", "worth of goods", "exports"."""
    word = tokens.lower(at)
    if word == "worth" and tokens.lower(at + 1) == "of":
        at, word = at + 1, "of"
    if word in {"of", "in"} or (reading.fraction and word in {"the", "its", "their", "all"}):
        at += word in {"of", "in"}
        while tokens.lower(at) in DETERMINERS:
            at += 1
        return noun_phrase(tokens, at, end, one=False)
    if word[:1].isalpha() and word not in FUNCTION_WORDS and word not in VERBS:
        return noun_phrase(tokens, at, end, one=False)
    return None


def _event_before(tokens: Tokens, first: int, begin: int) -> tuple[int, int] | None:
    for at in range(first - 1, max(begin, first - 12) - 1, -1):
        if tokens.lower(at) in EVENTS:
            return at, at + 1
    return None


def _is_parallel(tokens: Tokens, reading: Reading, earlier: Reading, begin: int) -> bool:
    before = tokens.lower(reading.first - 1)
    if before in AGAIN or tokens.lower(reading.outer_first) in AGAIN:
        return True
    return earlier.first >= begin and (
        before in {"and", ",", "or", "but", "while"} or reading.outer_first < reading.first
    )

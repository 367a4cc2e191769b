"""Wholes: the words of a sentence that can stand alone on a line, as stretches of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.extract.events.pieces import best
from briefing.extract.events.sketch import Sketch
from briefing.facts.ground import Ground
from briefing.facts.labels import unquoted
from briefing.model import Span

CLOSING: Final = {"“": "”", '"': '"', "‘": "’", "(": ")"}
WHOLE: Final = 200.0
"""What words weigh at least that are shown for themselves: of those of sentences not learnt from four in a hundred were judged bad."""
AFTER: Final = ".,!?;…"
"""Signs that may stand between the last word of a quotation and its closing mark."""


class Whole(NamedTuple):
    """Words that stand alone, as stretches in text order: several where something is left out of their middle."""

    parts: tuple[Span, ...]
    weight: float
    """Hundredths of the log odds that they do."""

    @property
    def longest(self) -> Span:
        """The longest of them: the evidence of a line, which is one stretch."""
        return max(self.parts, key=len)

    def beside(self, shown: Span) -> tuple[Span, ...]:
        """Return the others than the one that is `shown`."""
        return tuple(part for part in self.parts if part != shown)


def found_whole(
    on: Ground,
    at: int,
    *,
    within: Span | None = None,
    holding: Span | None = None,
    is_unbroken: bool = False,
    least: float = WHOLE,
) -> Whole | None:
    """Return the words that stand alone best of the sentence that the offset `at` lies in; None where no words do.

    They lie `within` a stretch, hold another, are one where `is_unbroken`, and weigh as much as `least`; together they have
    at most 130 characters.
    """
    number = on.number(at)
    if number is None:
        return None
    own = on.edged(number)
    sketch = own.on
    inside = _words(sketch, within) if within is not None else None
    held = _words(sketch, holding) if holding is not None else None
    if (within is not None and inside is None) or (holding is not None and held is None):
        return None
    found = best(own, within=inside, holding=held, is_unbroken=is_unbroken, least=least)
    if found is None:
        return None
    words = sketch.reading.words
    edges = [found.first, *(edge for gap in found.gaps for edge in gap), found.last]
    parts = tuple(
        _with_marks(on.text, Span(words[first].start, words[last - 1].end), on.sentences[number])
        for first, last in zip(edges[::2], (_last(sketch, edge) for edge in edges[1::2]), strict=True)
    )
    return Whole(parts, found.weight)


def whole(on: Ground, core: Span, *, holding: Span | None = None, within: Span | None = None) -> Span | None:
    """Return the unbroken words that stand alone best of the sentence of `core`, see `found_whole`."""
    found = found_whole(on, core.start, holding=holding, within=within, is_unbroken=True)
    return found.parts[0] if found is not None else None


def joined(text: str, parts: Sequence[Span]) -> str:
    """Return stretches of a text as the words of a line, with an ellipsis for each gap and without half a pair of quotation marks."""
    return unquoted(" … ".join(" ".join(part.of(text).split()) for part in parts)).removesuffix(".")


def _words(sketch: Sketch, span: Span) -> tuple[int, int] | None:
    """Return the words that begin within `span`, from the first up to behind the last; None where none does."""
    words = sketch.reading.words[: len(sketch.kinds)]
    inside = [at for at, word in enumerate(words) if span.start <= word.start < span.end]
    return (inside[0], inside[-1] + 1) if inside else None


def _last(sketch: Sketch, edge: int) -> int:
    """Return the end of a stretch of words without the signs that close it."""
    while edge > 1 and sketch.kinds[edge - 1] == "sign":
        edge -= 1
    return edge


def _with_marks(text: str, span: Span, sentence: Span) -> Span:
    """Return `span` with the quotation mark before or behind it whose other half lies inside, and with the full stop."""
    start, end = span.start, span.end
    after = end
    while after < sentence.end and text[after] in AFTER:
        after += 1
    for opening, closing in CLOSING.items():
        words = text[start:end]
        if (
            text[start - 1 : start] == opening
            and start > sentence.start
            and (closing in words or text[after : after + 1] == closing)
        ):
            start -= 1
        if (
            opening in text[start:end]
            and text[start:end].count(closing) < 1 + (opening == closing)
            and text[after : after + 1] == closing
        ):
            end = after + 1
    stop = after if after == sentence.end else end
    return Span(start, max(end, stop))

"""What is lit in a line of the page, as layers: each has its own means, so that two can be seen at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from briefing.model import Analysis, Article, Entity, EntityType, LookStyle, MentionForm, Span
from briefing.values import dataclass

PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
GROUPS: Final = frozenset({EntityType.ORG, EntityType.NORP})
ENTITY_STYLES: Final = ("person", "organisation", "place", "other")
"""The four ways in which the ten types of names are lit."""
TYPE_WORDS: Final = {
    EntityType.PERSON: "person",
    EntityType.ORG: "organisation",
    EntityType.GPE: "place",
    EntityType.LOC: "place",
    EntityType.FAC: "building or base",
    EntityType.NORP: "people",
    EntityType.EVENT: "event",
    EntityType.PRODUCT: "product or weapon",
    EntityType.WORK: "work",
    EntityType.LAW: "law",
}
"""The types of names in the words of readers."""
LOOK_STYLES: Final = (LookStyle.EMPHASIS, LookStyle.STRONG, LookStyle.CODE, LookStyle.LINK)
"""The looks that lie within a paragraph."""


@dataclass(frozen=True, slots=True)
class Layer:
    """The stretches of a text that are lit in one way."""

    style: str
    spans: tuple[Span, ...]
    """In text order, none overlapping another."""

    def within(self, line: Span) -> Iterator[Span]:
        """Yield the parts of `line` that are lit."""
        index = bisect_right(self.spans, line.start, key=lambda span: span.end)
        while index < len(self.spans) and self.spans[index].start < line.end:
            span = self.spans[index]
            yield Span(max(span.start, line.start), min(span.end, line.end))
            index += 1


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line in which the same layers lie."""

    span: Span
    styles: tuple[str, ...]
    """From the lowest layer to the highest."""


def layer(style: str, spans: Iterable[Span]) -> Layer:
    """Return the layer of `spans`, sorted, those that overlap made one, empty ones left out."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if len(span)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return Layer(style, tuple(merged))


def runs(line: Span, layers: Iterable[Layer]) -> Iterator[Run]:
    """Yield the stretches of `line` in order, without a gap, each with the layers that lie over it."""
    found = [(lit, one.style) for one in layers for lit in one.within(line)]
    cuts = sorted({line.start, line.end, *(lit.start for lit, _ in found), *(lit.end for lit, _ in found)})
    for start, end in pairwise(cuts):
        yield Run(Span(start, end), tuple(style for lit, style in found if lit.start <= start and end <= lit.end))


def look_layers(article: Article) -> tuple[Layer, ...]:
    """Return a layer for each look within paragraphs that the article's markup gave it."""
    return tuple(
        layer(str(style), (look.span for look in article.looks if look.style is style)) for style in LOOK_STYLES
    )


def name_layers(analysis: Analysis) -> tuple[Layer, ...]:
    """Return a layer for each of the four ways in which names are lit."""
    return tuple(
        layer(
            style,
            (
                mention.span
                for entity in analysis.entities
                if entity_style(entity.type) == style
                for mention in entity.mentions
                if mention.form is MentionForm.NAME
            ),
        )
        for style in ENTITY_STYLES
    )


def entity_style(kind: EntityType) -> str:
    """Return how names of that type are lit."""
    if kind is EntityType.PERSON:
        return "person"
    if kind in GROUPS:
        return "organisation"
    return "place" if kind in PLACES else "other"


def entity_at(analysis: Analysis | None, word: Span) -> Entity | None:
    """Return the entity that a mention at `word` names: by name before by "the group" or "they", the shortest first."""
    if analysis is None:
        return None
    found = [
        (mention.form is not MentionForm.NAME, len(mention.span), index)
        for index, entity in enumerate(analysis.entities)
        for mention in entity.mentions
        if mention.span.overlaps(word)
    ]
    return analysis.entities[min(found)[2]] if found else None

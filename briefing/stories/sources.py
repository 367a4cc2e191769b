"""Sources: who stands behind what an article says, and how many origins stand behind a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.model import Analysis, Claim, ClaimStatus, EntityType, MentionForm, Span
from briefing.stories.aliases import Identities
from briefing.stories.story import Value


class Named(NamedTuple):
    """A place where a thing is named."""

    start: int
    end: int
    type: EntityType
    thing: int


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles of a story, and which of their entities are the same things."""

    analyses: tuple[Analysis, ...]
    things: Identities
    reprint_of: dict[str, str]
    """The first article of its set, by the id of a reprint."""
    names: Mapping[str, Sequence[Named]]
    """Where things are named in each article, by its id, in the order of the text."""

    def thing(self, analysis: Analysis, entity: str | None) -> int | None:
        """Return the number of the thing that an entity is; None where it has no name."""
        return None if entity is None else self.things.get((analysis.article.id, entity))

    def named(self, analysis: Analysis, span: Span, *types: EntityType) -> frozenset[int]:
        """Return the things of these types, of all where none is given, that are named within `span`."""
        names, start, end = self.names.get(analysis.article.id, ()), span.start, span.end
        found = set()
        for place in range(bisect_left(names, (start,)), len(names)):
            one = names[place]
            if one.start >= end:
                break
            if one.end <= end and (not types or one.type in types):
                found.add(one.thing)
        return frozenset(found)


def sides(analyses: Sequence[Analysis], things: Identities, *, reprints: Sequence[Sequence[str]] = ()) -> Sides:
    """Return what comparing needs to know of all the articles together."""
    first = {name: names[0] for names in reprints for name in names}
    return Sides(
        tuple(analyses), things, first, {one.article.id: sorted(_named(one, things)) for one in analyses if things}
    )


def _named(analysis: Analysis, things: Identities) -> Iterator[Named]:
    for entity in analysis.entities:
        thing = things.get((analysis.article.id, entity.id))
        if thing is not None:
            for mention in entity.mentions:
                if mention.form is MentionForm.NAME:
                    yield Named(mention.span.start, mention.span.end, entity.type, thing)


def value(analysis: Analysis, span: Span, *, ref: str | None = None, said_by: Span | None = None) -> Value:
    """Return what the article says at `span`, with who says it: the source of the narrowest claim around it."""
    if said_by is None and (claim := claim_around(analysis, span)) is not None and claim.source is not None:
        said_by = claim.source.span
    words = " ".join(span.of(analysis.article.text).split())
    return Value(analysis.article.id, span, words, said_by, ref)


def claim_around(analysis: Analysis, span: Span) -> Claim | None:
    """Return the narrowest claim whose words hold `span`; hedges of the narrator are none."""
    start, end = span.start, span.end
    around = [
        claim
        for claim in analysis.claims
        if (held := claim.span).start <= start
        and end <= held.end
        and claim.source is not None
        and claim.status is not ClaimStatus.HEDGED
    ]
    return min(around, key=lambda claim: (len(claim.span), claim.span)) if around else None


def origins(values: Sequence[Value], on: Sides) -> int:
    """Return how many origins stand behind `values`: a source that two reports quote is one, and so is a reprint."""
    by_id = {analysis.article.id: analysis for analysis in on.analyses}
    found: set[tuple[str, str]] = set()
    for one in values:
        analysis = by_id[one.article]
        if one.said_by is None:
            found.add(("article", on.reprint_of.get(one.article, one.article)))
            continue
        found.add(_origin(analysis, one.said_by, on))
    return len(found)


def _origin(analysis: Analysis, said_by: Span, on: Sides) -> tuple[str, str]:
    """Return what a source is known by in all reports: who is named in it, else its last word with the country's name.

    "Two US officials" and "the US military" are two sources, though both name the US.
    """
    if speakers := on.named(analysis, said_by, EntityType.PERSON, EntityType.ORG):
        return "thing", str(min(speakers))
    words = said_by.of(analysis.article.text).lower().split()
    things = on.named(analysis, said_by)
    return ("of", f"{min(things)} {words[-1]}") if things else ("words", " ".join(words))

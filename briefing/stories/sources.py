"""Sources: who stands behind what an article says, and how many origins stand behind a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Analysis, Claim, ClaimStatus, Entity, EntityType, MentionForm, Span
from briefing.stories.aliases import Identities
from briefing.stories.story import Value


@dataclass(frozen=True, slots=True)
class Sides:
    """The articles of a story, and which of their entities are the same things."""

    analyses: tuple[Analysis, ...]
    things: Identities
    reprint_of: dict[str, str]
    """The first article of its set, by the id of a reprint."""

    def thing(self, analysis: Analysis, entity: str | None) -> int | None:
        """Return the number of the thing that an entity is; None where it has no name."""
        return None if entity is None else self.things.get((analysis.article.id, entity))

    def named(self, analysis: Analysis, span: Span, *types: EntityType) -> frozenset[int]:
        """Return the things of these types, of all where none is given, that are named within `span`."""
        return frozenset(
            thing
            for entity in analysis.entities
            if (not types or entity.type in types) and _is_named_in(entity, span)
            if (thing := self.things.get((analysis.article.id, entity.id))) is not None
        )


def sides(analyses: Sequence[Analysis], things: Identities, *, reprints: Sequence[Sequence[str]] = ()) -> Sides:
    """Return what comparing needs to know of all the articles together."""
    first = {name: names[0] for names in reprints for name in names}
    return Sides(tuple(analyses), things, first)


def value(analysis: Analysis, span: Span, *, ref: str | None = None, said_by: Span | None = None) -> Value:
    """Return what the article says at `span`, with who says it: the source of the narrowest claim around it."""
    if said_by is None and (claim := claim_around(analysis, span)) is not None and claim.source is not None:
        said_by = claim.source.span
    words = " ".join(span.of(analysis.article.text).split())
    return Value(analysis.article.id, span, words, said_by, ref)


def claim_around(analysis: Analysis, span: Span) -> Claim | None:
    """Return the narrowest claim whose words hold `span`; hedges of the narrator are none."""
    around = [
        claim
        for claim in analysis.claims
        if claim.span.contains(span) and claim.source is not None and claim.status is not ClaimStatus.HEDGED
    ]
    return min(around, key=lambda claim: (len(claim.span), claim.span), default=None)


def origins(values: Sequence[Value], on: Sides) -> int:
    """Return how many origins stand behind `values`: a source that two reports quote is one, and so is a reprint."""
    by_id = {analysis.article.id: analysis for analysis in on.analyses}
    found: set[tuple[str, str]] = set()
    for one in values:
        analysis = by_id[one.article]
        if one.said_by is None:
            found.add(("article", on.reprint_of.get(one.article, one.article)))
            continue
        things = on.named(analysis, one.said_by)
        name = min(things, default=None)
        words = " ".join(one.said_by.of(analysis.article.text).lower().split())
        found.add(("thing", str(name)) if name is not None else ("words", words))
    return len(found)


def _is_named_in(entity: Entity, span: Span) -> bool:
    return any(mention.form is MentionForm.NAME and span.contains(mention.span) for mention in entity.mentions)

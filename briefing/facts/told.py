"""What is told: the claims that someone makes in so many words, each with the whole of its source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.facts.completing import Names, completed, names
from briefing.facts.speakers import is_said
from briefing.model import Analysis, Claim, EntityType, Source, Span

JUST_BEFORE: Final = 400
"""How far behind one who spoke a "he" still is that one."""
PRONOUNS: Final = frozenset(["he", "she", "it", "they", "we", "i", "you"])
SHORTEST: Final = 12
"""How many characters must be said at least to say something."""


def told(found: Analysis, *, only: Container[str] | None = None) -> tuple[Claim, ...]:
    """Return the claims of `found` that can be told, in text order, each with the whole of its source.

    Where ids are given, `only` those claims are asked for.
    """
    listed = names(found)
    asked = found.claims
    if only is not None and not any(_is_open(found, claim) for claim in asked):
        # Who spoke before matters only to a "he" that nobody has resolved.
        asked = tuple(claim for claim in asked if claim.id in only)
    sources = sorted(claim.source.span for claim in found.claims if claim.source is not None)
    nameless = {entity.id for entity in found.entities if entity.name.lower() in PRONOUNS}
    return tuple(
        claim
        for claim in _resolved(found, asked, listed)
        if (only is None or claim.id in only)
        and not _is_name(claim, listed)
        and (claim.source is None or claim.source.entity not in nameless)
        and len(claim.span) >= SHORTEST
        and is_said(found, claim)
        and not _only_names(claim.span, sources)
    )


def _is_name(claim: Claim, listed: Names) -> bool:
    """Return whether the cue of a claim is part of a name: Hope Hicks."""
    number = listed.over(claim.cue.start + 1) if claim.cue is not None else None
    return number is not None and claim.cue is not None and listed.spans[number].end >= claim.cue.end


def _is_open(found: Analysis, claim: Claim) -> bool:
    """Return whether the source of a claim is a "he" that nobody has resolved."""
    source = claim.source
    return source is not None and source.entity is None and source.span.of(found.article.text).lower() in ("he", "she")


def _resolved(found: Analysis, claims: Sequence[Claim], listed: Names) -> Iterator[Claim]:
    """Yield the claims, those of a "he" that nobody has resolved with the person who spoke just before."""
    people = {entity.id for entity in found.entities if entity.type is EntityType.PERSON}
    last: Source | None = None
    within: Span | None = None
    for claim in claims:
        one = completed(found.article.text, claim, listed)
        if claim.source is not None:
            is_open = last is not None and _is_open(found, claim)
            if is_open and last is not None and claim.source.span.start - last.span.end in range(JUST_BEFORE):
                one = replace(claim, source=Source(claim.source.span, last.entity))
            if within is not None and within.contains(claim.source.span):
                # What someone says another could say.
                yield one
                continue
            within = claim.span
            last = one.source if one.source is not None and one.source.entity in people else None
        yield one


def _only_names(span: Span, named: Sequence[Span]) -> bool:
    """Return whether little stands at `span` but who says something else: "according to the Herald, Berg said"."""
    place = bisect_left(named, span)
    return any(span.contains(one) and len(span) - len(one) < SHORTEST for one in named[max(0, place - 1) : place + 2])

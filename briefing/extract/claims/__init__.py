"""Claims: what is said, by whom, and how it is held."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.attribution import attributions, sources
from briefing.extract.claims.statuses import status
from briefing.model import Analysis, Claim


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its claims in the order of what is said."""
    text = found.article.text
    who = sources(found.entities)
    claims: list[Claim] = []
    for said in attributions(text, found.sentences):
        if not said.content:
            continue
        content = max(said.content, key=len)
        source = None if said.source is None else who.source(said.source)
        claims.append(Claim("", content, said.cue, source, status(text, said)))
    claims.sort(key=lambda claim: (claim.span, claim.cue or claim.span))
    kept: list[Claim] = []
    for claim in claims:
        if not kept or kept[-1].span.end <= claim.span.start:
            kept.append(replace(claim, id=f"c{len(kept) + 1}"))
    return replace(found, claims=tuple(kept))

"""Claims: what is said, by whom, and how it is held."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.attribution import Attribution, attributions, sources
from briefing.extract.claims.statuses import status
from briefing.model import Analysis, Claim, Span


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its claims in the order of what is said."""
    text = found.article.text
    listed = attributions(text, found.sentences)
    who = sources(text, found.entities, listed)
    claims: list[Claim] = []
    for content, said in _apart(listed):
        source = None if said.source is None else who.source(said.source)
        claims.append(Claim(f"c{len(claims) + 1}", content, said.cue, source, status(text, said)))
    return replace(found, claims=tuple(claims))


def _apart(said: tuple[Attribution, ...]) -> list[tuple[Span, Attribution]]:
    """Return each attribution with the larger part of its content, cut where it would overlap the next."""
    listed = sorted(
        ((max(one.content, key=len), one) for one in said if one.content),
        key=lambda pair: (pair[0], pair[1].cue),
    )
    apart: list[tuple[Span, Attribution]] = []
    for content, one in listed:
        if apart and apart[-1][0].end > content.start:
            before, earlier = apart[-1]
            limit = min([content.start, one.cue.start, *([one.source.start] if one.source else [])])
            if limit <= before.start:
                continue
            apart[-1] = Span(before.start, limit), earlier
        apart.append((content, one))
    return apart

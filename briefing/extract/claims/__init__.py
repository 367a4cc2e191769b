"""Claims: what is said, by whom, and how it is held."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.attribution import Attribution, attributions, sources
from briefing.extract.claims.statuses import status
from briefing.model import Analysis, Claim, Span

_JOINING: Final = re.compile(r"(?:[\s,;]|\b(?:and|but|that|while)\b){1,6}$")
_LONGEST_JOINING: Final = 24


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its claims in the order of what is said."""
    text = found.article.text
    listed = attributions(text, found.sentences)
    who = sources(text, found.entities, listed)
    claims: list[Claim] = []
    for content, said in _apart(text, listed):
        source = None if said.source is None else who.source(said.source)
        claims.append(Claim(f"c{len(claims) + 1}", content, said.cue, source, status(text, said)))
    return replace(found, claims=tuple(claims))


def _apart(text: str, said: tuple[Attribution, ...]) -> list[tuple[Span, Attribution]]:
    """Return each attribution with the larger part of its content, cut where it would overlap the next."""
    listed = sorted(
        ((max(one.content, key=len), one) for one in said if one.content),
        key=lambda pair: (pair[0].start, pair[0].end, pair[1].cue.start, pair[1].cue.end),
    )
    apart: list[tuple[Span, Attribution]] = []
    for content, one in listed:
        if apart and apart[-1][0].end > content.start:
            before, earlier = apart[-1]
            starts = [content.start, one.cue.start, *([one.source.start] if one.source else [])]
            limit = min(starts)
            if one.cue.start <= before.start < content.start:
                # "neither confirmed nor denied that ...": one cue of two verbs.
                apart[-1] = content, replace(one, cue=Span(min(earlier.cue.start, one.cue.start), one.cue.end))
                continue
            if limit <= before.start:
                # "Berg said she felt that ...": what Berg said is that she felt so.
                limit = content.start
            if limit <= before.start:
                continue
            apart[-1] = _trimmed(text, Span(before.start, limit)), earlier
        apart.append((content, one))
    return apart


def _trimmed(text: str, span: Span) -> Span:
    """Return `span` without the white space and the joining words with which a cut content ends."""
    end = _JOINING.search(text, max(span.start, span.end - _LONGEST_JOINING), span.end)
    return Span(span.start, end.start()) if end and end.start() > span.start else span

"""Quotes: what stands between quotation marks and who speaks it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.extract.attribution import Attribution, Quoted, attributions, quoted, sources
from briefing.model import Analysis, Quote, Span

MIN_WORDS: Final = 5
"""A stretch of fewer words is a quote only if someone is its speaker: else it is a name, a title, or mockery."""


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its quotes, each with its speaker where the text tells who it is."""
    text = found.article.text
    said = attributions(text, found.sentences)
    who = sources(found.entities)
    quotes: list[Quote] = []
    going_on: Span | None = None
    for one in quoted(text):
        speaker = going_on or _speaker(text, one, said)
        going_on = speaker if one.continued else None
        if speaker is None and len(one.span.of(text).split()) < MIN_WORDS:
            continue
        quotes.append(Quote(f"q{len(quotes) + 1}", one.span, None if speaker is None else who.source(speaker)))
    return replace(found, quotes=tuple(quotes))


def _speaker(text: str, one: Quoted, said: tuple[Attribution, ...]) -> Span | None:
    holding = [a for a in said if a.source and any(part.overlaps(one.span) for part in a.content)]
    if holding:
        return min(holding, key=lambda a: min(abs(a.cue.start - one.span.end), abs(one.span.start - a.cue.end))).source
    begin, end = text.rfind("\n", 0, one.span.start), text.find("\n", one.span.end)
    near = [a for a in said if a.source and begin <= a.cue.start and (end < 0 or a.cue.start < end)]
    if near:
        return min(near, key=lambda a: abs(a.cue.start - one.span.start)).source
    before = [a for a in said if a.source and a.cue.start < one.span.start]
    return before[-1].source if before and len(one.span) > 60 else None

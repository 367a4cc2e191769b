"""Quotes: what stands between quotation marks and who speaks it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from briefing.extract.attribution import Quoted, attributions, quoted, sources, speakers
from briefing.model import Analysis, Quote, Span

MIN_WORDS: Final = 5
"""A stretch of fewer words is a quote only if someone is its speaker: else it is a name, a title, or mockery."""

_LONG_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_AROUND: Final = 120
"""The characters on either side by which a headline is told: its words have capitals as well."""
_CAPITALS: Final = 0.75
"""The share of long words with a capital from which a stretch that no one says is a title."""


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its quotes, each with its speaker where the text tells who it is."""
    text = found.article.text
    marks = quoted(text, found.sentences)
    said = attributions(text, found.sentences)
    told = speakers(text, marks, said)
    who = sources(text, found.entities, said)
    quotes: list[Quote] = []
    for one, speaker in zip(marks, told, strict=True):
        if (speaker is None and _is_no_speech(text, one)) or _is_work(text, one):
            continue
        quotes.append(Quote(f"q{len(quotes) + 1}", one.span, None if speaker is None else who.source(speaker)))
    return replace(found, quotes=tuple(quotes))


def _is_no_speech(text: str, one: Quoted) -> bool:
    """Return whether a stretch without a speaker is a name, a title or mockery: too short, or in capitals."""
    return len(one.span) < MIN_WORDS or len(one.span.of(text).split()) < MIN_WORDS or _is_title(text, one.span)


def _is_work(text: str, one: Quoted) -> bool:
    """Return whether a stretch is the title of a work, whoever speaks near it: in capitals, and its line is not."""
    if len(one.span.of(text).split()) < MIN_WORDS or not _is_title(text, one.span):
        return False
    before = text[max(0, one.outer.start - _AROUND) : one.outer.start].rpartition("\n")[2]
    around = before + text[one.outer.end : one.outer.end + _AROUND].partition("\n")[0]
    words = _LONG_WORD.findall(around)
    return len(words) > 1 and 2 * sum(word[0].islower() for word in words) > len(words)


def _is_title(text: str, span: Span) -> bool:
    words = _LONG_WORD.findall(span.of(text))
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)

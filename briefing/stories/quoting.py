"""Quoting: a report's own words for something, the whole sentence where it is short enough to be read in passing."""

from __future__ import annotations

from typing import Final

from briefing.facts.evidence import ground, phrase
from briefing.model import Analysis, Span, holding

LONGEST: Final = 240
"""Characters of a sentence that is quoted whole: three lines of a mail."""
CUT: Final = "…"
ENDS: Final = ".!?\"”’'"


def quoted_span(analysis: Analysis, span: Span) -> Span:
    """Return the sentence around `span` where it is short, else the clause."""
    sentence = holding(analysis.sentences, span)
    if sentence is not None and len(sentence) <= LONGEST:
        return sentence
    return phrase(ground(analysis), span)


def quotation(analysis: Analysis, span: Span) -> str:
    """Return the words around `span` on one line, with "…" where a sentence goes on before or behind them."""
    return cut(analysis, quoted_span(analysis, span))


def cut(analysis: Analysis, found: Span) -> str:
    """Return the words of a part of a sentence on one line, with "…" where the sentence goes on."""
    words = " ".join(found.of(analysis.article.text).split())
    sentence = holding(analysis.sentences, found) or found
    before = "" if found.start <= sentence.start else CUT
    behind = "" if found.end >= sentence.end or words.endswith(tuple(ENDS)) else CUT
    return f"{before}{words}{behind}"

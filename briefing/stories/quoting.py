"""Quoting: a report's own words for something, the whole sentence where it is short enough to be read in passing."""

from __future__ import annotations

import re
from typing import Final

from briefing.facts.evidence import phrase
from briefing.facts.ground import ground
from briefing.model import Analysis, Span, holding

LONGEST: Final = 240
"""Characters of a sentence that is quoted whole: three lines of a mail."""
CUT: Final = "…"
OPENING: Final = "“"
CLOSING: Final = "”"
DATELINE: Final = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?: \((?:[A-Z]\w+ ?){1,3}\))? [-–—] ")
"""The place, in capitals, with which an agency's report begins."""
ENDS: Final = ".!?\"”’'"


def quoted_span(analysis: Analysis, span: Span) -> Span:
    """Return the sentence around `span` where it is short, else the clause."""
    sentence = holding(analysis.sentences, span)
    if sentence is not None and len(sentence) <= LONGEST:
        return without_dateline(analysis, sentence, span)
    return phrase(ground(analysis), span)


def without_dateline(analysis: Analysis, sentence: Span, held: Span) -> Span:
    """Return a sentence without the place that heads the report: "PORT ANSEL - Divers found"; `held` is kept."""
    found = DATELINE.match(analysis.article.text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found and found.end() < held.end else sentence


def quotation(analysis: Analysis, span: Span) -> str:
    """Return the words around `span` on one line, with "…" where a sentence goes on before or behind them."""
    return cut(analysis, quoted_span(analysis, span))


def cut(analysis: Analysis, found: Span) -> str:
    """Return the words of a part of a sentence on one line, with "…" where the sentence goes on."""
    words = " ".join(found.of(analysis.article.text).split())
    sentence = holding(analysis.sentences, found) or found
    before = "" if found.start <= without_dateline(analysis, sentence, found).start else CUT
    behind = "" if found.end >= sentence.end or words.endswith(tuple(ENDS)) else CUT
    for quote in analysis.quotes:
        # Of words that are spoken over several sentences a sentence of the middle has no marks of its own.
        if quote.span.start < found.start < quote.span.end:
            before += OPENING
        if quote.span.start < found.end < quote.span.end:
            behind += CLOSING
    return f"{before}{words}{behind}"

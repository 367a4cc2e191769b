"""The grounds of a line: the reason, and the sentences of each report with the words that count in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.model import Analysis, Span, TimexType
from briefing.reading.drawing.pieces import Piece
from briefing.reading.rows import day_words
from briefing.reading.story.laying import Laying, Words
from briefing.reading.story.reports import short
from briefing.reading.story.view import StoryView
from briefing.stories import Comparison, Value
from briefing.stories.hours import floats

INDENT: Final = Piece(" " * 5, "text")
DAYS: Final = frozenset({TimexType.DATE, TimexType.TIME})


def origins(line: Comparison, view: StoryView) -> str:
    """Return how many independent origins stand behind a line; and which, where several reports have one alone."""
    if line.origins != 1:
        return f"{line.origins} origins"
    tellers = {value.article for value in line.values}
    if len(tellers) < 2:
        return "1 origin"
    said = [value for value in line.values if value.said_by]
    source = said_by(said[0], view) if said else ""
    who = "both" if len(tellers) == 2 else "all"
    return f"1 origin: {who} lean on {source}" if source else f"1 origin: {who} are one text"


def said_by(value: Value, view: StoryView) -> str:
    """Return the words that name who says it; empty where it is the report itself."""
    analysis = view.analyses.get(value.article)
    if value.said_by is None or analysis is None:
        return ""
    return " ".join(value.said_by.of(analysis.article.text).split())


def told(value: Value, view: StoryView) -> str:
    """Return what a report says: its own words, and behind those for a day the day that they mean."""
    analysis = view.analyses.get(value.article)
    found = next((one for one in analysis.dates if one.id == value.ref), None) if analysis and value.ref else None
    if analysis is None or found is None or found.first is None or found.type not in DAYS or found.span != value.span:
        return value.text
    if str(found.first.day) in value.text or found.first != found.last or floats(analysis, found):
        return value.text
    return f"{value.text}, {short(found.first)}"


def lay_grounds(laying: Laying, values: Iterable[Value], view: StoryView) -> None:
    """Lay the sentences that hold `values`, report by report, each leading to its words."""
    for analysis, sentence, held in _sentences(values, view):
        first = held[0]
        laying.target(Words(first.article, first.span))
        name = view.reports.name(first.article) if view.reports else ""
        told = [day_words(analysis.article.day), *(f"says {said}" for said in [said_by(first, view)] if said)]
        laying.hanging((INDENT,), (Piece(name, "fact-source"), Piece("  " + ", ".join(told), "dim")))
        laying.hanging((INDENT, Piece("  ", "text")), _lit(analysis.article.text, sentence, [one.span for one in held]))


def sentence_of(analysis: Analysis, span: Span) -> Span:
    """Return the sentences that `span` lies in."""
    around = [one for one in analysis.sentences if one.overlaps(span)]
    return Span(min(around[0].start, span.start), max(around[-1].end, span.end)) if around else span


def _sentences(values: Iterable[Value], view: StoryView) -> Iterator[tuple[Analysis, Span, Sequence[Value]]]:
    held: dict[tuple[str, Span], list[Value]] = {}
    for value in values:
        analysis = view.analyses.get(value.article)
        if analysis is not None:
            held.setdefault((value.article, sentence_of(analysis, value.span)), []).append(value)
    for (article, sentence), found in held.items():
        yield view.analyses[article], sentence, found


def _lit(text: str, sentence: Span, spans: Iterable[Span]) -> Iterator[Piece]:
    """Yield the sentence with the words that count lit, white space as one space."""
    at = sentence.start
    for span in sorted(spans):
        if span.end <= at:
            continue
        start = max(span.start, at)
        yield Piece(_flat(text[at:start]), "text")
        yield Piece(_flat(text[start : span.end]), "fact-value")
        at = span.end
    yield Piece(_flat(text[at : sentence.end]), "text")


def _flat(words: str) -> str:
    """Return `words` with line ends as spaces, as many of them as there were characters."""
    return "".join(" " if char.isspace() else char for char in words).replace("  ", " ")

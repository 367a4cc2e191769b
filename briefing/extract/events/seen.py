"""An article read for events: its sentences, the triggers of each, and its names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.events.clauses import Reading, read
from briefing.extract.events.figurative import literal
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.names import Names, names, outside_names
from briefing.extract.events.subjects import subjects
from briefing.extract.events.triggers import Trigger, triggers
from briefing.extract.events.whose import tells_whose
from briefing.model import Analysis, Span, TimexType

MOST_KEPT: Final = 128
"""How many sentences are remembered as they were read: the panel looks again at those that events were looked for in."""
LEAD: Final = 4
"""How many sentences can hold the main event: the title and those that open the article."""
BEGINNING: Final = 10
"""How many sentences from the start on are read in any case: one more than may tell of the main event again."""
DATELINE: Final = re.compile(
    r"[A-Z][A-Z.'’-]{2,20}(?:[ ,]+[A-Za-z.'’-]+){0,4}\s?(?:\([A-Za-z. ]{2,20}\)\s?(?:--|[—–_-])|(?:\s?(?:--|[—–_])|\s-))\s+(?=\S)"
)
"""Where and by whom a report was written, before it begins: "NAIROBI, Kenya (AP) -- "."""
MAX_SENTENCES: Final = 400
CAPTION: Final = re.compile(
    r"^[^\n]{0,400}\b(?:Image|Photo|Photograph|Video|Credit|File photo)s?: [^\n]{1,80}$", re.MULTILINE
)
"""A paragraph that tells what a picture shows, and whose it is."""
CAPTIONED: Final = ("Image", "Photo", "Video", "Credit", "File photo")
"""What stands in every caption: most articles have none, and need not be looked through."""
MOST_CAPTIONS: Final = 10
ENDS: Final = re.compile(r"[.!?][\"”'’)]*\s+(?=[\"“‘'(]?[A-Z])|\n+")


class BySentence(dict[int, Sequence[Trigger]]):
    """The triggers of each sentence by its index, looked for when they are first asked for: few sentences are."""

    __slots__ = ("_readings", "_told_in")

    def __init__(self, readings: Sequence[Reading], told_in: Callable[[Reading], Sequence[Trigger]]) -> None:
        super().__init__()
        self._readings = readings
        self._told_in = told_in

    def __missing__(self, index: int) -> Sequence[Trigger]:
        found = self[index] = self._told_in(self._readings[index])
        return found


def seen(found: Analysis) -> tuple[tuple[Reading, ...], Mapping[int, Sequence[Trigger]], Names]:
    """Return the sentences of an article as they were read, the triggers of each, and the article's names."""
    words = lexicon()
    spans = (found.sentences or _sentences(found.article.text))[:MAX_SENTENCES]
    readings = tuple(_readings(found, spans))
    about = subjects(found.article.text, spans, words)
    quoted = tuple(quote.span for quote in found.quotes)
    known = names(found)
    captions = _captions(found.article.text)

    def told_in(reading: Reading) -> Sequence[Trigger]:
        if not reading.words or any(one.overlaps(reading.span) for one in captions):
            return ()
        is_lead = reading.index < LEAD
        inside = tuple(quote for quote in quoted if quote.overlaps(reading.span)) if is_lead else ()
        listed = triggers(reading, words, about, quoted=inside, with_plain=is_lead)
        return outside_names(reading, literal(reading, listed, known), known)

    return readings, BySentence(readings, told_in), known


@lru_cache(maxsize=MOST_KEPT)
def reading(text: str, span: Span, times: tuple[Span, ...], index: int, headline_end: int) -> Reading:
    """Return a sentence as it is read, behind a dateline."""
    if index < LEAD and (dateline := DATELINE.match(text, span.start, span.end)) is not None:
        return read(text, Span(dateline.end(), span.end), index, lexicon(), times=times)
    return read(text, span, index, lexicon(), times=times, is_headline=span.start < headline_end)


def _captions(text: str) -> list[Span]:
    """Return the paragraphs that tell what a picture shows."""
    if not any(word in text for word in CAPTIONED):
        return []
    return [Span(*match.span()) for match in CAPTION.finditer(text)][:MOST_CAPTIONS]


def _readings(found: Analysis, spans: tuple[Span, ...]) -> Iterable[Reading]:
    """Yield the sentences; of those behind the beginning only what can tell of an event with a day, or whose it was, is read."""
    text = found.article.text
    headline_end = found.article.headline_end or 0
    told = [claim.cue.start for claim in found.claims if claim.cue is not None and tells_whose(text, claim)]
    for index, (span, times) in enumerate(with_times(found, spans)):
        if index < BEGINNING or times or any(span.start <= at < span.end for at in told):
            yield reading(text, span, times, index, headline_end)
        else:
            yield Reading(index, span, [], [])


def _sentences(text: str) -> tuple[Span, ...]:
    """Return roughly the sentences of a text, for where nobody has parted it."""
    start, out = 0, []
    for match in ENDS.finditer(text):
        if match.start() > start:
            out.append(Span(start, match.start() + 1))
        start = match.end()
    if start < len(text):
        out.append(Span(start, len(text)))
    return tuple(out)


def with_times(found: Analysis, spans: tuple[Span, ...]) -> Iterable[tuple[Span, tuple[Span, ...]]]:
    """Return each sentence with the dates and times of day that stand in it."""
    dates = [date.span for date in found.dates if date.type in (TimexType.DATE, TimexType.TIME)]
    at = 0
    for span in spans:
        while at < len(dates) and dates[at].start < span.start:
            at += 1
        last = at
        while last < len(dates) and dates[last].start < span.end:
            last += 1
        yield span, tuple(dates[at:last])

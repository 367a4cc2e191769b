"""The ground that evidence is cut from: a text, its sentences as they are read, and what no cut may fall into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from briefing.extract.events.pieces import Weighed, weighed_by_learnt
from briefing.extract.events.seen import reading, with_times
from briefing.extract.events.sketch import sketch
from briefing.model import Analysis, MentionForm, Span, holding

OVERLAPPING: Final = 4
"""How many spans to be kept whole may begin before a place and reach into it: a name, a figure, a date."""
LONGEST_LOOK: Final = 600
"""Characters before and behind an offset beyond which nothing bears on it: twice the longest sentence of the samples."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What evidence is cut from: the text, its sentences, and the spans that no cut may fall into."""

    text: str
    sentences: tuple[Span, ...]
    whole: tuple[Span, ...]
    times: tuple[tuple[Span, ...], ...] = ()
    """The dates and times of day that stand in each sentence."""
    headline_end: int = 0
    known: dict[int, Weighed] = field(default_factory=dict, compare=False, repr=False)
    """The sentences whose edges were asked for, by their numbers."""

    def sentence(self, at: int) -> Span:
        """Return the sentence that the offset `at` lies in; the paragraph where sentences are not known."""
        found = holding(self.sentences, Span(at, at + 1))
        if found:
            return found
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return Span(start, len(self.text) if end < 0 else end)

    def edged(self, number: int) -> Weighed:
        """Return the sentence with this number with its edges, of which its pieces are put together."""
        found = self.known.get(number)
        if found is None:
            own = reading(self.text, self.sentences[number], self.times[number], number, self.headline_end)
            found = self.known[number] = weighed_by_learnt(sketch(own))
        return found

    def number(self, at: int) -> int | None:
        """Return the number of the sentence that the offset `at` lies in; None where its words are not known."""
        number = bisect_right(self.sentences, at, key=lambda span: span.start) - 1
        return number if 0 <= number < len(self.times) and at < self.sentences[number].end else None

    def around(self, at: int) -> Span:
        """Return the sentence that the offset `at` lies in; of one without an end no more than what stands near.

        What is looked for around each of the figures of an endless sentence would else cost the square of its length.
        """
        sentence = self.sentence(at)
        return Span(max(sentence.start, at - LONGEST_LOOK), min(sentence.end, at + LONGEST_LOOK))

    def near(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans to be kept whole that overlap the stretch from `start` to `end`."""
        first = max(0, bisect_left(self.whole, start, key=lambda span: span.start) - OVERLAPPING)
        last = bisect_left(self.whole, end, lo=first, key=lambda span: span.start)
        return tuple(span for span in self.whole[first:last] if span.end > start)


def ground(found: Analysis) -> Ground:
    """Return the ground of an analysis: names, figures and dates stay whole."""
    whole = [mention.span for e in found.entities for mention in e.mentions if mention.form is MentionForm.NAME]
    whole += [figure.span for figure in found.figures]
    whole += [date.span for date in found.dates]
    kept = tuple(sorted(whole, key=attrgetter("start", "end")))
    times = tuple(times for _, times in with_times(found, found.sentences))
    return Ground(found.article.text, found.sentences, kept, times, found.article.headline_end or 0)

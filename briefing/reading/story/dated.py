"""The timeline of a story: every day that its reports speak of, in order, and what has no day behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.model import Span
from briefing.reading.drawing.pieces import Piece
from briefing.reading.story.evidence import INDENT, lay_grounds
from briefing.reading.story.laying import MARGIN, NO_BREAK, Laid, Laying, Told
from briefing.reading.story.reports import days
from briefing.reading.story.view import StoryView
from briefing.reading.wrapping import padded
from briefing.stories import Moment

CUT: Final = "…"
"""Where a sentence goes on."""
DAYS: Final = 18
"""Cells of the column of days: "Wed 20 Sep 2024", "15 to 17 Sep 2024"."""


def timeline(view: StoryView) -> Laid:
    """Return the timeline."""
    laying = Laying(view.width)
    story, reports = view.story, view.reports
    if story is None or reports is None or not story.timeline:
        nothing = "None of the reports tells a day." if story else view.stage or "Looking for the story."
        laying.hanging((MARGIN,), (Piece(nothing, "dim"),))
        return laying.done()
    above = ""
    for number, moment in enumerate(story.timeline):
        when = days(moment.first, moment.last) if moment.first else "undated"
        if not moment.first and above != "undated":
            laying.heading("WITHOUT A DAY")
        shown = when if when != above and moment.first else ""
        above = when
        words = (*_told(view, moment), Piece(f"  {reports.named(moment.articles)}", "fact-source"))
        laying.target(Told(number))
        if view.is_narrow:
            if shown:
                laying.hanging((MARGIN,), (Piece(shown, "day"),))
            laying.hanging((INDENT,), words)
        else:
            if len(shown) >= DAYS:
                laying.hanging((MARGIN,), (Piece(shown, "day"),))
                shown = ""
            lead = (MARGIN, Piece(padded(shown, DAYS), "day")) if moment.first else (MARGIN,)
            laying.hanging(lead, words)
        if Told(number) in view.unfolded:
            lay_grounds(laying, moment.values, view)
    return laying.done()


def _told(view: StoryView, moment: Moment) -> Iterator[Piece]:
    """Yield the words of a line, those that name the day lit."""
    first = moment.values[0] if moment.values else None
    analysis = view.analyses.get(first.article) if first else None
    dates = analysis.dates if analysis and first else ()
    day = next((found.span for found in dates if first and found.id == first.ref), None)
    if analysis is None or first is None or day is None or not first.span.contains(day):
        yield Piece(moment.text, "text")
        return
    text = analysis.article.text
    before, behind = moment.text.startswith(CUT), moment.text.endswith(CUT)
    if before:
        yield Piece(CUT, "dim")
    for span, style in (
        (Span(first.span.start, day.start), "text"),
        (day, "fact-value"),
        (Span(day.end, first.span.end), "text"),
    ):
        words = "".join(" " if char.isspace() else char for char in span.of(text)).replace("  ", " ")
        yield Piece(words.replace(" ", NO_BREAK) if span is day else words, style)
    if behind:
        yield Piece(CUT, "dim")

"""What is new in a story since one last read: reports, numbers that changed, what was denied, facts; the rest is folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.reading.drawing.pieces import Piece
from briefing.reading.news import change_numbers, sentence, where
from briefing.reading.story.laying import MARGIN, Fold, Laid, Laying, Report, Target, Words
from briefing.reading.story.reports import Reports, short
from briefing.reading.story.view import StoryView
from briefing.stories.news import Change, New, News, Settled
from briefing.stories.recognising import Given

FEW: Final = 8
"""New facts that are shown before the others are folded away."""
MORE: Final = Fold("new facts")


def new(view: StoryView) -> Laid:
    """Return what is new, each line leading to its words."""
    laying = Laying(view.width)
    news, reports = view.news, view.reports
    if news is None or reports is None:
        laying.hanging((MARGIN,), (Piece(view.stage or "Looking for the story.", "dim"),))
        return laying.done()
    laying.hanging((MARGIN,), (Piece(_about(news), "dim"),))
    _reports(laying, "NEW REPORTS", [one.article for one in news.reports], reports)
    _reports(laying, "WRITTEN ANEW SINCE", [one.article for one in news.revised], reports)
    if news.is_first:
        return laying.done()
    if news.changes:
        laying.heading("CHANGED")
    for change in news.changes:
        _change(laying, change, reports)
    if news.settled:
        laying.heading("CONFIRMED OR DENIED")
    for settled in news.settled:
        _settled(laying, settled, view, reports)
    _facts(laying, news.facts, view, reports)
    if news.unchanged:
        laying.blank()
        told = "1 fact is" if news.unchanged == 1 else f"{news.unchanged} facts are"
        laying.hanging((MARGIN,), (Piece(f"{told} as before.", "dim"),))
    return laying.done()


def _about(news: News) -> str:
    if news.is_first:
        return "None of its reports was read before: all of it is new."
    if news.is_empty:
        return "Nothing is new: it tells no more than what you have read."
    return "What it tells beyond the reports that were read before."


def _reports(laying: Laying, heading: str, names: Sequence[str], reports: Reports) -> None:
    if names:
        laying.heading(heading)
    for name in names:
        article = reports.article(name)
        laying.target(Report(name))
        day = f"  {short(article.day)}" if article and article.day else ""
        # An outlet with several reports is called by their days.
        day = "" if reports.name(name).endswith(day.strip()) else day
        title = f"  {article.title}" if article else ""
        words = (Piece(reports.name(name), "fact-value"), Piece(day, "dim"), Piece(title, "text"))
        laying.hanging((MARGIN,), words, indent=5)


def _change(laying: Laying, change: Change, reports: Reports) -> None:
    """Lay a number from the oldest to the one of now, each with who gives it."""
    what, numbers = change_numbers(change)
    steps = (change.before, *change.after)
    words: list[Piece] = [Piece(f"{what}  ", "fact-label")] if what else []
    for number, (step, told) in enumerate(zip(steps, numbers, strict=True)):
        style = "fact-value" if number == len(steps) - 1 else "text"
        words += (Piece(f" → {told}" if number else told, style), Piece(f" ({_who(step, reports)})", "fact-source"))
    laying.target(_target(change.after[-1]))
    laying.hanging((MARGIN,), words)


def _settled(laying: Laying, settled: Settled, view: StoryView, reports: Reports) -> None:
    laying.target(_target(settled.by))
    status = Piece(
        f"{settled.by.point.status}  ", "fact-doubt" if settled.by.point.status == "denied" else "fact-value"
    )
    said = Piece(f"  {_who(settled.by, reports)}", "fact-source")
    laying.hanging((MARGIN,), (status, Piece(_words(settled.by, view), "text"), said))
    before = f"before: {_words(settled.before, view)}  {_who(settled.before, reports)}"
    laying.hanging((MARGIN, Piece("  ", "text")), (Piece(before, "dim"),))


def _facts(laying: Laying, facts: Sequence[New], view: StoryView, reports: Reports) -> None:
    if not facts:
        return
    laying.heading("NEW FACTS")
    is_open = MORE in view.unfolded or len(facts) <= FEW + 1
    for one in facts if is_open else facts[:FEW]:
        first = Given(one.reports[0], one.point)
        laying.target(_target(first))
        who = _also(_who(first, reports), (report.article for report in one.reports[1:]), reports)
        laying.hanging((MARGIN,), (Piece(_words(first, view), "text"), Piece(f"  {who}", "fact-source")), indent=5)
    if len(facts) > FEW + 1:
        laying.target(MORE)
        words = "fewer" if is_open else f"{len(facts) - FEW} more"
        laying.hanging((MARGIN,), (Piece(words, "dim"),))


def _words(given: Given, view: StoryView) -> str:
    return sentence(given.report.article, given.point, view.analyses.values())


def _also(who: str, others: Iterable[str], reports: Reports) -> str:
    named = reports.named(others)
    return f"{who}; also {named}" if named else who


def _who(given: Given, reports: Reports) -> str:
    """Return who says it, by the name that the report has on this screen, where it is still there."""
    known = reports.names.get(given.report.article)
    return where(given, outlet=known.replace(" ", "\u00a0") if known else None)


def _target(given: Given) -> Target:
    if given.point.span is None:
        return Report(given.report.article)
    return Words(given.report.article, given.point.span)

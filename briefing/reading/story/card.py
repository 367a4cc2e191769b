"""The card of a story: its title, its tallies, its reports, and what they say slot by slot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.reading.drawing.pieces import Piece
from briefing.reading.story.evidence import lay_grounds, origins, told
from briefing.reading.story.laying import MARGIN, Fact, Fold, Laid, Laying, Report
from briefing.reading.story.reports import Reports, days, short
from briefing.reading.story.slots import CORE, label, place
from briefing.reading.story.standing import WORDS, Standing, standing, tallied
from briefing.reading.story.view import StoryView
from briefing.reading.wrapping import padded
from briefing.stories import Comparison, Group
from briefing.stories.unsaid import unsaid

FEW_REPORTS: Final = 6
"""Reports that a card names before it folds the others away."""
ALL_REPORTS: Final = Fold("reports")
LONGEST_LABEL: Final = 16
"""Cells of the column of labels; a longer one stands on a line of its own."""
LONGEST_VALUE: Final = 140
"""Characters of what one report says; the whole of it stands in its sentence."""


def card(view: StoryView) -> Laid:
    """Return the card."""
    laying = Laying(view.width)
    group, reports = view.group, view.reports
    if group is None or reports is None:
        laying.hanging((MARGIN,), (Piece(view.stage, "dim"),))
        return laying.done()
    laying.hanging((MARGIN,), (Piece(group.title, "title"),))
    compared = len(view.story.analyses) if view.story else reports.origins
    laying.hanging((MARGIN,), (Piece(_about(group, reports, compared), "dim"),))
    if view.story and view.story.compare:
        laying.hanging((MARGIN,), _tallies(view.story.compare))
    _reports(laying, view, reports)
    if view.story is None:
        laying.blank()
        laying.hanging((MARGIN,), (Piece(view.stage, "dim"),))
        return laying.done()
    shown = sorted(
        (standing(line) is not Standing.CONFLICT, place(line) or 0, number)
        for number, line in enumerate(view.story.compare)
        if place(line) is not None and (standing(line) is not Standing.ONLY or line.slot in CORE)
    )
    if shown:
        laying.heading("WHAT THEY SAY")
        lines = [view.story.compare[number] for *_, number in shown]
        width = min(max(len(label(line)) for line in lines), LONGEST_LABEL if not view.is_narrow else 10)
        for *_, number in shown:
            _slot(laying, view, reports, number, width)
    silent = unsaid(view.story.analyses)
    if silent:
        laying.heading("FOUND IN NO REPORT")
        laying.hanging((MARGIN,), (Piece(", ".join(slot.words for slot in silent), "text"),))
    if group.why:
        laying.heading("WHAT THEY SHARE")
        laying.hanging((MARGIN,), (Piece(", ".join(group.why), "text"),))
    return laying.done()


def _about(group: Group, reports: Reports, compared: int) -> str:
    """Return how many reports there are, of which days, how many texts of their own, and how many were compared."""
    known = sorted(article.day for article in group.articles if article.day)
    count = len(group.articles)
    parts = [
        "1 report: no other article tells of it" if count == 1 else f"{count} reports",
        days(known[0], known[-1]) if known else "no date",
        f"{len(reports.reprint_of)} of them the same text again" if reports.reprint_of else "",
        ("1 text of its own" if reports.origins == 1 else f"{reports.origins} texts of their own")
        if reports.reprint_of
        else "",
        f"{compared} are compared, half of them the newest" if compared < reports.origins else "",
        f"in {reports.copies} more {'file' if reports.copies == 1 else 'files'}" if reports.copies else "",
    ]
    return " · ".join(part for part in parts if part)


def _tallies(lines: Iterable[Comparison]) -> list[Piece]:
    """Return how many lines of each kind there are, each behind its sign: the legend too."""
    found = tallied(lines)
    pieces: list[Piece] = []
    for kind in Standing:
        count = found[kind]
        if not count and kind is not Standing.CONFLICT:
            continue
        gap = "   " if pieces else ""
        words = WORDS[kind][count != 1].replace(" ", "\u00a0")
        pieces.append(Piece(gap, "text"))
        if kind is not Standing.ONLY:
            pieces.append(Piece(f"{kind.sign}\u00a0", _sign_style(kind) if count else "dim"))
        pieces.append(Piece(f"{count}\u00a0{words}", "text" if count else "dim"))
    return pieces


def _sign_style(kind: Standing) -> str:
    return "bar-warning" if kind is Standing.CONFLICT else "mark"


def sign(kind: Standing) -> Piece:
    """Return the sign before a line, as wide as the margin."""
    return Piece(f" {kind.sign} ", _sign_style(kind))


def _reports(laying: Laying, view: StoryView, reports: Reports) -> None:
    laying.heading("REPORTS" if len(reports.articles) > 1 else "REPORT")
    shown = reports.articles
    if len(shown) > FEW_REPORTS and ALL_REPORTS not in view.unfolded:
        shown = shown[:FEW_REPORTS]
    years = {article.day.year for article in reports.articles if article.day}
    for article in shown:
        laying.target(Report(article.id))
        day = short(article.day) if article.day else "no date"
        if article.day and len(years) > 1:
            day = f"{day} {article.day.year}"
        words = [Piece(reports.name(article.id), "fact-value"), Piece(f"  {article.title}", "text")]
        if first := reports.reprint_of.get(article.id):
            words = [words[0], Piece(f"  the same text as {reports.name(first)}", "dim")]
        laying.hanging((MARGIN, Piece(padded(day, 13 if len(years) > 1 else 8), "dim")), words)
    left = len(reports.articles) - len(shown)
    if left:
        laying.target(ALL_REPORTS)
        laying.hanging((MARGIN,), (Piece(f"{left} more: Enter shows them", "dim"),))


def _slot(laying: Laying, view: StoryView, reports: Reports, number: int, width: int) -> None:
    if view.story is None:
        return
    line = view.story.compare[number]
    kind = standing(line)
    target = Fact(number)
    laying.target(target)
    values: dict[str, list[str]] = {}
    for value in line.values:
        values.setdefault(_short(told(value, view)), []).append(value.article)
    name = label(line)
    lead: tuple[Piece, ...] = (sign(kind), Piece(padded(name, width + 2), "fact-label"))
    if len(name) > width:
        laying.hanging((sign(kind),), (Piece(name, "fact-label"),))
        lead = (Piece(" " * (width + 5), "text"),)
    merged = _merged(values)
    if kind in {Standing.SAME, Standing.ONLY}:
        # One thing in several words: they stand in a row.
        pieces: list[Piece] = []
        for words, articles in merged.items():
            pieces += (Piece(words, "fact-value"), Piece(f"  {reports.named(articles)}   ", "fact-source"))
        pieces.append(Piece(origins(line, view), "fact-source"))
        laying.hanging(lead, pieces, indent=width + 5)
    else:
        for words, articles in merged.items():
            tail = Piece(f"  {reports.named(articles)}", "fact-source")
            laying.hanging(lead, (Piece(words, "fact-value"), tail), indent=width + 5)
            lead = (Piece(" " * (width + 5), "text"),)
    lead = (Piece(" " * (width + 5), "text"),)
    if kind not in {Standing.SAME, Standing.ONLY}:
        laying.hanging(lead, (Piece(f"{line.why} · {origins(line, view)}", "dim"),), indent=width + 5)
    elif target in view.unfolded:
        laying.hanging(lead, (Piece(line.why, "dim"),), indent=width + 5)
    if target in view.unfolded:
        lay_grounds(laying, line.values, view)


def _merged(values: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return the values with those that differ in capitals alone as one, in the words that came first."""
    first: dict[str, str] = {}
    merged: dict[str, list[str]] = {}
    for words, articles in values.items():
        merged.setdefault(first.setdefault(words.casefold(), words), []).extend(articles)
    return merged


def _short(text: str) -> str:
    """Return `text`, or its beginning up to a word where it is longer than a card has room for."""
    if len(text) <= LONGEST_VALUE:
        return text
    return text[: text.rfind(" ", 0, LONGEST_VALUE)] + " …"

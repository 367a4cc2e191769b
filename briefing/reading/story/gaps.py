"""The gaps of a story: what one would ask of such an event, what no report answers, and which are silent."""

from __future__ import annotations

from briefing.reading.drawing.pieces import Piece
from briefing.reading.story.laying import MARGIN, Fold, Laid, Laying, Report
from briefing.reading.story.view import StoryView
from briefing.reading.wrapping import cells, padded
from briefing.stories.unsaid import QUESTIONS, Asked, asked, main_kind

FEW = 4
"""Reports that are silent on something, before the others are folded away."""
WIDTH = max(map(len, QUESTIONS.values())) + 2


def gaps(view: StoryView) -> Laid:
    """Return what nobody says, then what only some say, with those that are silent, then what all say."""
    laying = Laying(view.width)
    story, reports = view.story, view.reports
    if story is None or reports is None:
        laying.hanging((MARGIN,), (Piece(view.stage or "Looking for the story.", "dim"),))
        return laying.done()
    found = asked(story.analyses)
    every = [analysis.article.id for analysis in story.analyses]
    kind = main_kind(story.analyses)
    if kind is None:
        laying.hanging((MARGIN,), (Piece("No event was found: there is nothing to ask for.", "dim"),))
        return laying.done()
    laying.hanging((MARGIN,), (Piece(f"What one asks of an event of this kind: {kind}.", "dim"),))
    nobody = [one for one in found if not one.told]
    some = [one for one in found if one.told and len(one.told) < len(every)]
    if nobody:
        laying.heading("FOUND IN NO REPORT")
    for one in nobody:
        laying.hanging((Piece(" ! ", "bar-warning"),), (Piece(one.words, "fact-value"),))
    if some:
        laying.heading("SILENT ON IT")
    for one in some:
        _silent(laying, one, every, view)
    rest = [one for one in found if len(one.told) == len(every)]
    if rest:
        laying.heading("IN EVERY REPORT" if len(every) > 1 else "IN THE REPORT")
        laying.hanging((MARGIN,), (Piece(", ".join(one.words for one in rest), "text"),))
    return laying.done()


def _silent(laying: Laying, one: Asked, every: list[str], view: StoryView) -> None:
    """Lay the reports that do not answer a question, each leading to its report."""
    laying.untargeted()
    lead = (MARGIN, Piece(padded(one.words, WIDTH), "fact-label"))
    if view.is_narrow:
        laying.hanging((MARGIN,), (Piece(one.words, "fact-label"),))
        lead = (MARGIN, Piece("  ", "text"))
    silent = [article for article in every if article not in one.told]
    fold = Fold(f"silent on {one.slot}")
    is_open = len(silent) <= FEW + 1 or fold in view.unfolded
    for article in silent if is_open else silent[:FEW]:
        if view.reports:
            laying.target(Report(article))
            laying.hanging(lead, (Piece(view.reports.name(article), "text"),))
            lead = (MARGIN, Piece(" " * cells(lead[1].text), "text"))
    if len(silent) > FEW + 1:
        laying.target(fold)
        words = "fewer" if is_open else f"{len(silent) - FEW} more: Enter shows them"
        laying.hanging(lead, (Piece(words, "dim"),))

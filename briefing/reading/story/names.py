"""The names of a story that were taken for one thing, each to be taken apart again."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from briefing.model import MentionForm
from briefing.reading.decoration import TYPE_WORDS
from briefing.reading.drawing.pieces import Piece
from briefing.reading.story.evidence import INDENT
from briefing.reading.story.laying import MARGIN, Laid, Laying, Name
from briefing.reading.story.view import StoryView
from briefing.reading.wrapping import cells, padded

MOST_REASONS: Final = 4
"""Reasons that are shown of one thing; a president has a dozen names."""

LONGEST: Final = 28
"""Cells of the column of names; who uses a longer one stands behind it."""


def names(view: StoryView) -> Laid:
    """Return the things that have several names, each name with the reports that use it."""
    laying = Laying(view.width)
    if view.story is None or view.reports is None:
        laying.hanging((MARGIN,), (Piece(view.stage or "Looking for the story.", "dim"),))
        return laying.done()
    users = _users(view)
    own = [
        (number, thing, [name for name in thing.names if users[name]])
        for number, thing in enumerate(view.story.aliases)
    ]
    joined = [one for one in own if len(one[2]) > 1]
    width = min(max((cells(name) for *_, several in joined for name in several), default=0) + 2, LONGEST)
    if not joined:
        laying.hanging((MARGIN,), (Piece("Each thing has one name in these reports: none were joined.", "dim"),))
    for number, thing, several in joined:
        laying.heading(thing.name, TYPE_WORDS[thing.type])
        for name in several:
            laying.target(Name(number, name))
            who = Piece(view.reports.named(users[name]), "fact-source")
            if width > view.width // 2 or cells(name) >= width:
                laying.hanging((MARGIN,), (Piece(f"{name}  ", "fact-value"), who), indent=5)
            else:
                laying.hanging((MARGIN, Piece(padded(name, width), "fact-value")), (who,))
        laying.untargeted()
        for reason in thing.why[:MOST_REASONS] or ("a report uses them for one",):
            laying.hanging((INDENT,), (Piece(reason, "dim"),))
    return laying.done()


def _users(view: StoryView) -> dict[str, list[str]]:
    """Return the ids of the articles by the names that they use."""
    users: dict[str, list[str]] = defaultdict(list)
    for article, analysis in view.analyses.items():
        found = {
            " ".join(mention.span.of(analysis.article.text).split())
            for entity in analysis.entities
            for mention in entity.mentions
            if mention.form is MentionForm.NAME
        }
        for name in found:
            users[name].append(article)
    return users

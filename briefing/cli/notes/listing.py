"""`briefing notes list`: one mark a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.cleaning import cleaned_line
from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command
from briefing.cli.console import print_line
from briefing.cli.notes import user_marks
from briefing.cli.notes.problems import told
from briefing.model import Mark

COMMAND: Final = Command(
    name="briefing notes list",
    does="print bookmarks, highlights and notes, one a line.",
    usage=(("briefing notes list", "print all that are not deleted, those of an article together"),),
    about=(
        "A line holds, with tabs between them: the day of the article, what it is, the title of the article, the "
        "marked words, the note, and its tags. What an article lacks stays empty."
    ),
    options=(HELP,),
)


def run(typed: Sequence[str]) -> int:
    """Print the marks; return 1 where some could not be read, else 0."""
    arguments(COMMAND, typed)
    loaded = user_marks().load()
    for mark in sorted(loaded.standing, key=_place):
        print_line("\t".join(_fields(mark)))
    return told(loaded.problems)


def _place(mark: Mark) -> tuple[str, str, int, str]:
    start = mark.anchor.start if mark.anchor else None
    return (mark.article.published or "", mark.article.id, -1 if start is None else start, mark.id)


def _fields(mark: Mark) -> tuple[str, ...]:
    day = mark.article.day.isoformat() if mark.article.day else ""
    quote = (mark.anchor.quote if mark.anchor else None) or ""
    fields = (mark.article.title, quote, mark.note or "", ", ".join(mark.tags))
    return (day, mark.kind, *(cleaned_line(field) for field in fields))

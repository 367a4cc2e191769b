"""`briefing notes export`: all marks, printed in a form that can be kept or taken elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import print_line
from briefing.cli.notes import user_marks
from briefing.cli.notes.problems import told
from briefing.export.notes import NOTE_FORMATS

FORMATS: Final = tuple(NOTE_FORMATS)
COMMAND: Final = Command(
    name="briefing notes export",
    does="print all bookmarks, highlights and notes.",
    usage=(
        ("briefing notes export > notes.jsonl", "keep them all, deleted ones and earlier versions included"),
        ("briefing notes export --format markdown > notes.md", "hand them on: without those that were deleted"),
    ),
    about=(
        "Nothing is lost in jsonl: what is exported, imported elsewhere and exported there is the same, line for line. "
        "The other forms are for other programs: Markdown and org with links back to the articles, Web Annotations "
        "(w3c), and the table that Readwise takes.\n\n"
        "What cannot be read in the files of the notes is named on standard error, and the exit status is 1."
    ),
    options=(
        Option(("-f", "--format"), "print jsonl (the usual form), markdown, org, readwise or w3c", "FORM", FORMATS),
        HELP,
    ),
)


def run(typed: Sequence[str]) -> int:
    """Print the marks; return 1 where some could not be read, else 0."""
    chosen = arguments(COMMAND, typed).values.get("format", FORMATS[0])
    loaded = user_marks().load()
    for piece in NOTE_FORMATS[chosen].exported(loaded.marks):
        print_line(piece.removesuffix("\n"))
    return told(loaded.problems)

"""`briefing notes`: what the user made, listed, given out and taken in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command
from briefing.errors import BriefingError
from briefing.marks import MarkStore
from briefing.settings import did_you_mean, user_places

NAMES: Final = ("list", "export", "import")
COMMAND: Final = Command(
    name="briefing notes",
    does="list, give out and take in bookmarks, highlights and notes.",
    usage=(
        ("briefing notes list", "print one a line"),
        ("briefing notes export", "print them all, to keep or to take elsewhere"),
        ("briefing notes import FILE", "take in what was exported, here or on another machine"),
    ),
    about='"briefing notes export --help" and the like tell more.',
    options=(HELP,),
    operand="WHAT",
)


def run(typed: Sequence[str]) -> int:
    """Raise BriefingError: what to do was not said, or is none of the things that can be done."""
    given = arguments(COMMAND, typed).operands
    if not given:
        raise BriefingError("notes needs to know what to do", hint=f"one of: {', '.join(NAMES)}")
    raise BriefingError(f'notes has no "{given[0]}"', hint=did_you_mean(given[0], NAMES))


def user_marks() -> MarkStore:
    """Return the store of the user's marks."""
    return MarkStore(user_places().marks)

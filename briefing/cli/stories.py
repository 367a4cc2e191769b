"""`briefing stories`: articles on the same event, their facts side by side, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from briefing.cli.analysed import analysed as each_analysed
from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import print_line, say
from briefing.cli.own_names import corrections, own_names
from briefing.cli.paths import chosen
from briefing.model import Analysis, Names, Unreadable

if TYPE_CHECKING:
    from briefing.stories import Story

COMMAND: Final = Command(
    name="briefing stories",
    does="print which articles tell of the same event, and how their facts agree.",
    usage=(
        ("briefing stories PATH...", "print each story to read, the newest first"),
        ("briefing stories --json PATH...", "print one line of JSON a story for other programs"),
    ),
    about=(
        'PATH is a file, or a folder with all that lies below it; "-" reads standard input. Without a PATH, the '
        "folders of your settings are read, else the sample articles.\n\n"
        "A fact stands once with what each article says of it: the same, both can be true, one adds to the other, or "
        "a conflict. An article that no other one joins is a story of its own. A file that cannot be read is named on "
        "standard error, the others are printed, and the exit status is 1."
    ),
    options=(Option(("-j", "--json"), "print one line of JSON a story"), HELP),
    operand="PATH",
)


def run(typed: Sequence[str]) -> int:
    """Print the stories; return 1 where a file could not be read, else 0."""
    given = arguments(COMMAND, typed)
    paths = chosen(given.operands)

    own = own_names()
    analyses, status = analysed(paths, own=own)
    if "json" in given.switches:
        from briefing.export.stories_json import story_line

        for story in told(analyses, own=own):
            print_line(story_line(story))
        return status
    for line in _text(analyses, own=own):
        print_line(line)
    return status


def analysed(paths: Sequence[str], *, own: Names) -> tuple[list[Analysis], int]:
    """Return the analyses of all articles under `paths`, and the exit status: 1 where a file could not be read."""
    analyses: list[Analysis] = []
    status = 0
    for found in each_analysed(paths, own=own):
        if isinstance(found, Unreadable):
            say(f"{found.path}: {found.reason}")
            status = 1
        else:
            analyses.append(found)
    return analyses, status


def told(analyses: Sequence[Analysis], *, own: Names) -> Iterator[Story]:
    """Return the stories of these articles, the newest first, as the user has joined and parted stories and names."""
    from briefing.stories import choices_of, stories

    return stories(analyses, choices=choices_of(corrections(are_told=False)), own=own)


def _text(analyses: Sequence[Analysis], *, own: Names) -> Iterator[str]:
    from briefing.export.stories_text import WIDTH, story_lines

    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    for number, story in enumerate(told(analyses, own=own)):
        if number:
            yield ""
        yield from story_lines(story, width=width)

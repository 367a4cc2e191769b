"""`briefing stories`: articles on the same event, their facts side by side, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import print_line, say
from briefing.cli.own_names import corrections, own_names
from briefing.cli.paths import chosen
from briefing.model import Article, Names, Unreadable
from briefing.settings import user_places

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
    articles, status = readable(paths)
    if "json" in given.switches:
        from briefing.export.stories_json import story_line

        for story in told(articles, own=own):
            print_line(story_line(story))
        return status
    for line in _text(articles, own=own):
        print_line(line)
    return status


def readable(paths: Sequence[str]) -> tuple[list[Article], int]:
    """Return all articles under `paths`, and the exit status: 1 where a file could not be read, which is said."""
    from briefing.library import articles

    found: list[Article] = []
    status = 0
    for item in articles(paths):
        if isinstance(item, Unreadable):
            say(f"{item.path}: {item.reason}")
            status = 1
        else:
            found.append(item)
    return found, status


def told(articles: Sequence[Article], *, own: Names) -> Iterator[Story]:
    """Yield the stories of these articles, the newest first, as the user has joined and parted stories and names.

    Articles are analysed, or their analyses taken from the cache, when it is the turn of their story: of ten thousand
    only those of one story are held.
    """
    from briefing.library.kept_analyses import Analyses
    from briefing.library.kept_sketches import sketches
    from briefing.stories import choices_of, told

    kept = Analyses(user_places().cache, own=own)
    choices = choices_of(corrections(are_told=False))
    try:
        yield from told(articles, kept.of, choices=choices, own=own, sketches=sketches(articles, kept))
    finally:
        kept.close()
    if kept.trouble:
        say(kept.trouble)


def _text(articles: Sequence[Article], *, own: Names) -> Iterator[str]:
    from briefing.export.stories_text import WIDTH, story_lines

    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    for number, story in enumerate(told(articles, own=own)):
        if number:
            yield ""
        yield from story_lines(story, width=width)

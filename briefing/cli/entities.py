"""`briefing entities`: what articles name, how often, and from which day to which, printed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import harmless, print_line, say
from briefing.cli.own_names import own_names
from briefing.cli.paths import chosen
from briefing.model import Analysis, Unreadable

if TYPE_CHECKING:
    from briefing.reading.name_index import NamedThing

COMMAND: Final = Command(
    name="briefing entities",
    does="print what articles name, the most frequent first.",
    usage=(
        ("briefing entities PATH...", "print one name a line, with tabs between its columns"),
        ("briefing entities --json PATH...", "print one line of JSON a name for other programs"),
    ),
    about=(
        'PATH is a file, or a folder with all that lies below it; "-" reads standard input. Without a PATH, the '
        "folders of your settings are read, else the sample articles.\n\n"
        "The columns are the name, its type, in how many articles it stands, how often, and the days of the first and "
        "the last of these articles; a day that is not known is left empty. What your own list of names and your "
        "corrections say is one name is one line. A file that cannot be read is named on standard error, the others "
        "are counted, and the exit status is 1."
    ),
    options=(Option(("-j", "--json"), "print one line of JSON a name"), HELP),
    operand="PATH",
)


def run(typed: Sequence[str]) -> int:
    """Print the names; return 1 where a file could not be read, else 0."""
    given = arguments(COMMAND, typed)
    paths = chosen(given.operands)

    from briefing.extract import entities
    from briefing.library import articles
    from briefing.reading.name_index import Tally, names_of

    own = own_names()
    tally = Tally(own)
    status = 0
    for article in articles(paths):
        if isinstance(article, Unreadable):
            say(f"{article.path}: {article.reason}")
            status = 1
        else:
            tally.add(names_of(entities.recognise(Analysis(article), own=own)))
    for thing in tally.index(complete=True).things:
        print_line(_json(thing) if "json" in given.switches else _line(thing))
    return status


def _line(thing: NamedThing) -> str:
    first, last = (day.isoformat() if day else "" for day in (thing.first, thing.last))
    told = (thing.name, thing.type, str(thing.articles), str(thing.mentions), first, last)
    return "\t".join(map(harmless, told))


def _json(thing: NamedThing) -> str:
    from briefing.export.json_text import json_text

    first, last = (day.isoformat() if day else None for day in (thing.first, thing.last))
    return json_text(
        {
            "name": thing.name, "type": thing.type.value, "articles": thing.articles, "mentions": thing.mentions,
            "first": first, "last": last,
        }
    )  # fmt: skip

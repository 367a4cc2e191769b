"""`briefing brief`: the briefing of the day, printed to be pasted or mailed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import print_line
from briefing.cli.own_names import own_names
from briefing.cli.paths import chosen
from briefing.cli.stories import readable, told
from briefing.errors import BriefingError

if TYPE_CHECKING:
    from briefing.stories.brief import Brief

FORMATS: Final = ("text", "markdown", "html", "json")
COMMAND: Final = Command(
    name="briefing brief",
    does="print the briefing of the day, to be pasted or mailed.",
    usage=(
        ("briefing brief PATH...", "print all stories, the weightiest first"),
        ("briefing brief --since 2024-01-21 PATH...", "print what was reported since, and what it changed"),
        ("briefing brief --format html PATH...", "print one document to be mailed"),
    ),
    about=(
        'PATH is a file, or a folder with all that lies below it; "-" reads standard input. Without a PATH, the '
        "folders of your settings are read, else the sample articles.\n\n"
        "Each story has at most five facts, each with who says so; what changed from report to report; in what the "
        "reports contradict each other, and why; in what they agree. A story weighs more the more outlets report it, "
        "the more people it hurt, the more it cost, the newer it is and the more of it is new. Articles that no other "
        "one joins come last.\n\n"
        'DAY is 2024-01-21, today, yesterday or a number of days back, "3 days". With it only stories are told that '
        "have a report of that day or a later one, and what changed is measured against their reports before it.\n\n"
        "A file that cannot be read is named on standard error, and the exit status is 1."
    ),
    options=(
        Option(("-s", "--since"), "tell only what was reported since that day", "DAY"),
        Option(("-f", "--format"), "print text (the usual form), markdown, html or json", "FORM", FORMATS),
        Option(("-j", "--json"), "print one line of JSON, the same as --format json"),
        HELP,
    ),
    operand="PATH",
)
BACK: Final = re.compile(r"([0-9]{1,5}) days?(?: ago)?")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def run(typed: Sequence[str]) -> int:
    """Print the briefing; return 1 where a file could not be read, else 0."""
    given = arguments(COMMAND, typed)
    form = given.values.get("format", "json" if "json" in given.switches else "text")
    if "json" in given.switches and form != "json":
        raise BriefingError(f"--json and --format {form} do not go together", hint="give one of them")
    since = (
        first_day(given.values["since"], today=datetime.now().astimezone().date()) if "since" in given.values else None
    )
    paths = chosen(given.operands)

    from briefing.stories.brief import brief

    own = own_names()
    articles, status = readable(paths)
    for line in _lines(brief(told(articles, own=own), since=since), form):
        print_line(line)
    return status


def first_day(words: str, *, today: date) -> date:
    """Return the day that `words` mean: a date, today, yesterday, or some days back. Raises BriefingError for others."""
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    try:
        if back := BACK.fullmatch(words):
            return today - timedelta(days=int(back[1]))
        if DAY.fullmatch(words):
            return date.fromisoformat(words)
    except (ValueError, OverflowError) as error:
        raise BriefingError(f"--since: there is no day {words}") from error
    raise BriefingError(
        f'--since does not know the day "{words}"', hint='write 2024-01-21, today, yesterday or "3 days"'
    )


def _lines(told: Brief, form: str) -> Iterator[str]:
    if form == "json":
        from briefing.export.brief_json import brief_line

        return iter((brief_line(told),))
    from briefing.export.brief_outline import outline

    if form == "markdown":
        from briefing.export.brief_markdown import markdown_brief

        return markdown_brief(outline(told))
    if form == "html":
        from briefing.export.brief_html import html_brief

        return html_brief(outline(told))
    from briefing.export.brief_text import WIDTH, text_brief

    return text_brief(outline(told), width=min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))

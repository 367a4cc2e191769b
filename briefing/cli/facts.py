"""`briefing facts`: what is found in articles, printed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from briefing.cli.analysed import analysed
from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import is_coloured, print_line, say
from briefing.cli.own_names import own_names
from briefing.cli.paths import chosen
from briefing.errors import BriefingError
from briefing.model import Analysis, Unreadable

FORMATS: Final = ("text", "markdown", "json")
COMMAND: Final = Command(
    name="briefing facts",
    does="print what is found in articles, do not open the screen.",
    usage=(
        ("briefing facts PATH...", "print a report to read"),
        ("briefing facts --json PATH...", "print all findings for other programs"),
    ),
    about=(
        'PATH is a file, or a folder with all that lies below it; "-" reads standard input. Without a PATH, the '
        "folders of your settings are read, else the sample articles.\n\n"
        "Articles are printed one after the other, each as soon as it is done. A file that cannot be read is named on "
        "standard error, the others are printed, and the exit status is 1."
    ),
    options=(
        Option(("-f", "--format"), "print text (the usual form), markdown or json", "FORM", FORMATS),
        Option(("-j", "--json"), "print one line of JSON an article, the same as --format json"),
        HELP,
    ),
    operand="PATH",
)


def run(typed: Sequence[str]) -> int:
    """Print the facts of each article; return 1 where a file could not be read, else 0."""
    given = arguments(COMMAND, typed)
    if "json" in given.switches and given.values.get("format", "json") != "json":
        raise BriefingError(f"--json and --format {given.values['format']} do not go together", hint="give one of them")
    form = "json" if "json" in given.switches else given.values.get("format", "text")
    paths = chosen(given.operands)

    lines = _lines_of(form)
    status = 0
    is_first = True
    for analysis in analysed(paths, own=own_names()):
        if isinstance(analysis, Unreadable):
            say(f"{analysis.path}: {analysis.reason}")
            status = 1
            continue
        if not is_first and form != "json":
            print_line("")
        is_first = False
        for line in lines(analysis):
            print_line(line)
    return status


def _lines_of(form: str) -> Callable[[Analysis], Iterator[str]]:
    if form == "json":
        return _json_line
    if form == "markdown":
        return _markdown_lines
    return _text_lines


def _json_line(analysis: Analysis) -> Iterator[str]:
    from briefing.export.contract import facts_line

    yield facts_line(analysis)


def _markdown_lines(analysis: Analysis) -> Iterator[str]:
    from briefing.export.report_markdown import markdown_report

    return markdown_report(analysis, analysis.panel)


def _text_lines(analysis: Analysis) -> Iterator[str]:
    from briefing.cli.paint import painted
    from briefing.export.report import WIDTH, report

    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns)
    with_colour = is_coloured()
    for row in report(analysis, analysis.panel, width=width):
        yield painted(row) if with_colour else str(row)

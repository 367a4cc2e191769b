"""`briefing PATH...`: the screen, once it is sure that there is one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from briefing import __version__
from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, NAMES, VERSION, Command, Option
from briefing.cli.console import DUMB, is_piped, is_terminal, print_line, say
from briefing.cli.keys import checked
from briefing.cli.paths import chosen
from briefing.errors import BriefingError
from briefing.library import STANDARD_INPUT
from briefing.settings import load, nearest, user_places

SCREEN_READER: Final = Option(
    ("--screen-reader",), "one pane at a time, no lines drawn, and the terminal's cursor where you are"
)
COMMAND: Final = Command(
    name="briefing",
    does="read news briefings in the terminal, with the names in them and the facts they tell.",
    usage=(
        ("briefing [PATH...]", "open articles on the screen"),
        ("briefing facts [PATH...]", "print what is found in them"),
        ("briefing entities [PATH...]", "print the names in them, with how often and when"),
        ("briefing stories [PATH...]", "lay reports of one event side by side"),
        ("briefing brief [PATH...]", "print the briefing of the day"),
        ("briefing search QUERY [PATH...]", "print which of them hold some words"),
        ("briefing index [PATH...]", "analyse them beforehand, so that all is there at once"),
        ("briefing notes", "list, give out and take in bookmarks and notes"),
        ("briefing config", "print where things lie and the settings in force"),
    ),
    about=(
        'PATH is a file, or a folder with all that lies below it; "-" reads standard input. Without a PATH, the '
        "folders of your settings are opened, else the sample articles. A folder that is called like a command is "
        "opened as ./facts.\n\n"
        '"briefing COMMAND --help" tells more of a command; "?" shows the keys when the screen is open.\n\n'
        "The exit status is 0 when all went well, 1 when something could not be read or written, and 2 when briefing "
        "was asked for something that it cannot do."
    ),
    options=(SCREEN_READER, HELP, VERSION),
    operand="PATH",
)


def run(typed: Sequence[str]) -> int:
    """Open the screen and return its exit status; or print the version."""
    if typed:
        _check_command(typed[0])
    given = arguments(COMMAND, typed)
    if VERSION.name in given.switches:
        print_line(f"briefing {__version__}")
        return 0
    places = user_places()
    settings = checked(load(places.settings), named_in=places.settings)
    if SCREEN_READER.name in given.switches:
        settings = replace(settings, screen_reader=True)
    paths = chosen(given.operands)
    if not is_terminal():
        raise BriefingError("standard output is no terminal; to print, use: briefing facts PATH...")
    if os.environ.get("TERM") in DUMB:
        from briefing.cli import facts

        say(f"this terminal (TERM={os.environ['TERM']}) has no screen: the facts are printed")
        return facts.run(["--", *given.operands])
    if STANDARD_INPUT in given.operands and not is_piped():
        raise BriefingError('"-" reads what is piped into briefing, and nothing is: COMMAND | briefing -')
    if is_piped():
        _take_keys_from_the_terminal()

    from briefing.tui.app import run as open_screen

    return open_screen(paths, settings=settings, places=places)


def _check_command(first: str) -> None:
    """Raise BriefingError for a word that is no path and looks like a command that was mistyped."""
    if first.startswith("-") or os.path.lexists(first):
        return
    near = nearest(first, NAMES)
    if near:
        raise BriefingError(
            f'there is no file or folder "{first}", and no such command', hint=f'did you mean "{near}"?'
        )


def _take_keys_from_the_terminal() -> None:
    """Let keys be read from the terminal, while file 0 stays what is piped in."""
    try:
        terminal = Path("/dev/tty").open(encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    except OSError as error:
        raise BriefingError("standard input is no terminal, and there is no other to read keys from") from error
    sys.__stdin__ = terminal  # type: ignore[misc]  # it is where Textual reads keys, and nothing else does

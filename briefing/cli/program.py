"""The program from its arguments to its exit status."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import Protocol

from briefing.cli.command import HELP, Command
from briefing.cli.console import close_quietly, prepare, print_line, say_error
from briefing.errors import BriefingError
from briefing.late import sparing
from briefing.late_parts import making_late


class Runner(Protocol):
    """What the module of a command offers."""

    @property
    def COMMAND(self) -> Command:  # noqa: N802 - modules hold it as a constant
        """What its help says, and what it takes."""
        ...

    def run(self, typed: Sequence[str]) -> int:
        """Return the exit status of the command, `typed` behind its name."""
        ...


def main(typed: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 done, 1 something failed, 2 wrongly used."""
    prepare()
    try:
        return _run(list(sys.argv[1:] if typed is None else typed))
    except BriefingError as error:
        say_error(error)
        return error.status
    except BrokenPipeError:
        close_quietly()
        return 0
    except KeyboardInterrupt:
        # A shell ends its loop only when it sees that the command died of the signal.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
        return 1


def _run(typed: list[str]) -> int:
    runner, rest = _runner(typed)
    asked = rest[: rest.index("--")] if "--" in rest else rest
    if any(flag in asked for flag in HELP.flags):
        from briefing.cli.help_text import help_text

        print_line(help_text(runner.COMMAND))
        return 0
    return runner.run(rest)


def _runner(typed: list[str]) -> tuple[Runner, list[str]]:
    """Return the command that was typed, imported now and not before, and what stands behind its name."""
    match typed:
        case ["facts", *rest]:
            from briefing.cli import facts

            return facts, rest
        case ["entities", *rest]:
            from briefing.cli import entities

            return entities, rest
        case ["stories", *rest]:
            from briefing.cli import stories

            return stories, rest
        case ["brief", *rest]:
            from briefing.cli import brief

            return brief, rest
        case ["search", *rest]:
            from briefing.cli import search

            return search, rest
        case ["index", *rest]:
            from briefing.cli import index

            return index, rest
        case ["notes", "list", *rest]:
            from briefing.cli.notes import listing

            return listing, rest
        case ["notes", "export", *rest]:
            from briefing.cli.notes import exporting

            return exporting, rest
        case ["notes", "import", *rest]:
            from briefing.cli.notes import importing

            return importing, rest
        case ["notes", *rest]:
            from briefing.cli import notes

            return notes, rest
        case ["config", *rest]:
            from briefing.cli import config

            return config, rest
        case _:
            with sparing(), making_late():
                from briefing.cli import reader

            return reader, typed

"""The program from its arguments to its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from briefing.cli.console import close_quietly, say_error, speak_utf8
from briefing.errors import BriefingError


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit status: 0 done, 1 something failed, 2 wrongly used."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    try:
        return _run(given)
    except BriefingError as error:
        say_error(error)
        return error.status
    except BrokenPipeError:
        close_quietly()
        return 0


def _run(given: list[str]) -> int:
    match given:
        case ["facts", *rest]:
            from briefing.cli import facts

            return facts.run([argument for argument in rest if argument != "--json"])
        case _:
            raise BriefingError("nothing to do yet but: briefing facts --json PATH...")

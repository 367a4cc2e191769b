"""What is written to the terminal or into a pipe: lines of data, and one-line messages beside them."""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path
from typing import Final

from briefing.errors import BriefingError

DUMB: Final = frozenset({"dumb", "unknown"})
"""Terminals, by TERM, that can only print."""
_DISTURBING: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def prepare() -> None:
    """Let standard output and error take every character, whatever the locale says; give closed ones a substitute."""
    # Else the next file that is opened becomes number 1, and what is printed is written into it.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for as long as it runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_line(text: str) -> None:
    """Print `text` as one line of data, at once, so that a pipe is fed while the next is computed.

    Raises BrokenPipeError where nobody reads the pipe any more, and BriefingError where it can't be written.
    """
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        close_quietly()
        reason = (error.strerror or str(error)).lower()
        raise BriefingError(f"standard output cannot be written: {reason}", status=1) from error


def say(message: str) -> None:
    """Print a message beside the data, on standard error; what is not printable in it is escaped."""
    sys.stderr.write(f"briefing: {harmless(message)}\n")


def say_error(error: BriefingError) -> None:
    """Print what went wrong and, on a line of its own, what to do."""
    say(error.message)
    if error.hint:
        sys.stderr.write(f"  {harmless(error.hint)}\n")


def harmless(text: str) -> str:
    r"""Return `text` with controls, bidi controls and undecodable bytes as \x1b, \u202e, \udcff."""
    return _DISTURBING.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout.isatty()


def is_piped() -> bool:
    """Return whether standard input is something else than a terminal."""
    return not sys.stdin.isatty()


def is_coloured() -> bool:
    """Return whether what is printed may have colours: on a terminal that knows them, unless NO_COLOR is set."""
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in DUMB


def close_quietly() -> None:
    """Turn standard output away from a pipe that nobody reads any more, so that leaving says nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

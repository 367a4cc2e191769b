"""`briefing index`: everything looked through and analysed beforehand."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command, Option
from briefing.cli.console import DUMB, print_line, say
from briefing.cli.own_names import own_names
from briefing.cli.paths import chosen
from briefing.errors import BriefingError
from briefing.library import STANDARD_INPUT
from briefing.settings import user_places

if TYPE_CHECKING:
    from briefing.library.indexing import Progress

COMMAND: Final = Command(
    name="briefing index",
    does="look through articles and analyse them beforehand, so that all is there at once.",
    usage=(
        ("briefing index PATH...", "analyse what has come or changed since the last time"),
        ("briefing index --jobs 2 PATH...", "the same with two processes"),
    ),
    about=(
        "PATH is a file, or a folder with all that lies below it. Without a PATH, the folders of your settings are "
        "looked through, else the sample articles.\n\n"
        "What is found is kept in the cache folder, which may be deleted at any time. It is written every half second: "
        "when it was ended by ^C or by a power cut, it goes on from there the next time.\n\n"
        "How far it is stands on standard error. A file that cannot be analysed is named there, the others are done, and "
        "the exit status is 1."
    ),
    options=(
        Option(("-n", "--jobs"), "analyse with N processes, the usual being one per core", "N"),
        HELP,
    ),
    operand="PATH",
)
MOST_JOBS: Final = 256
BAR: Final = 24
"""Cells of the bar."""
SLOWEST: Final = 0.1
"""Articles a second below which nothing is foretold."""
DRAW_SECONDS: Final = 0.2
LINE_SECONDS: Final = 30.0
"""How often a line is printed where there is no terminal."""


def run(typed: Sequence[str]) -> int:
    """Index the articles; return 1 where one could not be analysed, else 0."""
    given = arguments(COMMAND, typed)
    if STANDARD_INPUT in given.operands:
        raise BriefingError("what is piped in can't be read again, and is not indexed", hint="give a file or a folder")
    jobs = _jobs(given.values.get("jobs", ""))
    paths = chosen(given.operands)

    from briefing.library.indexing import cores, indexed

    status = 0
    last = None
    shown = _Shown()
    try:
        for last in indexed(paths, user_places().cache, own=own_names(), jobs=jobs or cores()):
            if last.fault:
                shown.clear()
                say(last.fault)
                status = 1
            shown.show(last)
    finally:
        shown.clear()
    if last:
        print_line(f"{last.done:,} articles, {last.made:,} of them analysed now")
    return status


def _jobs(told: str) -> int:
    """Return how many processes are wanted, 0 where that is not told. Raises BriefingError for what is no number."""
    if not told:
        return 0
    if not told.isdecimal() or not 1 <= int(told[:9]) <= MOST_JOBS:
        raise BriefingError(f'--jobs takes a number from 1 to {MOST_JOBS}, not "{told}"')
    return int(told)


class _Shown:
    """The line on the terminal that says how far it is; lines now and then where there is no terminal."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty() and _term() not in DUMB
        self._began = time.monotonic()
        self._due = self._began if self._is_terminal else self._began + LINE_SECONDS
        self._first = -1
        self._is_drawn = False

    def show(self, progress: Progress) -> None:
        """Show how far it is, unless that was done just now."""
        now = time.monotonic()
        if progress.of and self._first < 0:
            self._began, self._first = now, progress.done
        if now < self._due:
            return
        words = _words(progress, progress.done - self._first, now - self._began)
        if self._is_terminal:
            sys.stderr.write(f"\r{words}\x1b[K")
            self._is_drawn = True
        else:
            say(words)
        sys.stderr.flush()
        self._due = now + (DRAW_SECONDS if self._is_terminal else LINE_SECONDS)

    def clear(self) -> None:
        """Take the line away."""
        if self._is_drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._is_drawn = False


def _words(progress: Progress, done: int, seconds: float) -> str:
    """Return how far it is, in words of less than 80 cells."""
    if not progress.of:
        return f"{progress.done:,} articles found so far"
    filled = BAR * progress.done // progress.of
    pace = done / seconds if seconds > 1 else 0.0
    pace = pace if pace > SLOWEST else 0.0
    left = f", {_duration((progress.of - progress.done) / pace)} left" if pace else ""
    bar = f"[{'#' * filled}{'.' * (BAR - filled)}]"
    return f"{bar} {progress.done:,} of {progress.of:,}{f', {pace:.0f} a second' if pace else ''}{left}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


def _term() -> str:
    import os

    return os.environ.get("TERM", "")

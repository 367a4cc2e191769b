"""What was amiss in the files of the marks, said on standard error."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.cli.console import say
from briefing.marks import Problem


def told(problems: Iterable[Problem]) -> int:
    """Say each of the problems; return the exit status: 1 where one of them cost something, else 0."""
    status = 0
    for problem in problems:
        say(str(problem))
        status = max(status, int(problem.costs))
    return status

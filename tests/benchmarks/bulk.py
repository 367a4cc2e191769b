"""What `briefing index` takes for a folder that it does not know: articles a second, by the clock and by processor time."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from itertools import permutations
from pathlib import Path
from typing import Final, NamedTuple

from tests.benchmarks.stages import WORDS, samples

ARTICLES: Final = 600
"""Enough that what each process needs to start is no tenth of it."""
FOLDED: Final = 2
"""Of how many samples each article is made."""


class Pace(NamedTuple):
    """Articles of WORDS words in a second."""

    by_clock: float
    """As it was on this machine, with whatever else it did."""
    by_processor: float
    """As it is where each process has a core of its own: the processor time of all, parted by their number."""


def indexed(articles: int = ARTICLES, *, jobs: int = 2) -> Pace:
    """Return the pace of `briefing index` with `jobs` processes, starting and looking through the files included."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        words = _library(home / "articles", articles)
        command = (sys.executable, "-m", "briefing", "index", "--jobs", str(jobs), str(home / "articles"))
        path = str(Path(__file__).parents[2])
        environment = {"PATH": os.environ["PATH"], "HOME": place, "LANG": "C.UTF-8", "PYTHONPATH": path}
        spent, began = _spent(), time.perf_counter()
        subprocess.run(command, env=environment, capture_output=True, check=True)
        seconds, processor = time.perf_counter() - began, _spent() - spent
    return Pace(words / WORDS / seconds, words / WORDS / processor * jobs)


def _library(folder: Path, articles: int) -> int:
    """Make a folder of so many articles, each of a few of the samples in an order of its own; return their words."""
    folder.mkdir()
    orders = list(permutations([article.text for article in samples()], FOLDED))
    words = 0
    for number in range(articles):
        text = "\n\n".join((f"Report {number} of {articles}", *orders[number % len(orders)]))
        words += len(text.split())
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return words


def _spent() -> float:
    """Return the seconds of processor time of all processes that were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

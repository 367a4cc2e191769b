"""The background table: in how many of a few thousand English texts each term stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of texts by term."""

    texts: int
    counts: dict[str, int]


@lru_cache(maxsize=1)
def background() -> Background:
    """Return the table that comes with the program, read at the first call."""
    first, *lines = (Path(__file__).parent / "background.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.rpartition(" ") for line in lines)
    return Background(int(first), {term: int(count) for term, _, count in parts})

"""The making of the background table: how many texts each term stands in.

    python -m briefing.stories.counting FILE.jsonl... > briefing/stories/background.txt

Each line of a file is an object with a "text", or with "documents" that have one. Only counts of single
terms are kept, none of their order, so nothing of a text can be read from the table.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from briefing.stories.terms import terms

SHORTEST: Final = 400
"""Characters: single sentences would make every word look rare."""
FEWEST: Final = 5
"""Texts that a kept term stands in; what is rarer counts as never seen."""
SAME_START: Final = 80
"""Texts that begin with the same characters are one."""


def table(texts: Iterable[str]) -> list[str]:
    """Return the lines of the table: the number of texts, then each term with its count, the most frequent first."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for text in texts:
        if len(text) < SHORTEST or text[:SAME_START] in seen:
            continue
        seen.add(text[:SAME_START])
        counts.update(terms(text).keys())
    kept = sorted((-count, term) for term, count in counts.items() if count >= FEWEST)
    return [str(len(seen)), *(f"{term} {-count}" for count, term in kept)]


def main(paths: Sequence[str]) -> None:
    """Print the table for the texts in the files."""
    sys.stdout.write("\n".join(table(text for path in paths for text in _texts(Path(path)))) + "\n")


def _texts(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            row = json.loads(line)
            for document in row.get("documents") or [row]:
                yield document["text"]


if __name__ == "__main__":
    main(sys.argv[1:])

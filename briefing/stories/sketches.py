"""Sketches: what grouping keeps of a text, small enough to be held for every article of a library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Final

from briefing.stories.terms import LONGEST_TEXT, WORD, term_of

VERSION: Final = 1
"""Of what is kept: goes up whenever another sketch would be made of the same text."""
OPENING: Final = 600
"""Characters in which a report tells what it is about."""
NAME: Final = re.compile(r"(?<=[\w,;:] )[^\W\d_a-zß-öø-ÿ](?:[^\W_]|['’](?=[^\W_])){0,40}")
"""A word with a capital that does not begin a sentence."""
MOST_COUNTED: Final = 255
IS_NAME: Final = 1
OPENS: Final = 2


@dataclass(frozen=True, slots=True)
class Sketch:
    """The terms of a text, each with how often it stands there, in the order in which they come."""

    words: str
    """Parted by spaces."""
    counts: bytes
    marks: bytes
    """For each term IS_NAME where it is only ever written with a capital, and OPENS where it stands in the opening."""

    def counted(self) -> Iterator[tuple[str, int]]:
        """Return each term with how often it stands in the text."""
        return zip(self.words.split(" "), self.counts, strict=True) if self.words else iter(())

    def names(self) -> frozenset[str]:
        """Return the terms that are names."""
        return self._marked(IS_NAME)

    def opening(self) -> frozenset[str]:
        """Return the terms of the opening."""
        return self._marked(OPENS)

    def written(self) -> bytes:
        """Return it as bytes, to be kept; `read_back` reads them."""
        return b"\n".join((self.words.encode("utf-8", "surrogatepass"), self.counts + self.marks))

    def _marked(self, mark: int) -> frozenset[str]:
        return frozenset(compress(self.words.split(" "), map(mark.__and__, self.marks)))


def sketch(text: str) -> Sketch:
    """Return the sketch of the first LONGEST_TEXT characters of `text`."""
    looked_at = text[:LONGEST_TEXT]
    plain: set[str] = set()
    found: dict[str, int] = {}
    for word, count in Counter(WORD.findall(looked_at)).items():
        term = term_of(word)
        found[term] = found.get(term, 0) + count
        if word[0].islower():
            plain.add(term)
    names = {*map(term_of, NAME.findall(looked_at))} - plain
    opening = {*map(term_of, WORD.findall(looked_at[:OPENING]))}
    return Sketch(
        " ".join(found),
        bytes([min(count, MOST_COUNTED) for count in found.values()]),
        bytes([IS_NAME * (term in names) + OPENS * (term in opening) for term in found]),
    )


def read_back(data: bytes) -> Sketch | None:
    """Return the sketch that was written; None where `data` is none."""
    words, line_end, rest = data.partition(b"\n")
    try:
        told = words.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    number = len(told.split(" ")) if told else 0
    return Sketch(told, rest[:number], rest[number:]) if line_end and len(rest) == 2 * number else None

"""The words of an article: where each stands, in lower case, and which paragraph it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Maj|Lt|Col|Capt|Sgt|Prof|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|No|Vol)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,6}"
    r"|\b[A-Z]\.(?=\s[A-Z])"
    r"|[^\W_]+(?:[-&/][^\W_]+|(?<=\d)[.,](?=\d)[^\W_]+|['’](?!(?:[sStTdm]|re|ve|ll)\b)[^\W\d_]+)*"
    r"|['’](?:s|S|re|ve|ll|d|m|t|T)\b"
    r"|''|``|--+|\.\.\.+|[^\w\s]|_"
)
"""An abbreviation, initials, a word with its inner hyphens or apostrophes ("O'Neill"), a clitic, or one mark."""


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel tuples: the n-th word stands at `starts[n]` to `ends[n]`."""

    forms: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)


@lru_cache(maxsize=2)
def words(text: str) -> Words:
    """Return the words and marks of `text` in order; "'s" and "n't" after a word stand as words of their own."""
    spans = [word.span() for word in _WORD.finditer(text)]
    if not spans:
        return Words((), (), (), ())
    forms = tuple([text[start:end] for start, end in spans])
    starts, ends = zip(*spans, strict=True)
    return Words(forms, tuple(map(str.lower, forms)), starts, ends)

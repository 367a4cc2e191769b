"""The words of an article: where each stands, in lower case, and which paragraph it belongs to."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import accumulate
from typing import Final

from briefing.values import dataclass

_WORD: Final = re.compile(
    r"([A-Za-z]++(?=[ ,\n])|"
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Maj|Lt|Col|Capt|Sgt|Prof|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|No|Vol)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,6}"
    r"|\b[A-Z]\.(?=\s[A-Z])"
    r"|[^\W_]+(?:[-&/][^\W_]+|(?<=\d)[.,](?=\d)[^\W_]+|['’](?!(?:[sStTdm]|re|ve|ll)\b)[^\W\d_]+)*"
    r"|['’](?:s|S|re|ve|ll|d|m|t|T)\b"
    r"|''|``|--+|\.\.\.+|[^\w\s]|_)"
)
"""An abbreviation, initials, a word with its inner hyphens or apostrophes ("O'Neill"), a clitic, or one mark.

A plain word comes first: most are.
"""


MOST_KEPT: Final = 1 << 15
"""The forms that are remembered at most."""


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
    # Cut into words and what parts them, of which the lengths add up to where each stands: two thirds of what a match
    # for each word takes.
    parts = _WORD.split(text)
    bounds = tuple(accumulate(map(len, parts)))
    forms = tuple(parts[1::2])
    return Words(forms, tuple(map(_LOWERED.__getitem__, forms)), bounds[:-1:2], bounds[1::2])


class _Lowered(dict[str, str]):
    """For each form its lower case, the same object each time: its hash is made once."""

    def __missing__(self, form: str) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        lower = sys.intern(form.lower())
        self[form] = lower
        return lower


_LOWERED: Final = _Lowered()

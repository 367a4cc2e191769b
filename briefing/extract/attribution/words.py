"""The words of an article: where each stands, in lower case, and what it is by itself."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Final

from briefing.extract.attribution.classes import word_class
from briefing.extract.attribution.lexicon import families
from briefing.values import dataclass

_WORD: Final = re.compile(
    r"([A-Za-z]++(?=[ ,\n])|"
    r"(?=[A-Z])(?:Mr|Mrs|Ms|Dr|Gov|Sen|Sens|Rep|Reps|Gen|Maj|Lt|Col|Capt|Sgt|Prof|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|No|Vol)\.(?=\s)"
    r"|(?:[A-Za-z]\.){2,6}|[AaPp]\. [Mm]\."
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
    classes: tuple[str, ...]
    families: tuple[tuple[str, ...], ...]
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
    known = list(map(_KNOWN.__getitem__, forms))
    lower, classes, families_of = (tuple(map(itemgetter(part), known)) for part in range(3))
    return Words(forms, lower, classes, families_of, bounds[:-1:2], bounds[1::2])


class _Known(dict[str, tuple[str, str, tuple[str, ...]]]):
    """For each form its lower case, its class and its families, the same objects each time: their hash is made once."""

    def __missing__(self, form: str) -> tuple[str, str, tuple[str, ...]]:
        if len(self) >= MOST_KEPT:
            self.clear()
        lower = sys.intern(form.lower())
        found = self[form] = lower, word_class(form, lower), families().get(lower, ())
        return found


_KNOWN: Final = _Known()

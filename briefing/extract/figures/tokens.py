"""The words, numbers and signs of a text with their places: what every rule for figures reads."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from briefing.extract.figures.words import words
from briefing.model import Span
from briefing.values import dataclass

TOKEN: Final = re.compile(
    r"([a-z]{2}[a-z]*+[^\W\d_]*+(?:['’][^\W\d_]+)*+"  # most words, sooner
    r"|[0-9]+(?:[.,][0-9]+)*"  # 1,234.5
    r"|[A-Za-z]\.(?:[A-Za-z]\.)+"  # U.S.
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # Iraq's
    r"|\S)"
)
_KELVIN: Final = "\u212a"
"""The one sign that is no letter of English as it is written and one in lower case."""
HYPHENS: Final = frozenset("-‐‑")
DASHES: Final = HYPHENS | frozenset("–—−")
AROUND: Final = 12
LONG: Final = 4
FEWEST_TITLED: Final = 3
TITLED: Final = 0.8
"""Of the longer words around, the share with capitals that makes a title; sentences have fewer."""
BEYOND: Final = 32
"""How far beyond an end of the text a rule may look; Python counts from the end below 0."""
SENTENCE_END: Final = frozenset(".!?")
OPENINGS: Final = frozenset("\"'“‘«([")


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens; rules speak of them by number, and `span` leads back to the text.

    Beyond both ends lie empty tokens, so that a rule may look a few further without asking.
    """

    text: str
    count: int
    low: Sequence[str]
    """Each token in lower case, curly apostrophes made straight."""
    starts: Sequence[int]
    ends: Sequence[int]
    firsts: Sequence[int]
    """For each token the first one of its sentence."""
    lasts: Sequence[int]
    """For each token the one behind its sentence."""
    caseless: bool
    """Whether all of the text is written in small letters."""

    def __len__(self) -> int:
        return self.count

    def word(self, at: int) -> str:
        """Return the token as it is written; empty beyond the ends of the text."""
        return self.text[self.starts[at] : self.ends[at]]

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between this token and the one before it."""
        return 0 < at < self.count and self.starts[at] == self.ends[at - 1]

    def hyphen(self, at: int) -> bool:
        """Return whether the token is a hyphen with something on both sides: "twenty-five"."""
        if self.low[at] not in HYPHENS or not 0 < at < self.count - 1:
            return False
        return self.starts[at] == self.ends[at - 1] and self.starts[at + 1] == self.ends[at]

    def capital(self, at: int) -> bool:
        """Return whether the token begins with a capital letter."""
        return self.text[self.starts[at] : self.starts[at] + 1].isupper() and bool(self.low[at])

    def maybe_capital(self, at: int) -> bool:
        """Return whether the token begins with a capital letter, or would if the text had any."""
        return self.capital(at) or (self.caseless and self.low[at][:1].isalpha())

    def shouted(self, at: int) -> bool:
        """Return whether the token is written in capitals only, and longer than an initial."""
        return len(self.low[at]) > 1 and self.word(at).isupper()

    def titled(self, at: int) -> bool:
        """Return whether the words around a token are written with capitals, so that one more says nothing."""
        first, last = self.sentence(at)
        around = range(max(first, at - AROUND), min(last, at + AROUND))
        long = [near for near in around if near != at and len(self.low[near]) >= LONG and self.low[near].isalpha()]
        capitals = sum(self.capital(near) for near in long)
        return len(long) >= FEWEST_TITLED and capitals >= TITLED * len(long)

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the first token of the sentence that a token lies in, and the one behind its last."""
        return self.firsts[at], self.lasts[at]


def tokenised(text: str, sentences: Sequence[Span] = ()) -> Tokens:
    """Return the tokens of `text`; without `sentences` a plain rule finds where they end."""
    folded = text.lower().replace("’", "'")
    is_alike = len(folded) == len(text) and _KELVIN not in text
    parts = TOKEN.split(folded if is_alike else text)
    bounds = list(accumulate(map(len, parts)))
    starts, ends = bounds[:-1:2], bounds[1::2]
    if is_alike:
        low = parts[1::2]
    else:
        folded = "".join(char.lower() if len(char.lower()) == 1 else char for char in text).replace("’", "'")
        low = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    begins = _given(starts, sentences) if sentences else _guessed(text, low, starts, ends)
    count = len(low)
    firsts: list[int] = []
    lasts: list[int] = []
    for begin, end in pairwise((*begins, count)):
        firsts += [begin] * (end - begin)
        lasts += [end] * (end - begin)
    beyond = [len(text)] * BEYOND
    return Tokens(text, count, low + [""] * BEYOND, starts + beyond, ends + beyond, firsts, lasts, text.islower())


def _given(starts: Sequence[int], sentences: Sequence[Span]) -> list[int]:
    found = [0]
    at = 0
    for sentence in sentences:
        at = bisect_left(starts, sentence.start, lo=at)
        if at > found[-1]:
            found.append(at)
    return found


def _guessed(text: str, low: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    found = [0]
    for at, (before, here) in enumerate(pairwise(range(len(low))), start=1):
        gap = text[ends[before] : starts[here]]
        if "\n\n" in gap:
            found.append(at)
        elif low[before] in SENTENCE_END and gap and before and ends[before - 1] == starts[before]:
            short = len(low[before - 1]) == 1 and low[before] == "."
            if (
                not short
                and (text[starts[here]].isupper() or low[here] in OPENINGS)
                and low[before - 1] not in ABBREVIATED
            ):
                found.append(at)
    return found


ABBREVIATED: Final = words(
    """mr mrs ms dr prof gen lt col maj sgt capt sen rep gov st no nos vs jan feb mar apr jun jul aug sep sept oct
    nov dec inc ltd corp co approx est u.s u.k fig vol rs"""
)

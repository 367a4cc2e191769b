"""A passage: an article's words with their classes, sentences and quotation marks, prepared once for all steps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from briefing.extract.attribution.marks import Quoted, quoted
from briefing.extract.attribution.weights import learnt
from briefing.extract.attribution.words import Words, words
from briefing.model import Span
from briefing.values import dataclass

LONGEST: Final = 160
"""The words that are looked at together: a longer sentence is no prose, and must not cost more than its length."""

RARE: Final = ("-", "-")
"""The groups of a rare word."""

Range = tuple[int, int]
"""A half-open range of word numbers."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What every step reads; the tuples run parallel to the words."""

    text: str
    words: Words
    classes: tuple[str, ...]
    families: tuple[tuple[str, ...], ...]
    within: tuple[int, ...]
    """The number of the quotation that a word stands in, from 1; 0 outside."""
    sentences: tuple[Range, ...]
    quoted: tuple[Quoted, ...]
    groups: Mapping[str, tuple[str, str]]
    """For each word that is not rare a coarse and a fine group of words that stand in like places, learnt from plain text."""

    def span(self, words: Range) -> Span:
        """Return the span from the first to the last of `words`."""
        return Span(self.words.starts[words[0]], self.words.ends[words[1] - 1])


@lru_cache(maxsize=2)
def passage(text: str, sentences: tuple[Span, ...]) -> Passage:
    """Return `text` prepared with the groups that were learnt."""
    return prepared(text, sentences, _learnt_groups())


def prepared(text: str, sentences: tuple[Span, ...], groups: Mapping[str, tuple[str, str]]) -> Passage:
    """Return `text` prepared, each word with its coarse and its fine group."""
    listed = words(text)
    marks = quoted(text)
    within = [0] * len(listed)
    for number, one in enumerate(marks, 1):
        first, last = _range(listed, one.span)
        within[first:last] = [number] * (last - first)
    return Passage(
        text,
        listed,
        listed.classes,
        listed.families,
        tuple(within),
        tuple(_pieces(listed, sentences or (Span(0, len(text)),))),
        marks,
        groups,
    )


@lru_cache(maxsize=1)
def _learnt_groups() -> Mapping[str, tuple[str, str]]:
    return group_names(learnt()["groups"])


def group_names(groups: Mapping[str, int]) -> Mapping[str, tuple[str, str]]:
    """Return the coarse and the fine group of each word; a group's number tells the coarse one by its last digits."""
    names: dict[int, tuple[str, str]] = {number: (str(number % 100), str(number)) for number in set(groups.values())}
    return {word: names[number] for word, number in groups.items()}


def _range(listed: Words, span: Span) -> Range:
    return bisect_left(listed.starts, span.start), bisect_left(listed.starts, span.end)


def _pieces(listed: Words, sentences: tuple[Span, ...]) -> list[Range]:
    pieces: list[Range] = []
    for sentence in sentences:
        first, last = _range(listed, sentence)
        # A full stop in the middle ends a sentence that someone forgot to begin with a capital.
        stops = _stops(listed.forms, first, last)
        for begin, end in pairwise([first, *stops, last]):
            pieces += [(at, min(at + LONGEST, end)) for at in range(begin, end, LONGEST)]
    return pieces


def _stops(forms: tuple[str, ...], first: int, last: int) -> list[int]:
    """Return the words behind a full stop that begin in lower case."""
    if "." not in forms[first : last - 1]:
        return []
    return [at + 1 for at in range(first, last - 1) if forms[at] == "." and forms[at + 1].islower()]

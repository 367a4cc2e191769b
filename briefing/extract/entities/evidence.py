"""What the rest of an article tells about a capitalised word, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, Kinds, lexicons
from briefing.extract.entities.tokens import Sentence

_SAYING: Final = frozenset(
    (
        "said",
        "says",
        "told",
        "added",
        "tweeted",
        "wrote",
        "warned",
        "announced",
        "claimed",
        "declared",
        "insisted",
        "asked",
    )
)
_INSIDE: Final = frozenset(("in", "at", "from", "near", "into", "across", "outside", "around"))
_PLACE_HEADS: Final = frozenset(("fachead", "lochead", "gpehead"))
_BRACKET, _FRONT, _IN, _LAST, _MID, _ORG, _PERSON, _PLACE, _SAYS, _THE, _TITLE = (1 << bit for bit in range(11))
_NAMES: Final = ("bracket", "front", "in", "last", "mid", "org", "person", "place", "says", "the", "title")
"""What a bit of the traits of a word means."""


@dataclass(slots=True)
class Evidence:
    """Traits by word, gathered over the whole article, and its words."""

    traits: dict[str, int] = field(default_factory=dict)
    """Sets of bits."""
    words: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)

    def of(self, word: str) -> tuple[bytes, ...]:
        """Return the traits of a capitalised `word`, sorted."""
        found = _named(self.traits.get(word, 0))
        return (*found, b"d:acronym") if word in self.acronyms else found

    def writes(self, low: str) -> bool:
        """Return whether the article writes the word `low` so, in lower case."""
        return low in self.words and low.islower()


def gathered(sentences: Sequence[Sentence], headings: Sequence[bool]) -> Evidence:
    """Return what `sentences` tell of their words; headings, where all is capitalised, tell nothing.

    After Chieu and Ng (2002): what one mention leaves open another one may tell.
    """
    known = lexicons().words
    evidence = Evidence()
    for sentence, heading in zip(sentences, headings, strict=True):
        if heading:
            continue
        words = sentence.words
        evidence.words.update(words)
        start = end = -1
        for index in sentence.marked:
            if not words[index][0].isupper():
                continue
            if index != end:
                if start >= 0:
                    _add_run(words, start, end, known, evidence)
                start = index
            end = index + 1
        if start >= 0:
            _add_run(words, start, end, known, evidence)
    return evidence


def _add_run(words: Sequence[str], start: int, end: int, known: dict[str, Kinds], evidence: Evidence) -> None:
    size = end - start
    if start == 0 and size == 1:
        return
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    first = known.get(words[start], NO_KINDS)
    last = first if size == 1 else known.get(words[end - 1], NO_KINDS)
    shared = _MID
    if last:
        if "orghead" in last:
            shared |= _ORG
        if not last.isdisjoint(_PLACE_HEADS):
            shared |= _PLACE
    if "title" in first or "title" in known.get(before, NO_KINDS):
        shared |= _TITLE
    if before in _SAYING or after in _SAYING:
        shared |= _SAYS
    traits = evidence.traits
    if size == 1:
        if before in _INSIDE:
            shared |= _IN
        elif before in {"the", "The"}:
            shared |= _THE
        elif before == "(" and after == ")":
            shared |= _BRACKET
        traits[words[start]] = traits.get(words[start], 0) | shared
        return
    later = _PERSON if "first" in first else 0
    for index in range(start, end):
        own = shared | (_LAST if index == end - 1 else _FRONT)
        if index > start:
            own |= later
        traits[words[index]] = traits.get(words[index], 0) | own
    if size >= 3:
        evidence.acronyms.add("".join([word[0] for word in words[start:end]]))


@lru_cache(maxsize=2_000)
def _named(traits: int) -> tuple[bytes, ...]:
    return tuple([f"d:{name}".encode() for bit, name in enumerate(_NAMES) if traits >> bit & 1])

"""What the rest of an article tells about a capitalised word, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, lexicons

_SAYING: Final = frozenset(
    [
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
    ]
)
_INSIDE: Final = frozenset(["in", "at", "from", "near", "into", "across", "outside", "around"])
_PLACE_HEADS: Final = frozenset(("fachead", "lochead", "gpehead"))


@dataclass(slots=True)
class Evidence:
    """Traits by word, gathered over the whole article, and the words that it writes in lower case."""

    traits: dict[str, set[str]] = field(default_factory=dict)
    lower: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)

    def of(self, word: str) -> list[str]:
        """Return the traits of a capitalised `word`, sorted."""
        found = sorted(self.traits.get(word, ()))
        if word in self.acronyms:
            found.append("d:acronym")
        return found


def gathered(sentences: Sequence[Sequence[str]], headings: Sequence[bool]) -> Evidence:
    """Return what `sentences` tell of their words; headings, where all is capitalised, tell nothing.

    After Chieu and Ng (2002): what one mention leaves open another one may tell.
    """
    known = lexicons().words
    evidence = Evidence()
    for words, heading in zip(sentences, headings, strict=True):
        if heading:
            continue
        evidence.lower.update(filter(str.islower, words))
        start = end = -1
        for index in [index for index, word in enumerate(words) if word[:1].isupper()]:
            if index != end:
                if start >= 0:
                    _add_run(words, start, end, known, evidence)
                start = index
            end = index + 1
        if start >= 0:
            _add_run(words, start, end, known, evidence)
    return evidence


def _add_run(words: Sequence[str], start: int, end: int, known: dict[str, frozenset[str]], evidence: Evidence) -> None:
    size = end - start
    if start == 0 and size == 1:
        return
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    last = known.get(words[end - 1], NO_KINDS)
    first = known.get(words[start], NO_KINDS)
    shared = {"d:mid"}
    if "orghead" in last:
        shared.add("d:org")
    if last & _PLACE_HEADS:
        shared.add("d:place")
    if "title" in first or "title" in known.get(before, NO_KINDS):
        shared.add("d:title")
    if before in _SAYING or after in _SAYING:
        shared.add("d:says")
    if size == 1 and before in _INSIDE:
        shared.add("d:in")
    if size == 1 and before in {"the", "The"}:
        shared.add("d:the")
    if size == 1 and before == "(" and after == ")":
        shared.add("d:bracket")
    for index in range(start, end):
        own = evidence.traits.setdefault(words[index], set())
        own |= shared
        if size >= 2:
            if "first" in first and index > start:
                own.add("d:person")
            own.add("d:last" if index == end - 1 else "d:front")
    if size >= 3:
        evidence.acronyms.add("".join(word[0] for word in words[start:end]))

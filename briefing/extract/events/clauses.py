"""Clauses around a word: its subject, its object, and what prepositions hang on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.extract.events.groups import Group, groups
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word, words
from briefing.model import Span

BOUNDARIES: Final = frozenset(';:—–()“”"')
RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
MAX_WORDS: Final = 150
"""A "sentence" longer than this is a table or a list: only its beginning is read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its words and groups."""

    index: int
    span: Span
    words: list[Word]
    groups: list[Group]
    is_headline: bool = False

    def text_span(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to `last`, without a closing 's."""
        while last - 1 > first and self.words[last - 1].part in ("own", "sign", "adv", "time"):
            last -= 1
        return Span(self.words[first].start, self.words[last - 1].end)


def read(text: str, span: Span, index: int, lexicon: Lexicon, *, is_headline: bool = False) -> Reading:
    """Return the reading of one sentence."""
    found = words(text, span)[:MAX_WORDS]
    capitalised = sum(word.text[0].isupper() for word in found if word.text[0].isalpha())
    letters = sum(word.text[0].isalpha() for word in found)
    is_title_case = is_headline or (letters >= 4 and capitalised > 0.7 * letters)
    return Reading(index, span, found, groups(found, lexicon, is_headline=is_title_case), is_title_case)


def subject(reading: Reading, at: int) -> int | None:
    """Return the index of the noun group that is the subject of the verb group `at`; None where there is none."""
    verb = reading.groups[at]
    lowest = _clause_start(reading, verb.first)
    best: int | None = None
    for index in range(at - 1, -1, -1):
        group = reading.groups[index]
        if group.first < lowest:
            break
        if group.is_verb:
            if group.finite and _coordinated(reading, group.last, verb.first):
                return best if best is not None else subject(reading, index)
            if group.finite:
                break
            continue
        if group.preposition < 0:
            best = index
    if best is not None:
        low = reading.words[reading.groups[best].first].low
        return _antecedent(reading, best) if low in RELATIVE else best
    word = reading.words[lowest - 1] if lowest > 0 else None
    if word is not None and word.low in RELATIVE:
        return _before(reading, lowest - 1)
    return None


def object_of(reading: Reading, at: int) -> int | None:
    """Return the index of the noun group right after the verb group `at`; None where another word stands between."""
    if at + 1 >= len(reading.groups):
        return None
    group, after = reading.groups[at], reading.groups[at + 1]
    if after.is_verb or after.preposition >= 0:
        return None
    between = reading.words[group.last : after.first]
    return at + 1 if all(word.part in ("adv", "prep") for word in between) and len(between) <= 2 else None


def attached(reading: Reading, last: int) -> list[tuple[str, int]]:
    """Return the prepositions from the word `last` on to the end of the clause, each with its noun group."""
    out: list[tuple[str, int]] = []
    for index, group in enumerate(reading.groups):
        if group.first < last:
            continue
        if group.is_verb and group.finite:
            break
        if any(word.text in BOUNDARIES or word.part == "sub" for word in reading.words[last : group.first]):
            break
        if not group.is_verb and group.preposition >= 0:
            out.append((reading.words[group.preposition].low, index))
    return out


def full_span(reading: Reading, at: int, *, with_of: bool = True) -> Span:
    """Return the words of the noun group `at` with what "of" and "and" join to it."""
    group = reading.groups[at]
    last = group.last
    index = at + 1
    while index < len(reading.groups):
        following = reading.groups[index]
        if following.is_verb:
            break
        between = [word.low for word in reading.words[last : following.first]]
        if not ((with_of and between == ["of"]) or between == ["and"]):
            break
        after = reading.groups[index + 1] if index + 1 < len(reading.groups) else None
        if (
            between == ["and"]
            and after is not None
            and after.is_verb
            and after.first == following.last
            and after.finite
        ):
            # "hit the base and officials said": the second group begins a clause, unless both are the subject.
            before = reading.groups[at - 1] if at else None
            if before is not None and before.is_verb:
                break
        last = following.last
        index += 1
    return reading.text_span(group.first, last)


def _clause_start(reading: Reading, index: int) -> int:
    """Return the index of the first word of the clause that the word `index` stands in."""
    at = index
    while at > 0:
        word = reading.words[at - 1]
        if word.text in BOUNDARIES or word.part == "sub":
            return at
        at -= 1
    return 0


def _coordinated(reading: Reading, last: int, first: int) -> bool:
    """Return whether only "and", "but" or a comma with a few objects stands between two verbs: one subject for both."""
    between = reading.words[last:first]
    return any(word.part == "conj" for word in between[-2:])


def _antecedent(reading: Reading, at: int) -> int | None:
    return _before(reading, reading.groups[at].first)


def _before(reading: Reading, first: int) -> int | None:
    for index in range(len(reading.groups) - 1, -1, -1):
        group = reading.groups[index]
        if group.last <= first:
            return None if group.is_verb else index
    return None

"""A second look at the names of an article: what one place leaves open, the others decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.entities.drawing import drawn, stands_alone, with_countries
from briefing.extract.entities.lexicons import kinds_of
from briefing.extract.entities.stretches import is_capitalised, is_heading
from briefing.extract.entities.tagger import Found
from briefing.extract.entities.tokens import Sentence

_MAJORITY: Final = 1.3
"""How many times the votes of its own class another class needs."""
_SPREAD: Final = 0.95
"""Votes that a name needs before it is found where the tagger saw none: more than one sure mention."""
_HEADING_VOTE: Final = 0.3
_LONGEST: Final = 4
_NO_SURNAME: Final = frozenset(("common", "starter", "calendar", "title"))

Key = tuple[str, ...]
Votes = dict[Key, dict[str, float]]


def revised(sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """Return `names` with classes settled by vote, and with the mentions that the tagger passed over."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    surnames: dict[str, float] = defaultdict(float)
    trimmed = [drawn(sentence.words, found) for sentence, found in zip(sentences, names, strict=True)]
    for sentence, found in zip(sentences, trimmed, strict=True):
        weight = _HEADING_VOTE if is_heading(sentence.words) else 1.0
        for name in found:
            words = sentence.words[name.start : name.end]
            votes[words][name.label] += weight * name.trust * name.trust
            if name.label == "PERSON" and len(words) > 1 and name.trust > 0.5 and not kinds_of(words[-1]) & _NO_SURNAME:
                surnames[words[-1]] += weight * name.trust * name.trust
    for surname, weight in surnames.items():
        votes[(surname,)]["PERSON"] += weight
    known = {words[0] for words in votes}
    return [
        sorted(
            with_countries(sentence.words, [*settled, *_passed_over(sentence.words, settled, votes, known)]),
            key=lambda name: name.start,
        )
        for sentence, settled in (
            (sentence, [_settled(sentence.words, name, votes) for name in found])
            for sentence, found in zip(sentences, trimmed, strict=True)
        )
    ]


def _settled(words: Sequence[str], name: Found, votes: Votes) -> Found:
    ballot = votes.get(tuple(words[name.start : name.end]))
    if not ballot:
        return name
    best, weight = _leading(ballot)
    if best == name.label or weight <= ballot.get(name.label, 0.0) * _MAJORITY:
        return name
    if {best, name.label} == {"NORP", "PLACE"}:
        return name
    return replace(name, label=best)


def _leading(ballot: dict[str, float]) -> tuple[str, float]:
    return max(ballot.items(), key=lambda item: item[1])


def _passed_over(words: Sequence[str], names: Sequence[Found], votes: Votes, known: Container[str]) -> list[Found]:
    found: list[Found] = []
    free = [index for index, word in enumerate(words) if word in known and is_capitalised(word)]
    if not free:
        return found
    covered = {index for name in names for index in range(name.start, name.end)}
    free = [index for index in free if index not in covered]
    count = len(words)
    for size in range(_LONGEST, 0, -1):
        for start in free:
            end = start + size
            if end > count or not covered.isdisjoint(range(start, end)):
                continue
            ballot = votes.get(tuple(words[start:end]))
            if not ballot:
                continue
            best, weight = _leading(ballot)
            if weight < _SPREAD or (size == 1 and not stands_alone(words, start, covered)):
                continue
            found.append(Found(start, end, best, 0.5))
            covered.update(range(start, end))
    return found

"""A second look at the names of an article: what one place leaves open, the others decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Final

from briefing.extract.entities.acronyms import initials
from briefing.extract.entities.drawing import countries, drawn, stands_alone
from briefing.extract.entities.lexicons import NO_KINDS, kinds_of, lexicons
from briefing.extract.entities.stretches import is_capitalised, is_heading
from briefing.extract.entities.tagger import Found
from briefing.extract.entities.tokens import Sentence

_MAJORITY: Final = 1.3
"""How many times the votes of its own class another class needs."""
_SPREAD: Final = 0.95
"""Votes that a name needs before it is found where the tagger saw none: more than one sure mention."""
_SHORT: Final = 0.96
"""The vote for the class of a longer name that initials have: enough for a place where the tagger saw nothing."""
_LONGEST_SHORT: Final = 6
_TITLED: Final = 0.7
_NO_TITLE: Final = frozenset(
    ("General", "Private", "Marine", "Staff", "Field", "Group", "Flight", "Petty", "Wing", "Head", "Chief", "Prime", "Deputy",
     "Leader", "Father", "Sister", "Brother", "King", "Queen", "Don", "Tan", "Tun", "Rear", "Vice", "Squadron", "Hon", "Lord")
)  # fmt: skip
"""Titles that are often something else."""
_NO_PERSON: Final = frozenset(
    ("title", "common", "starter", "calendar", "orghead", "people", "country", "place", "org")
)
_LINKS: Final = frozenset(("of", "for"))
_HEADING_VOTE: Final = 0.3
_LONGEST: Final = 4
_NO_SURNAME: Final = frozenset(("common", "starter", "calendar", "title"))

_START: Final = attrgetter("start")

Key = tuple[str, ...]
Votes = dict[Key, dict[str, float]]


def revised(sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """Return `names` with classes settled by vote, and with the mentions that the tagger passed over."""
    votes: Votes = defaultdict(lambda: defaultdict(float))
    surnames: dict[str, float] = defaultdict(float)
    trimmed = [_with_titled(sentence, drawn(sentence, found)) for sentence, found in zip(sentences, names, strict=True)]
    for sentence, found in zip(sentences, trimmed, strict=True):
        if not found:
            continue
        weight = _HEADING_VOTE if is_heading(sentence) else 1.0
        for name in found:
            words = sentence.words[name.start : name.end]
            votes[words][name.label] += weight * name.trust * name.trust
            if name.label == "PERSON" and len(words) > 1 and name.trust > 0.5 and not kinds_of(words[-1]) & _NO_SURNAME:
                surnames[words[-1]] += weight * name.trust * name.trust
    for surname, weight in surnames.items():
        votes[(surname,)]["PERSON"] += weight
    short_forms = _short_forms(sentences, trimmed)
    for short, label in short_forms.items():
        votes[(short,)].setdefault(label, _SHORT)
    known = {words[0] for words in votes}
    result: list[list[Found]] = []
    for sentence, found in zip(sentences, trimmed, strict=True):
        settled = [_settled(sentence.words, name, votes) for name in found]
        covered = {index for name in found for index in range(name.start, name.end)}
        more = _passed_over(sentence, covered, votes, known, short_forms)
        more += countries(sentence, covered)
        result.append(sorted((*settled, *more), key=_START) if more else settled)
    return result


def _with_titled(sentence: Sentence, names: list[Found]) -> list[Found]:
    """Return the names of a sentence and those that only a title tells: "Special Envoy Hammer said"."""
    words, known, last = sentence.words, lexicons().words, len(sentence.words) - 1
    titles = [
        index
        for index in sentence.marked
        if index < last
        and "title" in known.get(words[index], NO_KINDS)
        and words[index][0].isupper()
        and words[index] not in _NO_TITLE
        and is_capitalised(words[index + 1])
    ]
    if not titles or is_heading(sentence):
        return names
    covered = {index for name in names for index in range(name.start, name.end)}
    found = [
        Found(index + 1, index + 2, "PERSON", _TITLED)
        for index in titles
        if covered.isdisjoint((index, index + 1))
        and words[index + 1].isalpha()
        and not kinds_of(words[index + 1]) & _NO_PERSON
        and not (index + 2 < len(words) and (is_capitalised(words[index + 2]) or words[index + 2] in _LINKS))
    ]
    return sorted((*names, *found), key=_START) if found else names


def _short_forms(sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> dict[str, str]:
    """Return the initials of the longer names of an article, each with its class where it has one only."""
    labels: dict[str, set[str]] = defaultdict(set)
    for sentence, inside in zip(sentences, names, strict=True):
        for name in inside:
            if name.end - name.start > 1 and name.label != "MISC":
                for form in initials(sentence.words[name.start : name.end]):
                    labels[form].add(name.label)
                    if name.start and sentence.words[name.start - 1] == "The":
                        labels["T" + form].add(name.label)
    return {
        form: label
        for form, (label, *others) in labels.items()
        if not others and len(form) <= _LONGEST_SHORT and not kinds_of(form)
    }


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


def _passed_over(
    sentence: Sentence, covered: set[int], votes: Votes, known: Container[str], short_forms: Container[str]
) -> list[Found]:
    """Return the mentions of known names where nothing is `covered` yet, and add their words to what is."""
    words = sentence.words
    free = [
        index
        for index in sentence.marked
        if words[index] in known and index not in covered and is_capitalised(words[index])
    ]
    found: list[Found] = []
    if not free:
        return found
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
            least = 2 if words[start] in short_forms else 3
            if weight < _SPREAD or (size == 1 and not stands_alone(words, start, covered, least=least)):
                continue
            found.append(Found(start, end, best, 0.5))
            covered.update(range(start, end))
    return found

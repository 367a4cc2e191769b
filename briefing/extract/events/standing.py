"""Standing: how much the place of a word in its sentence makes it the one that tells what happened."""

from __future__ import annotations

from typing import Final

from briefing.extract.events.clauses import Reading
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.subjects import HARD
from briefing.model import EventType

DENYING: Final = words_of("deny doubt dispute reject refute dismiss")


UNREAL: Final = words_of("would could should may might must can cannot can't")


def noun_standing(reading: Reading, number: int, kind: EventType) -> float:
    """Return the score of a noun's place: what happens or is done first, what a preposition adds last."""
    group = reading.groups[number]
    following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
    before = reading.groups[number - 1] if number else None
    if group.preposition >= 0:
        if before is not None and before.is_verb and before.passive and reading.words[group.preposition].low == "by":
            return 1.5
        return -1.0 if kind in HARD and reading.words[group.preposition].low in ("in", "by", "from") else -3.0
    if reading.index and group.last - group.first == 2 and reading.words[group.first].low == "the":
        # "the fire": the one that was told before.
        return -1.0
    after = reading.words[group.last].low if group.last < len(reading.words) else ""
    if following is not None and following.is_verb and following.finite and following.first == group.last:
        return 0.5
    if after in ("that", "which"):
        return 0.5
    if not any(other.is_verb and other.finite for other in reading.groups):
        return 1.5
    if before is not None and before.is_verb and before.last == group.first:
        return min(0.5, verb_standing(reading, number - 1) - 1.5)
    return -1.0


def verb_standing(reading: Reading, number: int) -> float:
    """Return the score of a verb's place: the main clause or what is reported in it first, then side clauses."""
    group, words = reading.groups[number], reading.words
    start = group.first
    while start > 0 and words[start - 1].part != "sub" and words[start - 1].text not in ";:—":
        start -= 1
    opener = words[start - 1] if start else None
    if opener is not None and opener.low != "that" and _is_closed(reading, number, start):
        opener = None
    before = [other for other in reading.groups[:number] if other.is_verb]
    if not group.finite:
        governor = next((other for other in reversed(before) if other.tense != "ing"), None)
        noun = reading.groups[number - 1] if number else None
        decided = noun is not None and not noun.is_verb and reading.words[noun.last - 1].low in grammar().deciding
        if group.tense == "base" and (decided or (governor is not None and governor.base in grammar().towards)):
            return 2.2
        alone = not any(other.is_verb and other.finite for other in reading.groups)
        return 2.0 if alone and group.passive else -3.0
    if opener is not None and opener.part == "sub":
        reported = opener.low == "that" and any(other.base in grammar().reporting for other in before)
        return 2.0 if reported else -1.5
    if group.base in grammar().reporting and _is_afterthought(reading, number):
        return -1.0
    following = reading.groups[number + 1] if number + 1 < len(reading.groups) else None
    leads_on = group.base in grammar().towards and following is not None and following.tense == "base"
    return 1.0 if leads_on else 2.0


def _is_afterthought(reading: Reading, number: int) -> bool:
    """Return whether a verb of saying closes its sentence behind what is said: "..., officials told analysts"."""
    finite = [at for at, group in enumerate(reading.groups) if group.is_verb and group.finite]
    return (
        bool(finite)
        and finite[-1] == number
        and len(finite) > 1
        and any(
            word.text == "," for word in reading.words[reading.groups[finite[-2]].last : reading.groups[number].first]
        )
    )


def is_unreal(reading: Reading, number: int) -> bool:
    """Return whether the verb group `number` tells of what may be or should be, not of what is."""
    group, words = reading.groups[number], reading.words
    for at in range(group.first, group.last):
        if words[at].low in UNREAL:
            return True
    at = group.first - 1
    while at >= 0 and words[at].part != "sub" and words[at].text not in ";:":
        at -= 1
    if at < 0 or words[at].low != "that":
        return at >= 0 and words[at].low in ("if", "whether", "unless")
    before = [other for other in reading.groups[:number] if other.is_verb and other.last <= at]
    return bool(before) and before[-1].base in DENYING


def _is_closed(reading: Reading, number: int, start: int) -> bool:
    """Return whether a side clause that begins at the word `start` has ended before the verb group `number`.

    It has where a finite verb of its own stands before a comma, or before this verb without a subject between them.
    """
    group = reading.groups[number]
    inner = [at for at in range(number) if reading.groups[at].is_verb and reading.groups[at].first >= start]
    inner = [at for at in inner if reading.groups[at].finite]
    if not inner:
        return False
    between = reading.words[reading.groups[inner[-1]].last : group.first]
    if any(word.part == "conj" for word in between[-2:]):
        return False
    if any(word.text == "," for word in between):
        return True
    free = [at for at in range(inner[-1] + 2, number) if reading.groups[at].preposition < 0]
    return not free

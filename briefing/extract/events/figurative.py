"""Figurative verbs: what only people do, told of a thing: "piles of canisters testify to the riot"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.extract.events.clauses import Reading, full_span, subject
from briefing.extract.events.grammar import words_of
from briefing.extract.events.names import Names, things
from briefing.extract.events.triggers import Trigger

OF_PEOPLE: Final = words_of("testify confess resign marry wed whisper weep abdicate retire")
PEOPLE: Final = (
    "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "ee", "ees", "ant", "ants", "ent", "ents", "police",
    "people", "couple", "staff", "family", "jury", "board", "members", "chief", "chiefs", "aide", "aides", "boss", "head",
)  # fmt: skip
"""How words for people end that no list has."""


def literal(reading: Reading, found: Iterable[Trigger], known: Names) -> list[Trigger]:
    """Return the triggers without the verbs whose subject is a thing that cannot do what they tell."""
    return [trigger for trigger in found if not _is_figurative(reading, trigger, known)]


def _is_figurative(reading: Reading, trigger: Trigger, known: Names) -> bool:
    if trigger.is_noun or trigger.base not in OF_PEOPLE:
        return False
    doer = subject(reading, trigger.group)
    if doer is None:
        return False
    group = reading.groups[doer]
    head = reading.words[group.last - 1]
    if head.part != "word" or not head.text.islower() or known.within(full_span(reading, doer)):
        return False
    return head.low not in things()["people"] and not head.low.endswith(PEOPLE)

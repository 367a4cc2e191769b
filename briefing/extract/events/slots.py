"""The slots of an event: who did it, to whom, where, when, with what, and which figures belong to it."""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from briefing.extract.events.clauses import Reading, attached, full_span, object_of, subject
from briefing.extract.events.groups import Group
from briefing.extract.events.triggers import Trigger
from briefing.model import Analysis, EntityType, EventType, Figure, MentionForm, Role, Source, Span, Timex, TimexType

PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
AT: Final = frozenset(
    ["in", "at", "near", "on", "outside", "inside", "off", "around", "across", "over", "from", "within"]
)
TOWARDS: Final = frozenset(["on", "against", "at", "into", "with", "to"])
VIOLENT: Final = frozenset({EventType.ATTACK, EventType.CRIME, EventType.CONFLICT, EventType.PROTEST})
DONE_BY: Final = frozenset(["launch", "carry", "stage", "conduct", "commit", "mount", "wage", "fire", "plan", "order"])
"""Verbs whose subject is the agent of the noun that they take: "launched an attack"."""
CASUALTIES: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})


@cache
def things() -> dict[str, frozenset[str]]:
    """Return the word lists that slots are filled by."""
    raw: dict[str, str] = json.loads(resources.files(__package__).joinpath("things.json").read_text("utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article in text order, to look up what a span names."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Span, str, EntityType], ...]

    def within(self, span: Span) -> tuple[tuple[Span, str, EntityType], ...]:
        """Return the mentions that overlap `span`, in order."""
        at = max(0, bisect_left(self.starts, span.start) - 1)
        out = []
        while at < len(self.mentions) and self.starts[at] < span.end:
            if self.mentions[at][0].overlaps(span):
                out.append(self.mentions[at])
            at += 1
        return tuple(out)


def names(found: Analysis) -> Names:
    """Return the names and references that the entities of `found` have."""
    mentions = sorted(
        (mention.span, entity.id, entity.type) for entity in found.entities for mention in entity.mentions
    )
    return Names(tuple(span.start for span, _, _ in mentions), tuple(mentions))


@dataclass(frozen=True, slots=True)
class Slots:
    """What the clause around one trigger tells."""

    agent: tuple[Source, ...] = ()
    target: tuple[Source, ...] = ()
    place: tuple[Source, ...] = ()
    means: tuple[Source, ...] = ()


def source(span: Span, known: Names) -> Source:
    """Return the words at `span` with the entity that they name: the one at their end, where their head stands."""
    inside = known.within(span)
    for mention, entity, _ in reversed(inside):
        if mention.end >= span.end - 1 or mention.contains(span):
            return Source(span, entity)
    return Source(span, inside[0][1] if len(inside) == 1 and inside[0][0].start == span.start else None)


def slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    """Return what stands around `trigger` in its own clause."""
    return _noun_slots(reading, trigger, known) if trigger.is_noun else _verb_slots(reading, trigger, known)


@dataclass(slots=True)
class _Gathered:
    """The slots while they are being filled."""

    reading: Reading
    known: Names
    agent: list[Source] = field(default_factory=list)
    target: list[Source] = field(default_factory=list)
    place: list[Source] = field(default_factory=list)
    means: list[Source] = field(default_factory=list)

    def whole(self, at: int, *, with_of: bool = True) -> Source:
        """Return the noun group `at` with what is joined to it, as a source."""
        return source(full_span(self.reading, at, with_of=with_of), self.known)

    def done(self) -> Slots:
        """Return the slots as they are."""
        return Slots(tuple(self.agent), tuple(self.target), tuple(self.place), tuple(self.means))


def _verb_slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    group = reading.groups[trigger.group]
    doer = subject(reading, trigger.group)
    done = object_of(reading, trigger.group)
    hanging = attached(reading, trigger.word + 1)
    into = _Gathered(reading, known)
    if group.passive:
        if doer is not None:
            into.target.append(into.whole(doer))
        into.agent.extend(into.whole(at) for low, at in hanging if low == "by" and not _is_time(reading, at))
    else:
        if doer is not None:
            into.agent.append(into.whole(doer))
        if done is not None:
            into.target.append(into.whole(done))
        else:
            into.target.extend(into.whole(at) for low, at in hanging[:1] if low in TOWARDS)
    for low, at in hanging:
        _place_or_means(into, low, at)
    return into.done()


def _noun_slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    into = _Gathered(reading, known)
    _modifiers(into, trigger)
    for low, at in attached(reading, trigger.word + 1):
        if low == "by":
            into.agent.append(into.whole(at))
        elif low in ("on", "against", "of") and not into.target and not _is_time(reading, at):
            into.target.append(into.whole(at, with_of=low != "of"))
        _place_or_means(into, low, at)
    previous = reading.groups[trigger.group - 1] if trigger.group else None
    if previous is not None and previous.is_verb and previous.base in DONE_BY and not into.agent:
        doer = subject(reading, trigger.group - 1)
        if doer is not None and not previous.passive:
            into.agent.append(into.whole(doer))
    return into.done()


def _modifiers(into: _Gathered, trigger: Trigger) -> None:
    """Take what stands before the trigger in its own noun group: "Iran's ballistic missile attack"."""
    reading, words = into.reading, into.reading.words
    first = reading.groups[trigger.group].first
    armed = things()["means"]
    into.agent.extend(
        source(reading.text_span(first, at), into.known)
        for at in range(first + 1, trigger.word)
        if words[at].part == "own"
    )
    before = trigger.word - 1
    if before >= first and words[before].low in armed:
        begin = before
        while begin > first and words[begin - 1].part == "word" and words[begin - 1].low not in armed:
            begin -= 1
        into.means.append(Source(Span(words[begin].start, words[before].end)))


def _place_or_means(into: _Gathered, low: str, at: int) -> None:
    reading = into.reading
    group = reading.groups[at]
    if low == "with":
        if reading.words[group.last - 1].low in things()["means"]:
            into.means.append(into.whole(at))
        return
    if low not in AT and low != "of":
        return
    span = reading.text_span(group.first, group.last)
    located = [mention for mention in into.known.within(span) if mention[2] in PLACES]
    if located:
        into.place.append(Source(span if located[-1][0].end >= span.end - 1 else located[-1][0], located[-1][1]))
    elif low in AT and not into.known.mentions and _looks_like_a_place(reading, group):
        into.place.append(Source(span))


def _looks_like_a_place(reading: Reading, group: Group) -> bool:
    return reading.words[group.last - 1].part == "name"


def _is_time(reading: Reading, at: int) -> bool:
    return reading.words[reading.groups[at].first].part == "time"


def day_of(reading: Reading, trigger: Trigger, dates: tuple[Timex, ...]) -> str | None:
    """Return the id of the date in the trigger's sentence that says when: the nearest one with a day, else the nearest."""
    inside = [
        date
        for date in dates
        if reading.span.start <= date.span.start < reading.span.end
        and date.type in (TimexType.DATE, TimexType.TIME)
        and date.first is not None
        and date.modifier not in ("since", "until")
    ]
    if not inside:
        return None
    best = min(
        inside,
        key=lambda date: (date.first != date.last, _distance(date.span, trigger.span)),
    )
    return best.id


def figures_in(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures that stand in a sentence."""
    return tuple(f for f in figures if reading.span.start <= f.span.start < reading.span.end)


def is_name(found: Analysis, span: Span) -> bool:
    """Return whether a name stands at `span`."""
    return any(
        mention.form is MentionForm.NAME and mention.span.overlaps(span)
        for entity in found.entities
        for mention in entity.mentions
    )


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)

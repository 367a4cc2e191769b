"""The slots of an event: who did it, to whom, where, when, with what, and which figures belong to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from briefing.extract.events.clauses import Reading, attached, full_span, object_of, subject
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.names import Names, source, things
from briefing.extract.events.places import AT, is_other_event, places_at
from briefing.extract.events.subjects import CAUSES
from briefing.extract.events.triggers import HARM, Trigger
from briefing.model import EventType, Role, Source, Span

ABOUT: Final = frozenset(("over", "across", "from"))
"""Prepositions that tell where only of what moves or breaks."""
TOWARDS: Final = words_of("on against at into with to")


VIOLENT: Final = frozenset({EventType.ATTACK, EventType.CRIME, EventType.CONFLICT, EventType.PROTEST})


DONE_BY: Final = words_of("launch carry stage conduct commit mount wage fire plan order")
"""Verbs whose subject is the agent of the noun that they take: "launched an attack"."""


UNRESOLVED: Final = frozenset(
    {"guilty", "innocent"}
    | {
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "them",
        "him",
        "her",
        "us",
        "me",
        "there",
        "this",
        "that",
        "which",
        "who",
    }
    | {
        "himself",
        "herself",
        "itself",
        "themselves",
        "one",
        "some",
        "those",
        "these",
        "others",
        "another",
        "more",
        "ones",
    }
)
"""Words that name no one unless they are resolved to an entity."""


SCALES: Final = words_of("percent cents points trillion billion million")


NATURAL: Final = frozenset(
    {EventType.DISASTER, EventType.WEATHER, EventType.ACCIDENT, EventType.ECONOMY, EventType.BUSINESS, EventType.HEALTH}
)
"""Types of events that things do as well as people: a quake jolts, prices rise."""


CASUALTIES: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})


@dataclass(frozen=True, slots=True)
class Slots:
    """What the clause around one trigger tells."""

    agent: tuple[Source, ...] = ()
    target: tuple[Source, ...] = ()
    place: tuple[Source, ...] = ()
    means: tuple[Source, ...] = ()


def slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    """Return what stands around `trigger` in its own clause, without what can't fill a slot."""
    own = _noun_slots(reading, trigger, known) if trigger.is_noun else _verb_slots(reading, trigger, known)
    text = {word.start: word.low for word in reading.words}
    ends = {word.end: word.low for word in reading.words}

    plain = {word.end for word in reading.words if word.text.islower()}

    def head(one: Source) -> str:
        return ends.get(one.span.end, text.get(one.span.start, ""))

    armed = things()["means"]
    weapons = tuple(one for one in own.agent if head(one) in armed) if trigger.type in VIOLENT else ()
    agent = tuple(
        one
        for one in own.agent
        if one not in weapons and _is_someone(one, head(one), trigger, is_plain=one.span.end in plain)
    )
    target = tuple(one for one in own.target if one.entity is not None or _is_something(head(one)))
    return Slots(agent, target, own.place, own.means or weapons)


def _is_something(head: str) -> bool:
    """Return whether the head of an object names something: no pronoun, no bare figure."""
    return head not in UNRESOLVED and head not in SCALES and not any(char.isdigit() for char in head)


def _is_someone(one: Source, head: str, trigger: Trigger, *, is_plain: bool) -> bool:
    """Return whether a subject can have done something: no event, no pronoun without a name."""
    if one.entity is None and (head in UNRESOLVED or any(char.isdigit() for char in head)):
        return False
    if trigger.type in NATURAL:
        return not (trigger.is_noun and trigger.type in lexicon().nouns.get(head, ()))
    if one.entity is None and is_plain and len(one.span) == len(head) and not head.endswith("s"):
        # A lone word in the singular is an adjective or a stray noun, unless it names people: "police".
        return head in things()["people"]
    return not (head in lexicon().nouns and trigger.type in VIOLENT)


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
        return source(self.reading, full_span(self.reading, at, with_of=with_of), self.known)

    def possessor(self, at: int) -> Source | None:
        """Return who has the plan that the noun group `at` names: "the firm's plan to sell" is the firm's."""
        group, words = self.reading.groups[at], self.reading.words
        owns = [index for index in range(group.first + 1, group.last) if words[index].part == "own"]
        if words[group.last - 1].low not in grammar().deciding:
            return None
        if not owns and group.last - group.first > 2:
            # As in "the US government decision to return him".
            return source(self.reading, self.reading.text_span(group.first, group.last - 1), self.known)
        return source(self.reading, self.reading.text_span(group.first, owns[-1]), self.known) if owns else None

    def done(self) -> Slots:
        """Return the slots as they are."""
        return Slots(tuple(self.agent), tuple(self.target), tuple(self.place), tuple(self.means))


def named_subject(reading: Reading, at: int, known: Names) -> int | None:
    """Return the subject of the verb group `at`; for "it" in "the firm said it would", the firm."""
    doer = subject(reading, at)
    if doer is None or reading.words[reading.groups[doer].first].low not in UNRESOLVED:
        return doer
    group = reading.groups[doer]
    if any(mention[1] for mention in known.within(reading.text_span(group.first, group.last))):
        return doer
    for index in range(doer - 1, -1, -1):
        before = reading.groups[index]
        if before.is_verb and before.finite and before.base in grammar().reporting:
            return subject(reading, index)
    return doer


def _verb_slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    group = reading.groups[trigger.group]
    doer = named_subject(reading, trigger.group, known)
    done = object_of(reading, trigger.group, last=trigger.word + 1)
    hanging = attached(reading, trigger.word + 1)
    into = _Gathered(reading, known)
    suffers = group.base == "come" and trigger.span.end > reading.words[group.last - 1].end and trigger.type in VIOLENT
    if group.passive or suffers:
        # "came under fire from rebels" is as passive as "was attacked by rebels".
        if doer is not None:
            into.target.append(into.whole(doer))
        by = ("by", "from") if suffers else ("by",)
        into.agent.extend(into.whole(at) for low, at in hanging if low in by and not _is_time(reading, at))
    else:
        if doer is not None:
            into.agent.append(into.possessor(doer) or into.whole(doer))
        fired = done is not None and reading.words[reading.groups[done].last - 1].low in things()["means"]
        if done is not None and fired and trigger.type in VIOLENT:
            # "fired rockets at a town"
            into.means.append(into.whole(done))
            done = None
        if done is not None:
            into.target.append(into.whole(done))
        else:
            into.target.extend(into.whole(at) for low, at in hanging[:1] if low in TOWARDS or (fired and low == "at"))
    for low, at in hanging:
        if is_other_event(reading, at, trigger):
            break
        _place_or_means(into, low, at, violent=trigger.type in CAUSES)
    return into.done()


def _noun_slots(reading: Reading, trigger: Trigger, known: Names) -> Slots:
    into = _Gathered(reading, known)
    _modifiers(into, trigger)
    for low, at in attached(reading, trigger.word + 1, to_noun=True):
        if low == "by":
            into.agent.append(into.whole(at))
        elif low == "of" and reading.groups[at].first > trigger.word + 2:
            # "the purchase by Acme of Toronto" buys no Toronto.
            pass
        elif low in ("on", "against", "of") and not into.target and not _is_time(reading, at):
            into.target.append(into.whole(at, with_of=low != "of"))
        elif low in ("to", "with") and trigger.type not in VIOLENT and not into.target:
            into.target.extend(one for one in [into.whole(at)] if one.entity is not None)
        _place_or_means(into, low, at, violent=trigger.type in CAUSES)
    previous = reading.groups[trigger.group - 1] if trigger.group else None
    is_object = previous is not None and previous.is_verb and reading.groups[trigger.group].preposition < 0
    if previous is not None and is_object and not into.agent and not previous.passive:
        doer = named_subject(reading, trigger.group - 1, known)
        if doer is not None and (previous.base in DONE_BY or trigger.type not in VIOLENT):
            into.agent.append(into.whole(doer))
    if not into.target and trigger.type in CAUSES:
        into.target.extend(_struck(into, trigger))
    return into.done()


def _struck(into: _Gathered, trigger: Trigger) -> list[Source]:
    """Return what the noun of `trigger` did its harm to: southern Iran in "an earthquake hit southern Iran"."""
    reading = into.reading
    verb = next((at for at in range(trigger.group + 1, len(reading.groups)) if reading.groups[at].is_verb), None)
    if verb is None or reading.groups[verb].passive or not reading.groups[verb].finite:
        return []
    done = object_of(reading, verb)
    if done is None or subject(reading, verb) != trigger.group or reading.groups[verb].base in grammar().reporting:
        return []
    return [into.whole(done)]


def victims(reading: Reading, trigger: Trigger, known: Names) -> tuple[Source, ...]:
    """Return who was killed or hurt in the event of a noun: the subject of "were injured in a missile attack"."""
    for at in range(trigger.group - 1, -1, -1):
        group = reading.groups[at]
        if group.is_verb and group.base in HARM:
            hurt = subject(reading, at) if group.passive or group.base == "die" else object_of(reading, at)
            if hurt is None:
                return ()
            one = source(reading, full_span(reading, hurt), known)
            named = one.entity is not None or reading.words[reading.groups[hurt].last - 1].low not in UNRESOLVED
            return (one,) if named else ()
    return ()


def _modifiers(into: _Gathered, trigger: Trigger) -> None:
    """Take what stands before the trigger in its own noun group: "Iran's ballistic missile attack"."""
    reading, words = into.reading, into.reading.words
    first = reading.groups[trigger.group].first
    armed = things()["means"]
    into.agent.extend(
        source(reading, reading.text_span(first, at), into.known)
        for at in range(first + 1, trigger.word)
        if words[at].part == "own"
    )
    before = trigger.word - 1
    if before >= first and words[before].low in armed:
        begin = before
        while begin > first and words[begin - 1].part == "word" and words[begin - 1].low not in armed:
            begin -= 1
        into.means.append(Source(Span(words[begin].start, words[before].end)))


def _place_or_means(into: _Gathered, low: str, at: int, *, violent: bool) -> None:
    reading = into.reading
    group = reading.groups[at]
    if low == "with":
        if reading.words[group.last - 1].low in things()["means"]:
            into.means.append(into.whole(at))
        return
    if low in ABOUT and not violent:
        # "a quarrel over the treaty", "a plane exploded over the city".
        return
    if low in AT or low == "of":
        into.place.extend(places_at(reading, at, into.known))


def _is_time(reading: Reading, at: int) -> bool:
    return reading.words[reading.groups[at].first].part == "time"

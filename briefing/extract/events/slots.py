"""The slots of an event: who did it, to whom, where, when, with what, and which figures belong to it."""

from __future__ import annotations

import json
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Final, TypeVar

from briefing.extract.events.clauses import Reading, attached, between, full_span, object_of, subject
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.triggers import CAUSES, HARM, Trigger
from briefing.extract.events.words import grammar
from briefing.model import Analysis, EntityType, EventType, Figure, Role, Source, Span, Timex, TimexType

Told = TypeVar("Told", Figure, Timex)
PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
AT: Final = frozenset(
    ["in", "at", "near", "on", "outside", "inside", "off", "around", "across", "over", "from", "within"]
)
TOWARDS: Final = frozenset(["on", "against", "at", "into", "with", "to"])
VIOLENT: Final = frozenset({EventType.ATTACK, EventType.CRIME, EventType.CONFLICT, EventType.PROTEST})
DONE_BY: Final = frozenset(["launch", "carry", "stage", "conduct", "commit", "mount", "wage", "fire", "plan", "order"])
"""Verbs whose subject is the agent of the noun that they take: "launched an attack"."""
LOCATED: Final = frozenset(("in", "at", "near", "outside", "inside", "off", "on"))
DIRECTIONS: Final = frozenset(("west", "east", "north", "south", "northwest", "northeast", "southwest", "southeast"))
PLACES_OF: Final = frozenset(
    (
        "city",
        "town",
        "village",
        "province",
        "state",
        "island",
        "district",
        "region",
        "coast",
        "waters",
        "port",
        "suburb",
    )
)
"""What a place is named after by "of": "the city of Brno", but not "the embassy of Chile"."""
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
SHARES: Final = frozenset(("%", "percent", "stake", "shares", "share", "interest"))
SCALES: Final = frozenset({"million", "billion", "trillion", "percent", "cents", "points"})
NATURAL: Final = frozenset(
    {EventType.DISASTER, EventType.WEATHER, EventType.ACCIDENT, EventType.ECONOMY, EventType.BUSINESS, EventType.HEALTH}
)
"""Types of events that things do as well as people: a quake jolts, prices rise."""
CASUALTIES: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})


DASHES: Final = frozenset(("-", "--", "–", "—", "_"))
TERM: Final = timedelta(days=45)
MOST_DATES: Final = 30
"""How many dates of a sentence are looked at."""
YEAR: Final = 4
"""How long a value is that has a year and nothing else."""
DAYS: Final = frozenset(("yesterday", "today", "tonight", "tomorrow"))


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


def outside_names(reading: Reading, found: list[Trigger], known: Names) -> list[Trigger]:
    """Return the triggers without the nouns that are part of a name, as capitals hide it: "Hunger Games director"."""
    if not reading.is_headline:
        return found
    return [
        trigger
        for trigger in found
        if not trigger.is_noun or all(len(name) <= len(trigger.span) for name, _, _ in known.within(trigger.span))
    ]


@dataclass(frozen=True, slots=True)
class Slots:
    """What the clause around one trigger tells."""

    agent: tuple[Source, ...] = ()
    target: tuple[Source, ...] = ()
    place: tuple[Source, ...] = ()
    means: tuple[Source, ...] = ()


def source(reading: Reading, span: Span, known: Names) -> Source:
    """Return the words at `span` with the entity that they name: the one at their end, where their head stands."""
    share = _is_share(reading, span)
    hung = (
        []
        if share
        else [
            word.start for word in reading.words if word.part in ("prep", "to") and span.start < word.start < span.end
        ]
    )
    inside = known.within(span)
    for mention, entity, kind in reversed(inside):
        # "a militia in Iraq" is not Iraq, but "player of the year Ann Brown" is she.
        if mention.end >= span.end - 1 and (kind is EntityType.PERSON or not any(at < mention.start for at in hung)):
            return Source(span, entity)
    return Source(span)


def _is_share(reading: Reading, span: Span) -> bool:
    """Return whether words name a share of something: "51% of Sansui" is about Sansui."""
    inside = [word for word in reading.words if span.start <= word.start < span.end]
    place = next((index for index, word in enumerate(inside) if word.low == "of"), 0)
    return (
        0 < place <= 3
        and any(word.part == "num" for word in inside[:place])
        and (inside[place - 1].low in SHARES or inside[place - 1].low[-1] == "%")
    )


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


def _named_subject(reading: Reading, at: int, known: Names) -> int | None:
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
    doer = _named_subject(reading, trigger.group, known)
    done = object_of(reading, trigger.group, last=trigger.word + 1)
    hanging = attached(reading, trigger.word + 1)
    into = _Gathered(reading, known)
    if group.passive:
        if doer is not None:
            into.target.append(into.whole(doer))
        into.agent.extend(into.whole(at) for low, at in hanging if low == "by" and not _is_time(reading, at))
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
        _place_or_means(into, low, at)
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
        _place_or_means(into, low, at)
    previous = reading.groups[trigger.group - 1] if trigger.group else None
    is_object = previous is not None and previous.is_verb and reading.groups[trigger.group].preposition < 0
    if previous is not None and is_object and not into.agent and not previous.passive:
        doer = _named_subject(reading, trigger.group - 1, known)
        if doer is not None and (previous.base in DONE_BY or trigger.type not in VIOLENT):
            into.agent.append(into.whole(doer))
    return into.done()


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


def _place_or_means(into: _Gathered, low: str, at: int) -> None:
    reading = into.reading
    group = reading.groups[at]
    if low == "with":
        if reading.words[group.last - 1].low in things()["means"]:
            into.means.append(into.whole(at))
        return
    if low in AT or low == "of":
        into.place.extend(_places(reading, at, into.known))


def is_other_event(reading: Reading, at: int, trigger: Trigger) -> bool:
    """Return whether the noun group `at` names a grave event beside `trigger`: "charged with the bombing of ..."."""
    group = reading.groups[at]
    if group.is_verb or at == trigger.group or trigger.type in CAUSES or trigger.type is EventType.DEATH:
        return False
    return any(kind in CAUSES for kind in lexicon().nouns.get(reading.words[group.last - 1].low, ())[:1])


def places_in(reading: Reading, known: Names, trigger: Trigger | None = None) -> tuple[Source, ...]:
    """Return the places of a sentence that "in", "at" or "near" names, up to where another event than `trigger` is told."""
    out: list[Source] = []
    for at, group in enumerate(reading.groups):
        if trigger is not None and at > trigger.group and is_other_event(reading, at, trigger):
            break
        if not group.is_verb and group.preposition >= 0 and reading.words[group.preposition].low in LOCATED:
            out.extend(_places(reading, at, known))
            if at + 1 < len(reading.groups) and between(reading, at, at + 1) == ["of"]:
                out.extend(_places(reading, at + 1, known))
    return tuple(out)


def _places(reading: Reading, at: int, known: Names) -> tuple[Source, ...]:
    """Return the place that the noun group `at` names: its words, or the whole name where that goes on behind it."""
    group = reading.groups[at]
    span = reading.text_span(group.first, group.last)
    located = [mention for mention in known.within(span) if mention[2] in PLACES]
    low = reading.words[group.preposition].low if group.preposition > 0 else ""
    head = reading.words[group.last - 1]
    if not located:
        # Nobody has looked for names: one behind "in" is most likely a place.
        is_place = head.low in things()["places"] and reading.words[group.first].low in (
            "a",
            "an",
            "the",
            "two",
            "three",
        )
        is_name = not known.mentions and head.part == "name"
        return (Source(span),) if low in AT and (is_place or is_name) else ()
    name, entity, _ = located[-1]
    if name.end < span.end - 1:
        # "in the Hong Kong election" tells where, "in the US campaign" does not always.
        owns = any(word.part == "own" and word.start == name.end for word in reading.words[group.first : group.last])
        tells = owns or head.low in lexicon().nouns
        return (Source(name, entity),) if tells else ()
    start = name.start if name.end > span.end else span.start
    before = reading.words[group.preposition - 1] if group.preposition > 0 else None
    if low == "of" and before is not None and before.low in DIRECTIONS:
        start = before.start
    elif low == "of" and name.start >= span.start and (before is None or before.low not in PLACES_OF):
        return ()
    return (Source(Span(start, max(name.end, span.end)), entity), *_joined(reading, at, known))


def _joined(reading: Reading, at: int, known: Names) -> tuple[Source, ...]:
    """Return the places that "and" or a comma joins to the place at the group `at`: "in Kenya and Tanzania"."""
    out: list[Source] = []
    while at + 1 < len(reading.groups) and not reading.groups[at + 1].is_verb:
        if between(reading, at, at + 1) not in (["and"], [","], [",", "and"]):
            break
        at += 1
        span = reading.text_span(reading.groups[at].first, reading.groups[at].last)
        named = [mention for mention in known.within(span) if mention[2] in PLACES and mention[0].end >= span.end - 1]
        if not named:
            break
        out.append(Source(span, named[-1][1]))
    return tuple(out)


def _is_time(reading: Reading, at: int) -> bool:
    return reading.words[reading.groups[at].first].part == "time"


def day_of(
    reading: Reading, trigger: Trigger, dates: tuple[Timex, ...], *, published: date | None, within: int | None = None
) -> str | None:
    """Return the id of the date in the trigger's sentence that says when; one with a day goes before others.

    Days long after publication are terms and plans, and come last.

    Only dates at most `within` characters away count, where that is given. A date without a year is taken where the
    article has no day of publication to resolve it.
    """
    inside = [
        one
        for one in within_span(dates, reading.span)[:MOST_DATES]
        if one.type in (TimexType.DATE, TimexType.TIME)
        and (one.first is not None or one.value.startswith("XXXX") or _words(reading, one.span) in DAYS)
        and one.modifier not in ("since", "until")
        and not _is_attribute(reading, trigger, one)
        and (within is None or _distance(one.span, trigger.span) <= within)
    ]
    horizon = published + TERM if published is not None else date.max

    best = min(
        inside,
        key=lambda one: (
            one.first is not None and one.first > horizon,
            one.first != one.last,
            _distance(one.span, trigger.span),
        ),
        default=None,
    )
    return best.id if best is not None else None


def figures_in(reading: Reading, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures that stand in a sentence."""
    return within_span(figures, reading.span)


def within_span(found: tuple[Told, ...], span: Span) -> tuple[Told, ...]:
    """Return those of `found`, in text order, that begin in `span`."""
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_left(found, span.end, lo=first, key=_start)]


def _start(one: Figure | Timex) -> int:
    return one.span.start


def _is_attribute(reading: Reading, trigger: Trigger, one: Timex) -> bool:
    """Return whether a date belongs to a thing or to a dateline: "the 2013 draft", "14:05 left", "Oct. 4 (UPI)"."""
    if not any(char.isalpha() for char in _words(reading, one.span)) and one.type is TimexType.TIME:
        return True
    at = next((index for index, word in enumerate(reading.words) if word.start >= one.span.end), None)
    if at is None:
        return False
    after = reading.words[at]
    own = reading.words[reading.groups[trigger.group].first : reading.groups[trigger.group].last]
    if after.part == "own" and not any(one.span.start <= word.start < one.span.end for word in own):
        return True
    if after.text == "(" and any(word.text in DASHES for word in reading.words[at + 1 : at + 5]):
        return True
    if not (after.part in ("word", "name") and lexicon().form(after.low) is None):
        return False
    if len(one.value) == YEAR:
        return after.low not in lexicon().nouns
    # "the 9/11 families", but "on 11 September police arrested".
    first = next(index for index, word in enumerate(reading.words) if word.start >= one.span.start)
    leads = first > 0 and reading.words[first - 1].part == "prep"
    in_own = any(one.span.start <= word.start < one.span.end for word in own)
    return any(char.isdigit() for char in _words(reading, one.span)) and not leads and not in_own


def _words(reading: Reading, span: Span) -> str:
    return " ".join(word.low for word in reading.words if span.start <= word.start < span.end)


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end, 0)

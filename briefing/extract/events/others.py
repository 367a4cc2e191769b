"""Others: the events told beside the main one, in its own sentence or with days of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from briefing.extract.events.clauses import Reading, object_of
from briefing.extract.events.grammar import grammar
from briefing.extract.events.slots import CASUALTIES, slots
from briefing.extract.events.standing import is_unreal, verb_standing
from briefing.extract.events.subjects import CAUSES, HARD
from briefing.extract.events.times import day_of, figures_in, within_span
from briefing.extract.events.told import PLAIN_SCORE, Told, unique
from briefing.extract.events.triggers import HARM, Trigger
from briefing.extract.events.where import place_of
from briefing.model import Event, EventType

MOST_BACKGROUND: Final = 8

AS_HEAVY: Final = 2.0
"""By how much less than the main event one beside it may score."""

MOST_BESIDE: Final = 2

FALLING: Final = frozenset(("fall", "go"))
"""What water and prices do too, which makes no accident of it."""

UNDATED: Final = frozenset({EventType.ECONOMY, EventType.OTHER})
"""Types whose events beside the main one are no background: prices that rose and fell."""
LONGEST: Final = timedelta(days=366)
"""How long a time may be that tells when something was: a century says nothing."""
CLOSE: Final = 60
"""How far, in characters, a background event may stand from its date."""


GRAVE: Final = (HARD | {EventType.CONFLICT}) - {EventType.DEATH}
FOLLOWING: Final = 8
"""Among how many sentences, from the main one on, other grave events stand next to it."""
HEAVY: Final = 7.2
"""What the verb of one must score: set where on the leads that were read nearly all were worth a line."""
MAIN_CLAUSE: Final = 2.0
MOST_NEXT: Final = 2
CALLING: Final = frozenset(("name", "call", "dub", "hold"))
"""Verbs whose participles look like them: "a woman named Jo Bell", "closely held"."""
COURTS: Final = frozenset(("plead", "surrender", "confess", "testify"))
"""Verbs of those before a court; all else befalls them."""
NOT_SO: Final = frozenset(("not", "never", "had", "no"))
STEM: Final = 5


def background(told: Told, main: Trigger, event: Event) -> list[Event]:
    """Return the events with a day of their own that is not the main one's, in text order."""
    out: list[Event] = []
    for reading in told.readings:
        if reading.index == main.sentence or reading.in_title or not within_span(told.found.dates, reading.span):
            continue
        for trigger in sorted(told.by_sentence[reading.index], key=lambda trigger: -trigger.score)[:1]:
            when = day_of(reading, trigger, told.found.dates, published=told.found.article.day, within=CLOSE)
            if when is None or trigger.score < PLAIN_SCORE or not (trigger.type in HARD or trigger.type is main.type):
                continue
            if trigger.type in UNDATED or (not trigger.is_noun and is_unreal(reading, trigger.group)):
                continue
            if _is_to_come(told, when) and not _is_announced(reading, trigger):
                continue
            if trigger.type is EventType.STATEMENT or (trigger.is_noun and trigger.type not in (*CAUSES, main.type)):
                continue
            if event.when is not None and told.same_day(when, event.when):
                continue
            if main.type is EventType.SPORT and "-Q" in told.date(when).value:
                # The fourth quarter of a match.
                continue
            if trigger.is_noun and (_is_hypothetical(reading, trigger) or _is_result(told, trigger)):
                continue
            first, last = told.date(when).first, told.date(when).last
            if first is not None and last is not None and last - first > LONGEST:
                continue
            if trigger.base in grammar().reporting or _is_joined(told, trigger, when):
                continue
            own = slots(reading, trigger, told.known)
            if trigger.base in FALLING and not any(one.entity for one in own.agent):
                continue
            figures = tuple(f.id for f in figures_in(reading, told.found.figures) if f.role in CASUALTIES)
            out.append(
                Event(
                    "",
                    trigger.type,
                    trigger.span,
                    unique(own.agent),
                    unique(own.target),
                    unique(own.place),
                    when,
                    figures,
                    status="background",
                    means=unique(own.means),
                )
            )
    return out[:MOST_BACKGROUND]


def _is_to_come(told: Told, when: str) -> bool:
    """Return whether a date lies after the day of publication."""
    published, first = told.found.article.day, told.date(when).first
    return published is not None and first is not None and first > published


def _is_joined(told: Told, trigger: Trigger, when: str) -> bool:
    """Return whether "and" stands between a date and a verb behind it, so that it is another verb's: "won in 2002, and led"."""
    date = told.date(when).span
    return date.end < trigger.span.start and " and " in told.found.article.text[date.end : trigger.span.start]


def _is_result(told: Told, trigger: Trigger) -> bool:
    """Return whether a noun of business stands without a verb that takes it: a loss, but not "made an offer"."""
    return trigger.type is EventType.BUSINESS and " " not in trigger.span.of(told.found.article.text)


def _is_hypothetical(reading: Reading, trigger: Trigger) -> bool:
    """Return whether a noun is the subject of what may be: "strikes could do harm"."""
    following = trigger.group + 1
    return following < len(reading.groups) and reading.groups[following].is_verb and is_unreal(reading, following)


def _is_announced(reading: Reading, trigger: Trigger) -> bool:
    """Return whether a verb says by itself that it tells of what is to come: "will join", "to be crowned"."""
    group = reading.groups[trigger.group]
    low = {word.low for word in reading.words[group.first : group.last]}
    return group.is_verb and bool(low & {"will", "shall", "to"})


def beside(told: Told, main: Trigger, event: Event) -> list[Event]:
    """Return the other events of the main one's sentence that weigh about as much: "and Belgium beat Panama"."""
    reading = told.readings[main.sentence]
    out = _spoken_of(told, main)
    for trigger in told.by_sentence[main.sentence]:
        group = reading.groups[trigger.group]
        if trigger.base in HARM and group.tense == "ing" and main.type in GRAVE and not event.figures:
            harmed = object_of(reading, trigger.group, last=trigger.word + 1)
            if harmed is not None and main.base not in HARM:
                own = slots(reading, trigger, told.known)
                out.append(Event("", trigger.type, trigger.span, event.agent, unique(own.target), when=event.when))
            continue
        if trigger is main or trigger.score < max(PLAIN_SCORE, main.score - AS_HEAVY):
            continue
        if not (group.is_verb and group.finite) or trigger.type in (EventType.STATEMENT, EventType.OTHER):
            continue
        if trigger.base in CALLING:
            continue
        if trigger.base in HARM and trigger.type is main.type:
            # The outcome of the main event.
            continue
        own = slots(reading, trigger, told.known)
        new = [one for one in (*own.agent, *own.target) if one.entity and one not in (*event.agent, *event.target)]
        if not new or any(trigger.span.overlaps(one.span) for one in (*event.agent, *event.target)):
            continue
        place, means = unique(own.place), unique(own.means)
        agent, target = unique(own.agent), unique(own.target)
        out.append(Event("", trigger.type, trigger.span, agent, target, place, event.when, means=means))
    return out[:MOST_BESIDE]


def next_to_it(told: Told, main: Trigger, event: Event) -> list[Event]:
    """Return the grave events that are told next to a grave main one: who was charged, how the victim was shot.

    Only plain main clauses count, and none with a day of its own, which is background.
    """
    if main.type not in GRAVE | {EventType.DEATH}:
        return []
    stems = {main.base[:STEM]}
    out: list[Event] = []
    for reading in told.readings[main.sentence : main.sentence + FOLLOWING]:
        if reading.in_title:
            continue
        for trigger in told.by_sentence[reading.index]:
            if trigger.base[:STEM] in stems or not _is_grave(told, reading, trigger, main):
                continue
            day = day_of(reading, trigger, told.found.dates, published=told.found.article.day, within=CLOSE)
            own = slots(reading, trigger, told.known)
            others = [one for one in (*event.agent, *event.target) if trigger.span.overlaps(one.span)]
            is_dated = day is not None and (event.when is None or not told.same_day(day, event.when))
            if others or is_dated or not (own.agent or own.target):
                continue
            stems.add(trigger.base[:STEM])
            agent, target, place = unique(own.agent), unique(own.target), unique(own.place)
            out.append(Event("", trigger.type, trigger.span, agent, target, place, means=unique(own.means)))
    return out[:MOST_NEXT]


def _is_grave(told: Told, reading: Reading, trigger: Trigger, main: Trigger) -> bool:
    """Return whether a verb tells plainly of a grave event of another kind, or of what the courts made of one."""
    group = reading.groups[trigger.group]
    if (
        trigger.is_noun
        or not group.finite
        or trigger.score < HEAVY
        or trigger.type not in GRAVE
        or trigger.base in HARM
    ):
        return False
    if trigger.type is EventType.LEGAL and not group.passive and trigger.base not in COURTS:
        return False
    if trigger.type is main.type and trigger.type is not EventType.LEGAL:
        return False
    low = {word.low for word in reading.words[group.first : group.last]}
    if low & NOT_SO or is_unreal(reading, trigger.group) or verb_standing(reading, trigger.group) < MAIN_CLAUSE:
        return False
    return not any(quote.span.contains(trigger.span) for quote in told.found.quotes)


def _spoken_of(told: Told, main: Trigger) -> list[Event]:
    """Return the grave event that a statement is about: the bombing in "condemned the bombing of the embassy"."""
    if main.type is not EventType.STATEMENT or main.is_noun:
        return []
    reading = told.readings[main.sentence]
    about = object_of(reading, main.group, last=main.word + 1)
    for trigger in told.by_sentence[main.sentence]:
        if trigger.group == about and trigger.is_noun and trigger.type in CAUSES:
            own = slots(reading, trigger, told.known)
            place = place_of(told, trigger, own)
            agent, target = unique(own.agent), unique(own.target)
            return [Event("", trigger.type, trigger.span, agent, target, place, means=unique(own.means))]
    return []

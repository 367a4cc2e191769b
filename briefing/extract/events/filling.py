"""Filling: the main event's slots from its own clause and from what is told of it later, and the events beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from briefing.extract.events.clauses import Reading, full_span, subject
from briefing.extract.events.grammar import grammar, words_of
from briefing.extract.events.names import source
from briefing.extract.events.places import is_other_event
from briefing.extract.events.responsible import responsible, speaker
from briefing.extract.events.slots import CASUALTIES, Slots, slots, victims
from briefing.extract.events.subjects import HARD
from briefing.extract.events.times import day_of, figures_in, is_of_a_source
from briefing.extract.events.told import PLAIN_SCORE, Told, unique
from briefing.extract.events.triggers import HARM, Trigger
from briefing.extract.events.where import place_of
from briefing.model import EntityType, Event, EventType, Figure, Role, Source, TimexType

NEAR: Final = 8
"""How many sentences from the start on may fill the main event's empty slots."""

OPENING: Final = 4
"""How many sentences tell of nothing but the main event, as a rule."""

DEFINITE: Final = frozenset(("the", "this", "that", "his", "her", "its", "their"))
ELSEWHERE: Final = words_of("another second previous earlier last similar other past former")
"""Words that make "the attack" another attack."""

SHORT: Final = 8

DISPLACING: Final = frozenset(
    {
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.ACCIDENT,
        EventType.CONFLICT,
        EventType.ATTACK,
        EventType.RESCUE,
        EventType.OTHER,
    }
)
CLOSE: Final = 60
"""How far from its word the day of an event may stand in a later sentence, where the event is none of the grave ones."""
MOST_FIGURES: Final = 30
NAMELESS: Final = 20
"""How long, in characters, "a 16-year-old girl" is: longer words for someone tell more than a name."""

FRESH: Final = timedelta(days=4)
"""How old a day is, at most, that the lead may name for the event without saying so."""

GRAMMATICAL: Final = frozenset(("be", "have", "modal"))

STEM: Final = 5

WEEKDAY: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|last night|this (?:morning|afternoon|evening))\b"
)


def main_event(told: Told, main: Trigger) -> Event:
    """Return the main event: its own clause first, then what later sentences tell of it, then claims of responsibility."""
    reading = told.readings[main.sentence]
    own = slots(reading, main, told.known)
    if main.is_noun:
        own = Slots(own.agent, (*own.target, *victims(reading, main, told.known)), own.place, own.means)
    when = day_of(reading, main, told.found.dates, published=told.found.article.day)
    about = [main.sentence]
    scenes: list[int] = []
    for other, trigger in _again(told, main):
        within = None if main.type in HARD else CLOSE
        day = day_of(other, trigger, told.found.dates, published=told.found.article.day, within=within)
        if when is not None and day is not None and not told.same_day(when, day):
            continue
        more = slots(other, trigger, told.known)
        if _are_others(own.target, more.target) or (not main.is_noun and _are_others(own.agent, more.agent)):
            continue
        about.append(other.index)
        scenes.extend([] if trigger.is_noun else [other.index])
        own = _filled(own, more, main=main, trigger=trigger, in_capitals=other.is_headline)
        when = when or (day if other.index <= OPENING + 1 or main.type in HARD else None)
    agent = responsible(told, main) or own.agent or speaker(told, main) or _attacker(told, main)
    if all(one.entity is None for one in agent):
        agent = _announcer(told, main) or agent
    return Event(
        "",
        main.type,
        main.span,
        unique(agent),
        unique(own.target),
        place_of(told, main, own, scenes),
        when or _fresh_day(told, main, {one.entity for one in agent or own.target if one.entity}),
        _figures(told, main, sorted(set(about))),
        means=unique(own.means),
    )


def _again(told: Told, main: Trigger) -> Iterable[tuple[Reading, Trigger]]:
    """Return the other places where the main event is told, in order."""
    for reading in told.readings[: NEAR + 1]:
        if not _may_be_told(reading, main):
            continue
        for trigger in told.by_sentence[reading.index]:
            if trigger is not main and _is_same(reading, trigger, main):
                yield reading, trigger


def _may_be_told(reading: Reading, main: Trigger) -> bool:
    """Return whether a sentence can tell of the main event again: a glance at its words, before its triggers are sought."""
    if main.type in HARD:
        return True
    stem = main.base[:STEM]
    return stem in [group.base[:STEM] for group in reading.groups] or stem in [
        word.low[:STEM] for word in reading.words
    ]


def _is_same(reading: Reading, trigger: Trigger, main: Trigger) -> bool:
    """Return whether a trigger tells of the main event again: the same word, or "the attack" for what was one."""
    group = reading.groups[trigger.group]
    first = reading.words[group.first].low
    if trigger.score < 0 or any(word.low in ELSEWHERE for word in reading.words[group.first : group.last]):
        return False
    if group.preposition >= 0 and reading.words[group.preposition].low in ("since", "before", "like", "than"):
        return False
    if trigger.base in grammar().reporting:
        # Everybody says something.
        return False
    if trigger.base[:STEM] == main.base[:STEM]:
        return not trigger.is_noun or first in DEFINITE or reading.index <= 2
    if trigger.type is not main.type or main.type not in HARD:
        return False
    if trigger.is_noun:
        return first in ("the", "this")
    return reading.index < OPENING and group.finite and trigger.score > PLAIN_SCORE


def _filled(own: Slots, more: Slots, *, main: Trigger, trigger: Trigger, in_capitals: bool) -> Slots:
    """Return `own` with its empty slots filled; who did what to whom only from the same word, or for a noun."""
    # Capitals hide where a headline's names begin and end.
    same = (main.is_noun or trigger.base[:STEM] == main.base[:STEM]) and not in_capitals
    near = trigger.sentence <= OPENING
    return Slots(
        _better(own.agent, more.agent) if same and near else own.agent,
        _better(own.target, more.target) if same and (main.type in HARD or own.target) else own.target,
        own.place or more.place,
        own.means or more.means,
    )


def _are_others(own: tuple[Source, ...], more: tuple[Source, ...]) -> bool:
    """Return whether two slots name different ones: another player was arrested last month."""
    first = {one.entity for one in own if one.entity is not None}
    second = {one.entity for one in more if one.entity is not None}
    return bool(first) and bool(second) and not first & second


def _better(own: tuple[Source, ...], more: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return `own`, or `more` where that names whom `own` leaves nameless: "a man", then "John Doe"."""
    if not own:
        return more
    nameless = len(own) == 1 and own[0].entity is None and len(own[0].span) <= NAMELESS
    return more if nameless and more and more[0].entity is not None else own


def _attacker(told: Told, main: Trigger) -> tuple[Source, ...]:
    """Return who acts in the clause that tells how someone was hurt: "was killed when two men opened fire"."""
    reading = told.readings[main.sentence]
    if main.is_noun or main.base not in HARM or main.type not in (EventType.ATTACK, EventType.CRIME):
        return ()
    for at in range(main.group + 1, len(reading.groups)):
        group = reading.groups[at]
        if not (group.is_verb and group.finite) or group.passive or group.base in GRAMMATICAL:
            continue
        who = subject(reading, at)
        if who is None or who <= main.group:
            continue
        first = reading.groups[who].first
        opener = reading.words[first - 1].low if first else ""
        one = source(reading, full_span(reading, who), told.known) if opener in ("when", "as") else None
        return (one,) if one is not None else ()
    return ()


def _announcer(told: Told, main: Trigger) -> tuple[Source, ...]:
    """Return who announces a figure of business: in "Acme said net income fell" the event is Acme's."""
    if main.type not in (EventType.BUSINESS, EventType.ECONOMY):
        return ()
    reading = told.readings[main.sentence]
    doer = subject(reading, main.group) if not main.is_noun else None
    if doer is not None:
        # "Acme's net income rose"
        text = told.found.article.text
        whole = full_span(reading, doer)
        for name, entity, kind in told.known.within(whole):
            if (
                kind is EntityType.ORG
                and text[name.end : name.end + 3].lstrip(".")[:2] in ("'s", "’s")
                and name.end < whole.end
            ):
                return (Source(name, entity),)
    for at in range(main.group - 1, -1, -1):
        group = reading.groups[at]
        if group.is_verb and group.finite and group.base in grammar().reporting:
            who = subject(reading, at)
            one = source(reading, full_span(reading, who), told.known) if who is not None else None
            return (one,) if one is not None and one.entity is not None else ()
    return ()


def _fresh_day(told: Told, main: Trigger, whose: set[str]) -> str | None:
    """Return the day of the sentences that open the article, if it is only a few days before publication."""
    published = told.found.article.day
    if main.sentence > 2:
        return None
    # A line with nothing but a date is the day of publication.
    whole = [reading for reading in told.readings[: NEAR + 1] if len(reading.words) > SHORT]
    place = next((at for at, reading in enumerate(whole) if reading.index >= main.sentence), 0)
    opening = whole[: place + 3]
    for date in told.found.dates:
        reading = next((reading for reading in opening if reading.span.contains(date.span)), None)
        if reading is None or date.modifier is not None or date.type not in (TimexType.DATE, TimexType.TIME):
            continue
        if reading.index == main.sentence and is_of_a_source(reading, main, date):
            continue
        if reading.index != main.sentence and (
            _tells_another(told, reading, main) or _is_of_another(told, reading, whose)
        ):
            continue
        if published is None:
            if reading in whole[: place + 2] and WEEKDAY.search(date.span.of(told.found.article.text)):
                return date.id
        elif date.first is not None and date.first == date.last and timedelta(0) <= published - date.first <= FRESH:
            return date.id
    return None


def _is_of_another(told: Told, reading: Reading, whose: set[str]) -> bool:
    """Return whether a sentence is about some person or organisation that is none of `whose`."""
    named = {
        entity for _, entity, kind in told.known.within(reading.span) if kind in (EntityType.PERSON, EntityType.ORG)
    }
    verb = next((at for at, group in enumerate(reading.groups) if group.is_verb and group.finite), None)
    doer = subject(reading, verb) if verb is not None else None
    who = source(reading, full_span(reading, doer), told.known).entity if doer is not None else None
    return bool(whose) and who is not None and who in named and who not in whose


def _tells_another(told: Told, reading: Reading, main: Trigger) -> bool:
    """Return whether a sentence tells of another grave event than the main one does: "he was released on Thursday"."""
    own = {trigger.base[:STEM] for trigger in told.by_sentence[main.sentence]}
    return any(
        trigger.type in HARD and trigger.score >= PLAIN_SCORE and trigger.base[:STEM] not in own
        for trigger in told.by_sentence[reading.index]
    )


def _figures(told: Told, main: Trigger, about: list[int]) -> tuple[str, ...]:
    """Return the ids of the event's figures: the dead and hurt wherever it is told, the money of its own sentence."""
    own = [
        figure
        for index in about
        for figure in figures_in(told.readings[index], told.found.figures)
        if (
            figure.role in CASUALTIES
            and _can_hurt(main.type, figure.role)
            and not _is_elsewhere(told.readings[index], main, figure)
        )
        or (figure.role is Role.MONEY and index == main.sentence)
    ]
    return tuple(figure.id for figure in sorted(own, key=lambda figure: figure.span)[:MOST_FIGURES])


def _can_hurt(kind: EventType, role: Role) -> bool:
    """Return whether an event of `kind` has such victims: robbers who flee are not displaced."""
    return role is not Role.DISPLACED or kind in DISPLACING


def _is_elsewhere(reading: Reading, main: Trigger, figure: Figure) -> bool:
    """Return whether a figure counts the victims of another event: "arrested over bombings that killed 224"."""
    return any(
        is_other_event(reading, at, main) and reading.words[group.last - 1].end <= figure.span.start
        for at, group in enumerate(reading.groups)
    )

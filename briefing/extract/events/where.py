"""Where the main event is: its own clause's places, its sentence's, or those told near by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.extract.events.clauses import full_span, subject
from briefing.extract.events.names import PLACES, source, things
from briefing.extract.events.places import places_in
from briefing.extract.events.slots import Slots
from briefing.extract.events.subjects import HARD
from briefing.extract.events.told import Told, unique
from briefing.extract.events.triggers import Trigger
from briefing.model import EntityType, EventType, Source

LOCATED: Final = (HARD - {EventType.LEGAL}) | {
    EventType.CONFLICT,
    EventType.PROTEST,
    EventType.WEATHER,
    EventType.RESCUE,
    EventType.ELECTION,
    EventType.MEETING,
    EventType.CULTURE,
    EventType.SPORT,
    EventType.HEALTH,
}
"""Types of events that happen at a place; a statement or a merger has none unless it is told in one breath."""

PLACELESS: Final = frozenset(
    {
        EventType.STATEMENT,
        EventType.BUSINESS,
        EventType.ECONOMY,
        EventType.LEGAL,
        EventType.APPOINTMENT,
        EventType.OTHER,
    }
)
"""Types of events that the places of their sentence say nothing of, unless they stand in their own clause."""
PLACED: Final = (HARD - {EventType.LEGAL}) | {
    EventType.PROTEST,
    EventType.RESCUE,
    EventType.WEATHER,
    EventType.CONFLICT,
}
"""Types of events that a place without a name is worth telling for: "a bank", "the airport"."""

NATURE: Final = frozenset({EventType.DISASTER, EventType.WEATHER, EventType.HEALTH})
"""Types of events that a place has: "the coast saw a storm"."""


HOUSES: Final = frozenset(("facility", "clinic", "centre", "center", "plant", "mine", "resort", "studio"))
"""Further words for what stands at a place and is called by it."""


def place_of(told: Told, main: Trigger, own: Slots, about: Sequence[int] = ()) -> tuple[Source, ...]:
    """Return where the main event is: its own clause's places, else its sentence's, else those told near by.

    `about` are the sentences that tell of it again; what stands in one of them goes before what only stands near.
    """
    reading, known = told.readings[main.sentence], told.known
    plain = main.type in PLACED or not known.mentions
    named = tuple(one for one in own.place if one.entity is not None or plain)
    place = unique((*_located(told, main, own.target), *_struck(told, main), *named))
    if all(one.entity is None for one in place) and main.type not in PLACELESS:
        named = unique(one for one in places_in(reading, known, main) if one.entity or not known.mentions)
        place = unique((*place, *named))
    if not place and main.type in (EventType.SPORT, EventType.CULTURE):
        place = unique(_venues(told, main))[:1]
    if not place and main.type in LOCATED:
        place = unique(_naming(told, own.target))[:1]
    if not place and main.type in LOCATED | {EventType.LEGAL} and main.type is not EventType.SPORT:
        again = (one for index in about if index != main.sentence for one in places_in(told.readings[index], known))
        place = unique(one for one in again if one.entity)[:1]
    if not place and main.type in LOCATED:
        behind = 2 if main.type in HARD else 1
        if reading.is_headline and reading.in_title:
            # Behind a headline and a line of date the lead follows.
            behind = 4
        near = [other for other in told.readings[: main.sentence + behind] if other is not reading]
        place = unique(one for other in near for one in places_in(other, known, main) if one.entity)[:1]
    return place


def _naming(told: Told, targets: Iterable[Source]) -> Iterable[Source]:
    """Return the places that the targets are called by: California of "a California clinic"."""
    text = told.found.article.text
    for target in targets:
        if target.span.of(text).rsplit(" ", 1)[-1].lower() not in things()["places"] | HOUSES:
            continue
        for name, entity, kind in told.known.within(target.span):
            if kind in PLACES and name.end < target.span.end - 1 and target.span.contains(name):
                yield Source(name, entity)


def _struck(told: Told, main: Trigger) -> Iterable[Source]:
    """Return the place that has a disaster: "Dubai experienced a tremor"."""
    reading, verb = told.readings[main.sentence], main.group - 1
    if not main.is_noun or main.type not in NATURE or verb < 0:
        return ()
    group = reading.groups[verb]
    if not (group.is_verb and group.finite) or group.passive or group.last < reading.groups[main.group].first - 1:
        return ()
    who = subject(reading, verb)
    one = source(reading, full_span(reading, who), told.known) if who is not None else None
    types = {entity.id: entity.type for entity in told.found.entities}
    return (one,) if one is not None and types.get(one.entity or "") in PLACES else ()


def _venues(told: Told, main: Trigger) -> Iterable[Source]:
    """Return the buildings and grounds that the sentences behind the main one name."""
    types = {entity.id: entity.type for entity in told.found.entities}
    for reading in told.readings[main.sentence + 1 : main.sentence + 3]:
        yield from (one for one in places_in(reading, told.known) if types.get(one.entity or "") is EntityType.FAC)


def _located(told: Told, main: Trigger, targets: Iterable[Source]) -> Iterable[Source]:
    """Return the targets that are places themselves: where an airport is hit, it is hit there."""
    if main.type not in LOCATED or main.type in (EventType.SPORT, EventType.ELECTION, EventType.MEETING):
        return ()
    types = {entity.id: entity.type for entity in told.found.entities}
    text = told.found.article.text
    return (
        target
        for target in targets
        if types.get(target.entity or "") in PLACES
        or target.span.of(text).rsplit(" ", 1)[-1].lower() in things()["places"]
    )

"""The event card: what happened, where, when, who, to whom, and how many were hurt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.facts import labels, named
from briefing.facts.evidence import Ground, merged, phrase
from briefing.facts.numbers import HURT, said_once, tells
from briefing.facts.speakers import SAYERS
from briefing.model import Analysis, Claim, ClaimStatus, EntityType, Event, EventType, Fact, FactKind, Source, Span

NATURE: Final = frozenset({EventType.DISASTER, EventType.WEATHER})
"""Types of events whose subject is a thing: "a huge fire" is part of what happened, not who."""
NAMED_TARGET: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.CRIME,
        EventType.LEGAL,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.DEATH,
        EventType.RESCUE,
        EventType.PROTEST,
        EventType.CONFLICT,
        EventType.APPOINTMENT,
        EventType.HEALTH,
    }
)
"""Types of events that befall someone: their target is worth a line even without a name."""
GATHERING: Final = re.compile(
    r"\b(?:convention|conference|summit|meeting|games|polls|ceremony|event|facility|hospital|clinic)$", re.IGNORECASE
)
"""How words for what is attended end: nobody is hurt or named there."""
PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
TO_PLACES: Final = frozenset(
    {EventType.MEETING, EventType.RESCUE, EventType.CULTURE, EventType.SCIENCE, EventType.OTHER}
)
"""Types of events whose place may look like their target: "travelled to the country"."""
BEHIND: Final = re.compile(r"(?:that )?(?:it|they) (?:was|were) (?:behind|responsible for)\b", re.IGNORECASE)
NEXT: Final = 25
"""How far behind its trigger an event's target may stand to be told in one breath with it."""
BEFORE: Final = 60
"""How far before its trigger it may stand: "the mayor was on Monday arrested"."""
SAID: Final = 60
"""How much of what a statement says is shown at least."""
MOST_PLACES: Final = 3
MOST_TWINS: Final = 4
"""How many other places that give the same day are noted."""
NOUN: Final = re.compile(r"\b(?:the|a|an|this|of|its|his|her|their)\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
"""What stands before a trigger that is a noun: those whom it hurt are not its object."""
CLAUSE_END: Final = re.compile(
    r"[,:](?!\d)|[;!?()\n]|(?<![A-Z])\.(?=\s|$)|\s[-–—](?!\s?\d)"
    r"|\s(?:and|but)\s(?=(?:its|his|her|their|the|was|were|is|has|had|he|she|it|they|that|two|three|four|a|an|one|then)\b)"
)


def event_card(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return the facts of the main event; none where there is no event."""
    if not found.events:
        return ()
    event = found.events[0]
    out = [what(found, on, event)]
    out.extend(what(found, on, other) for other in found.events[1:] if other.status != "background")
    if event.place:
        spans = [place.span for place in event.place]
        label = labels.clipped(", ".join(named.name(found, place) for place in event.place[:MOST_PLACES]), 60)
        out.append(Fact(FactKind.WHERE, label, phrase(on, spans[0], *spans[1:]), _entities(event.place, event.id)))
    when = next((date for date in found.dates if date.id == event.when), None)
    if when is not None:
        label_of_day = labels.day(on.text, when)
        also = [
            d.span for d in found.dates if d is not when and when.first and (d.first, d.last) == (when.first, when.last)
        ]
        refs = (when.id, event.id)
        out.append(
            Fact(
                FactKind.WHEN,
                label_of_day,
                phrase(on, when.span),
                refs,
                merged(phrase(on, s) for s in also[:MOST_TWINS]),
            )
        )
    ids = frozenset(event.figures)
    own = [figure for figure in found.figures if figure.id in ids and tells(on.text, figure)]
    counted = [figure.span for figure in own if figure.role in HURT]
    out.extend(_who(found, on, event, counted))
    tolls = {(figure.role, figure.value) for figure in own if figure.role in HURT and figure.value is not None}
    again = [f for f in found.figures if f.id not in ids and (f.role, f.value) in tolls and f.part_of is None]
    out.extend(said_once(on, (*own, *again), event.id))
    return tuple(out)


def what(found: Analysis, on: Ground, event: Event) -> Fact:
    """Return the fact that `event` happened."""
    parts = [*(source.span for source in (*event.target[:1], *event.agent[:1], *event.means[:1]))]
    near = [span for span in parts if on.sentence(span.start) == on.sentence(event.trigger.start)]
    if event.type is EventType.STATEMENT:
        # What is said tells more than the long name of who says it.
        said = [claim.span for claim in found.claims if claim.cue is not None and claim.cue.overlaps(event.trigger)]
        near = [Span(span.start, min(span.end, span.start + SAID)) for span in said[:1]] + near
    return Fact(FactKind.EVENT, what_label(found, event), phrase(on, event.trigger, *near), (event.id,))


def what_label(found: Analysis, event: Event) -> str:
    """Return what happened in a few words: "attack, ballistic missiles", "legal: treasurer arrested"."""
    text = found.article.text
    trigger = " ".join(event.trigger.of(text).split())
    target = event.target[0] if event.target else None
    doer = event.agent[0].span if event.agent and event.type in NATURE else None
    is_told = doer is not None and trigger.lower() in doer.of(text).lower()
    if doer is not None and target is not None and doer.end <= event.trigger.start and not is_told:
        words = f"{labels.clipped(doer.of(text), 24)} {trigger} {named.name(found, target)}"
        return f"{event.type.value}: {words}"
    if event.means:
        trigger = f"{trigger}, {labels.clipped(event.means[0].span.of(text), 30)}"
    elif target is not None and NOUN.search(text, max(0, event.trigger.start - BEFORE), event.trigger.start):
        trigger = labels.clipped(text[event.trigger.start : _clause_end(text, event.trigger.end)], 40)
    elif target is not None and target.span.end <= event.trigger.start <= target.span.end + BEFORE:
        trigger = f"{named.name(found, target)} {trigger}"
    elif target is not None and target.span.start - event.trigger.end in range(NEXT):
        trigger = labels.clipped(text[event.trigger.start : target.span.end], 44)
    else:
        trigger = labels.clipped(text[event.trigger.start : _clause_end(text, event.trigger.end)], 40)
    trigger = trigger.strip(" '’‘“”\"")
    says_type = event.type is EventType.OTHER or trigger.lower().startswith(event.type.value)
    return trigger if says_type else f"{event.type.value}: {trigger}"


def _clause_end(text: str, at: int) -> int:
    """Return where the clause ends that `at` lies in, as far as signs tell."""
    end = CLAUSE_END.search(text, at, at + BEFORE)
    return end.start() if end else min(len(text), at + BEFORE)


def _who(found: Analysis, on: Ground, event: Event, counted: list[Span]) -> list[Fact]:
    """Return who did it and to whom; those who are `counted` among the victims have a line of their own."""
    responsible = [
        claim.source.span for claim in found.claims if claim.source is not None and _takes_it(found.article.text, claim)
    ]
    out = []
    for source in event.agent[:2]:
        if event.type in NATURE or (
            source.entity is None and event.type is EventType.ECONOMY and not _can_act(found, source)
        ):
            continue
        own = on.sentence(source.span.start)
        claims = any(source.span.overlaps(span) for span in responsible) or any(
            own.contains(claim.span) and BEHIND.match(on.text, claim.span.start) for claim in found.claims
        )
        label = named.name(found, source) + (" (claims)" if claims else "")
        out.append(Fact(FactKind.WHO, label, phrase(on, source.span), _entities((source,), event.id)))
    out.extend(
        Fact(FactKind.WHO, named.name(found, source), phrase(on, source.span), _entities((source,), event.id))
        for source in event.target[:2]
        if _is_worth_it(found, event, source)
        and not any(source.span.overlaps(other) for other in (*counted, *(place.span for place in event.place)))
    )
    return out


def _takes_it(text: str, claim: Claim) -> bool:
    """Return whether someone claims a deed: "claimed responsibility", "was claimed by"."""
    if claim.status is ClaimStatus.CLAIMED and claim.cue is not None:
        return text.startswith(" by ", claim.cue.end)
    return claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY


def _is_worth_it(found: Analysis, event: Event, target: Source) -> bool:
    """Return whether a target is worth a line: a name, or someone whom a grave event befell."""
    if GATHERING.search(target.span.of(found.article.text)):
        return False
    types = {entity.id: entity.type for entity in found.entities}
    if event.type in TO_PLACES and types.get(target.entity or "") in PLACES:
        return False
    return target.entity is not None or (event.type in NAMED_TARGET and event.type is not EventType.APPOINTMENT)


def _can_act(found: Analysis, source: Source) -> bool:
    """Return whether someone without a name can do something to the economy: a bank, no price."""
    return source.span.of(found.article.text).rsplit(" ", 1)[-1].lower() in SAYERS


def _entities(sources: Iterable[Source], event: str) -> tuple[str, ...]:
    return (*dict.fromkeys(source.entity for source in sources if source.entity is not None), event)

"""The choice of key facts: the event card, the figures that matter, who says so, and the background."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.facts import labels
from briefing.facts.card import event_card, what
from briefing.facts.evidence import Ground, ground, phrase
from briefing.facts.numbers import numbers
from briefing.facts.occasion import is_of_a_side_clause, is_vague
from briefing.facts.repeating import new_figures, unsaid
from briefing.facts.sections import COSTLY
from briefing.facts.setting import setting
from briefing.facts.statements import statements
from briefing.facts.telling import telling
from briefing.model import Analysis, Event, Fact, FactKind, Span, Timex, TimexType

MOST: Final = 24
"""How many facts fit two screens of the panel."""
MOST_BACKGROUND: Final = 3
FIRST: Final = 10
"""How many facts are seen at once."""
ROOM: Final = 2
"""How many of them are left to what is told beside the main event."""


def key_facts(found: Analysis) -> tuple[Fact, ...]:
    """Return the facts that a reader must know, the most important first; none where nothing was found."""
    on = ground(found)
    card = _once(found, on, event_card(found, on))
    card = (*card, *setting(found, on, card))
    beside = numbers(found, on, {ref for fact in card for ref in fact.refs})
    said = statements(found, on)
    room = FIRST - len(card) - len(beside)
    more = telling(found, on, (*card, *said[: max(0, room - ROOM)]), room=room - len(said))
    beside = new_figures(found, on, beside, (*card, *more))
    beside = unsaid(found, beside, said[: max(0, FIRST - len(card) - len(more) - len(beside))])
    figured = {fact.label for fact in beside}
    past = [fact for fact in _background(found, on) if fact.label.split(": ", 1)[-1] not in figured]
    return _without_twins((*card, *more, *beside, *said, *past))[:MOST]


def _once(found: Analysis, on: Ground, card: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the event card without figures that its other lines tell; what an event cost keeps its heading."""
    if found.events and found.events[0].type in COSTLY:
        return card
    told = [fact for fact in card if fact.kind is not FactKind.FIGURE]
    return (*told, *new_figures(found, on, [fact for fact in card if fact.kind is FactKind.FIGURE], told))


def _background(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    dates = {date.id: date for date in found.dates}
    out = []
    for event in found.events[1:]:
        if event.status != "background" or not (event.agent or event.target or event.figures):
            continue
        when = dates.get(event.when or "")
        if when is None or when.first is None or when.type is TimexType.DURATION:
            continue
        past = _past(found, on, event, when)
        if past is not None:
            out.append(past)
    return tuple(out[:MOST_BACKGROUND])


def _past(found: Analysis, on: Ground, event: Event, when: Timex) -> Fact | None:
    """Return the fact of an earlier event with its day; None where its words do not say who did what, or the day is another's."""
    told = what(found, on, event)
    if told is None or is_vague(on.text, when) or is_of_a_side_clause(on.text, event.trigger, when.span):
        return None
    label = f"{labels.day(on.text, when)}: {told.label}"
    return Fact(FactKind.EVENT, label, phrase(on, event.trigger, when.span), (event.id, when.id))


def _without_twins(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts without those that say with the same words what an earlier one of their kind says."""
    seen: set[tuple[FactKind, str, Span | None]] = set()
    out = []
    for fact in facts:
        says = fact.kind in (FactKind.CLAIM, FactKind.QUOTE)
        key = (fact.kind, fact.label.lower(), fact.span if says else None)
        if key not in seen:
            seen.add(key)
            out.append(fact)
    return tuple(out)

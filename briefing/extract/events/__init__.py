"""Events: what happened, who did it to whom, where and when; the main event first."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.events.choice import main_trigger
from briefing.extract.events.filling import main_event
from briefing.extract.events.others import background, beside, next_to_it
from briefing.extract.events.predicate import with_predicates
from briefing.extract.events.seen import seen
from briefing.extract.events.told import Told
from briefing.model import Analysis


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its events: the main one first, those told beside it after it, each with its own date."""
    readings, by_sentence, known = seen(found)
    main = main_trigger(readings, by_sentence)
    told = Told(found, readings, by_sentence, known)
    if main is None:
        return found
    event = main_event(told, main)
    others = beside(told, main, event) or next_to_it(told, main, event)
    events = with_predicates(told, (event, *others, *background(told, main, event)))
    return replace(
        found,
        events=tuple(replace(one, id=f"E{number}") for number, one in enumerate(events, 1)),
    )

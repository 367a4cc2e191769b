"""The event card: what happened, where, when, who, to whom, and how many were hurt."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from briefing.facts import labels, named
from briefing.facts.actors import actors, entities_of
from briefing.facts.doers import LONGEST_ACRONYM
from briefing.facts.evidence import merged, phrase
from briefing.facts.figure_sense import HURT, is_bare, tells
from briefing.facts.ground import Ground
from briefing.facts.news import what
from briefing.facts.numbers import said_once
from briefing.facts.occasion import is_its_day
from briefing.facts.sections import COSTLY
from briefing.facts.supposed import is_supposed
from briefing.model import (
    Analysis,
    Event,
    EventType,
    Fact,
    FactKind,
    Source,
    Timex,
    TimexType,
)

CONTEST: Final = re.compile(
    r"\b(?:forum|debate|race|caucus(?:es)?|primar(?:y|ies)|poll|polls|interview|news conference)$", re.IGNORECASE
)
OF_CONTEST: Final = re.compile(
    r"\sTODAY\b|\s(?:[Rr]epublican\s|[Dd]emocratic\s|GOP\s|presidential\s)?(?:caucus|caucuses|primary|primaries|race|poll|polls|vote|delegation|senator"
    r"|governor|lawmakers?|voters?)\b",
    re.IGNORECASE,
)
"""What a place is named beside where nothing else happens there: "the Iowa caucuses"."""
OF_OTHER: Final = re.compile(r"\s(?:suburb|neighbou?rhood|district|borough|village|town|suburbs) of\b")
"""What makes of a place the mark of another one: "the Buffalo suburb of Amherst"."""
FELT: Final = re.compile(r"\bfelt (?:as far (?:away )?as |in |across )?(?:in )?$")
LOOK: Final = 30
WEEKDAY: Final = re.compile(r"(?:day|night|morning|evening)\b")
ELSEWHERE: Final = re.compile(
    r"\b(?:born|raised|grew up|finish|finished|loss|defeat|win|victory|based|headquartered|educated)\s(?:in|at|near)\s(?:the\s)?$"
)
"""What stands before a place of something else: "parents who were born in Mexico"."""
WILL: Final = re.compile(r"(?:will|won['’]t)\b", re.IGNORECASE)
"""How a verb begins of which no day that is over can be the time."""
ASKED: Final = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|warn(?:s|ed|ing)?|told|tells?)\s(?:the\s)?$"
)
"""What stands before a place of which something is wanted: "calls on the U.S. to lead"."""
SHARES: Final = re.compile(
    r"['’]s?\s(?:[a-z]+\s){0,2}(?:shares?|stock|board|earnings|profits?|shareholders|chairman|chief|assets|debt)\b"
)
"""What a firm has that is called like a place."""
PART: Final = re.compile(r"(?:much|most|part|parts|some|all|half|both) (?:of )?(?:the )?", re.IGNORECASE)
LONGEST_TIME: Final = timedelta(days=366)
MOST_PLACES: Final = 3
MOST_TWINS: Final = 4
"""How many other places that give the same day are noted."""


def event_card(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return the facts of the main event; none where there is no event."""
    if not found.events:
        return ()
    event = found.events[0]
    beside = [other for other in found.events[1:] if other.status != "background"]
    is_so = not is_supposed(found, event)
    main = what(found, on, event) if is_so else None
    out = [main] if main is not None else []
    for other in beside:
        told = what(found, on, other) if not _is_spoken_of(event, other) else None
        if told is not None:
            _add(on, out, told, other)
    placed = next((one for one in (event, *beside) if any(_is_where(found, place) for place in one.place)), event)
    where = [place for place in placed.place if _is_where(found, place)]
    if where:
        # A name shows where better than "a hospital" does.
        spans = [place.span for place in sorted(where, key=lambda place: place.entity is None)]
        called = [
            named.as_in_body(found, place.span, PART.sub("", named.name(found, place), count=1))
            for place in where[:MOST_PLACES]
        ]
        label = labels.clipped(
            ", ".join(one.title() if one.isupper() and len(one) > LONGEST_ACRONYM else one for one in called), 60
        )
        out.append(Fact(FactKind.WHERE, label, phrase(on, spans[0], *spans[1:]), entities_of(tuple(where), placed.id)))
    when = _when(found, on, event)
    if when is not None and (is_so or when.first == when.last) and not _is_age(when) and is_its_day(on, event, when):
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
    own = [figure for figure in own if event.type in COSTLY or not is_bare(on.text, figure)]
    counted = [figure.span for figure in own if figure.role in HURT]
    out.extend(actors(found, on, event, counted))
    tolls = {(figure.role, figure.value) for figure in own if figure.role in HURT and figure.value is not None}
    again = [f for f in found.figures if f.id not in ids and (f.role, f.value) in tolls and f.part_of is None]
    out.extend(said_once(on, (*own, *again), event.id))
    return tuple(out)


def _when(found: Analysis, on: Ground, event: Event) -> Timex | None:
    """Return the date of an event; of its sentence the day where only an hour is known, none where it would lie ahead of the past."""
    when = next((date for date in found.dates if date.id == event.when), None)
    if when is None:
        return None
    if when.type is TimexType.TIME and when.first is None:
        own = on.sentence(when.span.start)
        days = (date for date in found.dates if own.contains(date.span) and WEEKDAY.search(date.span.of(on.text)))
        return next(days, when)
    published = found.article.day
    is_ahead = published is not None and when.first is not None and when.first > published
    is_over = published is not None and when.last is not None and when.last < published
    if is_over and event.verb is not None and WILL.match(found.article.text, event.verb.start):
        return None
    is_told = event.verb is not None and event.verb.overlaps(event.trigger)
    is_subject = event.subject is not None and event.subject.span.contains(event.trigger)
    return None if is_ahead and event.verb is not None and not (is_told or is_subject) else when


def _is_age(when: Timex) -> bool:
    """Return whether a date is longer than a year: "in the 1950s" is when nothing happened."""
    return when.first is not None and when.last is not None and when.last - when.first > LONGEST_TIME


def _add(on: Ground, out: list[Fact], fact: Fact, event: Event) -> None:
    """Add the fact of an event to `out`, or the event alone to one whose words tell of it."""
    for at, told in enumerate(out):
        if fact.label.startswith(told.label):
            out[at] = replace(fact, refs=(*told.refs, event.id))
            return
        if told.span.contains(event.trigger) and event.trigger.of(on.text) in told.label:
            out[at] = replace(told, refs=(*told.refs, event.id))
            return
    out.append(fact)


def _is_where(found: Analysis, place: Source) -> bool:
    """Return whether something can happen there: no debate, and no state that only a vote is named for."""
    text, (start, end) = found.article.text, (place.span.start, place.span.end)
    return not (
        CONTEST.search(text, start, end)
        or any(behind.match(text, end) for behind in (OF_CONTEST, OF_OTHER, SHARES))
        or any(before.search(text, max(0, start - LOOK), start) for before in (FELT, ASKED, ELSEWHERE))
    )


def _is_spoken_of(event: Event, other: Event) -> bool:
    """Return whether a statement has `other` for its object: "condemned the bombing" needs no line for the bombing."""
    return event.type is EventType.STATEMENT and other.when is None

"""Events: what happened, who did it to whom, where and when; the main event first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.extract.events.clauses import Reading, read
from briefing.extract.events.lexicon import lexicon
from briefing.extract.events.slots import CASUALTIES, Slots, day_of, figures_in, names, slots
from briefing.extract.events.triggers import Trigger, topic_counts, triggers
from briefing.model import Analysis, ClaimStatus, Event, EventType, Role, Source, Span

POSITION: Final = (4.0, 2.0, 0.5)
"""What standing in the first, second and third sentence adds; the headline counts as the first."""
MAX_SENTENCES: Final = 400
MAX_EVENTS: Final = 12
ENDS: Final = re.compile(r"[.!?][\"”'’)]*\s+(?=[\"“‘'(]?[A-Z])|\n+")


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its events: the main one first, those told beside it after it, each with its own date."""
    words = lexicon()
    readings = [
        read(found.article.text, span, index, words, is_headline=_in_headline(found, span))
        for index, span in enumerate(_sentences(found)[:MAX_SENTENCES])
    ]
    topics = topic_counts(readings, words)
    by_sentence = [triggers(reading, words, topics) for reading in readings]
    main = _main(readings, by_sentence)
    if main is None:
        return found
    event = _main_event(found, readings, by_sentence, main)
    others = _background(found, readings, by_sentence, main=main, event=event)
    events = tuple(replace(one, id=f"E{number}") for number, one in enumerate((event, *others), 1))
    return replace(found, events=events)


def _sentences(found: Analysis) -> tuple[Span, ...]:
    if found.sentences:
        return found.sentences
    text, start, out = found.article.text, 0, []
    for match in ENDS.finditer(text):
        if match.start() > start:
            out.append(Span(start, match.start() + 1))
        start = match.end()
    if start < len(text):
        out.append(Span(start, len(text)))
    return tuple(out)


def _in_headline(found: Analysis, span: Span) -> bool:
    return found.article.headline_end is not None and span.start < found.article.headline_end


def _main(readings: list[Reading], by_sentence: list[list[Trigger]]) -> Trigger | None:
    """Return the trigger of the main event: the best of the title and the lead."""
    headline = [trigger for reading in readings if reading.is_headline for trigger in by_sentence[reading.index]]
    told = {trigger.type for trigger in headline}
    stems = {trigger.base[:5] for trigger in headline}
    body = [reading for reading in readings if not reading.is_headline]
    best: tuple[float, Trigger] | None = None
    for place, reading in enumerate(body[: len(POSITION)]):
        for trigger in by_sentence[reading.index]:
            score = trigger.score + POSITION[place]
            score += 1.5 * (trigger.type in told) + 1.5 * (trigger.base[:5] in stems)
            if best is None or score > best[0]:
                best = (score, trigger)
    for trigger in headline:
        score = trigger.score + POSITION[0]
        if best is None or score > best[0] + 1.0:
            best = (score, trigger)
    if best is None:
        rest = [trigger for found in by_sentence for trigger in found]
        return max(rest, key=lambda trigger: trigger.score, default=None)
    return best[1]


def _main_event(found: Analysis, readings: list[Reading], by_sentence: list[list[Trigger]], main: Trigger) -> Event:
    known = names(found)
    own = slots(readings[main.sentence], main, known)
    when = day_of(readings[main.sentence], main, found.dates)
    about = [main.sentence]
    for reading in readings:
        for trigger in by_sentence[reading.index]:
            if reading.index == main.sentence or not _same_event(trigger, main):
                continue
            other_day = day_of(reading, trigger, found.dates)
            if when is not None and other_day is not None and _days(found, when) != _days(found, other_day):
                continue
            about.append(reading.index)
            if reading.index > 6 and trigger.type is not main.type:
                continue
            own = _filled(own, slots(reading, trigger, known))
            when = when or other_day
    claimed = _responsibility(found)
    agent = claimed if claimed and main.type in (EventType.ATTACK, EventType.CRIME) else own.agent
    figures = _figures(found, readings, sorted(set(about)))
    return Event(
        "E1", main.type, main.span, agent, own.target, _unique(own.place), when, figures, "reported", _unique(own.means)
    )


def _same_event(trigger: Trigger, main: Trigger) -> bool:
    return trigger.type is main.type or trigger.base == main.base


def _days(found: Analysis, timex: str) -> tuple[object, object]:
    date = next(date for date in found.dates if date.id == timex)
    return date.first, date.last


def _filled(own: Slots, more: Slots) -> Slots:
    return Slots(own.agent or more.agent, own.target or more.target, own.place or more.place, own.means or more.means)


def _unique(sources: Iterable[Source]) -> tuple[Source, ...]:
    out: list[Source] = []
    for one in sources:
        if all(
            not one.span.overlaps(other.span) and (one.entity is None or one.entity != other.entity) for other in out
        ):
            out.append(one)
    return tuple(out)


def _responsibility(found: Analysis) -> tuple[Source, ...]:
    for claim in found.claims:
        if claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY and claim.source is not None:
            return (claim.source,)
    return ()


def _figures(found: Analysis, readings: list[Reading], about: list[int]) -> tuple[str, ...]:
    own = [
        figure
        for index in about
        for figure in figures_in(readings[index], found.figures)
        if figure.role in CASUALTIES or (figure.role is Role.MONEY and index == about[0])
    ]
    return tuple(figure.id for figure in sorted(own, key=lambda figure: figure.span))


def _background(
    found: Analysis, readings: list[Reading], by_sentence: list[list[Trigger]], *, main: Trigger, event: Event
) -> list[Event]:
    """Return the events with a day of their own that is not the main one's, in text order."""
    known = names(found)
    out: list[Event] = []
    for reading in readings:
        best = max(by_sentence[reading.index], key=lambda trigger: trigger.score, default=None)
        if best is None or best.type is EventType.STATEMENT or reading.index == main.sentence:
            continue
        when = day_of(reading, best, found.dates)
        if when is None or (event.when is not None and _days(found, when) == _days(found, event.when)):
            continue
        own = slots(reading, best, known)
        out.append(
            Event(
                "",
                best.type,
                best.span,
                own.agent,
                own.target,
                _unique(own.place),
                when,
                tuple(f.id for f in figures_in(reading, found.figures) if f.role in CASUALTIES),
                "background",
                own.means,
            )
        )
        if len(out) == MAX_EVENTS:
            break
    return out

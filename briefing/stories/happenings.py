"""Happenings: what, when, where, who and whom of the main event, and the events behind it, laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from briefing.model import Analysis, ClaimStatus, Event, EventType, Source, Span
from briefing.stories.days import each_means, share_a_day, timex_of, weekday, weekdays
from briefing.stories.figures import RECENT
from briefing.stories.hours import floats, hour_lines
from briefing.stories.mentioned import mentioned_lines
from briefing.stories.sources import Sides, origins, value
from briefing.stories.spelling import folded
from briefing.stories.statements import weighed
from briefing.stories.story import Comparison, Relation
from briefing.stories.where import PLACES, where_lines

ALIKE_KINDS: Final = {EventType.WEATHER: EventType.DISASTER}
"""A flood is weather to one report and a disaster to the next."""
EARLY: Final = 4
"""Events of an article among which the one is looked for that the others tell first."""

CLAIM_REACH: Final = 120
"""Characters from the name of a group to the end of its claim of responsibility."""


def event_lines(on: Sides) -> Iterator[Comparison]:
    """Yield a line for each slot of the main event that two articles fill, and for each event behind it."""
    mains = of_one_kind(on.analyses)
    if len(mains) > 1:
        yield from _what(mains, on)
    if mains:
        yield from hour_lines(on, mains)
        yield from _when(mains, on)
        yield from where_lines(mains, on)
    if len(mains) > 1:
        yield from _parties(mains, on, "who", lambda event: event.agent)
        yield from _parties(mains, on, "whom", lambda event: event.target)
    yield from _behind(on)
    days = {when.first for analysis, event in mains if (when := timex_of(analysis, event.when)) and when.first}
    yield from mentioned_lines(on, days)


def of_one_kind(analyses: Sequence[Analysis]) -> list[tuple[Analysis, Event]]:
    """Return of each article the event that most of them tell first, by kind: only these are one event, as far as can be told.

    An article that begins with something else ("the search was called off") tells it among its first events.
    """
    kinds = [_family(analysis.events[0]) for analysis in analyses if analysis.events]
    kind = max(kinds, key=lambda one: (kinds.count(one), -kinds.index(one)), default=None)
    return [
        (analysis, event)
        for analysis in analyses
        if (event := next((one for one in _early(analysis) if _family(one) == kind), None)) is not None
    ]


def _early(analysis: Analysis) -> Iterator[Event]:
    """Yield the main event, and those among the first behind it that are not long past."""
    published = analysis.article.day
    for number, event in enumerate(analysis.events[:EARLY]):
        when = timex_of(analysis, event.when)
        is_past = bool(when and when.last and published and (published - when.last).days > RECENT)
        if number == 0 or not is_past:
            yield event


def _family(event: Event) -> EventType:
    """Return the kind, one for those that reports of one event take for each other."""
    return ALIKE_KINDS.get(event.type, event.type)


def _what(mains: Sequence[tuple[Analysis, Event]], on: Sides) -> Iterator[Comparison]:
    values = tuple(value(analysis, event.trigger, ref=event.id) for analysis, event in mains)
    kinds = " or ".join(dict.fromkeys(event.type.value for _, event in mains))
    yield Comparison("what", Relation.SAME, values, f"the same kind of event: {kinds}", origins(values, on))


def _when(mains: Sequence[tuple[Analysis, Event]], on: Sides) -> Iterator[Comparison]:
    found = [
        (analysis, when)
        for analysis, event in mains
        if (when := timex_of(analysis, event.when)) and when.first and not floats(analysis, when)
    ]
    values = tuple(value(analysis, when.span, ref=when.id) for analysis, when in found)
    if len(found) < 2:
        if values:
            yield Comparison("when", Relation.ONLY, values, "no other report gives its day", 1)
        return
    days = {(when.first, when.last) for _, when in found}
    firsts = sorted({when.first for _, when in found if when.first})
    if len(days) == 1:
        yield Comparison(
            "when", Relation.SAME, values, f"{each_means(values)} {weekday(firsts[0])}", origins(values, on)
        )
    elif share_a_day([when for _, when in found]):
        yield Comparison("when", Relation.COMPATIBLE, values, "one is exacter than the other", origins(values, on))
    else:
        # Days differ more often because two reports begin with different steps of one story than by a mistake.
        yield Comparison(
            "when", Relation.ADDS, values, f"steps on several days: {weekdays(firsts)}", origins(values, on)
        )


def _parties(
    mains: Sequence[tuple[Analysis, Event]], on: Sides, slot: str, of: Callable[[Event], tuple[Source, ...]]
) -> Iterator[Comparison]:
    found = [
        (analysis, one)
        for analysis, event in mains
        for one in of(event)
        if not _is_place(analysis, one) and not _is_counted(analysis, one)
    ]
    if len({analysis.article.id for analysis, _ in found}) < 2:
        return
    values = tuple(value(analysis, _with_claim(analysis, one), ref=one.entity) for analysis, one in found)
    things = [on.named(analysis, one.span) for analysis, one in found]
    each = [weighed(one.span.of(analysis.article.text)).keys() for analysis, one in found]
    if not all(things) and not set.intersection(*map(set, each)):
        # "The old town" and "people": neither is a name that the other could be another one for.
        return
    words = {" ".join(folded(one.span.of(analysis.article.text))) for analysis, one in found}
    if len(words) == 1 or (all(things) and len(set(things)) == 1):
        why = "the same under the same name" if len(words) == 1 else f'each names "{_name_of(found, things[0], on)}"'
        yield Comparison(slot, Relation.SAME, values, why, origins(values, on))
    elif frozenset.intersection(*things):
        yield Comparison(slot, Relation.ADDS, values, "one names more than the other", origins(values, on))
    else:
        yield Comparison(slot, Relation.COMPATIBLE, values, "named in different words", origins(values, on))


def _name_of(found: Sequence[tuple[Analysis, Source]], things: frozenset[int], on: Sides) -> str:
    """Return the fullest name that the first report has for what all of them name."""
    names = [
        entity.name
        for analysis, _ in found[:1]
        for entity in analysis.entities
        if on.thing(analysis, entity.id) in things
    ]
    return max(names, key=len, default="it")


def _with_claim(analysis: Analysis, agent: Source) -> Span:
    """Return the words that name who did it, and those in which they claim it where these follow."""
    for claim in analysis.claims:
        if claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY and 0 <= claim.span.end - agent.span.end <= CLAIM_REACH:
            return Span(agent.span.start, claim.span.end)
    return agent.span


def _is_counted(analysis: Analysis, source: Source) -> bool:
    """Return whether the words are a number of people, which stands in a line of its own: "two people"."""
    return any(figure.value is not None and figure.span.overlaps(source.span) for figure in analysis.figures)


def _is_place(analysis: Analysis, source: Source) -> bool:
    kinds = {entity.id: entity.type for entity in analysis.entities}
    return source.entity is not None and kinds.get(source.entity) in PLACES


def _behind(on: Sides) -> Iterator[Comparison]:
    """Yield a line for each earlier event of one kind and day that several articles tell."""
    held: dict[tuple[str, str], list[tuple[Analysis, Event]]] = {}
    for analysis in on.analyses:
        for event in analysis.events[1:]:
            when = timex_of(analysis, event.when)
            if when and when.first and when.first == when.last:
                held.setdefault((event.type.value, when.first.isoformat()), []).append((analysis, event))
    for (kind, day), events in held.items():
        if len({analysis.article.id for analysis, _ in events}) > 1:
            values = tuple(value(analysis, event.trigger, ref=event.id) for analysis, event in events)
            yield Comparison(
                f"earlier event: {kind}", Relation.COMPATIBLE, values,
                f"each tells of one on {weekday(date.fromisoformat(day))}", origins(values, on),
            )  # fmt: skip

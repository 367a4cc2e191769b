"""Happenings: what, when, where, who and whom of the main event, and the events behind it, laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from briefing.model import Analysis, ClaimStatus, EntityType, Event, EventType, Source, Span, Timex, TimexType
from briefing.stories.days import told_date, weekday, weekdays
from briefing.stories.figures import RECENT
from briefing.stories.hours import floats, hour_lines
from briefing.stories.sources import Sides, origins, value
from briefing.stories.spelling import folded
from briefing.stories.statements import weighed
from briefing.stories.story import Comparison, Relation, Value

PLACES: Final = (EntityType.FAC, EntityType.GPE, EntityType.LOC)
ALIKE_KINDS: Final = {EventType.WEATHER: EventType.DISASTER}
"""A flood is weather to one report and a disaster to the next."""
EARLY: Final = 4
"""Events of an article among which the one is looked for that the others tell first."""

POINTERS: Final = frozenset({"then", "that day", "the same day", "the day"})
"""Dates that only point back to another one."""
CLAIM_REACH: Final = 120
"""Characters from the name of a group to the end of its claim of responsibility."""


def event_lines(on: Sides) -> Iterator[Comparison]:
    """Yield a line for each slot of the main event that two articles fill, and for each event behind it."""
    mains = of_one_kind(on.analyses)
    if mains:
        yield from hour_lines(on, mains)
    if len(mains) > 1:
        yield from _what(mains, on)
        yield from _when(mains, on)
        yield from _where(mains, on)
        yield from _parties(mains, on, "who", lambda event: event.agent)
        yield from _parties(mains, on, "whom", lambda event: event.target)
    yield from _behind(on)
    yield from _dates(on, mains)


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
        when = _timex(analysis, event.when)
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
        if (when := _timex(analysis, event.when)) and when.first and not floats(analysis, when)
    ]
    if len(found) < 2:
        return
    values = tuple(value(analysis, when.span, ref=when.id) for analysis, when in found)
    days = {(when.first, when.last) for _, when in found}
    firsts = sorted({when.first for _, when in found if when.first})
    if len(days) == 1:
        yield Comparison("when", Relation.SAME, values, f"{_each(values)} {weekday(firsts[0])}", origins(values, on))
    elif _share_a_day([when for _, when in found]):
        yield Comparison("when", Relation.COMPATIBLE, values, "one is exacter than the other", origins(values, on))
    else:
        # Days differ more often because two reports begin with different steps of one story than by a mistake.
        yield Comparison(
            "when", Relation.ADDS, values, f"steps on several days: {weekdays(firsts)}", origins(values, on)
        )


def _each(values: Sequence[Value]) -> str:
    """Return how a reason begins in which all articles mean one thing."""
    return "both mean" if len({one.article for one in values}) == 2 else "all mean"


def _share_a_day(found: Sequence[Timex]) -> bool:
    firsts = [when.first for when in found if when.first]
    lasts = [when.last for when in found if when.last]
    return bool(firsts) and bool(lasts) and max(firsts) <= min(lasts)


def _where(mains: Sequence[tuple[Analysis, Event]], on: Sides) -> Iterator[Comparison]:
    found = [(analysis, event.place) for analysis, event in mains if event.place]
    if len(found) < 2:
        return
    each = [frozenset().union(*(on.named(analysis, one.span, *PLACES) for one in places)) for analysis, places in found]
    shared = frozenset.intersection(*each)
    if not shared:
        # "A base in the west" names no place itself; the report may name it further down.
        shared = frozenset.intersection(
            *(things | _called_so(*one, on) for one, things in zip(found, each, strict=True))
        )
    chosen = tuple(_holding(analysis, places, shared, on) for analysis, places in found)
    if shared:
        why = "the same place under " + (
            "one name" if len({folded(one.text) for one in chosen}) == 1 else "different names"
        )
        yield Comparison("where", Relation.SAME, chosen, why, origins(chosen, on))
    else:
        yield Comparison("where", Relation.COMPATIBLE, chosen, "one may be a part of the other", origins(chosen, on))


def _called_so(analysis: Analysis, places: Sequence[Source], on: Sides) -> frozenset[int]:
    """Return the places anywhere in the article that have the noun of an unnamed one in their names: "Karsk Air Base" for "a base"."""
    unnamed = [folded(place.span.of(analysis.article.text)) for place in places if not on.named(analysis, place.span)]
    nouns = tuple(words[-1] for words in unnamed if words)
    return frozenset(
        thing
        for entity in analysis.entities
        # Folded, "Air Base" is one word.
        if nouns and entity.type in PLACES and (folded(entity.name) or ("",))[-1].endswith(nouns)
        if (thing := on.thing(analysis, entity.id)) is not None
    )


def _holding(analysis: Analysis, places: Sequence[Source], shared: frozenset[int], on: Sides) -> Value:
    """Return the place that names the shared one, else that name where the article has it, else the first."""
    best = next((place for place in places if on.named(analysis, place.span, *PLACES) & shared), None)
    if best is None:
        for entity in analysis.entities if shared else ():
            if on.thing(analysis, entity.id) in shared:
                return value(analysis, entity.mentions[0].span, ref=entity.id)
        best = places[0]
    return value(analysis, best.span, ref=best.entity)


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
        yield Comparison(slot, Relation.SAME, values, "the same under the same name", origins(values, on))
    elif frozenset.intersection(*things):
        yield Comparison(slot, Relation.ADDS, values, "one names more than the other", origins(values, on))
    else:
        yield Comparison(slot, Relation.COMPATIBLE, values, "named in different words", origins(values, on))


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
            when = _timex(analysis, event.when)
            if when and when.first and when.first == when.last:
                held.setdefault((event.type.value, when.first.isoformat()), []).append((analysis, event))
    for (kind, day), events in held.items():
        if len({analysis.article.id for analysis, _ in events}) > 1:
            values = tuple(value(analysis, event.trigger, ref=event.id) for analysis, event in events)
            yield Comparison(
                f"earlier event: {kind}", Relation.COMPATIBLE, values,
                f"each tells of one on {weekday(date.fromisoformat(day))}", origins(values, on),
            )  # fmt: skip


def _dates(on: Sides, mains: Sequence[tuple[Analysis, Event]]) -> Iterator[Comparison]:
    """Yield a line for each other day that is told: by several articles, exacter by some, or by one alone."""
    main_days = {when.first for analysis, event in mains if (when := _timex(analysis, event.when))}
    held: list[list[tuple[Analysis, Timex]]] = []
    for analysis in on.analyses:
        for found in analysis.dates:
            if found.type not in {TimexType.DATE, TimexType.TIME} or not found.first or found.value.endswith("_REF"):
                continue
            words = found.span.of(analysis.article.text).lower()
            if (found.first in main_days and found.type is TimexType.DATE) or words in POINTERS:
                continue
            _place(held, analysis, found)
    for line in held:
        values = tuple(value(analysis, found.span, ref=found.id) for analysis, found in line)
        sides = {analysis.article.id for analysis, _ in line}
        kind = "time" if line[0][1].type is TimexType.TIME else "date"
        day = told_date(*max(line, key=_length))
        if len(sides) == 1:
            yield Comparison(f"{kind}: {day}", Relation.ONLY, values, "no other report names it", 1)
        elif len({found.value for _, found in line}) == 1:
            yield Comparison(f"{kind}: {day}", Relation.SAME, values, f"{_each(values)} {day}", origins(values, on))
        else:
            yield Comparison(f"{kind}: {day}", Relation.COMPATIBLE, values, _within(line), origins(values, on))


def _within(line: Sequence[tuple[Analysis, Timex]]) -> str:
    """Return which of several dates is the closest, and in which of them it lies."""
    ordered = sorted(line, key=_length)
    (where, closest), (there, loosest) = ordered[0], ordered[-1]
    if _lies_within(closest, loosest):
        return f"{told_date(where, closest)} lies within {told_date(there, loosest)}"
    return f"{told_date(where, closest)} and {told_date(there, loosest)} have days in common"


def _length(one: tuple[Analysis, Timex]) -> int:
    return (one[1].last - one[1].first).days if one[1].first and one[1].last else 0


def _lies_within(one: Timex, other: Timex) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return other.first <= one.first and one.last <= other.last


def _place(held: list[list[tuple[Analysis, Timex]]], analysis: Analysis, found: Timex) -> None:
    for line in held:
        other = line[0][1]
        if other.type is found.type and (
            other.value == found.value
            or (
                line[0][0] is not analysis
                and other.modifier == found.modifier == "since"
                and _share_a_day([other, found])
            )
            or (
                line[0][0] is not analysis
                and _is_month_of_day(found, other)
                and not _is_relative(line, analysis, found)
            )
        ):
            line.append((analysis, found))
            return
    held.append([(analysis, found)])


def _is_relative(line: list[tuple[Analysis, Timex]], analysis: Analysis, found: Timex) -> bool:
    """Return whether one of the dates is told as "this month", which is no coarser name of a day."""
    return any("month" in one.span.of(at.article.text).lower() for at, one in (*line, (analysis, found)))


def _is_month_of_day(one: Timex, other: Timex) -> bool:
    """Return whether one names the month in which the other one's day lies."""
    month, day = sorted((one.value, other.value), key=len)
    return len(month) == len("2023-10") and len(day) == len("2023-10-07") and day.startswith(month)


def _timex(analysis: Analysis, name: str | None) -> Timex | None:
    return next((found for found in analysis.dates if found.id == name), None) if name else None

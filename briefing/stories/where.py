"""Where: the place of the main event, under the names that the reports have for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.model import Analysis, EntityType, Event, Source
from briefing.stories.sources import Sides, origins, value
from briefing.stories.spelling import folded
from briefing.stories.story import Comparison, Relation, Value

PLACES: Final = (EntityType.FAC, EntityType.GPE, EntityType.LOC)


def where_lines(mains: Sequence[tuple[Analysis, Event]], on: Sides) -> Iterator[Comparison]:
    """Yield the line of the place, one report's alone where no other names it."""
    found = [(analysis, event.place) for analysis, event in mains if event.place]
    if len(found) == 1:
        found = _with_those_that_name_it(*found[0], on)
    if not found:
        return
    if len(found) == 1:
        [(analysis, places)] = found
        named = value(analysis, places[0].span, ref=places[0].entity)
        yield Comparison("where", Relation.ONLY, (named,), "no other report names it", 1)
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


def _with_those_that_name_it(
    analysis: Analysis, places: tuple[Source, ...], on: Sides
) -> list[tuple[Analysis, tuple[Source, ...]]]:
    """Return a report's place, and the first mention of it in each other report that names it."""
    things = frozenset().union(*(on.named(analysis, one.span, *PLACES) for one in places))
    found: list[tuple[Analysis, tuple[Source, ...]]] = []
    for other in on.analyses:
        if other is analysis:
            found.append((analysis, places))
            continue
        named = (one for one in other.entities if one.type in PLACES and on.thing(other, one.id) in things)
        found += [(other, (Source(one.mentions[0].span, one.id),)) for one in list(named)[:1]]
    return found


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

"""Things: what is named in a story, each with its names, while it is found out which of them are one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.entities.lexicons import lexicons
from briefing.model import Analysis, Entity, EntityType, MentionForm
from briefing.stories.spelling import FIRMS, JOINERS, core, folded

Words = tuple[str, ...]

SORTS: Final = {
    EntityType.PERSON: "person",
    EntityType.ORG: "body",
    EntityType.GPE: "place",
    EntityType.LOC: "place",
    EntityType.FAC: "place",
    EntityType.NORP: "people",
}
"""Types that are told apart when names are joined; all others are things."""
BODIES: Final = frozenset({"body", "place", "thing"})
"""Sorts that one report may take for another: a hospital is a place and a body."""
LONGER: Final = re.compile(r"(?: in |, )")
"""What joins a place to the name before it: "Promises Treatment Center in Malibu", "Modesto, California"."""


@dataclass(slots=True)
class Thing:
    """One thing while its names are collected."""

    sort: str
    names: Counter[str] = field(default_factory=Counter)
    forms: set[Words] = field(default_factory=set)
    articles: dict[str, None] = field(default_factory=dict)
    types: Counter[EntityType] = field(default_factory=Counter)
    entities: list[tuple[str, str]] = field(default_factory=list)
    """Ids of articles and of entities in them."""
    why: list[str] = field(default_factory=list)
    """What joined its names, in the order in which they were."""
    apart: set[str] = field(default_factory=set)
    """Names that the user has said to be another's."""

    @property
    def weight(self) -> int:
        """How often it is named."""
        return sum(self.names.values())

    @property
    def group(self) -> str:
        """Its sort, one for those that one report may take for another."""
        return "thing" if self.sort in BODIES else self.sort

    @property
    def kind(self) -> EntityType:
        """The type that most of its mentions have."""
        return max(self.types, key=lambda kind: (self.types[kind], kind))

    @property
    def plainest(self) -> str:
        """The name that it is called most often."""
        return min(self.names, key=lambda name: (-self.names[name], name))


def gathered(analyses: Iterable[Analysis]) -> list[Thing]:
    """Return each named thing of each article, its mentions within the article joined already."""
    return [
        thing
        for analysis in analyses
        for starts in (_place_names(analysis),)
        for entity in analysis.entities
        if (thing := _thing(analysis, entity, starts)) is not None
    ]


def paired(things: list[Thing], pairs: Iterable[tuple[int, int]], *, why: str) -> list[Thing]:
    """Return the things with those of each pair joined, for the reason `why`, but what the user keeps apart."""
    parent = list(range(len(things)))

    def top(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    apart = {number: set(thing.apart) for number, thing in enumerate(things) if thing.apart}
    names = {number: set(thing.names) for number, thing in enumerate(things)} if apart else {}
    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        if first == second:
            continue
        if apart:
            if apart.get(first, set()) & names[second] or apart.get(second, set()) & names[first]:
                continue
            names[first] |= names[second]
            apart[first] = apart.get(first, set()) | apart.get(second, set())
        parent[second] = first
        here, there = sorted(things[number].plainest for number in (one, other))
        if here != there:
            things[first].why.append(f'"{here}" and "{there}": {why}')
            things[first].why += things[second].why
            things[second].why = []
    merged: dict[int, Thing] = {}
    for number, thing in enumerate(things):
        place = top(number)
        if place not in merged:
            merged[place] = thing
            continue
        into = merged[place]
        into.names.update(thing.names)
        into.forms |= thing.forms
        into.articles.update(thing.articles)
        into.types.update(thing.types)
        into.entities += thing.entities
        into.apart |= thing.apart
        into.why += thing.why
        into.sort = SORTS.get(into.kind, "thing")
    return list(merged.values())


def _thing(analysis: Analysis, entity: Entity, starts: dict[int, int]) -> Thing | None:
    text = analysis.article.text
    names = Counter(
        " ".join(mention.span.of(text).split()) for mention in entity.mentions if mention.form is MentionForm.NAME
    )
    if not names:
        return None
    forms = {form for name in names if (form := _form(name, entity.type))}
    names.update(_placed(analysis, entity, starts))
    return Thing(
        SORTS.get(entity.type, "thing"), names, forms, {analysis.article.id: None}, Counter({entity.type: names.total()}),
        [(analysis.article.id, entity.id)],
    )  # fmt: skip


def _place_names(analysis: Analysis) -> dict[int, int]:
    """Return where each name of a place ends, by where it starts."""
    return {
        mention.span.start: mention.span.end
        for entity in analysis.entities
        if entity.type is EntityType.GPE
        for mention in entity.mentions
        if mention.form is MentionForm.NAME
    }


def _placed(analysis: Analysis, entity: Entity, starts: dict[int, int]) -> list[str]:
    """Return the names of `entity` with the place that stands behind them."""
    text = analysis.article.text
    found = []
    for mention in entity.mentions:
        joint = LONGER.match(text, mention.span.end) if mention.form is MentionForm.NAME else None
        wanted = {" in ": {EntityType.FAC}, ", ": {EntityType.GPE}}
        if joint and joint[0] == ", " and mention.span.of(text) in lexicons().country_of:
            continue
        if joint and entity.type in wanted[joint[0]] and (end := starts.get(joint.end())):
            found.append(" ".join(text[mention.span.start : end].split()))
    return found


def _form(name: str, kind: EntityType) -> Words:
    words = folded(name)
    if kind is EntityType.PERSON:
        return core(words)
    if kind in {EntityType.GPE, EntityType.ORG, EntityType.LOC}:
        country = lexicons().country_of.get(name) or lexicons().country_of.get(
            name.removeprefix("the ").replace(".", "")
        )
        if country:
            return folded(country)
    kept = tuple(word for word in words if word not in JOINERS and word not in FIRMS)
    return kept or words

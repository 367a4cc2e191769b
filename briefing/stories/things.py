"""Things: what is named in a story, each with its names, while it is found out which of them are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from briefing.extract.entities.lexicons import lexicons
from briefing.model import Analysis, Entity, EntityType, MentionForm
from briefing.stories.longer_names import longer_names, place_names
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
MORE_REPORTS: Final = 4
"""Times as many reports as name another thing of the same part, which may be a headline misread."""


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
        return (
            max(self.types, key=lambda kind: (self.types[kind], kind))
            if len(self.types) > 1
            else next(iter(self.types))
        )

    @property
    def plainest(self) -> str:
        """The name that it is called most often."""
        return (
            min(self.names, key=lambda name: (-self.names[name], name))
            if len(self.names) > 1
            else next(iter(self.names))
        )


def gathered(analyses: Iterable[Analysis]) -> list[Thing]:
    """Return each named thing of each article, its mentions within the article joined already."""
    return [
        thing
        for analysis in analyses
        for starts in (place_names(analysis),)
        for entity in analysis.entities
        if (thing := _thing(analysis, entity, starts)) is not None
    ]


SMALL_WORDS: Final = "the same but for small words"
BOTH: Final = "a report uses both for one"


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
            told = why
            if why == SMALL_WORDS and folded(here) != folded(there):
                # They were joined by another of their names: "Central Command (CENTCOM)" of one report has both.
                told = BOTH
            things[first].why.append(f'"{here}" and "{there}": {told}')
            things[first].why += things[second].why
            things[second].why = []
    merged: dict[int, Thing] = {}
    grown: dict[int, Thing] = {}
    for number, thing in enumerate(things):
        place = top(number)
        if place not in merged:
            merged[place] = thing
            continue
        into = merged[place]
        for name, count in thing.names.items():
            into.names[name] += count
        into.forms |= thing.forms
        into.articles |= thing.articles
        for kind, count in thing.types.items():
            into.types[kind] += count
        into.entities += thing.entities
        into.apart |= thing.apart
        into.why += thing.why
        grown[place] = into
    for into in grown.values():
        into.sort = SORTS.get(into.kind, "thing")
    return list(merged.values())


def most_named(numbers: list[int], things: Sequence[Thing]) -> list[int]:
    """Return the number of the one thing that far more reports name than name each of the others, else all numbers."""
    most = max(numbers, key=lambda number: len(things[number].articles))
    least = MORE_REPORTS * max((len(things[number].articles) for number in numbers if number != most), default=0)
    return [most] if len(things[most].articles) >= least else numbers


def _thing(analysis: Analysis, entity: Entity, starts: dict[int, int]) -> Thing | None:
    text = analysis.article.text
    names = Counter(
        [" ".join(mention.span.of(text).split()) for mention in entity.mentions if mention.form is MentionForm.NAME]
    )
    if not names:
        return None
    forms = {form for name in names if (form := form_of(name, entity.type))}
    if longer := longer_names(analysis, entity, starts):
        names.update(longer)
    return Thing(
        SORTS.get(entity.type, "thing"), names, forms, {analysis.article.id: None}, Counter({entity.type: names.total()}),
        [(analysis.article.id, entity.id)],
    )  # fmt: skip


@lru_cache(maxsize=16_384)
def form_of(name: str, kind: EntityType) -> Words:
    """Return the words by which a name of this type is compared: a person's without titles, a country's first name."""
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

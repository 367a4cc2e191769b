"""Aliases: the names of one thing joined across the articles of a story, rather too few than wrong ones.

Each article's entities come joined already. Across articles they are joined by the same name, by an acronym and its
long form, by spelling, and last by a part of a name where that part is unique within the story.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeAlias

from briefing.extract.entities.lexicons import lexicons
from briefing.model import NO_NAMES, Analysis, Entity, EntityType, MentionForm, Names
from briefing.stories.spelling import (
    FACILITIES,
    FIRMS,
    JOINERS,
    SHIPS,
    SHORTEST_BESIDE,
    SHORTEST_VARIANT,
    TITLES,
    core,
    folded,
    initials,
    is_variant,
    skeleton,
)
from briefing.stories.story import Alias

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
SHORTEST_ACRONYM: Final = 2
LONGEST_ACRONYM: Final = 8
SHORTEST_PART: Final = 4
"""Letters of a single word that may stand for a longer name."""
LONGER: Final = re.compile(r"(?: in |, )")
"""What joins a place to the name before it: "Promises Treatment Center in Malibu", "Modesto, California"."""


@dataclass(slots=True)
class _Thing:
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
        return sum(self.names.values())


Identities: TypeAlias = Mapping[tuple[str, str], int]
"""A number by article id and entity id: the same number for the same thing."""


def aliases(analyses: Sequence[Analysis]) -> tuple[Alias, ...]:
    """Return every named thing with all its names, the most named first."""
    return aliases_and_identities(analyses)[0]


def aliases_and_identities(
    analyses: Sequence[Analysis], *, own: Names = NO_NAMES
) -> tuple[tuple[Alias, ...], Identities]:
    """Return the aliases, and for each entity the number of its alias in them; `own` is what the user says of names."""
    found = sorted(_things(analyses, own), key=lambda thing: (-len(thing.articles), -thing.weight, min(thing.names)))
    return (
        tuple(_alias(thing) for thing in found),
        {pair: number for number, thing in enumerate(found) for pair in thing.entities},
    )


def _things(analyses: Sequence[Analysis], own: Names) -> list[_Thing]:
    things = [
        thing
        for analysis in analyses
        for starts in (_place_names(analysis),)
        for entity in analysis.entities
        if (thing := _thing(analysis, entity, starts)) is not None
    ]
    _kept_apart(things, own)
    for joining in (partial(_said_to_be_one, own=own), _same_names, _acronyms, _spellings, _parts_of_names):
        things = joining(things)
    return things


def _kept_apart(things: Sequence[_Thing], own: Names) -> None:
    """Tell each thing which names are another's."""
    for pair in own.parted:
        for thing in things:
            for name, other in (pair, pair[::-1]):
                if name in thing.names:
                    thing.apart.add(other)


def _said_to_be_one(things: list[_Thing], own: Names) -> list[_Thing]:
    """Join the things whose names the user has said to be of one."""
    having: dict[str, list[int]] = defaultdict(list)
    wanted = {name for pair in own.one for name in pair}
    for number, thing in enumerate(things):
        for name in thing.names.keys() & wanted:
            having[name].append(number)
    return _paired(
        things,
        [(here, there) for one, two in own.one for here in having[one] for there in having[two]],
        why="you said so",
    )


def _thing(analysis: Analysis, entity: Entity, starts: dict[int, int]) -> _Thing | None:
    text = analysis.article.text
    names = Counter(
        " ".join(mention.span.of(text).split()) for mention in entity.mentions if mention.form is MentionForm.NAME
    )
    if not names:
        return None
    forms = {form for name in names if (form := _form(name, entity.type))}
    names.update(_placed(analysis, entity, starts))
    return _Thing(
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


def _longer_names(things: Sequence[_Thing]) -> dict[str, set[Words]]:
    """Return the names of several words by the words at their ends."""
    within: dict[str, set[Words]] = defaultdict(set)
    for thing in things:
        for form in thing.forms:
            if len(form) > 1:
                within[form[-1]].add(form)
                within[form[0]].add(form)
    return within


def _same_names(things: list[_Thing]) -> list[_Thing]:
    """Join by names of several words, and by single ones where no longer name in the story has them."""
    within = _longer_names(things)
    first: dict[tuple[str, Words], int] = {}
    pairs = []
    for number, thing in enumerate(things):
        sort = "thing" if thing.sort in BODIES else thing.sort
        for form in sorted(thing.forms):
            # "Bush" in one article may be Reggie and in another George: only the whole name tells.
            if len(form) == 1 and thing.sort == "person" and len(within[form[0]]) > 1:
                continue
            pairs.append((number, first.setdefault((sort, form), number)))
    return _paired(things, pairs, why="the same but for small words")


def _acronyms(things: list[_Thing]) -> list[_Thing]:
    long: dict[str, set[int]] = defaultdict(set)
    for number, thing in enumerate(things):
        for name in thing.names if thing.sort != "person" else ():
            if len(words := folded(name)) > 1:
                for short in initials(words):
                    long[short].add(number)
    pairs = []
    for number, thing in enumerate(things):
        for name in thing.names:
            short = name.replace(".", "").replace("&", "")
            if short.isupper() and short.isalpha() and SHORTEST_ACRONYM <= len(short) <= LONGEST_ACRONYM:
                meant = long[short.lower()] - {number}
                if len(meant) == 1 and thing.sort != "person":
                    pairs.append((number, meant.pop()))
    return _paired(things, pairs, why="its initials")


def _spellings(things: list[_Thing]) -> list[_Thing]:
    near: dict[tuple[str, int], list[tuple[int, Words]]] = defaultdict(list)
    within = _longer_names(things)
    pairs = []
    for number, thing in enumerate(things):
        for form in sorted(thing.forms):
            # The family name of two people is neither's.
            if len(form) == 1 and thing.sort == "person" and len(within[form[0]]) > 1:
                continue
            sort = "thing" if thing.sort in BODIES else thing.sort
            for other, there in near[sort, len(form)]:
                if other != number and _is_spelled_alike(form, there):
                    pairs.append((number, other))
            near[sort, len(form)].append((number, form))
    return _paired(things, pairs, why="another spelling")


def _is_spelled_alike(one: Words, other: Words) -> bool:
    """Return whether two names of as many words differ in their spelling alone, a short word only beside equal ones."""
    differing = [(here, there) for here, there in zip(one, other, strict=True) if here != there]
    shortest = SHORTEST_BESIDE if len(differing) == 1 < len(one) else SHORTEST_VARIANT
    return all(is_variant(here, there, shortest=shortest) for here, there in differing)


def _parts_of_names(things: list[_Thing]) -> list[_Thing]:
    ends: dict[str, set[int]] = defaultdict(set)
    for number, thing in enumerate(things):
        for form in thing.forms:
            if len(form) > 1:
                for word in (form[0], form[-1], *(form[-2:-1] if form[-1] in FACILITIES else ())):
                    ends[skeleton(word)].add(number)
    pairs = []
    for number, thing in enumerate(things):
        for form in sorted(thing.forms):
            longer = {
                other: [name for name in things[other].forms if _is_part(form, name, thing.sort, things[other].sort)]
                for other in sorted(ends[skeleton(form[0])] | ends[skeleton(form[-1])])
                if other != number
            }
            meant = [other for other, names in longer.items() if names]
            if thing.sort == "body" and len(meant) > 1:
                # "Colts" are the Indianapolis Colts rather than what stands before "Colts coach".
                meant = [other for other in meant if any(name[-len(form) :] == form for name in longer[other])]
            if len(meant) == 1 and all(len(other) <= len(form) for other in thing.forms):
                pairs.append((number, meant[0]))
    return _paired(things, pairs, why="a part that nothing else here has in its name")


def _is_part(short: Words, long: Words, sort: str, other: str) -> bool:
    if len(short) >= len(long) or ("person" in {sort, other} and sort != other) or "people" in {sort, other}:
        return False
    if sort == "person":
        # A first name alone is left: it is shared too often.
        return is_variant(short[-1], long[-1]) and (len(short) == 1 or is_variant(short[0], long[0]))
    if sort != other or "-" in short[0] or all(word in FACILITIES or word in TITLES for word in short):
        return False
    if len(short) == 1 and (len(short[0]) < SHORTEST_PART or lexicons().country_of.get(short[0].capitalize())):
        return False
    if short[-1] in FACILITIES and long[-1] in FACILITIES and short[-1] != long[-1]:
        return False
    if len(long) == 2 and long[0] in SHIPS:
        return short == long[1:]
    if sort == "place":
        plain = tuple(word for word in long if word not in FACILITIES)
        return (len(short) > 1 and short == long[: len(short)]) or (short == plain and len(long) > len(plain))
    if len(short) == 1 and sort == "thing":
        return short == long[-1:]
    return short in {long[: len(short)], long[-len(short) :]}


def _paired(things: list[_Thing], pairs: Iterable[tuple[int, int]], *, why: str) -> list[_Thing]:
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
        here, there = sorted(_plainest(things[number]) for number in (one, other))
        if here != there:
            things[first].why.append(f'"{here}" and "{there}": {why}')
            if second != first:
                things[first].why += things[second].why
                things[second].why = []
    merged: dict[int, _Thing] = {}
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
        into.sort = SORTS.get(_kind(into), "thing")
    return list(merged.values())


def _plainest(thing: _Thing) -> str:
    """Return the name that the thing is called most often."""
    return min(thing.names, key=lambda name: (-thing.names[name], name))


def _kind(thing: _Thing) -> EntityType:
    return max(thing.types, key=lambda kind: (thing.types[kind], kind))


def _alias(thing: _Thing) -> Alias:
    kind = _kind(thing)
    plain = [name for name in thing.names if not LONGER.search(name)] or list(thing.names)
    fullest = max(plain, key=lambda name: (len(folded(name)), thing.names[name], len(name), name))
    names = sorted(thing.names, key=lambda name: (name != fullest, -thing.names[name], name))
    return Alias(fullest, kind, tuple(names), tuple(thing.articles), tuple(dict.fromkeys(thing.why)))

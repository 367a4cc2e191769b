"""Joining: what shows that two names of a story are one thing's, the surest first, rather too little than too much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.lexicons import lines
from briefing.extract.given_names import gender
from briefing.model import EntityType
from briefing.stories.given import are_one
from briefing.stories.parts import is_part
from briefing.stories.spelling import (
    FACILITIES,
    SHORTEST_BESIDE,
    SHORTEST_VARIANT,
    folded,
    initials,
    is_variant,
    skeleton,
    unowned,
)
from briefing.stories.things import SMALL_WORDS, Thing, Words, most_named, paired

SHORTEST_ACRONYM: Final = 2
LONGEST_ACRONYM: Final = 8
FEWEST_WORDS: Final = 3
"""Words of a name that is known in any order."""
STEM: Final = 5
"""Letters that a word keeps in another number: referendum and referenda."""


class _FamilyNames:
    """The longer names of a story, by which a single word is known to be the name of several people."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._longer: dict[str, list[Words]] = defaultdict(list)
        for form in {form for thing in things for form in thing.forms if len(form) > 1}:
            self._longer[form[-1]].append(form)
            self._longer[form[0]].append(form)

    def is_shared(self, form: Words, thing: Thing) -> bool:
        """Return whether a person's single name stands in several longer ones: "Bush" is Reggie or George."""
        if len(form) > 1 or thing.sort != "person":
            return False
        longer = self._longer.get(form[0], [])
        return any(not _are_one_person(longer[0], other) for other in longer[1:])


def same_names(things: list[Thing]) -> list[Thing]:
    """Join by names of several words, and by single ones where no longer name in the story has them."""
    family_names = _FamilyNames(things)
    first: dict[tuple[str, str], int] = {}
    pairs = []
    for number, thing in enumerate(things):
        # In one word, for "Trail Blazers" and "Trailblazers".
        pairs += [
            (number, first.setdefault((thing.group, "".join(unowned(form))), number))
            for form in sorted(thing.forms)
            if not family_names.is_shared(form, thing)
        ]
    return paired(things, pairs, why=SMALL_WORDS)


def acronyms(things: list[Thing]) -> list[Thing]:
    """Join by initials, "the" counted or not: THR is The Hollywood Reporter."""
    long: dict[str, set[int]] = defaultdict(set)
    for number, thing in enumerate(things):
        for name in thing.names if thing.sort != "person" else ():
            if len(words := folded(name)) > 1:
                for short in initials(words):
                    long[short].add(number)
                    if thing.group == "thing":
                        long[f"t{short}"].add(number)
    pairs = []
    for number, thing in enumerate(things):
        for name in thing.names:
            short = name.replace(".", "").replace("&", "")
            if short.isupper() and short.isalpha() and SHORTEST_ACRONYM <= len(short) <= LONGEST_ACRONYM:
                meant = long[short.lower()] - {number}
                if len(meant) == 1 and thing.sort != "person":
                    pairs.append((number, meant.pop()))
    return paired(things, pairs, why="its initials")


def nationalities(things: list[Thing]) -> list[Thing]:
    """Join the adjective of a country, where nobody is called so, to the country: "the Iranian army" is Iran's."""
    countries = {form: number for number, thing in enumerate(things) if thing.sort == "place" for form in thing.forms}
    pairs = []
    for number, thing in enumerate(things):
        # Whatever type it was taken for: "German" is no product.
        meant = {adjectives().get(name) for name in thing.names}
        country = countries.get(meant.pop() or ()) if len(meant) == 1 else None
        if country is not None:
            thing.types = Counter({things[country].kind: thing.weight})
            pairs.append((country, number))
    return paired(things, pairs, why="its adjective")


@lru_cache(maxsize=1)
def adjectives() -> dict[str, Words]:
    """Return the folded name of each country by its adjective, the first that the list has."""
    found = {}
    for line in lines("countries"):
        countries, _, peoples = line.partition("|")
        if adjective := peoples.split(",")[0].strip():
            found[adjective] = folded(countries.split(";")[0].strip())
    return found


def given_names(things: list[Thing]) -> list[Thing]:
    """Join people of one family name by a short form or an initial of the given one, where only one of them has it."""
    families: dict[str, list[tuple[int, Words]]] = defaultdict(list)
    for number, thing in enumerate(things):
        for form in sorted(thing.forms) if thing.sort == "person" else ():
            if len(form) > 1:
                families[form[-1]].append((number, form))
    pairs = []
    for family in families.values():
        for number, form in family:
            full = {other for other, there in family if len(there[0]) > 1 and _are_one_person(form, there)} - {number}
            if len(form[0]) > 1 or len(full) == 1:
                pairs += [(number, other) for other in sorted(full)]
    return paired(things, pairs, why="one family name, and given names that are one")


def _are_one_person(one: Words, other: Words) -> bool:
    """Return whether two full names may be of one person: middle names and initials may be left out."""
    if one[-1] != other[-1]:
        return False
    here, there = ([word for word in name[:-1] if len(word) > 1] or name[:1] for name in (one, other))
    return are_one(here[0], there[0])


def other_orders(things: list[Thing]) -> list[Thing]:
    """Join long names of the same words in another order: "Karsk City Council" is the "Council of the City of Karsk"."""
    first: dict[tuple[str, ...], list[tuple[int, Words]]] = defaultdict(list)
    pairs = []
    for number, thing in enumerate(things):
        for form in sorted(thing.forms) if thing.group == "thing" else ():
            if len(form) < FEWEST_WORDS:
                continue
            words = tuple(sorted(form))
            alike = first[tuple(word[:STEM] for word in words)]
            pairs += [(number, other) for other, there in alike if all(map(_have_one_stem, words, there))]
            alike.append((number, words))
    return paired(things, pairs, why="the same words")


def _have_one_stem(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > STEM and abs(len(one) - len(other)) <= 2 and one.isalpha())


def spellings(things: list[Thing]) -> list[Thing]:
    """Join by names of as many words that differ in their spelling alone."""
    near: dict[tuple[str, ...], list[tuple[int, Words]]] = defaultdict(list)
    family_names = _FamilyNames(things)
    pairs = []
    for number, thing in enumerate(things):
        for form in sorted(thing.forms):
            if family_names.is_shared(form, thing):
                continue
            # Words that are spelled alike have the same consonants, but for the one that makes a plural.
            held = near[(thing.group, *(skeleton(word).rstrip("s") for word in form))]
            pairs += [
                (number, other)
                for other, there in held
                if other != number and _is_spelled_alike(form, there) and not _are_man_and_woman(thing, form, there)
            ]
            held.append((number, form))
    return paired(things, pairs, why="another spelling")


def _are_man_and_woman(thing: Thing, one: Words, other: Words) -> bool:
    """Return whether two people's given names tell that they are two: Robert and Roberta."""
    if thing.sort != "person" or one[0] == other[0]:
        return False
    return {gender(" ".join(name).title()) for name in (one, other)} == {"m", "f"}


def _is_spelled_alike(one: Words, other: Words) -> bool:
    """Return whether two names of as many words differ in their spelling alone, a short word only beside equal ones."""
    differing = [(here, there) for here, there in zip(one, other, strict=True) if here != there]
    shortest = SHORTEST_BESIDE if len(differing) == 1 < len(one) else SHORTEST_VARIANT
    # "Election Commission" is "Elections Commission"; the Colt is not the Colts.
    inner = {frozenset(pair) for pair in zip(one[:-1], other[:-1], strict=True)}
    return all(
        is_variant(here, there, shortest=shortest)
        or (frozenset((here, there)) in inner and (f"{here}s" == there or f"{there}s" == here))
        for here, there in differing
    )


def parts_of_names(things: list[Thing]) -> list[Thing]:
    """Join by a part of a longer name, where nothing else in the story has it in its name."""
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
                other: [name for name in things[other].forms if is_part(form, name, thing, things[other])]
                for other in sorted(ends[skeleton(form[0])] | ends[skeleton(form[-1])])
                if other != number
            }
            meant = [other for other, names in longer.items() if names]
            if thing.sort == "body" and len(meant) > 1:
                # "Colts" are the Indianapolis Colts rather than what stands before "Colts coach".
                meant = [other for other in meant if any(name[-len(form) :] == form for name in longer[other])]
            if len(meant) > 1 and thing.sort == "body":
                meant = most_named(meant, things)
            if thing.sort == "body" and _is_place_too(form, things, ends):
                # "The Lenna" may be the River Lenna as well as Lenna Power.
                continue
            if len(meant) == 1 and all(len(other) <= len(form) for other in thing.forms):
                pairs.append((number, meant[0]))
    return paired(things, pairs, why="a part that nothing else here has in its name")


def _is_place_too(form: Words, things: Sequence[Thing], ends: Mapping[str, set[int]]) -> bool:
    """Return whether a single word of a body is also in the name of a river or the like."""
    return len(form) == 1 and any(
        things[other].kind is EntityType.LOC and any(len(name) > 1 and form[0] in name for name in things[other].forms)
        for other in ends.get(skeleton(form[0]), ())
    )


WAYS: Final = (same_names, acronyms, nationalities, spellings, given_names, other_orders, parts_of_names)
"""The ways in their order: each looks at what the earlier ones have joined."""

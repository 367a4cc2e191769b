"""Joining: what shows that two names of a story are one thing's, the surest first, rather too little than too much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from briefing.extract.entities.lexicons import lexicons
from briefing.stories.spelling import (
    FACILITIES,
    SHIPS,
    SHORTEST_BESIDE,
    SHORTEST_VARIANT,
    TITLES,
    folded,
    initials,
    is_variant,
    skeleton,
)
from briefing.stories.things import Thing, Words, paired

SHORTEST_ACRONYM: Final = 2
LONGEST_ACRONYM: Final = 8
SHORTEST_PART: Final = 4
"""Letters of a single word that may stand for a longer name."""


POLICE: Final = "police"
FORCES: Final = frozenset({"department", "force", "service"})
"""What may stand behind "police" or not."""


class _FamilyNames:
    """The longer names of a story, by which a single word is known to be the name of several people."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self._longer: dict[str, set[Words]] = defaultdict(set)
        for thing in things:
            for form in thing.forms:
                if len(form) > 1:
                    self._longer[form[-1]].add(form)
                    self._longer[form[0]].add(form)

    def is_shared(self, form: Words, thing: Thing) -> bool:
        """Return whether a person's single name stands in several longer ones: "Bush" is Reggie or George."""
        return len(form) == 1 and thing.sort == "person" and len(self._longer[form[0]]) > 1


def same_names(things: list[Thing]) -> list[Thing]:
    """Join by names of several words, and by single ones where no longer name in the story has them."""
    family_names = _FamilyNames(things)
    first: dict[tuple[str, Words], int] = {}
    pairs = []
    for number, thing in enumerate(things):
        pairs += [
            (number, first.setdefault((thing.group, form), number))
            for form in sorted(thing.forms)
            if not family_names.is_shared(form, thing)
        ]
    return paired(things, pairs, why="the same but for small words")


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


def spellings(things: list[Thing]) -> list[Thing]:
    """Join by names of as many words that differ in their spelling alone."""
    near: dict[tuple[str, int], list[tuple[int, Words]]] = defaultdict(list)
    family_names = _FamilyNames(things)
    pairs = []
    for number, thing in enumerate(things):
        for form in sorted(thing.forms):
            if family_names.is_shared(form, thing):
                continue
            for other, there in near[thing.group, len(form)]:
                if other != number and _is_spelled_alike(form, there):
                    pairs.append((number, other))
            near[thing.group, len(form)].append((number, form))
    return paired(things, pairs, why="another spelling")


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
    return paired(things, pairs, why="a part that nothing else here has in its name")


def _holds(long: Words, short: Words) -> bool:
    """Return whether the words of `short` stand in `long` in their order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _is_part(short: Words, long: Words, sort: str, other: str) -> bool:
    if len(short) >= len(long) or ("person" in {sort, other} and sort != other) or "people" in {sort, other}:
        return False
    if sort == "person":
        # A first name alone is left: it is shared too often.
        return is_variant(short[-1], long[-1]) and (len(short) == 1 or is_variant(short[0], long[0]))
    if len(long) == 2 and long[0] in SHIPS:
        return short == long[1:]
    if sort != other or "-" in short[0] or all(word in FACILITIES or word in TITLES for word in short):
        return False
    if len(short) == 1 and (len(short[0]) < SHORTEST_PART or lexicons().country_of.get(short[0].capitalize())):
        return False
    if short[-1] in FACILITIES and long[-1] in FACILITIES and short[-1] != long[-1]:
        return short == long[:-1] and short[-1] == POLICE and long[-1] in FORCES and len(short) > 1
    if len(short) > 2 and short[-1] in FACILITIES and (short[0], short[-1]) == (long[0], long[-1]):
        return _holds(long, short)
    if sort == "place":
        plain = tuple(word for word in long if word not in FACILITIES)
        return (len(short) > 1 and short == long[: len(short)]) or (short == plain and len(long) > len(plain))
    if len(short) == 1 and sort == "thing":
        return short == long[-1:]
    return short in {long[: len(short)], long[-len(short) :]}


WAYS: Final = (same_names, acronyms, spellings, parts_of_names)
"""The ways in their order: each looks at what the earlier ones have joined."""

"""Aliases: the names of one thing joined across the articles of a story, rather too few than wrong ones.

Each article's entities come joined already. Across articles they are joined by the same name, by an acronym and its
long form, by spelling, and last by a part of a name where that part is unique within the story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeAlias

from briefing.model import NO_NAMES, Analysis, Names
from briefing.stories.joining import WAYS, adjectives
from briefing.stories.longer_names import LONGER
from briefing.stories.meaning import with_meanings
from briefing.stories.spelling import folded
from briefing.stories.story import Alias
from briefing.stories.things import Thing, gathered, paired

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


def _things(analyses: Sequence[Analysis], own: Names) -> list[Thing]:
    things = gathered(analyses)
    _kept_apart(things, own)
    for joined in (partial(_said_to_be_one, own=own), *WAYS):
        things = joined(things)
    return with_meanings(things, analyses)


def _kept_apart(things: Sequence[Thing], own: Names) -> None:
    """Tell each thing which names are another's."""
    for pair in own.parted:
        for thing in things:
            for name, other in (pair, pair[::-1]):
                if name in thing.names:
                    thing.apart.add(other)


def _said_to_be_one(things: list[Thing], own: Names) -> list[Thing]:
    """Join the things whose names the user has said to be of one."""
    having: dict[str, list[int]] = defaultdict(list)
    wanted = {name for pair in own.one for name in pair}
    for number, thing in enumerate(things):
        for name in thing.names.keys() & wanted:
            having[name].append(number)
    return paired(
        things,
        [(here, there) for one, two in own.one for here in having[one] for there in having[two]],
        why="you said so",
    )


def _alias(thing: Thing) -> Alias:
    plain = [name for name in thing.names if not LONGER.search(name) and name not in adjectives()] or list(thing.names)
    fullest = max(plain, key=lambda name: (len(folded(name)), thing.names[name], len(name), name))
    names = sorted(thing.names, key=lambda name: (name != fullest, -thing.names[name], name))
    return Alias(fullest, thing.kind, tuple(names), tuple(thing.articles), tuple(dict.fromkeys(thing.why)))

"""Joining: names that are one thing's by their words alone, and names that only look so."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.model import EntityType
from briefing.stories.joining import WAYS
from briefing.stories.spelling import folded
from briefing.stories.things import SORTS, Thing


def joined(*names: str, kind: EntityType = EntityType.ORG) -> list[set[str]]:
    things = [
        Thing(SORTS[kind], Counter({name: 1}), {folded(name)}, {str(number): None}, Counter({kind: 1}))
        for number, name in enumerate(names)
    ]
    for way in WAYS:
        things = way(things)
    return [set(thing.names) for thing in things]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hollywood Reporter", "THR"),
        ("Karsk Police", "Karsk Police Department"),
        ("Central Election Commission", "Central Elections Commission"),
        ("Central Election Commission", "Central Election and Referendum Commission"),
        ("NE Karsk", "Northeast Karsk"),
    ],
)
def test_two_names_of_one_thing(one: str, other: str) -> None:
    assert joined(one, other) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsk County", "Karsk County Council"),
        ("Karsk University", "Karsk University Hospital"),
        ("Karsk Colt", "Karsk Colts"),
        ("Karsk Army", "Karsk Army Department"),
    ],
)
def test_two_things_with_like_names(one: str, other: str) -> None:
    assert joined(one, other) == [{one}, {other}]

"""Joining: names that are one thing's by their words alone, and names that only look so."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.model import EntityType
from briefing.stories.joining import WAYS
from briefing.stories.things import SORTS, Thing, form_of


def joined(*names: str, kind: EntityType = EntityType.ORG) -> list[set[str]]:
    things = [
        Thing(SORTS[kind], Counter({name: 1}), {form_of(name, kind)}, {str(number): None}, Counter({kind: 1}))
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
        ("LA Times", "Los Angeles Times"),
        ("Trail Blazers", "Trailblazers"),
        ("Karsk's Council of Elders", "Karsk Council of Elders"),
        ("Central Commission for Elections and Referenda", "Central Election and Referendum Commission"),
        ("Halden", "Halden Motors"),
        ("Democratic Party", "Democratic Party of Turkmenistan"),
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
        ("Halden", "Halden 787 Skyliner"),
        ("Halden", "Halden Australia"),
        ("Karsk Times", "Karsk Times Magazine"),
        ("Halden", "Halden Finance Committee"),
        ("Halden", "Halden's Skyliner"),
        ("LA Times", "Karsk Times"),
    ],
)
def test_two_things_with_like_names(one: str, other: str) -> None:
    assert joined(one, other) == [{one}, {other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maurice Brandt", "Mo Brandt"),
        ("Kathryn Holub", "Katie Holub"),
        ("R. Holub", "Robert Holub"),
        ("Mary Diane Crawford Brandt", "Diane Crawford Brandt"),
        ("William Holub", "Bill J. Holub"),
    ],
)
def test_one_person_by_two_given_names(one: str, other: str) -> None:
    assert joined(one, other, kind=EntityType.PERSON) == [{one, other}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Maurice Brandt", "Martin Brandt"), ("Robert Holub", "Roberta Holub"), ("R. Holub", "Maria Holub")],
)
def test_two_people_of_one_family_name(one: str, other: str) -> None:
    assert joined(one, other, kind=EntityType.PERSON) == [{one}, {other}]


def test_an_initial_that_fits_two_people_is_nobody_s() -> None:
    names = ("R. Holub", "Robert Holub", "Rita Holub")

    assert joined(*names, kind=EntityType.PERSON) == [{name} for name in names]


def test_a_family_name_belongs_to_the_only_person_though_he_has_a_short_name_too() -> None:
    names = ("Maurice Brandt", "Mo Brandt", "Brandt")

    assert joined(*names, kind=EntityType.PERSON) == [set(names)]


@pytest.mark.parametrize("longer", ["Karsk County", "Karsk Airport", "Karsk Stadium", "Karsk State"])
def test_a_town_is_not_what_is_called_after_it(longer: str) -> None:
    found = joined("Karsk", longer, kind=EntityType.GPE)

    assert len(found) == (1 if longer == "Karsk County" else 2)


def test_a_listed_city_is_not_its_county() -> None:
    assert len(joined("Los Angeles", "Los Angeles County", kind=EntityType.GPE)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halcyon", "Halcyon Treatment Center"),
        ("Halcyon Recovery", "Halcyon Recovery Center"),
        ("Karsk Halcyon Treatment Center", "Halcyon Treatment Center"),
    ],
)
def test_a_clinic_by_its_own_name(one: str, other: str) -> None:
    assert joined(one, other, kind=EntityType.FAC) == [{one, other}]


def test_a_kind_of_place_is_no_part_of_one() -> None:
    assert len(joined("National Park", "Karsk National Park", kind=EntityType.FAC)) == 2

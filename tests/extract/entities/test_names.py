"""One thing, one entity: which names are taken for the same."""

from __future__ import annotations

import pytest

from briefing.extract.entities.acronyms import initials, syllabic
from briefing.extract.entities.names import Naming, things
from briefing.model import EntityType, Span


def grouped(*names: tuple[str, EntityType]) -> list[list[str]]:
    namings: list[Naming] = []
    at = 0
    for name, kind in names:
        namings.append(Naming(Span(at, at + len(name)), tuple(name.split()), kind))
        at += len(name) + 10
    return [[" ".join(naming.words) for naming in thing.namings] for thing in things(namings, " " * at)]


PERSON, ORG, GPE, FAC, LOC = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.FAC, EntityType.LOC


def test_a_surname_alone_is_the_person() -> None:
    assert grouped(("Qassem Suleimani", PERSON), ("Suleimani", PERSON)) == [["Qassem Suleimani", "Suleimani"]]


def test_a_surname_of_two_people_is_the_one_named_last_before() -> None:
    assert grouped(("Ada Obi", PERSON), ("Ben Obi", PERSON), ("Obi", PERSON)) == [["Ada Obi"], ["Ben Obi", "Obi"]]


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("US Central Command", "CENTCOM"),
        ("World Health Organization", "WHO"),
        ("Bank of Ghana", "BoG"),
        ("Tesla Inc", "Tesla"),
        ("Islamic Resistance in Iraq", "Islamic Resistance"),
    ],
)
def test_a_shorter_name_of_an_organisation_is_the_organisation(long: str, short: str) -> None:
    assert grouped((long, ORG), (short, ORG)) == [[long, short]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("UN Security Council", "UN"), ("Bank of Ghana", "Bank of Kenya"), ("Ministry of Health", "Ministry of Defence")],
)
def test_names_of_different_organisations_stay_apart(one: str, other: str) -> None:
    assert grouped((one, ORG), (other, ORG)) == [[one], [other]]


def test_a_country_is_one_under_all_its_names() -> None:
    assert grouped(("United States", GPE), ("US", GPE), ("U.S.", GPE)) == [["United States", "US", "U.S."]]


def test_a_base_is_one_with_and_without_its_kind() -> None:
    assert grouped(("Al-Asad Air Base", FAC), ("Al-Asad", FAC)) == [["Al-Asad Air Base", "Al-Asad"]]


def test_one_place_has_one_kind() -> None:
    assert grouped(("Kurdistan", LOC), ("Kurdistan", GPE), ("Kurdistan", GPE)) == [["Kurdistan"] * 3]


def test_initials_know_small_words_and_short_forms() -> None:
    assert {"IRGC"} <= initials(("Islamic", "Revolutionary", "Guard", "Corps"))
    assert "USAID" in initials(("US", "Agency", "for", "International", "Development"))
    assert syllabic("CENTCOM", ("US", "Central", "Command"))
    assert not syllabic("CENTCOM", ("Central", "Bank"))


def test_thousands_of_names_are_grouped_in_bounded_time() -> None:
    names = [(f"Ada{number} Obi", PERSON) for number in range(20_000)] + [("Obi", PERSON)] * 5_000

    assert len(grouped(*names)) == 20_000

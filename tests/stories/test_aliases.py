from __future__ import annotations

import pytest

from briefing.model import EntityType, Names
from briefing.stories.aliases import aliases, aliases_and_identities
from briefing.stories.spelling import folded, is_variant
from tests.stories.reports import report


def names(*texts: str) -> list[set[str]]:
    return [set(alias.names) for alias in aliases([report(str(number), text) for number, text in enumerate(texts)])]


def test_two_spellings_of_a_base_are_one_thing() -> None:
    found = names(
        "Missiles hit Al-Asad Air Base in Iraq, officials said.",
        "Missiles hit Ain Al Asad airbase in Iraq on Saturday.",
    )

    assert any({"Al-Asad Air Base", "Ain Al Asad airbase"} <= group for group in found)


def test_a_family_name_is_the_one_person_who_has_it() -> None:
    found = names("Maria Holub spoke to reporters.", "Mr Holub said the dyke would hold.")

    assert {"Maria Holub", "Holub"} in found


def test_a_family_name_of_two_people_is_nobody() -> None:
    found = names("Maria Holub met Radek Holub in Brodice.", "Minister Holub said the dyke would hold.")

    assert not any({"Holub", "Maria Holub"} <= group or {"Holub", "Radek Holub"} <= group for group in found)


def test_the_security_council_is_not_the_united_nations() -> None:
    found = names("The UN Security Council met on Monday.", "The United Nations sent food.")

    assert not any({"UN Security Council", "United Nations"} <= group for group in found)


def test_every_name_is_listed_once() -> None:
    listed = [
        (alias.type, name)
        for alias in aliases(
            [report("a", "Iran and Iraq talked. Iran said so."), report("b", "Iraq agreed with Iran.")]
        )
        for name in alias.names
    ]

    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("one", "other"), [("suleimani", "soleimani"), ("mohammed", "muhammad"), ("kharkov", "kharkiv")]
)
def test_a_spelling_variant_is_the_same_name(one: str, other: str) -> None:
    assert is_variant(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("iran", "iraq"), ("austria", "australia"), ("brown", "browne2"), ("a1", "a2")]
)
def test_a_near_name_is_not_the_same(one: str, other: str) -> None:
    assert not is_variant(one, other)


def test_names_fold_to_one_form() -> None:
    assert folded("the Al-Asad Air Base") == folded("Ain Al Asad airbase's")


def test_names_that_the_user_has_parted_are_not_joined() -> None:
    reports = [
        report("a", "General Qassem Suleimani was killed at Baghdad airport."),
        report("b", "Qassem Soleimani led the force for twenty years."),
    ]
    joined = [alias for alias in aliases(reports) if len(alias.names) > 1]
    assert joined

    parted = Names(parted=(("Qassem Soleimani", "Qassem Suleimani"),))
    found = aliases_and_identities(reports, own=parted)[0]

    assert not [alias for alias in found if {"Qassem Suleimani", "Qassem Soleimani"} <= set(alias.names)]


def test_names_that_the_user_has_joined_are_one() -> None:
    reports = [
        report("a", "President Joao Lourenco spoke in Luanda."),
        report("b", "The MPLA leader spoke. Angola was silent, and Luanda too."),
    ]
    own = Names(one=(("Joao Lourenco", "MPLA"),))

    found = aliases_and_identities(reports, own=own)[0]

    assert any({"Joao Lourenco", "MPLA"} <= set(alias.names) for alias in found)


def test_the_family_name_of_two_people_joins_neither_across_reports() -> None:
    found = names(
        "John Jenkin spoke in Millom. Jenkin wept.",
        "Kathryn Jenkin was 20. Jenkin lived in Millom.",
        "John Jenkin was there.",
    )

    assert not any({"John Jenkin", "Kathryn Jenkin"} <= group for group in found)


def test_a_county_is_not_its_courthouse() -> None:
    found = names("Police in Fulton County met on Monday.", "The Fulton County Courthouse was closed on Monday.")

    assert not any({"Fulton County", "Fulton County Courthouse"} <= group for group in found)


def test_two_countries_in_a_row_are_no_place_and_its_country() -> None:
    assert not any("Iraq, Syria" in group for group in names("Troops left Iraq, Syria and Jordan on Monday."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Climbers came down from Mount Cook on Monday.", "Climbers came down from Mt Cook on Monday."),
        ("A cable in the Mediterranean Sea was cut.", "A cable in the Mediterranean was cut on Monday."),
    ],
)
def test_one_place_under_two_names_is_one(one: str, other: str) -> None:
    assert len(names(one, other)) < len(names(one)) + len(names(other))


def test_what_joined_two_names_is_told() -> None:
    found = aliases(
        [
            report("a", "US Central Command (CENTCOM) said so. Missiles hit Al-Asad Air Base in Iraq."),
            report("b", "Missiles hit Ain Al Asad airbase in Iraq on Saturday."),
        ]
    )

    assert '"Ain Al Asad airbase" and "Al-Asad Air Base": the same but for small words' in [
        why for one in found for why in one.why
    ]


def test_the_adjective_of_a_country_is_the_country() -> None:
    found = aliases(
        [
            report("a", "The German government said so. German officials came to Karsk."),
            report("b", "Germany said on Monday that it would pay."),
        ]
    )

    assert ("Germany", EntityType.GPE, {"Germany", "German"}) in [(one.name, one.type, set(one.names)) for one in found]


def test_the_people_of_a_country_are_not_the_country() -> None:
    found = names("Three Germans were hurt in Karsk, police said.", "Germany said on Monday that it would pay.")

    assert not any({"Germans", "Germany"} <= group for group in found)


def test_a_name_is_listed_with_the_place_behind_it() -> None:
    found = names("He died near Modesto, Calif. on Monday, police in Modesto said.")

    assert any({"Modesto", "Modesto, Calif."} <= group for group in found)


def test_a_list_of_many_towns_is_no_name() -> None:
    towns = "Paris, London, Berlin, Madrid, Rome, Vienna, Prague, Warsaw and Oslo"

    assert max(name.count(",") for group in names(f"They went to {towns} on Monday.") for name in group) <= 2


def test_names_that_one_report_has_for_one_are_told_so() -> None:
    found = aliases(
        [
            report("a", "US Central Command (CENTCOM) said so. CENTCOM struck. CENTCOM officers came, CENTCOM said."),
            report("b", "US Central Command said that missiles hit a base in Iraq on Saturday."),
        ]
    )

    assert [why for one in found for why in one.why if "CENTCOM" in why] in (
        ['"CENTCOM" and "US Central Command": a report uses both for one'],
        [],
    )


def test_a_word_that_is_a_rivers_name_as_well_is_not_taken_for_the_firms() -> None:
    found = aliases(
        [
            report("a", "Lenna Power said so. The Lenna Power dam held, Lenna Power said. Lenna rose to 7.9 metres."),
            report("b", "The River Lenna burst its banks. Lenna Power denied it, and the River Lenna fell."),
        ]
    )

    assert not [one.names for one in found if {"Lenna", "Lenna Power"} <= set(one.names)]

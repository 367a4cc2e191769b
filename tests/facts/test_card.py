from datetime import date

import pytest

from tests.facts.parts import card_lines as under


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Orlby Council Overturns Rule On Parking.\n\nThe rule was hated.", ["Orlby Council"]),
        ("A newly found email reveals that the base had two guards. It was written in Orlby.", []),
        ("Lund's rivals pull their punches.\n\nThey have not said why.", []),
        ("Mark Lund, who told of the gang that robbed a bank, has died in Orlby.", ["Mark Lund"]),
        (
            "Interior Secretary Ken Lund and Commerce Secretary Gary Berg announced the restoration of rules on Monday.",
            ["Ken Lund and Gary Berg"],
        ),
        ("A store was reduced to ruins after a blaze treated by police as suspicious in Orlby.", []),
        ("A spokesman for Lenna Mills condemned the strike in Orlby on Monday.", ["A spokesman for Lenna Mills"]),
    ],
)
def test_those_who_did_it_are_people_and_have_no_verb_in_their_names(text: str, who: list[str]) -> None:
    assert under(text, "WHO") == who


def test_the_town_of_a_dateline_is_told_not_its_state() -> None:
    text = "CAMBRIDGE, Mass., Dec. 11 (UPI) -- Young voters prefer Lund, a poll says."

    assert "Mass (dateline)" not in under(text, "WHERE")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund calls on Norway to lead the fight against the bandits in the hills, and to send its ships.",
        "A rival has sought leave to buy up to a quarter of Orlby's shares. The firm was not glad.",
    ],
)
def test_who_is_asked_or_owned_is_no_place(text: str) -> None:
    assert under(text, "WHERE") == []


def test_arrests_hurt_nobody() -> None:
    text = "Police in Orlby arrested 46 people on Monday after a protest against the new bridge."

    assert under(text, "HURT") == []
    assert under(text, "FIGURES") == ["46 detained"]


def test_two_peoples_are_counted_together() -> None:
    text = "The navy of Orlby has arrested 23 Somali and Yemeni pirates who attacked a ship on Monday."

    assert under(text, "FIGURES") == ["23 Somali and Yemeni pirates detained"]


def test_a_part_of_those_killed_is_no_toll() -> None:
    text = "More than 100 people have died, eight of them Norwegians, since a bomb ripped through an office in Orlby on Monday."

    assert under(text, "HURT") == [">100 killed"]


def test_the_harm_of_others_is_not_that_of_the_one_before() -> None:
    text = "A man shot to death one person and injured two others on Monday in Orlby, police said."

    assert "1 injured" not in under(text, "HURT")


def test_a_city_that_a_quake_shook_is_nobody() -> None:
    text = (
        "A strong earthquake struck near Mardle on Monday. The quake also shook the city of Orlby, and nobody was hurt."
    )

    assert under(text, "WHOM") == []


def test_where_a_quake_was_only_felt_it_did_not_happen() -> None:
    text = "Strong earthquake jolts island, felt in Oman.\n\nNobody was hurt on Monday."

    assert "Oman" not in under(text, "WHERE")


def test_what_the_subject_of_an_active_verb_does_befalls_him_not() -> None:
    text = "Channel Two host Sean Lund learned on Monday that he had been dismissed by the club in Orlby."

    assert "Sean Lund" not in under(text, "WHOM")


def test_where_somebody_was_born_is_not_where_it_happened() -> None:
    text = "Ola Lund attacked a judge whose parents were born in Mexico. The hall in Orlby was full."

    assert "Mexico" not in under(text, "WHERE")


@pytest.mark.parametrize(
    "text",
    [
        "ORLBY, April 14 (UPI) -- Mayor Ann Berg criticized the plan during a rally.",
        "Trump delivered a defense of the city in the lead up to Tuesday's primary.",
        "Acme issued a faulty update on Patch Tuesday.",
        "Top officers told analysts that the firm expects growth next year.",
    ],
)
def test_a_day_of_something_else_is_not_when_it_happened(text: str) -> None:
    assert under(text, "WHEN", date(2016, 4, 14)) == []


def test_background_says_who_did_it() -> None:
    text = (
        "A bomb killed five people in Orlby on Monday. The town was quiet. People stayed at home."
        "\n\nIn May 2012, a bomb killed two men in Brenn."
    )

    assert [
        label for label in under(text, "BACKGROUND", date(2016, 4, 14)) if label.startswith("May 2012: killed")
    ] == []


def test_equal_tolls_are_one_line() -> None:
    text = (
        "A man has been charged with murder after a killing at an office in Orlby. Police allege that Eric Lund opened fire"
        " on Friday, killing one man. An officer said that a man walked in and shot one person dead."
    )
    lines = under(text, "FIGURES") + under(text, "HURT")

    assert len([line for line in lines if "killed" in line]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The firm posted a net loss in Orlby on Monday. It was larger, versus net income of $5.3 million a year ago.",
        "Voters elected Ann Berg mayor of Orlby on Monday. The law would raise the number of seats from 65 to 125.",
        "Ann Berg was elected mayor of Orlby on Monday. Lund played in Smith's Four Corners for long.",
    ],
)
def test_what_something_was_before_and_the_number_of_a_name_have_no_line(text: str) -> None:
    assert not any(word in label for label in under(text, "FIGURES") for word in ("5.3", "65-125", "Four Corners"))


def test_a_place_of_the_headline_is_called_as_the_body_calls_it() -> None:
    text = "Driver Charged In Fatal Lenna Hit & Run.\n\nA driver hit a woman in Lenna on Monday, police said."

    assert under(text, "WHERE") in (["Lenna"], [])


def test_one_of_two_is_not_told_as_several() -> None:
    text = "Jo Bell, 20, and his mother Ann Bell, 58, were found dead in a home in Orlby."

    assert not any(label.startswith("Jo Bell were") for label in under(text, "WHAT"))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed a guard at a bank in Orlby, officials said Saturday.",
        "An officer who led the base that night broke his silence to dispute a film in Orlby.",
    ],
)
def test_the_day_on_which_it_was_told_and_that_night_are_not_when(text: str) -> None:
    assert under(text, "WHEN", date(2016, 4, 17)) == []


def test_recordings_are_not_arrested() -> None:
    text = "A man was shot in Orlby on Monday. Police will not release two recordings, of which one was captured by an officer."

    assert not any("detained" in line for line in under(text, "FIGURES") + under(text, "HURT"))


def test_a_line_that_begins_with_a_side_clause_goes_on_to_the_main_one() -> None:
    text = "Just before the flight took off, the pilot asked for volunteers to move."

    assert not any(label.startswith("the flight took off") for label in under(text, "WHAT"))


def test_news_that_something_may_be_is_told_as_such() -> None:
    text = "News that Ann Berg may name Ola Lund of the Orlby College as her doctor has caused a stir."

    assert not any(label.startswith("Ann Berg may name") for label in under(text, "WHAT"))


def test_one_who_is_named_as_doer_is_not_told_again_as_whom_it_is_about() -> None:
    text = "Lenna S.p.A. agreed to buy all of the shares of Berg N.V. for $37 each. Lenna now owns 72% of Berg. Lenna is large."

    assert "Lenna" not in under(text, "ABOUT")


def test_arrests_are_counted_as_arrests() -> None:
    text = "Students held a rally in Orlby on Monday. Police said they made 86 arrests over the course of the protests."

    assert not any("arrests detained" in line for line in under(text, "FIGURES") + under(text, "HURT"))


def test_a_participle_behind_a_group_is_not_what_it_did() -> None:
    text = "Acme adopted a plan on Monday. In May 2012, a group led by three of its directors, Ann Berg and Ola Lund, met in Orlby."

    assert not any(
        "a group led by" in line and line.endswith("…") for line in under(text, "BACKGROUND", date(2016, 4, 17))
    )


def test_what_happened_does_not_begin_with_what_points_back() -> None:
    text = (
        "Two dead as River Lenna bursts its banks.\n\nTwo people were killed and four were missing on Sunday after the River Lenna burst"
        " its banks at Brodice and flooded the old town up to the first floor."
    )

    assert not any(label.startswith(("its ", "Its ")) for label in under(text, "WHAT"))
    assert any("people were killed" in label or "Two dead" in label for label in under(text, "WHAT"))

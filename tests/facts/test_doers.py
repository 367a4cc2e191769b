from datetime import date

from tests.facts.parts import card_lines


def told(text: str, heading: str) -> list[str]:
    return card_lines(text, heading, date(2026, 3, 4))


def test_the_town_of_a_dateline_did_nothing() -> None:
    text = "ORLBY, March 3 -- Police have arrested twelve men in raids across the city, officials said."

    assert "ORLBY" not in told(text, "WHO")


def test_what_somebody_has_did_nothing() -> None:
    assert told("Tests condemned the mill in Mardle on Monday.", "WHO") == []
    assert told("The costs killed the plan in Mardle on Monday.", "WHO") == []


def test_a_city_did_nothing_but_a_country_did() -> None:
    assert told("Chicago attacked the ban on Monday.", "WHO") == []
    assert told("Norway condemned the attack on Monday.", "WHO") == ["Norway"]


def test_one_without_a_name_whom_the_label_has_is_not_told_again() -> None:
    text = "A bomb destroyed a bank in Mardle on Monday."

    assert any("a bank" in label for label in told(text, "WHAT"))
    assert told(text, "WHOM") == []


def test_one_with_a_name_is_told() -> None:
    assert told("Police arrested Erik Berg in Mardle on Monday.", "WHOM") == ["Erik Berg"]

"""Clauses told beside the main event, or instead of one."""

from datetime import date

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse

LEAVE = (
    "Mixed messages on leave plan.\n\nThe senator's new proposal for paid leave is vague, and single mothers may get nothing."
    " The plan offers six weeks of paid leave to mothers who are married."
)
PIRATES = (
    "The navy captured 23 pirates in the Gulf of Aden on Friday.\n\nA German helicopter chased away a second boat off Yemen."
    " The pirates had attacked a freighter at dawn."
)


def under(text: str, heading: str) -> list[str]:
    found = analyse(Article("a", "a", "", text, published=date(2024, 6, 8)))
    return [line.label for part in sections(found) if part.heading == heading for line in part.lines]


def test_an_article_of_no_deed_still_says_what_it_is_about() -> None:
    assert any("proposal for paid leave is vague" in label for label in under(LEAVE, "ALSO"))


def test_what_happened_beside_the_main_event_has_a_line() -> None:
    assert "A German helicopter chased away a second boat off Yemen" in under(PIRATES, "ALSO")


def test_the_main_event_is_not_told_twice() -> None:
    assert not any("captured 23 pirates" in label for label in under(PIRATES, "ALSO"))


def test_a_town_that_counts_the_cost_is_not_what_happened() -> None:
    text = "Orlby counts the cost.\n\nFive people died in the flood in Orlby, two more than had been known on Monday."

    assert under(text, "WHAT")[0].startswith("Five people died in the flood in Orlby")
    assert under(text, "WHEN") == []


def test_what_is_only_supposed_or_said_is_no_line_of_its_own() -> None:
    text = "Mayor Jo Bell said that the council had stolen the money. If the council fell, the town would vote in May."

    assert not [label for label in under(text, "ALSO") if label.startswith("the")]


def test_a_pronoun_that_can_be_two_people_stays_one() -> None:
    text = (
        "Ida Lund won the race in Mardle on Monday. Erik Berg and Ola Dahl ran as well. Berg, who ran with Dahl, left Orlby"
        " in March. He joined the army with 300 men in May."
    )

    assert not any("joined the army" in label and not label.startswith("He ") for label in under(text, "ALSO"))


def test_a_clause_is_told_with_its_whole_middle() -> None:
    text = (
        "A bomb killed four men in Mardle on Monday. An old mill run by a group of men from Orlby saw its pumps stopped, and"
        " was shut in March by the court of the town."
    )

    assert all(label in text for label in under(text, "ALSO"))


def test_a_scene_with_nothing_in_it_is_not_told() -> None:
    text = "A bomb killed four men in Mardle on Monday, police said.\n\nThe mood was dark. The streets were quiet."

    assert under(text, "ALSO") == []


def test_the_end_of_a_list_of_names_begins_no_clause() -> None:
    text = "Phones fell silent in Orlby on Monday.\n\nDamage to lines between Lenna, Africa and Asia took down a route for calls."

    assert not any(label.startswith("Africa and Asia") for label in under(text, "ALSO"))


def test_a_clause_of_a_year_long_past_has_no_line() -> None:
    text = "Berg Mills filed for bankruptcy in Orlby on Monday.\n\nThe mill's stock hit a high in 1983 after it sold its first loom."

    assert not any("1983" in label for label in under(text, "ALSO"))

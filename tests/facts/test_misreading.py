from datetime import date

import pytest

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse
from tests.facts.parts import figure_lines


def told(text: str) -> list[tuple[str, str]]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [(part.heading, line.label) for part in sections(found) for line in part.lines]


def figures(text: str) -> list[str]:
    return [label for heading, label in told(text) if heading in ("HURT", "COST", "FIGURES")]


@pytest.mark.parametrize(
    "text",
    [
        "A mother of 13 children was killed in a fire at her home in Orlby on Monday, police said.",
        "Mother of 13 Jane Berg was killed in a crash in Orlby on Monday.",
    ],
)
def test_the_children_of_one_who_was_killed_are_not_counted_among_the_dead(text: str) -> None:
    assert not any("13" in label for label in figures(text))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A bomb blast in Orlby on Monday left 40 people killed and injured, police said.", "40 killed or injured"),
        (
            "More than 200 people were killed or wounded in an attack in Orlby on Monday, police said.",
            ">200 killed or injured",
        ),
        ("The attack in Orlby on Monday killed or injured 75 people, officials said.", "75 killed or injured"),
        ("At least 12 were dead or injured after a blast in Orlby on Monday.", ">=12 killed or injured"),
    ],
)
def test_the_dead_and_the_hurt_counted_together_are_told_together(text: str, label: str) -> None:
    assert label in figures(text)


@pytest.mark.parametrize(
    "text",
    [
        "The blast in Orlby on Monday left 40 people killed and wounded at least 75 people, police said.",
        "The blast in Orlby on Monday left 40 dead and injured 75 people, police said.",
    ],
)
def test_the_dead_and_the_hurt_counted_apart_are_told_apart(text: str) -> None:
    assert not any("or injured" in label for label in figures(text))


def test_a_price_of_two_goods_is_not_told_of_one() -> None:
    labels = figures("Thieves stole a painting and a car worth $30,000 from a house in Orlby on Monday, police said.")

    assert "$30,000" in labels
    assert "$30,000 of car" not in labels


def test_a_sum_in_a_second_currency_has_no_line() -> None:
    labels = figures(
        "Berg Mills will pay 15.6 billion yen ($110 million) for the shares of Lund Works, it said Monday."
    )

    assert "$110 million" not in labels


def test_a_toll_of_an_old_year_has_no_line_beside_the_news() -> None:
    labels = figures("Gunmen killed four farmers in Mardle on Monday. In 1998 a bomb killed 224 people in the town.")

    assert labels == ["4 farmers killed"]


def test_a_toll_that_an_old_year_begins_has_its_line() -> None:
    labels = figures(
        "Gunmen killed four farmers in Mardle on Monday. Since 1998 attacks have killed 224 people in the town."
    )

    assert "224 killed" in labels


def test_shots_are_not_killed() -> None:
    labels = figures("He let off 13 shots in the death of a woman in Orlby on Monday, police said.")

    assert not any("shots killed" in label for label in labels)


def test_a_share_whose_label_says_nothing_has_no_line() -> None:
    labels = figures(
        "Berg Mills bought Lund Works on Monday. Only 17 percent, Berg wrote. Turnout was at a rate of 58 %."
    )

    assert "17 %" not in labels
    assert "58 %" not in labels


def test_both_shares_of_a_poll_stand_on_one_line() -> None:
    labels = figure_lines(
        "Ann Berg spoke in Orlby on Monday. The hall was full. Among voters in a poll it is now 46 percent to 44 percent."
    )

    assert labels == ["Among voters in a poll it is now 46 percent to 44 percent"]


def test_only_a_word_for_a_share_names_one() -> None:
    labels = figures(
        "Berg Mills bought Lund Works on Monday. Its debt, which stood at 2.9 percent, fell at a rate of 3.1 percent."
    )

    assert not any("stood" in label for label in labels)


def test_the_same_sum_has_one_line() -> None:
    labels = figures(
        "Berg Mills bought Lund Works on Monday. It pays $340 million in cash. The price of $340 million is more than Lund asked."
    )

    assert sum("$340 million" in label for label in labels) <= 1


def test_the_calibre_of_a_weapon_counts_nothing() -> None:
    text = "A woman fired a .357 Magnum at two workers in Orlby on Monday. She grabbed a. 357 Magnum from her car."

    assert not any("357" in label for label in figures(text))


def test_those_who_might_have_been_killed_are_not_counted() -> None:
    text = 'A man was shot in Orlby on Monday. "There might have been two people killed," the sheriff, Ola Lund, said.'

    assert not any("2 killed" in label for label in figures(text))


def test_over_that_belongs_to_its_verb_is_no_more_than() -> None:
    text = "Donors handed over $25 million to the party in Orlby on Monday, and the party thanked them."

    assert not any(label.startswith(">") for label in figures(text))


def test_children_of_one_who_speaks_are_no_figure() -> None:
    text = 'Parents marched in Orlby on Monday. "We need the money," said Ann Berg, who has four children.'

    assert not any("children" in label for label in figures(text))

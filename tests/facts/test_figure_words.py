import pytest

from briefing.facts.figure_words import clause_of
from briefing.facts.ground import ground
from briefing.model import Article
from briefing.pipeline import analyse
from tests.facts.parts import figure_lines as figures

LEAD = "Ann Berg was elected mayor of Orlby on Monday. The hall was full. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "In the survey, only 13% of registered voters approved of the old council.",
            "In the survey, only 13% of registered voters approved of the old council",
        ),
        (
            "Net income of her firm declined to $35.6 million from $70.1 million a year ago.",
            "Net income of her firm declined to $35.6 million from $70.1 million a year ago",
        ),
        (
            "According to recent polls, Lund holds only 14 percent of the Latino vote.",
            "Lund holds only 14 percent of the Latino vote",
        ),
    ],
)
def test_a_number_is_told_with_the_clause_that_says_of_what_it_is(text: str, told: str) -> None:
    found = analyse(Article("a", "a.txt", "", LEAD + text))
    clauses = [clause_of(found, ground(found), figure.span) for figure in found.figures]

    assert told in [clause[0] for clause in clauses if clause is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Support for her is up from the 1 percent who preferred her in the poll of May.",
        "The poll has a margin of error of 3 percentage points.",
        "There have been more than a dozen attempted murders of voters since then.",
    ],
)
def test_a_number_that_tells_nothing_or_something_else_has_no_line(text: str) -> None:
    assert not any(number in label for label in figures(LEAD + text) for number in ("1 %", "3 %", "12"))


def test_those_beside_one_who_is_named_are_others() -> None:
    labels = figures("The raid in Orlby on Monday left Consul Ola Lund and three other Danes dead.")

    assert "3 Danes killed" not in labels


def test_a_bound_that_is_denied_is_none() -> None:
    labels = figures(
        "A bomb killed a guard in Orlby on Monday. The ministry was not going to provide the house with its more than 30 guards."
    )

    assert not any(label.startswith(">") for label in labels)


def test_francs_of_nobody_knows_whom_are_no_swiss_francs() -> None:
    labels = figures(LEAD + "Her campaign cost, so to speak, all of the party and its 633.8 million francs of savings.")

    assert not any("CHF" in label for label in labels)

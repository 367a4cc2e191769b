from __future__ import annotations

from decimal import Decimal

from briefing.extract import figures
from briefing.model import Analysis, Article, Comparison, Figure, Role


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.recognise(Analysis(Article("a", "a.txt", "", text))).figures


def test_a_figure_has_its_words_its_value_and_what_it_counts() -> None:
    text = "The base has come under attack more than 140 times."

    (figure,) = found_in(text)

    assert figure.span.of(text) == "more than 140"
    assert (figure.value, figure.comparison) == (Decimal(140), Comparison.MORE)
    assert figure.counted is not None
    assert figure.counted.of(text) == "attack"


def test_the_dead_and_the_injured_are_told_apart() -> None:
    killed, injured = found_in("At least 12 people were killed and 30 injured in the blast.")

    assert (killed.role, injured.role) == (Role.KILLED, Role.INJURED)
    assert injured.counted == killed.counted

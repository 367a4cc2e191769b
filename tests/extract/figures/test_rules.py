from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from briefing.extract import figures
from briefing.model import Analysis, Article, Comparison, Figure, Span, Timex, TimexType
from tests.steps import MILLION, steps_of


def found_in(text: str, dates: tuple[Timex, ...] = ()) -> tuple[Figure, ...]:
    return figures.recognise(Analysis(Article("a", "a.txt", "", text), dates=dates)).figures


def timex(text: str, words: str, kind: TimexType) -> Timex:
    start = text.index(words)
    return Timex("t1", Span(start, start + len(words)), kind, "2024", date(2024, 1, 1), date(2024, 1, 1))


def test_what_lies_in_a_date_is_no_figure() -> None:
    text = "It was signed on the 12th day, 450 in the old count."

    assert len(found_in(text)) == 1
    assert found_in(text, (timex(text, "450 in the old count", TimexType.DATE),)) == ()


def test_a_duration_is_a_figure_as_well() -> None:
    text = "The siege lasted 100 days."

    (figure,) = found_in(text, (timex(text, "100 days", TimexType.DURATION),))

    assert figure.unit == "day"


def test_a_range_stays_one_figure_where_a_time_stands_in_it() -> None:
    text = "It fell from $36,040 at 10.45pm to $34,935."

    (figure,) = found_in(text, (timex(text, "10.45pm", TimexType.TIME),))

    assert (figure.value, figure.high) == (Decimal(34935), Decimal(36040))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No numbers here.", "…", "\u200b"])
def test_a_text_without_numbers_has_no_figures(text: str) -> None:
    assert found_in(text) == ()


def test_an_analysis_keeps_what_others_found() -> None:
    found = Analysis(Article("a", "a.txt", "", "Two men."), remarks=("cut short",))

    assert figures.recognise(found).remarks == ("cut short",)


def test_the_words_of_a_figure_take_in_its_qualifier_and_unit() -> None:
    text = "The lake rose by more than 12.5 cubic metres per second."

    (figure,) = found_in(text)

    assert figure.span.of(text) == "more than 12.5 cubic metres per second"
    assert (figure.comparison, figure.unit) == (Comparison.MORE, "cubic metre per second")


def test_the_same_text_gives_the_same_figures() -> None:
    text = "At least 12 people, including two children, were killed and 30 hurt."

    assert found_in(text) == found_in(text)


def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    text = "The bank cut 1,200 jobs and 5% of its pay, from $5 million to $3 million, in 12 towns. "

    def steps(times: int) -> float:
        return steps_of(lambda: found_in(text * times))

    steps(10)
    assert steps(1000) < 40 * max(steps(100), MILLION)

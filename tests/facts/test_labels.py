from datetime import date
from decimal import Decimal

import pytest

from briefing.facts import labels
from briefing.model import Comparison, Figure, Role, Span, Timex, TimexType

TEXT = "more than 140 attacks"


def figure(
    value: str,
    *,
    comparison: Comparison = Comparison.EQUAL,
    unit: str | None = None,
    high: str | None = None,
    role: Role = Role.COUNT,
    counted: Span | None = None,
) -> Figure:
    upper = Decimal(high) if high is not None else None
    return Figure("f1", Span(0, 13), Decimal(value), upper, comparison, unit, counted, role)


@pytest.mark.parametrize(
    ("one", "label"),
    [
        (figure("140", comparison=Comparison.MORE, counted=Span(14, 21)), ">140 attacks"),
        (figure("2", role=Role.KILLED), "2 killed"),
        (figure("58", comparison=Comparison.AT_LEAST), ">=58"),
        (figure("3", comparison=Comparison.ABOUT, unit="percent"), "~3 %"),
        (figure("2500000", unit="USD"), "$2.5 million"),
        (figure("43000", unit="CAD"), "CAD 43,000"),
        (figure("100", high="200", unit="kilometre"), "100-200 kilometres"),
        (figure("70", unit="USD per barrel"), "$70 per barrel"),
        (figure("1.50", unit="EUR"), "€1.50"),
        (figure("-2", unit="percent"), "-2 %"),
    ],
)
def test_a_figure_is_told_with_its_sign_and_unit(one: Figure, label: str) -> None:
    assert labels.figure(TEXT, one) == label


def test_a_vague_figure_is_told_in_its_own_words() -> None:
    vague = Figure("f1", Span(0, 7), None, role=Role.INJURED, comparison=Comparison.VAGUE)

    assert labels.figure("dozens of people", vague) == "dozens injured"


@pytest.mark.parametrize(
    ("value", "first", "last", "label"),
    [
        ("2024-01-20", date(2024, 1, 20), date(2024, 1, 20), "Sat 20 Jan 2024"),
        ("2024-01-20T18:30", date(2024, 1, 20), date(2024, 1, 20), "Sat 20 Jan 2024 18:30"),
        ("2023-10", date(2023, 10, 1), date(2023, 10, 31), "Oct 2023"),
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "2020"),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31), "Q4 2023"),
        ("2024-W03", date(2024, 1, 15), date(2024, 1, 21), "week of 15 Jan 2024"),
        ("2024-01", date(2024, 1, 5), date(2024, 1, 8), "5-8 Jan 2024"),
        ("PAST_REF", None, None, "long ago"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(
    value: str, first: date | None, last: date | None, label: str
) -> None:
    assert labels.day("long ago", Timex("d1", Span(0, 8), TimexType.DATE, value, first, last)) == label


def test_long_words_are_cut_between_words() -> None:
    clipped = labels.clipped("the Ministry of Agriculture, Fisheries and Rural Affairs of the North")

    assert clipped == "Ministry of Agriculture, Fisheries and Rural…"


def test_a_count_of_the_killed_is_told_as_such() -> None:
    text = "The number of people killed rose to three"
    toll = Figure("f1", Span(36, 41), Decimal(3), counted=Span(4, 27))

    assert labels.figure(text, toll) == "3 killed"

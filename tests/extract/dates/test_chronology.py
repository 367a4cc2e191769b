"""Histories: whether a text is one, and the years of its months."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.dates.chronology import chronology
from briefing.extract.dates.manner import is_narrative
from briefing.extract.dates.tokens import tokenised

PUBLISHED = date(2009, 12, 19)
HISTORY = "In May 1939 it began. In 1940 it spread, by June 1941 it was everywhere, and in 1945 it ended."


def years(text: str) -> list[int]:
    tokens = tokenised(text)
    found = chronology(tokens).years
    return [found[number] for number in sorted(found) if not tokens.words[number][0].isdigit()]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In May 1940 it began, in June it went on, in January it ended.", [1940, 1940, 1941]),
        ("In June they came; by October 1941 they had left. In January they were back.", [1941, 1941, 1942]),
        (
            "In October 1944 they landed. From October to March they fought; in May 1945 it was over.",
            [1944, 1944, 1945, 1945],
        ),
        ("In April 480 BC they marched, in August they fought.", [-479, -479]),
        ("In the spring of 1915 all was quiet, in the autumn it was not.", [1915, 1915]),
    ],
)
def test_months_are_of_the_years_in_which_time_flows_on(text: str, wanted: list[int]) -> None:
    assert years(text) == wanted


def test_a_year_told_in_passing_is_an_aside() -> None:
    tokens = tokenised("In 1964 it began. In 2005 a study doubted it. In 1965 it went on.")

    assert [tokens.words[number] for number in chronology(tokens).asides] == ["2005"]


def test_a_text_of_years_long_past_is_a_history() -> None:
    assert is_narrative(tokenised(HISTORY), PUBLISHED)


@pytest.mark.parametrize("news", ["He said so on Monday.", "Yesterday it rained.", "It costs more, the mayor said."])
def test_a_text_that_names_its_own_days_or_lets_people_speak_is_news(news: str) -> None:
    assert not is_narrative(tokenised(f"{HISTORY} {news}"), PUBLISHED)


def test_a_text_without_years_is_news() -> None:
    assert not is_narrative(tokenised("The port was closed in May."), None)

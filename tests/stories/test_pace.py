"""What many articles cost: bounded by their number, whatever they tell and whenever they are from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from briefing.model import Article
from briefing.stories import grouped, sketch, stories
from tests.steps import MILLION, at_most
from tests.stories.reports import DAY, report

MANY = 500
STREETS = ("Anker", "Brook", "Cooper", "Dock", "Elm", "Ferry", "Gold", "Hill", "Iron", "Jute", "King", "Lime", "Mill")
EVENTS = (
    "Twelve people were hurt when the ferry Larkspur ran aground off Tolna, the coastguard said.",
    "An earthquake of magnitude 5.6 shook the port of Karsk and killed 14 people, mayor Pavel Brandt said.",
    "Bakers in Estmark went on strike for higher wages, their union said.",
    "The Lenna burst its banks at Brodice and flooded 80 houses, the fire service said.",
    "Prosecutors charged the banker Ines Halloran with fraud in Velgrad on Friday.",
    "A train left the rails near Ostermoor and nine passengers were injured, police said.",
    "The parliament of Norland voted 61 to 40 for a new tax on timber.",
    "Rebels took the town of Sarnath after two days of fighting, the army said.",
    "Cholera killed 23 people in the camp at Weltan, doctors said.",
    "A fire destroyed the market hall of Quentin and left 200 traders without work.",
)


def told(number: int) -> str:
    """Return a report of its own of one fire."""
    street, other = STREETS[number % 13], STREETS[number // 13 % 13]
    return (
        f"A fire in the old harbour of Karsk killed {3 + number % 4} people and destroyed {number % 29 + 2} warehouses. "
        f"It began in {street} Street and spread to {other} Street within {number % 17 + 1} hours, chief Pavel Brandt said. "
        f"“We could save {number % 23 + 5} houses in {street} Street,” Brandt said. "
        f"Residents of {other} Street spent the night in school number {number % 41}. It is not known how it began."
    )


def test_a_story_of_five_hundred_reports_takes_bounded_time() -> None:
    analyses = [report(f"{number:03}", told(number), DAY + timedelta(days=number % 3)) for number in range(MANY)]

    with at_most(250 * MILLION):
        found = list(stories(analyses))

    assert sum(len(story.analyses) for story in found) == MANY
    assert max(len(story.analyses) for story in found) > MANY / 20


def test_an_article_that_retells_ten_events_does_not_draw_them_together_and_costs_little() -> None:
    year = report("year", " ".join(EVENTS))
    analyses = [
        report(f"{number:02}{again}", f"{text} Report {again}.")
        for number, text in enumerate(EVENTS)
        for again in "abc"
    ]

    with at_most(20 * MILLION):
        found = list(stories([*analyses, year]))

    together = [{analysis.article.id[:2] for analysis in story.analyses} - {"ye"} for story in found]
    assert max(map(len, together)) <= 2


@pytest.mark.parametrize("days", [1, 365])
def test_a_thousand_articles_are_grouped_in_bounded_time_even_if_all_are_of_one_day(days: int) -> None:
    articles = [
        Article(
            f"{number:04}", f"{number}.txt", "",
            f"{EVENTS[number % 10]} It was reported from {STREETS[number % 13]}{number // 10} by {STREETS[number // 13 % 13]}{number}.",
            published=date(2024, 1, 1) + timedelta(days=number // 10 % days),
        )
        for number in range(1_000)
    ]  # fmt: skip
    sketches = {article.id: sketch(article.text) for article in articles}

    with at_most(600 * MILLION):
        found = grouped(articles, sketches=sketches)

    assert sum(len(group.articles) for group in found) == len(articles)

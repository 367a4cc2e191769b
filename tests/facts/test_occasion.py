from datetime import date

import pytest

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse


def days(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [line.label for part in sections(found) for line in part.lines if part.heading == "WHEN"]


@pytest.mark.parametrize(
    "text",
    [
        "Erik Berg was convicted on charges of murder in Orlby, where he was arrested on Monday after a chase.",
        "A court in Orlby convicted Erik Berg of murder. He was arrested last Tuesday.",
        "A court in Orlby convicted Erik Berg of murder. The mayor gave a sermon on Sunday.",
        "Detectives said on Monday that they had concluded that Erik Berg fired the shots that killed a doctor last October.",
        "Lenna Mills earnings soared 33% to a record in the fiscal third quarter, against the trend.",
        "Lenna Mills will sell its paper business, and took a loss of $50 million in February because of the planned sale.",
        "Lenna Mills bought its rival, with 99% of the shares tendered by the Tuesday deadline.",
        "TODAY ORLBY (Courier) Erik Berg closed his shop for almost a hundred days.",
        "Takings at the halls of Orlby increased 3 percent in the first six months of the year compared to the same period in 2024.",
    ],
)
def test_the_day_of_something_else_is_not_told_for_the_event(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("span", ["over the weekend", "in the past two weeks", "this month"])
def test_the_day_of_the_dateline_gives_way_to_a_longer_time(span: str) -> None:
    labels = days(f"ORLBY, March 3 -- Police have arrested twelve men in raids across the city {span}, officials said.")

    assert "Tue 3 Mar 2026" not in labels


def test_the_day_on_which_it_was_said_gives_way_to_a_longer_time() -> None:
    assert days("Gunmen have killed 12 farmers in the past two weeks, officials said on Tuesday.") == []


def test_the_year_of_an_election_is_no_day() -> None:
    assert days("Critics condemned the mayor, who backed Lund, over the 2024 election.") == []


def test_a_day_beside_the_event_stays() -> None:
    assert days("Gunmen killed 12 farmers in Mardle on Monday, officials said.") == ["Mon 2 Mar 2026"]

from __future__ import annotations

from datetime import date

from briefing.stories import Comparison, Relation, stories
from tests.stories.reports import DAY, report

HOLUB = "Twelve people were killed when a train derailed near Karsk on Monday, Minister Radek Holub said."

AGAIN = (
    "The express from Brodice left the rails at the Lenna bridge and burned. A rail was cracked, Tidemark Rail said.",
    "It came from Brodice. Witnesses saw the express burn on the Lenna bridge while Tidemark Rail closed the line.",
)


def lines(*texts: str, days: tuple[date, ...] = ()) -> list[Comparison]:
    """Return the comparison of reports that tell of one derailment, each behind its first sentence in its own words."""
    found = [
        report(str(number), f"{text} {again}", days[number] if days else DAY)
        for number, (text, again) in enumerate(zip(texts, AGAIN, strict=False))
    ]
    (story,) = stories(found)
    return list(story.compare)


def killed(found: list[Comparison]) -> list[tuple[Relation, str]]:
    return [(line.relation, line.why) for line in found if line.slot == "killed"]


def test_two_tolls_of_one_day_are_a_conflict() -> None:
    other = "Nine people were killed when a train derailed near Karsk on Monday, the fire service said."

    assert killed(lines(HOLUB, other)) == [(Relation.CONFLICT, "12 is not 9")]


def test_a_toll_that_rises_is_no_conflict() -> None:
    other = "Fourteen people were killed when a train derailed near Karsk on Monday, the fire service said."

    found = killed(lines(HOLUB, other, days=(DAY, date(2024, 5, 7))))

    assert found == [(Relation.ADDS, "12 on 2024-05-06, 14 on 2024-05-07")]


def test_a_bound_is_no_conflict() -> None:
    other = "At least nine people were killed when a train derailed near Karsk on Monday, the fire service said."

    assert [relation for relation, _ in killed(lines(HOLUB, other))] == [Relation.COMPATIBLE]


def test_a_single_report_has_nothing_to_compare() -> None:
    assert lines(HOLUB) == []


def test_a_source_that_two_reports_quote_is_one_origin() -> None:
    other = "Twelve people were killed when a train derailed near Karsk on Monday, according to Radek Holub."

    (line,) = [line for line in lines(HOLUB, other) if line.slot == "killed"]

    assert (line.relation, line.origins) == (Relation.SAME, 1)

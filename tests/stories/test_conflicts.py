"""What speaks against a conflict: other victims, another place, another hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from briefing.model import Analysis
from briefing.stories import Comparison, Relation
from briefing.stories.aliases import aliases_and_identities
from briefing.stories.compare import compared
from tests.stories.reports import DAY, report

TWELVE = "Twelve people were killed when a train derailed near Karsk on Monday, the fire service said."
NINE = "Nine people were killed when a train derailed near Karsk on Monday, the railway said."


def laid_side_by_side(*found: Analysis) -> list[Comparison]:
    return list(compared(found, aliases_and_identities(found)[1]))


def lines(*texts: str, days: tuple[date, ...] = ()) -> list[Comparison]:
    return laid_side_by_side(
        *(report(str(number), text, days[number] if days else DAY) for number, text in enumerate(texts))
    )


def of_slot(found: list[Comparison], slot: str) -> list[Relation]:
    return [line.relation for line in found if line.slot == slot]


def test_two_tolls_of_one_place_and_day_are_a_conflict() -> None:
    assert of_slot(lines(TWELVE, NINE), "killed") == [Relation.CONFLICT]


def test_two_tolls_of_different_places_are_none() -> None:
    elsewhere = "Nine people were killed when a train derailed near Tolna on Monday, the fire service said."

    assert of_slot(lines(TWELVE, elsewhere), "killed") == [Relation.COMPATIBLE]


def test_a_part_of_those_meant_is_none() -> None:
    part = "The two women and a man were killed when a train derailed near Karsk on Monday, the fire service said."

    assert Relation.CONFLICT not in of_slot(lines(TWELVE, part), "killed")


def test_an_older_number_told_again_is_none() -> None:
    days = (DAY, DAY + timedelta(days=1), DAY + timedelta(days=1))

    found = of_slot(lines(NINE, TWELVE, NINE.replace("railway", "army"), days=days), "killed")

    assert found == [Relation.ADDS]


def test_fewer_missing_where_more_are_dead_is_a_later_hour() -> None:
    early = "Nine people were killed and 31 people were missing after a ferry sank off Karsk on Monday, police said."
    late = "Twelve people were killed and 23 people were missing after a ferry sank off Karsk on Monday, police said."

    found = lines(early, late)

    assert of_slot(found, "missing") == [Relation.ADDS]
    assert of_slot(found, "killed") == [Relation.ADDS]


def test_reports_many_hours_apart_are_a_development() -> None:
    first, second = report("0", NINE), report("1", TWELVE)
    found = laid_side_by_side(
        replace(first, article=replace(first.article, published=datetime(2024, 5, 6, 9, 0, tzinfo=UTC))),
        replace(second, article=replace(second.article, published=datetime(2024, 5, 6, 18, 40, tzinfo=UTC))),
    )

    assert [line.why for line in found if line.slot == "killed"] == ["9 at 09:00, 12 at 18:40"]


def test_a_toll_that_is_said_to_rise_is_a_development() -> None:
    rising = "The death toll rises to 12. Twelve people were killed when a train derailed near Karsk on Monday."

    assert Relation.CONFLICT not in of_slot(lines(rising, NINE), "killed")


def test_a_single_arrest_does_not_stand_against_many() -> None:
    one = "One person was arrested after fans fought near Karsk stadium on Monday, police said."
    many = "Police arrested 46 people after fans fought near Karsk stadium on Monday."

    assert Relation.CONFLICT not in of_slot(lines(one, many), "detained")

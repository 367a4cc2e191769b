from __future__ import annotations

import pytest

from briefing.stories import Relation
from briefing.stories.hours import floats
from tests.stories.reports import report
from tests.stories.test_compare import lines, relations

LEAD = "Two ferries collided off Karsk on Monday. "


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The collision happened shortly after 6 am.",
            "The ministry put the collision at 6.42 am.",
            (Relation.CONFLICT, "shortly after 6 am is not 6.42 am"),
        ),
        (
            "The collision happened around 6.40 am.",
            "The ministry put the collision at 6.42 am.",
            (Relation.COMPATIBLE, "around 6.40 am and 6.42 am can both be true"),
        ),
        (
            "The collision happened some time after 6 am.",
            "The ministry put the collision at 6.42 am.",
            (Relation.COMPATIBLE, "after 6 am and 6.42 am can both be true"),
        ),
        (
            "The collision happened at 4.42 am.",
            "The ministry put the collision at 6.42 am.",
            (Relation.COMPATIBLE, "4.42 am is not 6.42 am: perhaps of two steps, or of two clocks"),
        ),
    ],
)
def test_hours_of_the_main_event_are_laid_side_by_side(one: str, other: str, told: tuple[Relation, str]) -> None:
    assert relations(lines(LEAD + one, LEAD + other), "time of day") == [told]


def test_hours_of_something_else_are_not_compared() -> None:
    found = lines(
        LEAD + "The collision happened at 6.10 am.",
        LEAD + "Divers left the harbour of Karsk at 6.42 am with two boats.",
    )

    assert relations(found, "time of day") == []


def test_a_report_that_tells_several_hours_contradicts_nobody() -> None:
    found = lines(
        LEAD + "The collision happened at 6.10 am. A second collision followed at 6.30 am.",
        LEAD + "The ministry put the collision at 6.42 am.",
    )

    assert Relation.CONFLICT not in {line.relation for line in found}


def test_attacks_at_two_hours_may_be_two_steps() -> None:
    lead = "Rebels attacked a base near Karsk on Monday. "
    found = lines(lead + "The attack began at 6.10 am.", lead + "The attack began at 6.50 am.")

    assert [relation for relation, _ in relations(found, "time of day")] == [Relation.COMPATIBLE]


def test_an_hour_without_a_day_is_of_no_day_of_its_own() -> None:
    analysis = report(
        "a", "The captain was held on Monday. The ministry put the collision at 6.42 am. It sank at 7 am on Monday."
    )

    assert [floats(analysis, found) for found in analysis.dates] == [False, True, False]

from __future__ import annotations

from briefing.stories import Relation
from tests.stories.test_compare import lines, relations

CRESTED = (
    "A train derailed near Karsk on Monday. The river crested at 7.91 metres, 11 centimetres below the record of 1997."
)
SET = "A train derailed near Karsk on Monday. The record, 8.02 metres, was set in July 1997, and the river rose."


def test_a_level_and_its_distance_from_a_record_make_up_the_record() -> None:
    found = lines(CRESTED, SET)

    assert relations(found, "measure: record of 1997") == [
        (Relation.SAME, "7.91 metres + 11 centimetres = 8.02 metres")
    ]
    assert [line.slot for line in found if line.relation is Relation.ONLY and line.slot.startswith("measure")] == []


def test_a_sum_that_comes_out_otherwise_is_no_conflict() -> None:
    found = lines(CRESTED, SET.replace("8.02", "8.40"))

    assert [line for line in found if line.slot.startswith("measure: record of")] == []
    assert Relation.CONFLICT not in {line.relation for line in found}


def test_a_record_of_another_year_is_another_one() -> None:
    found = lines(CRESTED, SET.replace("1997", "1954"))

    assert relations(found, "measure: record of 1997") == []


def test_a_share_above_its_target_makes_up_the_target() -> None:
    found = lines(
        "A train derailed near Karsk on Monday. Inflation stood at 2.9 percent, 0.9 points above the target.",
        "A train derailed near Karsk on Monday. Inflation has missed the target of 2 percent again.",
    )

    assert relations(found, "percent: target") == [(Relation.SAME, "2.9 percent - 0.9 points = 2 percent")]

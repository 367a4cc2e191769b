from __future__ import annotations

import pytest

from briefing.model import Span
from briefing.reading.story.slots import label, place
from briefing.stories import Comparison, Relation, Value

VALUE = Value("a", Span(0, 3), "two")


def line(slot: str, relation: Relation = Relation.SAME) -> Comparison:
    return Comparison(slot, relation, (VALUE,), "", 1)


@pytest.mark.parametrize(
    ("slot", "shown"),
    [
        ("count: attacks", "attacks"),
        ("percent: inflation in 2025", "inflation in 2025"),
        ("measure: highest level", "highest level"),
        ("money: bail", "bail"),
        ("percent", "share"),
        ("date: Wed 11 Sep 2024", "Wed 11 Sep 2024"),
        ("statement: Hradek dam", "Hradek dam"),
        ("background: car, road", "car, road"),
        ("statement", "said"),
        ("denial: Hradek dam", "denied: Hradek dam"),
        ("killed", "killed"),
    ],
)
def test_a_line_is_called_by_what_it_is_of(slot: str, shown: str) -> None:
    assert label(line(slot)) == shown


def test_a_card_tells_every_conflict() -> None:
    assert place(line("date: first release", Relation.CONFLICT)) is not None
    assert place(line("date: first release")) is None

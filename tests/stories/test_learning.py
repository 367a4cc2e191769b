from __future__ import annotations

import pytest

from briefing.stories.learning import Example, b_cubed, learnt, odds

EXAMPLES = [
    Example("1", {"always": 1.0, "own names": own, "reports": 2.0 + own % 2}, gain)
    for own, gain in ((0.1, -0.3), (0.3, -0.2), (0.2, -0.3), (2.1, 0.3), (1.8, 0.2), (2.4, 0.3))
]


def test_what_is_learnt_tells_two_events_from_one() -> None:
    weights = learnt(EXAMPLES)

    assert [odds(example, weights) > 0 for example in EXAMPLES] == [example.gain > 0 for example in EXAMPLES]


@pytest.mark.parametrize(
    ("gold", "answer", "measure"), [("aabb", "aabb", 1.0), ("aabb", "aaaa", 2 / 3), ("aaaa", "aabb", 2 / 3)]
)
def test_groups_are_measured_by_what_each_shares(gold: str, answer: str, measure: float) -> None:
    assert b_cubed(gold, answer) == pytest.approx(measure)

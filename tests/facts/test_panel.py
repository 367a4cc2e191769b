import pytest

from tests.facts.panel_score import TEXTS, scores


@pytest.mark.skipif(not TEXTS.exists(), reason="the texts are not part of the program")
def test_the_first_ten_lines_hold_four_of_five_facts_listed_by_hand() -> None:
    found = list(scores("development"))

    held = sum(len(score.held) for score in found)
    listed = held + sum(len(score.missed) for score in found)

    assert held >= 0.8 * listed

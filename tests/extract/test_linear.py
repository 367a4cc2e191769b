from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.linear import learnt, score

WEIGHTS = {"a": 3, "b": -5, "c": 0}


@given(st.lists(st.sampled_from("abcxyz")))
def test_a_trait_counts_as_often_as_it_is_there_and_an_unknown_one_not_at_all(traits: list[str]) -> None:
    assert score(WEIGHTS, traits) == 3 * traits.count("a") - 5 * traits.count("b")


def test_a_file_is_read_once() -> None:
    assert learnt("briefing.facts", "worth.json") is learnt("briefing.facts", "worth.json")

from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.linear import Sums, learnt, score

WEIGHTS = {"a": 3, "b": -5, "c": 0}


@given(st.lists(st.sampled_from("abcxyz")))
def test_a_trait_counts_as_often_as_it_is_there_and_an_unknown_one_not_at_all(traits: list[str]) -> None:
    assert score(WEIGHTS, traits) == 3 * traits.count("a") - 5 * traits.count("b")


@given(st.lists(st.lists(st.sampled_from("abcxyz")).map(tuple), max_size=12))
def test_a_group_of_traits_weighs_the_same_each_time_it_is_asked_for(groups: list[tuple[str, ...]]) -> None:
    sums = Sums(WEIGHTS)

    assert [sums[group] for group in groups + groups] == [score(WEIGHTS, group) for group in groups + groups]


def test_a_file_is_read_once() -> None:
    assert learnt("briefing.facts", "worth.json") is learnt("briefing.facts", "worth.json")

from briefing.extract.attribution.weights import read, written
from briefing.extract.claims.learning import binary_weights, ranking_weights


def test_a_feature_that_decides_gets_the_weight() -> None:
    examples = [(["said", "x"], True), (["ran", "x"], False)] * 10

    weights = dict(binary_weights(examples))

    assert weights["said"] > 0 > weights["ran"]


def test_the_right_choice_comes_to_score_best() -> None:
    examples = [([["near"], ["far"], ["none"]], 0)] * 10

    weights = dict(ranking_weights(examples))

    assert weights["near"] > max(weights["far"], weights["none"])


def test_weights_that_are_written_are_read_again() -> None:
    weights = {"cue": {"w=said": 210, "w=ran": -35, "b": -35}, "gate": {}}

    assert read(written(weights)) == weights

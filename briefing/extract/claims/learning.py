"""Learning: weights of features from examples, for a yes or no and for the best of several choices."""

from __future__ import annotations

import math
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pycrfsuite

ITERATIONS: Final = 100
ROUNDS: Final = 6
RUNS: Final = 4
UNSETTLED: Final = 2
"""The first rounds, whose weights do not enter the average."""
STEP: Final = 0.1
DECAY: Final = 0.001
LASSO: Final = 0.01
"""Draws weights to nothing: half the features for the same accuracy."""
SEED: Final = 1


def binary_weights(
    examples: Sequence[tuple[list[str], bool]], *, lasso: float = 0.0, ridge: float = 1.0, least: int = 2
) -> Iterator[tuple[str, float]]:
    """Yield (feature, weight) of a logistic regression; features of fewer than `least` examples are left out."""
    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params({"c1": lasso, "c2": ridge, "max_iterations": ITERATIONS, "feature.minfreq": least})
    for features, holds in examples:
        trainer.append([features], ["yes" if holds else "no"])
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder, "model"))
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        state: dict[tuple[str, str], float] = tagger.info().state_features
        tagger.close()
    for feature in sorted({feature for feature, _ in state}):
        yield feature, state.get((feature, "yes"), 0.0) - state.get((feature, "no"), 0.0)


def ranking_weights(
    examples: Sequence[tuple[list[list[str]], int]], *, rounds: int = ROUNDS, least: int = 2, runs: int = RUNS
) -> Iterator[tuple[str, float]]:
    """Yield (feature, weight) under which the right choice of each example scores best: log-linear, by AdaGrad.

    The mean of several runs, each with the examples in another order, depends less on the last ones.
    """
    counts = Counter(feature for choices, _ in examples for features in choices for feature in features)
    kept = [
        ([[feature for feature in features if counts[feature] >= least] for features in choices], right)
        for choices, right in examples
    ]
    features = sorted(feature for feature, count in counts.items() if count >= least)
    sums = dict.fromkeys(features, 0.0)
    for run in range(runs):
        for feature, weight in _run(list(kept), features, rounds=rounds, seed=SEED + run).items():
            sums[feature] += weight / runs
    yield from sums.items()


def _run(
    examples: list[tuple[list[list[str]], int]], features: Sequence[str], *, rounds: int, seed: int
) -> dict[str, float]:
    """Return the mean of the weights after each settled round."""
    weights = dict.fromkeys(features, 0.0)
    squares = dict.fromkeys(features, 0.01)
    sums = dict.fromkeys(features, 0.0)
    shuffled = random.Random(seed)  # noqa: S311 - the order of examples, nothing secret
    for number in range(rounds):
        shuffled.shuffle(examples)
        for choices, right in examples:
            _learn(choices, right, weights, squares)
        if number >= UNSETTLED:
            for feature, weight in weights.items():
                sums[feature] += weight / (rounds - UNSETTLED)
    return sums


def _learn(choices: list[list[str]], right: int, weights: dict[str, float], squares: dict[str, float]) -> None:
    scores = [sum([weights[feature] for feature in features]) for features in choices]
    top = max(scores)
    shares = [math.exp(one - top) for one in scores]
    total = sum(shares)
    for number, features in enumerate(choices):
        error = shares[number] / total - (number == right)
        if abs(error) < 0.001:
            continue
        for feature in features:
            slope = error + DECAY * weights[feature]
            squares[feature] += slope * slope
            pace = STEP / math.sqrt(squares[feature])
            weight = weights[feature] - pace * slope
            weights[feature] = math.copysign(max(0.0, abs(weight) - LASSO * pace), weight)

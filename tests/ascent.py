"""Ascent: weights of traits that make what was marked likely, climbed to by AdaGrad with a penalty on their squares."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final

FIRST: Final = 1e-8
"""What every weight has travelled before the first step."""
Weights = dict[str, float]


def ascended(
    names: Iterable[str],
    slope: Callable[[Weights, Weights], None],
    *,
    free: str,
    rounds: int,
    step: float,
    ridge: float,
) -> Weights:
    """Return the weights of `names` after some rounds; `slope` adds to each slope how the likelihood grows with its weight.

    The weight called `free` bears no penalty: it stands for what is so without any trait.
    """
    weights = dict.fromkeys(names, 0.0)
    travelled = dict.fromkeys(weights, FIRST)
    for _ in range(rounds):
        slopes = {name: -ridge * weight for name, weight in weights.items()}
        slopes[free] = 0.0
        slope(weights, slopes)
        for name, own in slopes.items():
            travelled[name] += own * own
            weights[name] += step * own / math.sqrt(travelled[name])
    return weights

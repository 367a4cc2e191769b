"""Linear weights: what was learnt of traits by their names, in whole hundredths of log odds, and their sums."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import repeat
from typing import Final, TypeVar

Weights = Mapping[str, int]
"""The weight of each trait by its name; one that is not among them weighs nothing."""

SCALE: Final = 100
"""Weights are kept as whole hundredths: finer ones made no difference."""
MOST_KEPT: Final = 1 << 14
"""Of how many groups of traits the sums are remembered."""
_NOTHING: Final = repeat(0)
Number = TypeVar("Number", int, float)


def score(weights: Mapping[str, Number], traits: Iterable[str]) -> Number:
    """Return the sum of the weights of `traits`: log odds in hundredths, or in what they are while they are learnt."""
    return sum(map(weights.get, traits, _NOTHING))


class Sums(dict[tuple[str, ...], float]):
    """What groups of traits weigh together by some weights; a group that comes again is not added up again."""

    __slots__ = ("weights",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, traits: tuple[str, ...]) -> float:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[traits] = score(self.weights, traits)
        return found


@cache
def learnt(package: str, file: str) -> Mapping[str, Weights]:
    """Return the weights for each question that the JSON file of a package answers; it is read once."""
    weights: dict[str, dict[str, int]] = json.loads(resources.files(package).joinpath(file).read_text("utf-8"))
    return weights

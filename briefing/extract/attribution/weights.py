"""Weights of features, learnt by `python -m briefing.extract.claims.train` and read when first needed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

SCALE: Final = 100
"""Weights are kept as whole hundredths: finer ones made no difference, and the file is read faster."""

FILE: Final = "weights.json"


@lru_cache(maxsize=1)
def learnt() -> Mapping[str, Mapping[str, int]]:
    """Return the weights of each step by the name of the feature."""
    read: dict[str, dict[str, int]] = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return read


def score(weights: Mapping[str, int], features: Iterable[str]) -> int:
    """Return the sum of the weights of `features`: log odds in hundredths."""
    return sum(filter(None, map(weights.get, features)))

"""Worth: how likely a claim is told rightly, and how much a reader needs it, by weights learnt from lines judged by hand."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Final

FILE: Final = "worth.json"
SCALE: Final = 100
"""Weights are kept as whole hundredths."""
SOUND: Final = "sound"
NEEDED: Final = "needed"
BIAS: Final = "bias"


def likelihood(question: str, traits: Iterable[str]) -> float:
    """Return how likely a claim with these traits is sound, or needed: from 0 to 1."""
    weights = learnt()[question]
    odds = (weights[BIAS] + sum(filter(None, map(weights.get, traits)))) / SCALE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def learnt() -> Mapping[str, Mapping[str, int]]:
    """Return the weights by question and trait."""
    read: dict[str, dict[str, int]] = json.loads(
        resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    )
    return read

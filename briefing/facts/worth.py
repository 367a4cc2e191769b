"""Worth: how likely a claim is told rightly, and how much a reader needs it, by weights learnt from lines judged by hand."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from briefing.extract.linear import SCALE, learnt, score

FILE: Final = "worth.json"
SOUND: Final = "sound"
NEEDED: Final = "needed"
BIAS: Final = "bias"


def likelihood(question: str, traits: Iterable[str]) -> float:
    """Return how likely a claim with these traits is sound, or needed: from 0 to 1."""
    weights = learnt(__package__, FILE)[question]
    odds = (weights[BIAS] + score(weights, traits)) / SCALE
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))

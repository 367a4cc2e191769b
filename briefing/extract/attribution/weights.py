"""Weights of features, learnt by `python -m briefing.extract.claims.train` and read when first needed.

The file has a line `[step]` before the weights of each step, and a line for each weight: the number, then every
feature that has it, parted by tabs. So written it is small, and read in a few milliseconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

Weights = Mapping[str, Mapping[str, int]]
"""For each step the weight of each feature."""

FILE: Final = "weights.tsv"


@lru_cache(maxsize=1)
def learnt() -> Weights:
    """Return the weights of each step by the name of the feature, and as "heads" the words that the gate knows."""
    weights = read(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return {**weights, "heads": heads_of(weights["gate"])}


def heads_of(gate: Mapping[str, int]) -> dict[str, int]:
    """Return the words that the weights of the gate name: those and the words of a family may be cues, no others."""
    return {feature[2:]: weight for feature, weight in gate.items() if feature.startswith("w=")}


def read(written: str) -> dict[str, dict[str, int]]:
    """Return the weights that stand in the text of a file."""
    weights: dict[str, dict[str, int]] = {}
    step: dict[str, int] = {}
    for line in written.split("\n"):
        if line.startswith("["):
            step = weights.setdefault(line[1:-1], {})
        elif line:
            number, _, features = line.partition("\t")
            step.update(dict.fromkeys(features.split("\t"), int(number)))
    return weights


def written(weights: Weights) -> str:
    """Return the text of a file that holds `weights`, the same for the same weights."""
    lines: list[str] = []
    for step, listed in sorted(weights.items()):
        lines.append(f"[{step}]")
        features: defaultdict[int, list[str]] = defaultdict(list)
        for feature, weight in listed.items():
            features[weight].append(feature)
        lines += ["\t".join([str(weight), *sorted(features[weight])]) for weight in sorted(features)]
    return "\n".join(lines) + "\n"

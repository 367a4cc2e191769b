"""How the reports stand to each other on a fact, with the sign that tells it without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from typing import Final

from briefing.model import Role
from briefing.stories import Comparison, Relation

NUMBERS: Final = frozenset(str(role) for role in Role)
"""The first words of the slots that hold numbers."""
STEPS: Final = "when"
"""The slot that tells of one day after another where reports name several."""


class Standing(Enum):
    """How the values of a line stand to each other, those that part the reports first."""

    CONFLICT = "!"
    DEVELOPMENT = "→"
    ADDS = "+"
    COMPATIBLE = "~"
    SAME = "="
    ONLY = "1"

    @property
    def sign(self) -> str:
        """The sign before a line."""
        return self.value


HEADINGS: Final = {
    Standing.CONFLICT: "THEY CONTRADICT EACH OTHER",
    Standing.DEVELOPMENT: "WHAT CHANGED FROM DAY TO DAY",
    Standing.ADDS: "ONE ADDS TO THE OTHER",
    Standing.COMPATIBLE: "BOTH CAN BE TRUE",
    Standing.SAME: "THE SAME IN EACH",
    Standing.ONLY: "TOLD BY ONE",
}
"""What stands above the lines of each kind."""
WORDS: Final = {
    Standing.CONFLICT: ("conflict", "conflicts"),
    Standing.DEVELOPMENT: ("development", "developments"),
    Standing.ADDS: ("addition", "additions"),
    Standing.COMPATIBLE: ("both can be true", "both can be true"),
    Standing.SAME: ("agreement", "agreements"),
    Standing.ONLY: ("told by one", "told by one"),
}
"""One and several of them."""


def standing(line: Comparison) -> Standing:
    """Return how the values of `line` stand: numbers and days that one report takes further are a development."""
    if line.relation is Relation.ADDS and (line.slot.partition(":")[0] in NUMBERS or line.slot == STEPS):
        return Standing.DEVELOPMENT
    return Standing[line.relation.name]


def tallied(lines: Iterable[Comparison]) -> Counter[Standing]:
    """Return how many lines there are of each kind."""
    return Counter(map(standing, lines))

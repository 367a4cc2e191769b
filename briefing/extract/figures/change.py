"""What rises and falls: the direction of a change, and whether the figure is its size or its result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.words import words
from briefing.model import Change


def _forms(*regular: str, irregular: str = "") -> frozenset[str]:
    found: set[str] = set(irregular.split())
    for verb in regular:
        stem = verb.removesuffix("e")
        double = verb + verb[-1] if verb in DOUBLED else stem
        found |= {verb, f"{verb}s", f"{double}ed", f"{double}ing"}
    return frozenset(found)


DOUBLED: Final = words("drop slip dip trim slam top")
UP: Final = _forms(
    "increase",
    "gain",
    "climb",
    "jump",
    "surge",
    "soar",
    "advance",
    "rally",
    "rebound",
    "expand",
    "accelerate",
    "swell",
    "spike",
    "rocket",
    "skyrocket",
    "add",
    "lift",
    "boost",
    "raise",
    "strengthen",
    "appreciate",
    "edge",
    "inch",
    "tick",
    irregular="up rose rise rises risen rising grew grow grows grown growing higher rallied rallies rallying leapt leap leaps"
    " leaped swollen upped hiked hike hikes",
)
DOWN: Final = _forms(
    "drop",
    "decline",
    "slip",
    "decrease",
    "plunge",
    "plummet",
    "tumble",
    "dip",
    "contract",
    "ease",
    "retreat",
    "weaken",
    "reduce",
    "slump",
    "crash",
    "slide",
    "trim",
    "slash",
    "lower",
    "sink",
    "shrink",
    "depreciate",
    "slow",
    "narrow",
    "crater",
    irregular="down fell fall falls fallen falling slid sliding lost lose loses losing shed sheds shedding sank sunk lower cut cuts"
    " cutting shrank shrunk off nosedived",
)
DIRECTION_WORDS: Final = frozenset(
    {"up", "down", "higher", "lower", "back", "further", "sharply", "slightly", "again", "out"}
)
BETWEEN: Final = words("""by about around approximately roughly nearly almost some over more than less at least as much up down to an a the
    another further additional estimated just only even another average of record total whopping staggering combined
    another respectively well under just close sharply slightly""")
"""What may stand between the verb and its figure."""
NOT_BEFORE: Final = frozenset({"growing", "rising", "falling", "cut", "off", "edge", "edges"})


@dataclass(frozen=True, slots=True)
class Changed:
    """A direction, whether the figure is the size of the change, and where its words begin."""

    direction: Change | None
    by: bool | None
    at: int


NO_CHANGE: Final = Changed(None, None, -1)


def changed(tokens: Tokens, first: int, begin: int) -> Changed:
    """Return the change that governs the figure whose number begins at `first`, in a sentence from `begin` on."""
    by: bool | None = None
    for at in range(first - 1, max(begin, first - 9) - 1, -1):
        word = tokens.lower(at)
        direction = _direction(tokens, at)
        if direction is not None and not (word == "up" and tokens.lower(at + 1) == "to"):
            return Changed(direction, True if by is None else by, at)
        if word == "by" and by is None:
            by = True
        elif word == "to" and by is None and tokens.lower(at - 1) != "up":
            by = False
        elif word not in BETWEEN:
            break
    return NO_CHANGE


def _direction(tokens: Tokens, at: int) -> Change | None:
    word = tokens.lower(at)
    if word in UP:
        if tokens.lower(at + 1) == "down":
            return "down"
        return "up"
    if word in DOWN:
        return "down"
    return None


def directions(words: Iterable[str]) -> set[Change]:
    """Return the directions that words speak of."""
    found: set[Change] = set()
    for word in words:
        if word in UP:
            found.add("up")
        if word in DOWN:
            found.add("down")
    return found

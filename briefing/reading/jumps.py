"""Where jumps began, to go back there and forth again."""

from __future__ import annotations

from typing import Final

from briefing.values import dataclass

MOST: Final = 100
"""Places remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article."""

    article: str
    at: int
    mark: str = ""
    """The id of a mark whose words are the place; empty for any other."""
    in_story: bool = False
    """Whether it is the story screen that was opened from the article."""


@dataclass(frozen=True, slots=True)
class Jumps:
    """The places behind and ahead, the nearest last."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()


def left(jumps: Jumps, place: Place) -> Jumps:
    """Return the jumps after one that began at `place`: what was ahead is forgotten."""
    if jumps.behind and jumps.behind[-1] == place:
        return Jumps(jumps.behind)
    return Jumps((*jumps.behind, place)[-MOST:])


def back(jumps: Jumps, here: Place) -> tuple[Jumps, Place | None]:
    """Return the jumps after going back from `here`, and where that leads; None where there is nothing behind."""
    behind = jumps.behind
    while behind and behind[-1] == here:
        behind = behind[:-1]
    if not behind:
        return jumps, None
    return Jumps(behind[:-1], (*jumps.ahead, here)), behind[-1]


def forward(jumps: Jumps, here: Place) -> tuple[Jumps, Place | None]:
    """Return the jumps after going forward from `here`, and where that leads; None where there is nothing ahead."""
    if not jumps.ahead:
        return jumps, None
    return Jumps((*jumps.behind, here)[-MOST:], jumps.ahead[:-1]), jumps.ahead[-1]

"""When a place is certain: the rules that keep a mark off words that only look like its own.

The bounds were found on 800 made-up articles and the two sample articles, with some ten thousand changed versions of
them, and then tried on others. What speaks less clearly is offered, not placed.
"""

from __future__ import annotations

from typing import Final

from briefing.anchors.evidence import KNOWN, Candidate, Side

LONG: Final = 24
"""Characters of marked words that hardly stand twice by chance."""
SHORTEST_INEXACT: Final = 8
"""Characters; shorter words that have changed can't be told from others."""
OFFERED: Final = 0.35
"""The share of the words that makes a place worth showing."""

NEARLY_ALL: Final = 0.85
"""Shares of the words that are left, from here on."""
MOST: Final = 0.75
MANY: Final = 0.7
THE_GREATER_PART: Final = 0.65
MARKED_HERE: Final = 0.6
HALF: Final = 0.5

SURE_SIDE: Final = 0.8
"""Shares of what stood on the weaker side of the words, from here on."""
GOOD_SIDE: Final = 0.7
FAIR_SIDE: Final = 0.6
SOME_SIDE: Final = 0.5
TRACE: Final = 0.3
FAINT: Final = 0.15

CLEAR: Final = 0.5
"""By how much the best place must outweigh the next."""
LONG_RUN: Final = 30
"""Characters in one piece that carry a passage of twice as many, whatever stands around it."""


def is_certain(best: Candidate, *, next_best: Candidate | None) -> bool:
    """Return whether the words stand at `best` beyond doubt."""
    if best.is_same:
        return _is_certain_same(best, next_best)
    if not best.is_aligned or best.length < SHORTEST_INEXACT:
        return False
    if best.before > 1:
        # Twice in the old text, changed in the new one: only the surroundings tell which of the two it is.
        return _lesser(best) >= SURE_SIDE and best.words >= MOST and not best.is_swapped and not best.is_twin_near
    if best.is_swapped:
        return _between_neighbours(best) and best.words >= HALF
    if _between_neighbours(best) and best.words >= THE_GREATER_PART:
        return True
    if best.length < LONG:
        return _lesser(best) >= GOOD_SIDE and min(best.words, best.kept) >= MARKED_HERE and not best.is_twin_near
    return _is_certain_changed(best)


def is_offered(best: Candidate) -> bool:
    """Return whether a place that is not certain is worth showing to the user."""
    return best.is_same or max(best.kept, best.words) >= OFFERED


def _is_certain_same(best: Candidate, next_best: Candidate | None) -> bool:
    """The very words are there: is it this place, or another one, or the twin of their sentence?"""
    if _both_known(best):
        return True
    is_single = best.before == 1 and best.now == 1
    if is_single and best.length >= LONG:
        return True
    if is_single and best.is_aligned and _one_known(best) and _lesser(best) >= SOME_SIDE:
        # A figure beside the words was corrected; on the other side nothing has changed.
        return True
    if best.is_twin_near or not best.is_aligned:
        return False
    if is_single:
        return _lesser(best) >= FAIR_SIDE or (_one_known(best) and _lesser(best) >= FAINT)
    margin = best.weight - (next_best.weight if next_best else 0.0)
    return _one_known(best) and _lesser(best) >= GOOD_SIDE and margin > CLEAR


def _is_certain_changed(best: Candidate) -> bool:
    """Long words that are not the same any more, no name or number swapped."""
    if best.words >= NEARLY_ALL and _greater(best) >= TRACE and (not best.is_twin_near or _lesser(best) >= TRACE):
        return True
    if best.is_twin_near:
        return False
    if best.words >= NEARLY_ALL and best.longest >= LONG_RUN and best.length >= 2 * LONG_RUN:
        return True
    return best.words >= MANY and _lesser(best) >= SOME_SIDE


def _share(side: Side) -> float:
    return 1.0 if side.is_edge else side.share


def _lesser(best: Candidate) -> float:
    return min(_share(best.left), _share(best.right))


def _greater(best: Candidate) -> float:
    return max(_share(best.left), _share(best.right))


def _both_known(best: Candidate) -> bool:
    return best.left.is_known and best.right.is_known


def _between_neighbours(best: Candidate) -> bool:
    """Return whether both neighbours are there; the end of the text is none: anything may have been put before it."""
    return min(best.left.run, best.right.run) >= KNOWN


def _one_known(best: Candidate) -> bool:
    return best.left.is_known or best.right.is_known

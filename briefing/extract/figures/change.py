"""What rises and falls: the direction of a change, and whether the figure is its size or its result.

Verbs, "up" and "down" tell a change; a noun ("a rise of 5%") is what is counted.
"""

from __future__ import annotations

from typing import Final

from briefing.extract.figures.currencies import is_money
from briefing.extract.figures.lexicon import VERBS
from briefing.extract.figures.tokens import Tokens
from briefing.extract.figures.unit_names import TIME
from briefing.extract.figures.words import words
from briefing.model import Change
from briefing.values import dataclass

UP: Final = words(
    """up rose rise rises risen rising grew grow grows grown growing increase increases increased increasing climb climbs
    climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring rallied rallies firmed
    rebounded rebound rebounds leapt leaped leaps swelled swells spiked spikes rocketed skyrocketed skyrocketing higher
    doubled tripled quadrupled ballooned mushroomed advanced advances appreciated strengthened strengthens accelerated
    firmed snowballed"""
)
DOWN: Final = words(
    """down fell fall falls fallen falling drop drops dropped dropping decline declines declined declining slid slides
    sliding slip slips slipped slipping decrease decreases decreased decreasing plunge plunges plunged plunging plummet
    plummets plummeted plummeting tumble tumbles tumbled tumbling dip dips dipped dipping slumped slumps slump sank sinks
    sunk sinking shrank shrinks shrunk shrinking contracted contracts retreated nosedived lower halved dwindled weakened
    weakens depreciated eased eases cratered sagged skidded"""
)
UP_OF_SHARES: Final = words(
    """gain gains gained gaining add adds added adding raise raises raised raising lift lifts lifted lifting boost boosts
    boosted boosting hike hikes hiked expand expands expanded expanding edged ticked inched jumping advance improved
    improves improve upped"""
)
DOWN_OF_SHARES: Final = words(
    """lose loses lost losing shed sheds shedding cut cuts cutting reduce reduces reduced reducing trim trims trimmed
    slash slashes slashed slashing lowered lowers lowering ease shave shaved shaves crashed crash slowed slows narrowed
    narrows off contract"""
)
"""Verbs that say as much of other things ("lost 12 men"): of a percentage, of points, or with "by" and "to"."""
OF_MEASURES: Final = words("lose loses lost losing gain gains gained gaining shed sheds shedding")
"""Those that say it of measures as well: "lost 5 kilos", "is losing 286 gigatonnes a year"."""
SHARES: Final = frozenset({"percent", "percentage point", "basis point", "point", "penny", "cent"})
BEHIND: Final[dict[str, Change]] = {"lower": "down", "down": "down", "higher": "up", "up": "up"}
BETWEEN: Final = words(
    """by about around approximately roughly nearly almost some over more than less at least as much up down to an a the
    another further additional estimated just only even average average total whopping staggering combined well at
    under close sharply slightly again back also modest still early"""
)
"""What may stand between the verb and its figure."""
PARTICLES: Final = frozenset({"up", "down"})
PHRASAL: Final = words(
    """set sets made make makes making built build builds building pick picks picked put puts came come comes coming chase chased chasing end ends
    ended wake line lined gave give given shut shuts break broke broken blow blew blown take took taken turn turned tear
    pull pulled get got hold held back backed sum rack racked chalked split divided close closed closing gunned hunted
    tracked track struck shot laid lay settle settled calm sit sat stand stood step stepped handed passed boil boils
    boiled boiling opened open open opens show showed start started follow followed light lit round rounded"""
)
"""Verbs with which "up" and "down" mean something else: "set up by three brothers"."""
WITH_OBJECT: Final = words(
    """cut cuts cutting raise raises raised raising reduce reduces reduced reducing increase increases increased increasing
    lift lifted lifts boost boosts boosted hike hikes hiked slash slashed slashes trim trimmed trims lower lowered lowers
    lowering expand expanded shrink shrank decrease decreased decreases double doubled doubles triple tripled halve halved"""
)
"""Verbs of change that have an object: "cut output by 500,000 barrels"."""
YEAR_DIGITS: Final = 4
OBJECT: Final = 5
"""How many words the object may have."""
FAR: Final = 9
"""How many tokens a verb may stand before its figure."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A direction, and whether the figure is the size of the change."""

    direction: Change | None
    by: bool | None
    at: int = -1
    """The token of its verb."""
    has_object: bool = False
    """With an object between the verb and "by" or "to"."""
    direct: bool = False
    """With neither "by" nor "to": "rose 5%"."""


NO_CHANGE: Final = Changed(None, None)


def changed(tokens: Tokens, first: int, begin: int, *, unit: str | None, is_range: bool) -> Changed:
    """Return the change that governs the figure whose number begins at `first`, in a sentence from `begin` on."""
    by: bool | None = None
    takes_any = unit is not None and unit.partition(" per ")[0] in SHARES
    level = tokens.low[first - 1] == "at"
    if level:
        by = False
    for at in range(first - 1, max(begin, first - FAR) - 1, -1):
        word = tokens.low[at]
        takes = takes_any or by is not None or (word in OF_MEASURES and is_measure(unit))
        direction = _direction(tokens, at, takes_any=takes)
        if direction is not None and not _is_up_to(tokens, at):
            return Changed(direction, by if by is not None else True, at, direct=by is None and word not in PARTICLES)
        if word == "by" and by is None:
            by = True
        elif (word == "to" and by is None and tokens.low[at - 1] != "up") or (word == "from" and is_range):
            by = False
        elif word not in BETWEEN:
            return _with_object(tokens, at, begin, by=by) if by is not None and not level else NO_CHANGE
    return NO_CHANGE


def _with_object(tokens: Tokens, last: int, begin: int, *, by: bool) -> Changed:
    """Return the change of a verb with an object between it and "by" or "to": "cut output by 5%"."""
    for at in range(last, max(begin, last - OBJECT) - 1, -1):
        word = tokens.low[at]
        if word in WITH_OBJECT:
            direction = _direction(tokens, at, takes_any=True)
            return NO_CHANGE if direction is None else Changed(direction, by, at, has_object=True)
        if not (word[:1].isalpha() or (word.isdigit() and len(word) == YEAR_DIGITS)) or word in VERBS:
            return NO_CHANGE
    return NO_CHANGE


def changed_behind(tokens: Tokens, last: int, *, unit: str | None) -> Changed:
    """Return the change that stands behind a share and its unit, at token `last`: "2% lower", "5 points up"."""
    word = tokens.low[last]
    if unit not in SHARES or word not in BEHIND or tokens.low[last + 1] == "to":
        return NO_CHANGE
    return Changed(BEHIND[word], True)


def is_measure(unit: str | None) -> bool:
    """Return whether a unit measures a thing: not its price, and not how long it takes."""
    return unit is not None and not is_money(unit) and unit.partition(" per ")[0] not in TIME


def _is_up_to(tokens: Tokens, at: int) -> bool:
    """Return whether a word is the "up" of "up to 50", which is a bound and no change."""
    return tokens.low[at] == "up" and tokens.low[at + 1] == "to" and tokens.low[at - 1] not in UP | UP_OF_SHARES


def _direction(tokens: Tokens, at: int, *, takes_any: bool) -> Change | None:
    word = tokens.low[at]
    if word in PARTICLES and tokens.low[at - 1] in PHRASAL:
        return None
    if word == "off" and tokens.low[at - 1] == ",":
        return "down"
    if word in UP or (takes_any and word in UP_OF_SHARES):
        return "down" if tokens.low[at + 1] == "down" else "up"
    if word in DOWN or (takes_any and word in DOWN_OF_SHARES):
        return "up" if tokens.low[at + 1] == "up" else "down"
    return None

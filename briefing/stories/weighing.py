"""Weighing: which stories come first in a briefing, and by what.

The weight is a sum of four parts, so that it can be checked: who reports it, whom it hurt and what it cost, how fresh it
is, and how much of it is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import log2, log10
from typing import Final

from briefing.model import Analysis, Role
from briefing.stories.news import News
from briefing.stories.points import Point, Report
from briefing.stories.story import Story

PER_DOUBLING: Final = 2.0
"""What twice as many outlets are worth."""
HARM: Final = {
    Role.KILLED.value: 1.0,
    Role.MISSING.value: 0.6,
    Role.INJURED.value: 0.5,
    Role.DETAINED.value: 0.25,
    Role.DISPLACED.value: 0.25,
}
"""What twice as many of those are worth."""
MOST_HARM: Final = 8.0
"""So that an old disaster does not stand before all for ever: as much as 255 dead."""
CHEAPEST: Final = 5
"""Money counts from the sixth digit on, a point for each further one: a million is worth one."""
MOST_COST: Final = 5.0
FRESH: Final = 3.0
"""What a report of the newest day is worth; it is gone after as many days."""
NEW: Final = 2.0
"""What it is worth that all reports are new; a share for a share of them."""
PER_CHANGE: Final = 0.5
MOST_CHANGES: Final = 4


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a story weighs, part by part, in points to two places."""

    origins: Decimal
    harm: Decimal
    recency: Decimal
    novelty: Decimal

    @property
    def total(self) -> Decimal:
        """The sum of the parts."""
        return self.origins + self.harm + self.recency + self.novelty


def weight(story: Story, reports: Sequence[Report], *, newest: date | None, found: News) -> Weight:
    """Return the weight of `story`, whose own `reports` are given without reprints, in a briefing as of the day `newest`.

    `found` is what is new in it.
    """
    return Weight(
        _points(PER_DOUBLING * log2(1 + len(outlets(story)))),
        _points(_harm(reports)),
        _points(_recency(story.analyses, newest)),
        _points(_novelty(story, found)),
    )


def outlets(story: Story) -> tuple[str, ...]:
    """Return who reports it, each once, in the order of the reports; a reprint is nobody's own report."""
    copies = {name for names in story.group.reprints for name in names[1:]}
    own = [article for article in story.group.articles if article.id not in copies]
    return tuple(dict.fromkeys(article.source or article.id for article in own))


def _harm(reports: Iterable[Report]) -> float:
    """Return the points for those whom the newest report of each sort hurt, and for the highest cost."""
    hurt: dict[str, float] = {}
    cost = 0.0
    for one in sorted(reports, key=lambda one: one.age):
        told: set[str] = set()
        for point in one.points:
            if point.amount is None or point.amount.value is None or not point.is_key:
                continue
            role, value = point.matter.split("|")[0], float(min(abs(point.amount.value), Decimal(10) ** 15))
            if point.is_main and role in HARM and role not in told:
                told.add(role)
                hurt[role] = HARM[role] * log2(1 + value)
            elif _is_cost(point) and value >= 1:
                cost = max(cost, min(MOST_COST, log10(value) - CHEAPEST))
    return min(MOST_HARM, sum(hurt.values())) + cost


def _is_cost(point: Point) -> bool:
    return point.heading == "COST"


def _recency(analyses: Iterable[Analysis], newest: date | None) -> float:
    last = max((analysis.article.day for analysis in analyses if analysis.article.day), default=None)
    if last is None or newest is None:
        return 0.0
    return max(0.0, FRESH - (newest - last).days)


def _novelty(story: Story, found: News) -> float:
    share = len(found.reports) / max(1, len(story.analyses))
    return NEW * share + PER_CHANGE * min(MOST_CHANGES, len(found.changes) + len(found.settled))


def _points(value: float) -> Decimal:
    return Decimal(str(round(value, 2)))

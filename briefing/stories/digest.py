"""Digests: a story in a few facts, each with who says so, where the reports agree, where not, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from briefing.model import Analysis, Figure, Role
from briefing.stories.leading import KeyFact, key_facts
from briefing.stories.news import Change, News, news
from briefing.stories.points import Report, report
from briefing.stories.story import Comparison, Relation, Story
from briefing.stories.weighing import Weight, weight

TELLING: Final = (
    "killed", "injured", "missing", "displaced", "detained", "money", "percent", "count",
)  # fmt: skip
"""The slots in which it is worth a line that reports agree; where and when have the story's own line."""
FEW: Final = 10
"""A smaller count is the language's, not the news's: "two ships", "three days"."""
SUM: Final = " + "
"""What stands in the reason of numbers that add up."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A story as a briefing tells it."""

    story: Story
    reports: tuple[Report, ...]
    """Its own reports, the oldest first, without reprints."""
    weight: Weight
    facts: tuple[KeyFact, ...]
    where: str
    """The place that most reports name; empty where none does."""
    when: str
    conflicts: tuple[Comparison, ...]
    agreements: tuple[Comparison, ...]
    changes: tuple[Change, ...]
    """Numbers that are others now than in the reports that were known, else in its first."""
    news: News
    """What the reports of its newest day, or those that were not known, tell beyond the others."""


def digest(story: Story, *, known: Collection[str] | None, newest: date | None) -> Digest:
    """Return the digest of `story` in a briefing as of the day `newest`.

    `known` are the ids of the reports that what changed is measured against; None for none but its own.
    """
    copies = {name for names in story.group.reprints for name in names[1:]}
    own = [analysis for analysis in story.analyses if analysis.article.id not in copies]
    every = {analysis.article.id: report(analysis, whole=True) for analysis in story.analyses}
    reports = sorted((every[analysis.article.id] for analysis in own), key=lambda one: one.age)
    before = _of_earlier_days(own) if known is None else known
    figures = {(one.article.id, figure.id): figure for one in own for figure in one.figures}
    found = news(story, [one for one in reports if one.article in before], reports=every.values())
    dated = [one for one in reports if one.published]
    # Of a story that is all new, what changed is told from its own first report on.
    is_own = known is None or found.is_first
    changes = news(story, dated[:1], reports=every.values()).changes if is_own else found.changes
    conflicts = tuple(line for line in story.compare if line.relation is Relation.CONFLICT)
    return Digest(
        story,
        tuple(reports),
        weight(story, reports, newest=newest, found=found),
        key_facts(own, reports, why=story.group.why),
        _told_by_most(reports, "WHERE") or _place_of_all(story),
        _told_by_all(reports, "WHEN"),
        conflicts,
        tuple(sorted((line for line in story.compare if _is_agreement(line, figures)), key=_rank)),
        tuple(change for change in changes if not _is_conflict(change, conflicts)),
        found,
    )


def _is_conflict(change: Change, conflicts: Iterable[Comparison]) -> bool:
    """Return whether two numbers contradict each other: one has not become the other then."""
    spans = [(one.report.article, one.point.span) for one in (change.before, *change.after)]
    return any(
        all(
            any(value.article == article and span and span.overlaps(value.span) for value in line.values)
            for article, span in spans
        )
        for line in conflicts
    )


def _of_earlier_days(analyses: Iterable[Analysis]) -> frozenset[str]:
    """Return the ids of the reports that are not of the newest day; none where no report has a day."""
    days = {analysis.article.id: analysis.article.day for analysis in analyses}
    newest = max((day for day in days.values() if day), default=None)
    return frozenset(name for name, day in days.items() if newest and day != newest)


def _told_by_most(reports: Sequence[Report], heading: str) -> str:
    """Return the label under `heading` that more than half of those reports have that have one; else nothing."""
    labels = Counter(_first_labels(reports, heading))
    return next((label for label, count in labels.items() if 2 * count > labels.total()), "")


def _place_of_all(story: Story) -> str:
    """Return the shortest name of the place that all reports of the main event share; empty where they share none."""
    found = next((line for line in story.compare if line.slot == "where" and line.relation is Relation.SAME), None)
    return min((value.text for value in found.values), key=lambda name: (len(name), name)) if found else ""


def _told_by_all(reports: Sequence[Report], heading: str) -> str:
    labels = tuple(_first_labels(reports, heading))
    return labels[0] if len(set(labels)) == 1 else ""


def _first_labels(reports: Sequence[Report], heading: str) -> Iterator[str]:
    for one in reports:
        yield from islice((point.label for point in one.points if point.heading == heading), 1)


def _is_agreement(line: Comparison, figures: Mapping[tuple[str, str], Figure]) -> bool:
    """Return whether several origins say the same, or numbers that add up, and it is worth a line."""
    if _slot(line) not in TELLING or line.origins < 2:
        return False
    counted = [figures.get((value.article, value.ref or "")) for value in line.values]
    if any(one is not None and (one.value is None or _is_small(one)) for one in counted):
        return False
    return line.relation is Relation.SAME or (line.relation is Relation.COMPATIBLE and SUM in line.why)


def _is_small(figure: Figure) -> bool:
    return figure.role is Role.COUNT and figure.value is not None and figure.value < FEW


def _slot(line: Comparison) -> str:
    return line.slot.partition(":")[0]


def _rank(line: Comparison) -> tuple[int, int]:
    return TELLING.index(_slot(line)), -line.origins

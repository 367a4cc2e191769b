"""An article as it was read: what the filling of events looks things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.extract.events.clauses import Reading
from briefing.extract.events.names import Names
from briefing.extract.events.triggers import Trigger
from briefing.model import Analysis, Source, Timex

PLAIN_SCORE: Final = 3.5
"""What a trigger beside the main one must reach to be an event."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it was read: its sentences, their triggers, its names."""

    found: Analysis
    readings: Sequence[Reading]
    by_sentence: Mapping[int, Sequence[Trigger]]
    """The triggers of each sentence by its index."""
    known: Names

    def date(self, timex: str) -> Timex:
        """Return the date with the id `timex`."""
        return next(date for date in self.found.dates if date.id == timex)

    def same_day(self, one: str, other: str) -> bool:
        """Return whether two dates cover the same days."""
        first, second = self.date(one), self.date(other)
        return (first.first, first.last) == (second.first, second.last)


def unique(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources without those that overlap an earlier one or name the same entity."""
    out: list[Source] = []
    for one in sources:
        if all(not one.span.overlaps(o.span) and (one.entity is None or one.entity != o.entity) for o in out):
            out.append(one)
    return tuple(out)

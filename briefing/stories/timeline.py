"""The timeline: the days that a story's articles speak of, in order, each with the words of one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

from briefing.facts.evidence import Ground, ground, phrase
from briefing.model import Analysis, Span, Timex, TimexType
from briefing.stories.statements import weighed
from briefing.stories.story import Moment, Value

SAME_THING: Final = 0.2
"""The share of common words from which two phrases on one day tell the same."""
LOOKED_AT: Final = 5
"""Phrases of a line with which a further one is compared."""
DAYS: Final = 31
"""A span of time as long as a month or longer may be a coarser name for a day within it."""
REFERENCES: Final = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class _Entry:
    first: date
    last: date
    value: Value
    words: dict[str, float]

    @property
    def article(self) -> str:
        return self.value.article


def timeline(analyses: Sequence[Analysis]) -> tuple[Moment, ...]:
    """Return the days in order, then the events that have none."""
    entries = [entry for analysis in analyses for entry in _entries(analysis)]
    held = _without_coarser(entries)
    lines: list[list[_Entry]] = []
    for entry in sorted(held, key=lambda one: (one.first, one.last)):
        for line in reversed(lines):
            if (line[0].first, line[0].last) != (entry.first, entry.last):
                lines.append([entry])
                break
            if any(_share(one.words, entry.words) >= SAME_THING for one in line[:LOOKED_AT]):
                line.append(entry)
                break
        else:
            lines.append([entry])
    dated = [_moment(line[0].first, line[0].last, [one.value for one in line]) for line in lines]
    return (*dated, *_undated(analyses))


def _moment(first: date | None, last: date | None, values: Sequence[Value]) -> Moment:
    """Return the line that tells of the first words of each article."""
    own: dict[str, Value] = {}
    for one in values:
        own.setdefault(one.article, one)
    return Moment(first, last, values[0].text, tuple(own), tuple(own.values()))


def _entries(analysis: Analysis) -> list[_Entry]:
    on = ground(analysis)
    return [
        _Entry(found.first, found.last, _told(on, analysis, found.span, found.id), weighed(_around(on, found)))
        for found in analysis.dates
        if found.first
        and found.last
        and found.type in {TimexType.DATE, TimexType.TIME}
        and found.value not in REFERENCES
    ]


def _told(on: Ground, analysis: Analysis, span: Span, ref: str) -> Value:
    words = phrase(on, span)
    return Value(analysis.article.id, words, " ".join(words.of(on.text).split()), ref=ref)


def _around(on: Ground, found: Timex) -> str:
    """Return the sentence of a date without the words of the date: two Octobers are not the same for their name."""
    sentence = on.sentence(found.span.start)
    return f"{on.text[sentence.start : found.span.start]} {on.text[found.span.end : max(sentence.end, found.span.end)]}"


def _without_coarser(entries: Sequence[_Entry]) -> list[_Entry]:
    """Return the entries, those left out that name by its month or year a day that another article names.

    The day has to be the only one within it of which other articles speak in like words.
    """
    by_days: dict[tuple[date, date], list[_Entry]] = defaultdict(list)
    for entry in entries:
        by_days[entry.first, entry.last].append(entry)
    return [entry for entry in entries if not _is_coarser(entry, by_days)]


def _is_coarser(entry: _Entry, by_days: Mapping[tuple[date, date], Sequence[_Entry]]) -> bool:
    length = (entry.last - entry.first).days
    if length < DAYS - 4:
        return False
    within = [
        others
        for (first, last), others in by_days.items()
        if entry.first <= first and last <= entry.last and (last - first).days < length
        if any(other.article != entry.article and _share(entry.words, other.words) > 0 for other in others)
    ]
    return len(within) == 1 and not any(other.article == entry.article for other in within[0])


def _undated(analyses: Sequence[Analysis]) -> list[Moment]:
    """Return the other events that have no day, those of one type and like words once."""
    found: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for analysis in analyses:
        on = ground(analysis)
        for event in analysis.events:
            if event.when is None and (event.agent or event.target):
                key = (event.type.value, event.trigger.of(on.text).lower())
                found[key].append(_told(on, analysis, event.trigger, event.id))
    return [_moment(None, None, values) for values in found.values()]


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    shared = fsum(map(one.__getitem__, one.keys() & other.keys()))
    return 2 * shared / ((sum(one.values()) + sum(other.values())) or 1.0)

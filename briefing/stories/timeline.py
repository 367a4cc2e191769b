"""The timeline: the days that a story's articles speak of, in order, each with the words of one of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Final

from briefing.facts.evidence import phrase
from briefing.facts.ground import Ground, ground
from briefing.model import Analysis, Event, Span, Timex, TimexType
from briefing.stories.happenings import of_one_kind
from briefing.stories.hours import event_day, floats, is_of_main
from briefing.stories.quoting import cut, without_dateline
from briefing.stories.statements import weighed
from briefing.stories.story import Moment, Value

SAME_THING: Final = 0.2
"""The share of common words from which two phrases on one day tell the same."""
LOOKED_AT: Final = 5
"""Phrases of a line with which a further one is compared."""
DAYS: Final = 31
"""A span of time as long as a month or longer may be a coarser name for a day within it."""
REFERENCES: Final = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


POINTER: Final = "then"
"""A date that points back to another one, which may be the wrong one."""
MONEY: Final = re.compile(r"['’]s (?:money|prices|terms|value|dollars|euros|pounds)\b")
"""Behind "today" it is no day: "180 million euros in today's money"."""
FROM: Final = re.compile(r"\b(?:between|from) $", re.IGNORECASE)
TO: Final = re.compile(r" (?:and|to|until|through|till) ")
BEFORE: Final = 10
"""Characters before a date in which "between" stands."""
LONGEST: Final = 200
"""Characters of a sentence that a line tells whole, where it speaks of one day; else its clause."""


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
    mains = of_one_kind(analyses)
    day = event_day(mains)
    grounds = {analysis.article.id: ground(analysis) for analysis in analyses}
    entries = [entry for analysis in analyses for entry in _entries(analysis, grounds[analysis.article.id], mains, day)]
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
    by_id = {analysis.article.id: analysis for analysis in analyses}
    dated = [_moment(line[0].first, line[0].last, [one.value for one in line], by_id) for line in lines]
    told = {(entry.article, grounds[entry.article].sentence(entry.value.span.start)) for entry in entries}
    return (*dated, *_undated(analyses, grounds, told, by_id))


def _moment(first: date | None, last: date | None, values: Sequence[Value], by_id: Mapping[str, Analysis]) -> Moment:
    """Return the line that tells of the first words of each article."""
    own: dict[str, Value] = {}
    for one in values:
        own.setdefault(one.article, one)
    return Moment(first, last, cut(by_id[values[0].article], values[0].span), tuple(own), tuple(own.values()))


def _entries(analysis: Analysis, on: Ground, mains: Sequence[tuple[Analysis, Event]], day: date | None) -> list[_Entry]:
    """Return the dates of an article that are told as days, an hour of the main event on its `day`."""
    entries = []
    held = _told_days(on, analysis)
    sentences = Counter(on.sentence(found.span.start) for found, _, _ in held)
    for found, *days in held:
        is_hour = day and floats(analysis, found) and is_of_main(analysis, found.span, mains)
        first, last = (day, day) if day and is_hour else days
        is_alone = sentences[on.sentence(found.span.start)] == 1
        value = _told(on, analysis, found.span, found.id, is_alone=is_alone)
        entries.append(_Entry(first, last, value, weighed(_around(on, found))))
    return entries


def _told_days(on: Ground, analysis: Analysis) -> list[tuple[Timex, date, date]]:
    """Return the dates that tell of days, each with its first and last; of "between Friday and Sunday" one for both."""
    found: list[tuple[Timex, date, date]] = []
    for one in analysis.dates:
        if one.first is None or one.last is None or not _is_told(on, analysis, one):
            continue
        if found and one.last >= found[-1][1] and _are_ends(on.text, found[-1][0], one):
            found[-1] = (found[-1][0], found[-1][1], one.last)
        else:
            found.append((one, one.first, one.last))
    return found


def _is_told(on: Ground, analysis: Analysis, found: Timex) -> bool:
    if found.type not in {TimexType.DATE, TimexType.TIME} or found.value in REFERENCES:
        return False
    words = found.span.of(on.text).lower()
    if words == POINTER or (words == "today" and MONEY.match(on.text, found.span.end)):
        return False
    # A byline with its date tells nothing.
    source = set(weighed(analysis.article.source or "")) | set(weighed(analysis.article.author or ""))
    return not analysis.article.source or not set(weighed(_around(on, found))) <= source


def _are_ends(text: str, one: Timex, other: Timex) -> bool:
    """Return whether two dates are the ends of one stretch: "between Friday and Sunday"."""
    before = text[max(0, one.span.start - BEFORE) : one.span.start]
    return bool(TO.fullmatch(text, one.span.end, other.span.start) and FROM.search(before))


def _told(on: Ground, analysis: Analysis, span: Span, ref: str, *, is_alone: bool = True) -> Value:
    sentence, words = on.sentence(span.start), phrase(on, span)
    # What begins in the middle is hard to read alone.
    if len(sentence) <= LONGEST and sentence.contains(span) and (is_alone or words.start > sentence.start):
        words = without_dateline(analysis, sentence, span)
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


def _undated(
    analyses: Sequence[Analysis],
    grounds: Mapping[str, Ground],
    told: Collection[tuple[str, Span]],
    by_id: Mapping[str, Analysis],
) -> list[Moment]:
    """Return the other events that have no day, those of one type and like words once.

    Left out are those in a sentence that is `told` for its day, and in a headline, which the article tells again.
    """
    found: dict[tuple[str, str], list[Value]] = defaultdict(list)
    for analysis in analyses:
        on = grounds[analysis.article.id]
        for event in analysis.events:
            is_headline = event.trigger.end <= (analysis.article.headline_end or 0)
            if event.when or is_headline or (analysis.article.id, on.sentence(event.trigger.start)) in told:
                continue
            if event.agent or event.target:
                key = (event.type.value, event.trigger.of(on.text).lower())
                found[key].append(_told(on, analysis, event.trigger, event.id))
    return [_moment(None, None, values, by_id) for values in found.values()]


def _share(one: dict[str, float], other: dict[str, float]) -> float:
    shared = fsum(map(one.__getitem__, one.keys() & other.keys()))
    return 2 * shared / ((sum(one.values()) + sum(other.values())) or 1.0)

"""Hours: the time of day at which reports tell that the main event happened, and whether they can all be right.

A conflict is claimed only of what happens once, such as a collision, and only within an hour: two clocks of two countries
lie whole hours apart, and an attack has several steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing.model import Analysis, Event, EventType, Span, Timex, TimexType, holding
from briefing.stories import story
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Relation

CLOCK: Final = re.compile(r"T(\d\d):(\d\d)")
ALIKE: Final = 5
"""Letters at the beginning of two words for one event: "collided", "collision"."""
STRUCK: Final = re.compile(r"\b(?:was|were|had been) (?:hit|struck|rammed)\b")
"""How reports tell of a collision without the word."""
ONCE: Final = frozenset((EventType.ACCIDENT, EventType.DISASTER))
ABOUT: Final = 10
"""Minutes by which "around 6.40" may be off."""
SHORTLY: Final = 20
"""Minutes that "shortly after 6" may mean."""
NEAR: Final = re.compile(r"\b(?:shortly|just|soon|minutes|moments) (?:after|before) $")
LONGEST: Final = 20
"""Characters of such words."""
HOUR: Final = 60
HOURS: Final = 24
DAY_WORDS: Final = re.compile(r"day\b|\d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
"""What shows that a time of day is told with its day."""


@dataclass(frozen=True, slots=True)
class _Hour:
    analysis: Analysis
    found: Timex
    low: int
    high: int
    """Minutes of the day between which it lies."""


def hour_lines(on: Sides, mains: Sequence[tuple[Analysis, Event]]) -> Iterator[story.Comparison]:
    """Yield the line of the hours that at least two reports give for the main event, if they do."""
    told = [one for analysis in on.analyses if (one := _hour(on, analysis, mains)) is not None]
    days = {one.found.first for one in told if not floats(one.analysis, one.found)}
    if len(told) < 2 or len(days) > 1 or len({one.found.value for one in told}) == 1:
        return
    values = tuple(value(one.analysis, _span(one), ref=one.found.id) for one in told)
    early, late = min(told, key=lambda one: one.high), max(told, key=lambda one: one.low)
    words = list(dict.fromkeys(map(_told, told)))
    relation, why = Relation.COMPATIBLE, f"{' and '.join(words[:2])} can both be true"
    if len({(one.low, one.high) for one in told}) == 1:
        relation, why = Relation.SAME, f"{'both' if len(told) == 2 else 'all'} mean {_told(early)}"
    elif late.low > early.high:
        is_once = mains[0][1].type in ONCE and late.low - early.high < HOUR
        relation = Relation.CONFLICT if is_once else Relation.COMPATIBLE
        why = f"{_told(early)} is not {_told(late)}"
        why += "" if is_once else ": perhaps of two steps, or of two clocks"
    yield story.Comparison("time of day", relation, values, why, origins(values, on))


def floats(analysis: Analysis, found: Timex) -> bool:
    """Return whether a time of day is told without its day: what day it is of was only guessed from what stands before."""
    if found.type is not TimexType.TIME or CLOCK.search(found.value) is None:
        return False
    sentence = holding(analysis.sentences, found.span) or found.span
    return not DAY_WORDS.search(found.span.of(analysis.article.text)) and not any(
        one is not found and one.first is not None and one.first == one.last and sentence.contains(one.span)
        for one in analysis.dates
    )


def event_day(mains: Sequence[tuple[Analysis, Event]]) -> date | None:
    """Return the day of the main event, where the reports that tell it with a day tell but one."""
    days = {
        when.first
        for analysis, event in mains
        for when in analysis.dates
        if when.id == event.when and when.first and when.first == when.last and not floats(analysis, when)
    }
    return days.pop() if len(days) == 1 else None


def is_of_main(analysis: Analysis, span: Span, mains: Sequence[tuple[Analysis, Event]]) -> bool:
    """Return whether a sentence has the word for the main event of the reports, in whatever form."""
    sentence = (holding(analysis.sentences, span) or span).of(analysis.article.text).lower()
    starts = {event.trigger.of(one.article.text).lower()[:ALIKE] for one, event in mains}
    return any(len(start) == ALIKE and re.search(rf"\b{re.escape(start)}", sentence) for start in starts)


def _hour(on: Sides, analysis: Analysis, mains: Sequence[tuple[Analysis, Event]]) -> _Hour | None:
    """Return the one hour that a report gives for the main event; None where it gives none, or several."""
    found = [
        one
        for one in analysis.dates
        if one.type is TimexType.TIME
        and CLOCK.search(one.value)
        and (is_of_main(analysis, one.span, mains) or _is_struck(on, analysis, one.span, mains))
    ]
    if not found or len({one.value for one in found}) > 1:
        return None
    clock = CLOCK.search(found[0].value)
    if clock is None:
        return None
    minutes = int(clock[1]) * HOUR + int(clock[2])
    is_near = _near(analysis, found[0]) is not None
    far = SHORTLY if is_near else HOURS * HOUR
    around = {"APPROX": (ABOUT, ABOUT), "after": (0, far), "before": (far, 0)}
    before, behind = around.get(found[0].modifier or "", (ABOUT, ABOUT) if is_near else (0, 0))
    return _Hour(analysis, found[0], minutes - before, minutes + behind)


def _is_struck(on: Sides, analysis: Analysis, span: Span, mains: Sequence[tuple[Analysis, Event]]) -> bool:
    """Return whether a sentence tells that what the main event befell was hit, in an accident."""
    sentence = holding(analysis.sentences, span) or span
    if mains[0][1].type is not EventType.ACCIDENT or not STRUCK.search(sentence.of(analysis.article.text)):
        return False
    things = [
        on.named(one, source.span) for one, event in mains for source in (*event.agent, *event.target) if source.span
    ]
    return bool(on.named(analysis, sentence) & frozenset().union(*things))


def _told(one: _Hour) -> str:
    """Return an hour in the words of its report, with those that say that it is not exact."""
    text, span = one.analysis.article.text, one.found.span
    near = _near(one.analysis, one.found)
    plain = f"{one.found.modifier} " if one.found.modifier in {"after", "before"} else ""
    return " ".join(f"{near[0] if near else plain}{span.of(text)}".split())


def _span(one: _Hour) -> Span:
    near = _near(one.analysis, one.found)
    return Span(one.found.span.start - len(near[0]) if near else one.found.span.start, one.found.span.end)


def _near(analysis: Analysis, found: Timex) -> re.Match[str] | None:
    """Return the words before a time that say that it is near, not exact: "shortly after"."""
    return NEAR.search(analysis.article.text[max(0, found.span.start - LONGEST) : found.span.start])

"""Disputes: what one report itself sets against each other: two counts by two voices, a day that was another one before.

A conflict is claimed only where both answer one question of the report's: "How many had to leave is disputed. The minister
spoke of 11,500. The mayor put the number at 13,000."
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.model import Analysis, EntityType, Figure, Role, Span, Timex, TimexType
from briefing.stories import story
from briefing.stories.amounts import Amount, told
from briefing.stories.days import weekday, weekdays
from briefing.stories.predicates import asked_for
from briefing.stories.relations import between
from briefing.stories.sources import Sides, claim_around, origins, value
from briefing.stories.story import Relation

ANSWERS: Final = re.compile(
    r"\b(?:spoke of|speaks of|spoken of|(?:put|puts) (?:the (?:number|figure|toll|total)|it|theirs) at|"
    r"(?:gave|gives) (?:the (?:number|figure|toll|total)|it|theirs) as|counted|mentioned|named) [“\"‘']?$"
)
"""What stands before a bare number, or a bare day, that answers a question told before."""
BEFORE: Final = 48
SENTENCES: Final = 3
"""Within how many sentences behind the question an answer may stand."""
END: Final = re.compile(r"[”\"’']?(?:[.,;]|$| and\b| but\b| while\b|[”\"’'] )")
"""What may stand behind it: nothing that is counted."""
DATED: Final = re.compile(r"\b(?:dated|began|started|took place|happened|was on|opened|released)\b")
"""Verbs with which a report tells a day as that of something."""
DAY_OF: Final = re.compile(r"\bthe ((?:[\w-]+ ){0,2}[\w-]+) (?:is|was|are|were) (?:now )?dated\b")
SHORT: Final = 60
"""Characters between a source and "it", which is that source."""
SPEAKERS: Final = (EntityType.PERSON, EntityType.ORG)


@dataclass(frozen=True, slots=True)
class _Answer:
    figure: Figure
    what: str
    question: Span
    speaker: Span
    who: frozenset[int]


def disputed_lines(on: Sides) -> Iterator[story.Comparison]:
    """Yield a line for each two numbers, and each two days, that a report sets against each other."""
    for analysis in on.analyses:
        yield from _numbers(on, analysis)
        yield from _days(on, analysis)


def _numbers(on: Sides, analysis: Analysis) -> Iterator[story.Comparison]:
    answers = [one for figure in analysis.figures if (one := _answer(on, analysis, figure)) is not None]
    for number, one in enumerate(answers):
        for other in answers[number + 1 :]:
            if one.question != other.question or not one.who.isdisjoint(other.who):
                continue
            here, there = (_amount(answer.figure) for answer in (one, other))
            if between(here, there).relation is not Relation.CONFLICT:
                continue
            values = tuple(
                value(analysis, answer.figure.span, ref=answer.figure.id, said_by=answer.speaker)
                for answer in (one, other)
            )
            who = [" ".join(answer.speaker.of(analysis.article.text).split()) for answer in (one, other)]
            why = f"{told(here)} says {who[0]}, {told(there)} says {who[1]}"
            yield story.Comparison(one.what, Relation.CONFLICT, values, why, origins(values, on))


def _answer(on: Sides, analysis: Analysis, figure: Figure) -> _Answer | None:
    """Return a bare number as the answer of somebody to how many; None where it is none, or of another day."""
    if figure.role is not Role.OTHER or figure.counted is not None or figure.value is None:
        return None
    text, start = analysis.article.text, figure.span.start
    if not ANSWERS.search(text[max(0, start - BEFORE) : start]) or not END.match(text, figure.span.end):
        return None
    place = _place(analysis, start)
    sentence = analysis.sentences[place]
    if any(sentence.contains(found.span) and found.first for found in analysis.dates):
        return None
    speaker = _speaker(analysis, Span(sentence.start, start))
    if speaker is None:
        return None
    for question in analysis.sentences[max(0, place - SENTENCES) : place]:
        if "\n" not in text[question.end : start] and (what := asked_for(question.of(text))):
            return _Answer(figure, what, question, speaker, on.named(analysis, speaker, *SPEAKERS))
    return None


def _speaker(analysis: Analysis, within: Span) -> Span | None:
    """Return who is named before the number, with what stands before the name: "Interior Minister Radek Holub"."""
    names = [
        mention.span
        for entity in analysis.entities
        if entity.type in SPEAKERS
        for mention in entity.mentions
        if within.contains(mention.span)
    ]
    if not names:
        return None
    first = min(names)
    claim = next((one for one in analysis.claims if one.source and one.source.span.overlaps(first)), None)
    return claim.source.span if claim and claim.source and within.contains(claim.source.span) else first


def _days(on: Sides, analysis: Analysis) -> Iterator[story.Comparison]:
    """Yield a line for a day of which a source is said to have spoken, beside the one that the sentence before gives."""
    text = analysis.article.text
    for found in analysis.dates:
        start = found.span.start
        is_bare = ANSWERS.search(text[max(0, start - BEFORE) : start]) and END.match(text, found.span.end)
        place = _place(analysis, start)
        if not _is_day(found) or not is_bare or place < 1:
            continue
        before = analysis.sentences[place - 1]
        if "\n" in text[before.end : start] or not DATED.search(before.of(text)):
            continue
        given = [one for one in analysis.dates if before.contains(one.span) and _is_day(one)]
        if len(given) != 1 or given[0].first == found.first:
            continue
        yield _dated(on, analysis, found, given[0])


def _dated(on: Sides, analysis: Analysis, said: Timex, given: Timex) -> story.Comparison:
    """Return the line of two days, with the statement of another report in which the source gave the first of them."""
    place = _place(analysis, said.span.start)
    around = Span(analysis.sentences[max(0, place - SENTENCES)].start, said.span.end)
    named = on.named(analysis, around, *SPEAKERS)
    values = []
    for other in on.analyses:
        if other is analysis:
            values += [value(analysis, one.span, ref=one.id) for one in sorted((said, given), key=lambda one: one.span)]
            continue
        values += [
            value(other, one.span, ref=one.id)
            for one in other.dates
            if _is_day(one) and one.first == said.first and _is_said_by(on, other, one, named)
        ]
    days = sorted(day for day in (said.first, given.first) if day)
    why = f"{weekday(days[0])} is not {weekday(days[1])}: {analysis.article.source or 'one report'} tells both"
    what = DAY_OF.search(analysis.sentences[place - 1].of(analysis.article.text))
    ordered = tuple(values)
    slot = f"date: {what[1] if what else weekdays(days)}"
    return story.Comparison(slot, Relation.CONFLICT, ordered, why, origins(ordered, on))


def _is_said_by(on: Sides, analysis: Analysis, found: Timex, named: frozenset[int]) -> bool:
    claim = claim_around(analysis, found.span)
    if claim is None or claim.source is None:
        return False
    source = claim.source
    if source.span.of(analysis.article.text).lower() == "it":
        spoken = [one.source for one in analysis.claims if one.source and one.source.span.end < source.span.start]
        last = max(spoken, key=lambda one: one.span, default=source)
        source = last if source.span.start - last.span.end <= SHORT else source
    return on.thing(analysis, source.entity) in named or bool(on.named(analysis, source.span) & named)


def _is_day(found: Timex) -> bool:
    return found.first is not None and found.first == found.last and found.type in {TimexType.DATE, TimexType.TIME}


def _amount(figure: Figure) -> Amount:
    return Amount(figure.value, figure.high, figure.comparison, figure.unit)


def _place(analysis: Analysis, offset: int) -> int:
    return max(0, bisect_right(analysis.sentences, offset, key=lambda one: one.start) - 1)

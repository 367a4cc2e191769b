"""Leading facts: the few of a story's facts that a reader must know, each with all reports that say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from briefing.model import Analysis, ClaimStatus, EventType
from briefing.stories.knowledge import Knowledge
from briefing.stories.points import HURT, SAID, TEXT, WHAT, Point, Report
from briefing.stories.quoting import quotation, quoted_span
from briefing.stories.recognising import (
    COVERED,
    Given,
    are_of_one,
    covered,
    says_as_much,
    tells_the_same,
    theme,
    weights,
)
from briefing.stories.spelling import folded
from briefing.stories.terms import stem

MOST: Final = 5
MOST_OF: Final = {WHAT: 2, HURT: 2, SAID: 2, "COST": 1, "WHO": 1, "FIGURES": 1, "BACKGROUND": 1}
"""How many facts of a heading are told, in their order; of others, WHERE and WHEN among them, none."""
ORDER: Final = tuple(MOST_OF)
WORTH: Final = {WHAT: 8.0, HURT: 8.0, "COST": 6.0, "WHO": 4.0, SAID: 3.0, "FIGURES": 4.0, "BACKGROUND": 0.5}
HELD: Final = {
    ClaimStatus.CLAIMED_RESPONSIBILITY.value: 4.0,
    ClaimStatus.DENIED.value: 3.0,
    ClaimStatus.CONFIRMED.value: 3.0,
    ClaimStatus.ANNOUNCED.value: 2.0,
    ClaimStatus.CLAIMED.value: 1.5,
    ClaimStatus.NOT_CONFIRMED.value: 1.5,
    ClaimStatus.CONDEMNED.value: 0.5,
    ClaimStatus.HEDGED.value: -1.0,
}
"""What a statement is worth beyond a plain one."""
PER_SUPPORT: Final = 1.0
MOST_SUPPORT: Final = 3
PER_AGE: Final = 2.0
"""What a fact of the newest report is worth before one of the oldest; what happened only where it is of another kind."""
POORER: Final = 3.0
"""What it costs to begin with "He", or to speak of something else than the words that joined the reports."""
HEADLINE: Final = 10.0
"""What it costs to be a headline, which the article tells better."""
LEAST: Final = 0.0
"""What a fact must be worth, unless there is no other."""
SHORTEST_LEAD: Final = 40
"""Characters of the first sentence that is one, and no byline."""
POINTING: Final = re.compile(r"[\"'“‘]?(?:He|She|It|They|We|This|That|These|Those|His|Her|Its|Their|I)\b")
"""How a sentence begins that can only be understood behind another one."""
ALIKE: Final = 0.4
"""The share of its words from which what happened is what has been told already."""
SUPPORTED: Final = 0.8
"""The share of its telling words that another report's sentence must have to say the same."""
OUTDATED: Final = 4.0
"""What it costs a sentence that it tells a number which is another one by now."""


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A fact of a story with all that say so."""

    given: Given
    words: str
    """The report's own words: the sentence, else the clause."""
    also: tuple[Given, ...] = ()
    """The other reports that tell the same, each with the point that does."""


def key_facts(
    analyses: Sequence[Analysis], reports: Sequence[Report], *, why: Iterable[str] = ()
) -> tuple[KeyFact, ...]:
    """Return at most five facts of a story in the order of the panel; `reports` are those of `analyses`, whole.

    A number that is another one by now is left out. `why` are the words that joined the reports: what happened has to
    speak of them.
    """
    named = frozenset(stem(word.lower()) for word in why)
    by_id = {analysis.article.id: analysis for analysis in analyses}
    every = Knowledge(reports)
    outdated = [one for one in every.points if one.point.is_main and _is_outdated(one, every.of_matter(one.point))]
    about = theme(reports)
    place = {one.article: number for number, one in enumerate(sorted(reports, key=lambda one: one.age))}
    scored = []
    first_kind = next((_kind(by_id[one.report.article], one.point) for one in every.points if one.point.is_key), None)
    for number, found in enumerate(every.points):
        if not _is_leading(found.point) or found.point.heading not in MOST_OF or any(found is old for old in outdated):
            continue
        analysis = by_id[found.report.article]
        one = Given(found.report, _with_lead(analysis, found.point))
        also = _also(one, every, about, by_id)
        is_what = one.point.heading == WHAT
        is_elsewhere = is_what and named and named.isdisjoint(weights(one.point.words))
        is_poorer = is_elsewhere or _points_back(analysis, one.point)
        score = WORTH[one.point.heading] + HELD.get(one.point.status, 0.0)
        # That many reports have the same boilerplate tells nothing of it.
        score += -POORER if is_poorer else PER_SUPPORT * min(MOST_SUPPORT, len(also))
        if not is_what or _kind(analysis, one.point) != first_kind:
            score += PER_AGE * place[one.report.article] / max(1, len(place) - 1)
        score -= OUTDATED * _stands_with(one, outdated, by_id) + HEADLINE * _is_headline(analysis, one.point)
        scored.append((-round(score, 6), number, KeyFact(one, _quotation(analysis, one.point), also)))
    ordered = sorted(scored, key=lambda entry: entry[:2])
    worth_it = [fact for score, _, fact in ordered if -score > LEAST] or [fact for *_, fact in ordered]
    return tuple(sorted(_chosen(worth_it), key=_order))


def _chosen(facts: Sequence[KeyFact]) -> list[KeyFact]:
    chosen: list[KeyFact] = []
    counts: Counter[str] = Counter()
    for fact in facts:
        heading = fact.given.point.heading
        if counts[heading] < MOST_OF[heading] and not any(_is_told(fact, held) for held in chosen):
            counts[heading] += 1
            chosen.append(fact)
        if len(chosen) == MOST:
            break
    return chosen


def _order(fact: KeyFact) -> int:
    return ORDER.index(fact.given.point.heading)


def _is_leading(point: Point) -> bool:
    """Return whether a point stands on the panel of its report, or is a toll of the event."""
    return point.is_key or (point.is_main and point.heading == HURT)


def _is_outdated(one: Given, every: Sequence[Given]) -> bool:
    """Return whether a newer report gives another number for the same."""
    amount = one.point.amount
    return amount is not None and any(
        other.report.age > one.report.age
        and other.point.amount is not None
        and _is_leading(other.point)
        and are_of_one(one.point, other.point)
        and not says_as_much(other.point.amount, amount)
        and not says_as_much(amount, other.point.amount)
        for other in every
    )


def _kind(analysis: Analysis, point: Point) -> EventType | None:
    """Return what kind of event a point tells."""
    told = (one for one in analysis.events if point.span is not None and point.span.contains(one.trigger))
    return next((one.type for one in told), None)


def _with_lead(analysis: Analysis, point: Point) -> Point:
    """Return what happened in the words of the first sentence, where its own are a headline or no sentence."""
    if point.heading != WHAT or point.span is None:
        return point
    body = analysis.article.headline_end or 0
    own = quoted_span(analysis, point.span)
    lead = next((one for one in analysis.sentences if one.start >= body and len(one) >= SHORTEST_LEAD), None)
    if lead is None or (own.start >= body and len(own) >= SHORTEST_LEAD):
        return point
    return replace(point, words=" ".join(lead.of(analysis.article.text).split()), span=lead)


def _is_headline(analysis: Analysis, point: Point) -> bool:
    return point.span is not None and quoted_span(analysis, point.span).end <= (analysis.article.headline_end or 0)


def _points_back(analysis: Analysis, point: Point) -> bool:
    """Return whether a sentence can only be understood behind another one."""
    if point.span is None:
        return False
    sentence = quoted_span(analysis, point.span)
    return POINTING.match(analysis.article.text, sentence.start, sentence.end) is not None


def _stands_with(one: Given, outdated: Sequence[Given], by_id: Mapping[str, Analysis]) -> bool:
    """Return whether the sentence of a fact holds a number that is another one by now."""
    if one.point.span is None:
        return False
    sentence = quoted_span(by_id[one.report.article], one.point.span)
    return any(
        other.report is one.report and other.point.span is not None and other.point.span.overlaps(sentence)
        for other in outdated
    )


def _also(one: Given, every: Knowledge, about: frozenset[str], by_id: Mapping[str, Analysis]) -> tuple[Given, ...]:
    """Return of each other report the first point that tells all that `one` does, its numbers included."""
    found: dict[str, Given] = {}
    values = _values(by_id[one.report.article], one.point)
    for other in _near(one.point, every, about):
        name = other.report.article
        if name == one.report.article or name in found or not _supports(other.point, one.point, about):
            continue
        if one.point.amount is not None or values <= _values(by_id[name], other.point):
            found[name] = other
    return tuple(found.values())


def _near(point: Point, every: Knowledge, about: frozenset[str]) -> Sequence[Given]:
    """Return the points that may support `point`."""
    if point.amount is not None:
        return every.of_matter(point)
    if point.status == ClaimStatus.CLAIMED_RESPONSIBILITY.value:
        return every.points
    return every.holding(point.words, about=about, share=SUPPORTED)


def _supports(other: Point, point: Point, about: frozenset[str]) -> bool:
    """Return whether one who knows `other` would say that it says `point`: to be named for what one did not say is worse."""
    if point.amount is not None:
        return tells_the_same(point, other)
    if other.status != point.status and TEXT not in (other.heading, point.heading):
        return False
    if point.status == ClaimStatus.CLAIMED_RESPONSIBILITY.value == other.status:
        return folded(point.said_by) == folded(other.said_by)
    return covered(point.words, other.words, about=about) >= SUPPORTED


def _values(analysis: Analysis, point: Point) -> frozenset[Decimal]:
    """Return the numbers in the sentence of a point, and none where it has no place."""
    if point.span is None:
        return frozenset()
    sentence = quoted_span(analysis, point.span)
    near = (figure for figure in analysis.figures if figure.span.overlaps(sentence))
    return frozenset(figure.value for figure in near if figure.value is not None)


def _is_told(fact: KeyFact, held: KeyFact) -> bool:
    """Return whether the sentence of `held` tells `fact` as well."""
    one, other = fact.given.point, held.given.point
    if one.status == other.status == ClaimStatus.CLAIMED_RESPONSIBILITY.value:
        return folded(one.said_by) == folded(other.said_by)
    if fact.words == held.words or tells_the_same(fact.given.point, held.given.point):
        return True
    are_events = fact.given.point.heading == held.given.point.heading == WHAT
    return covered(fact.given.point.words, held.words) >= (ALIKE if are_events else COVERED)


def _quotation(analysis: Analysis, point: Point) -> str:
    return quotation(analysis, point.span) if point.span is not None else point.words

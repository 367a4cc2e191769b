"""The choice of key facts: the event card, the figures that matter, who says so, and the background."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

from briefing.facts import labels
from briefing.facts.card import event_card
from briefing.facts.evidence import phrase
from briefing.facts.ground import Ground, ground
from briefing.facts.news import what
from briefing.facts.numbers import numbers
from briefing.facts.occasion import is_of_a_side_clause, is_vague
from briefing.facts.repeating import new_figures, unsaid
from briefing.facts.salience import weighed
from briefing.facts.sections import COSTLY
from briefing.facts.setting import setting
from briefing.facts.statements import statements
from briefing.facts.telling import Option, telling
from briefing.model import Analysis, Event, Fact, FactKind, Span, Timex, TimexType

MOST: Final = 24
"""How many facts fit two screens of the panel."""
MOST_BACKGROUND: Final = 3
FIRST: Final = 10
"""How many facts are seen at once."""
SAID: Final = 20.0
"""What it counts, in hundredths of log odds, that it is known who says something."""
COUNTED: Final = 100.0
"""What it counts that a line is a figure: of those judged nearly none was wrong or idle."""
LATE: Final = -400.0
"""What a fact weighs whose sentence stands so late that it is not weighed."""
LEAST: Final = 0.0
"""What a sentence weighs at least that has a line: more likely than not a reader wants it."""
FEW: Final = 3
"""How many have one in any case: a short article has little else."""
AGAIN: Final = 0.6
"""How many of its words may be those of a line above, counted by their stems."""
STEM: Final = 5
WORD: Final = re.compile(r"\w{4,}")
HALF: Final = 0.5
"""How much of a line may stand on a line above."""
TOLD: Final = frozenset({FactKind.EVENT, FactKind.CLAIM, FactKind.QUOTE})
"""Kinds of lines that are whole statements."""


def key_facts(found: Analysis) -> tuple[Fact, ...]:
    """Return the facts that a reader must know, the most important first; none where nothing was found."""
    on = ground(found)
    weights = weighed(found)
    card = _once(found, on, event_card(found, on))
    card = _unnamed((*card, *setting(found, on, card)))
    beside = numbers(found, on, {ref for fact in card for ref in fact.refs})
    said = statements(found, on)
    by_id = {claim.id: claim for claim in found.claims}
    options = [
        *telling(found, on, weights, tuple(by_id[ref] for fact in said for ref in fact.refs if ref in by_id)),
        *(Option(_weight(on, weights, fact) + SAID, fact) for fact in said),
        *(Option(_weight(on, weights, fact) + COUNTED, fact) for fact in beside),
    ]
    chosen = _chosen(found, on, card, options)
    clauses = sorted((fact for fact in chosen if fact.kind is FactKind.EVENT), key=lambda fact: fact.span)
    figures = [fact for fact in chosen if fact.kind is FactKind.FIGURE]
    first = [fact for fact in said if fact in chosen]
    rest = [fact for fact in said if fact not in chosen]
    figured = {fact.label for fact in figures}
    past = [
        fact
        for fact in _background(found, on)
        if fact.label.split(": ", 1)[-1] not in figured
        and not any(fact.span.shared(one.span) > HALF * len(fact.span) for one in (*card, *clauses, *first))
    ]
    return _without_twins((*card, *clauses, *figures, *first, *rest, *past))[:MOST]


def _best_first(options: Iterable[Option]) -> Iterator[tuple[Fact, float]]:
    """Yield the lines with what they weigh, the heaviest first; no more of them are made than are asked for."""
    waiting = [(-one.weight, at, one.told) for at, one in enumerate(options)]
    heapify(waiting)
    while waiting:
        weight, at, told = heappop(waiting)
        if isinstance(told, Fact):
            yield told, -weight
        elif (made := told()) is not None:
            heappush(waiting, (weight - made[1], at, made[0]))


def _unnamed(card: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the card without those whom what happened names already."""
    told = [fact.label for fact in card if fact.kind is FactKind.EVENT]
    return tuple(
        fact
        for fact in card
        if fact.kind is not FactKind.WHO or not any(fact.label.split(" (", 1)[0] in label for label in told)
    )


def _weight(on: Ground, weights: Sequence[int], fact: Fact) -> float:
    number = on.number(fact.span.start)
    return weights[number] if number is not None and number < len(weights) else LATE


def _chosen(found: Analysis, on: Ground, card: tuple[Fact, ...], options: Iterable[Option]) -> list[Fact]:
    """Return the first of `options` that tell what no line above them does, as many as there is room for."""
    lines = [fact for fact in card if fact.kind in TOLD]
    stems = [_stems(fact.span.of(on.text)) for fact in lines]
    out: list[Fact] = []
    for fact, weight in _best_first(options):
        if len(out) >= FIRST - len(card) or (weight < LEAST and len(out) >= FEW):
            break
        if fact.kind is FactKind.FIGURE:
            out += _new(found, on, [fact], (*card, *out))
            continue
        own = _stems(fact.span.of(on.text))
        if any(fact.span.shared(other.span) > HALF * min(len(fact.span), len(other.span)) for other in lines):
            continue
        if any(len(own & others) >= AGAIN * len(own) for others in stems):
            continue
        lines.append(fact)
        stems.append(own)
        figures = [one for one in out if one.kind is FactKind.FIGURE]
        out = [one for one in out if one.kind is not FactKind.FIGURE] + [fact]
        out += _new(found, on, figures, (*card, *out))
    return out


def _new(found: Analysis, on: Ground, figures: Sequence[Fact], above: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return those of the facts `figures` whose number no line `above` tells."""
    said = [fact for fact in above if fact.kind in (FactKind.CLAIM, FactKind.QUOTE)]
    return unsaid(found, new_figures(found, on, figures, above), said)


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in WORD.findall(words.lower())}


def _once(found: Analysis, on: Ground, card: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the event card without figures that its other lines tell; what an event cost keeps its heading."""
    if found.events and found.events[0].type in COSTLY:
        return card
    told = [fact for fact in card if fact.kind is not FactKind.FIGURE]
    return (*told, *new_figures(found, on, [fact for fact in card if fact.kind is FactKind.FIGURE], told))


def _background(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    dates = {date.id: date for date in found.dates}
    out = []
    for event in found.events[1:]:
        if event.status != "background" or not (event.agent or event.target or event.figures):
            continue
        when = dates.get(event.when or "")
        if when is None or when.first is None or when.type is TimexType.DURATION:
            continue
        past = _past(found, on, event, when)
        if past is not None:
            out.append(past)
    return tuple(out[:MOST_BACKGROUND])


def _past(found: Analysis, on: Ground, event: Event, when: Timex) -> Fact | None:
    """Return the fact of an earlier event with its day; None where its words do not say who did what, or the day is another's."""
    told = what(found, on, event)
    if told is None or is_vague(on.text, when) or is_of_a_side_clause(on.text, event.trigger, when.span):
        return None
    label = f"{labels.day(on.text, when)}: {told.label}"
    return Fact(FactKind.EVENT, label, phrase(on, event.trigger, when.span), (event.id, when.id))


def _without_twins(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts without those that say with the same words what an earlier one of their kind says."""
    seen: set[tuple[FactKind, str, Span | None]] = set()
    out = []
    for fact in facts:
        says = fact.kind in (FactKind.CLAIM, FactKind.QUOTE)
        key = (fact.kind, fact.label.lower(), fact.span if says else None)
        if key not in seen:
            seen.add(key)
            out.append(fact)
    return tuple(out)

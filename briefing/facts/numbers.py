"""Numbers: the figures beside the event that are worth a line, each told once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Final

from briefing.facts import labels
from briefing.facts.evidence import merged, phrase
from briefing.facts.figure_sense import HURT, tells
from briefing.facts.figure_words import clause_of, is_own
from briefing.facts.ground import Ground
from briefing.facts.misreading import (
    is_long_past,
    is_of_both,
    is_second,
    share,
)
from briefing.model import Analysis, EventType, Fact, FactKind, Figure, Role

MOST: Final = 2
MOST_TRIED: Final = 24
"""How many figures are tried for them: in an endless list of numbers none may have a clause."""
EARLY: Final = 6
"""Among how many sentences from the start on, at least, a plain count is worth a line; two fifths of a long article."""
STEM: Final = 5
BARE: Final = re.compile(
    r"[<>=~]*[\d.,-]+(?: [mbt]r?illion)?|[^\d]{0,24}\b(?:half|thirds?|quarters?|fifths?|tenths?)", re.IGNORECASE
)
"""A label that does not say what is counted."""
SHARE: Final = re.compile(r"[<>=~]*[\d.,-]+ (?:%|percentage points?)")
"""The same of a share, which says enough in a poll."""
NEXT: Final = 24
"""How far behind its trigger an event's target may stand to be part of its label."""
MANY: Final = 10
"""From where on a count tells something by itself."""
GRAVE: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.CONFLICT,
        EventType.CRIME,
        EventType.LEGAL,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.HEALTH,
        EventType.RESCUE,
        EventType.PROTEST,
    }
)
"""Types of events that plain counts tell much of: of weapons, of cases, of houses."""
TRADED: Final = re.compile(
    r"\b(?:composite|over-the-counter|after-hours) trading\b|\bclosed (?:\w+ )?at \$|\bshares? (?:closed|rose|fell|jumped|sank)\b",
    re.IGNORECASE,
)
"""What a sentence on the price of a share says, which stands below every report on a company."""
POLLED: Final = re.compile(r"\b(?:polls?|survey(?:ed)?|respondents|voters|support)\b", re.IGNORECASE)
LEAST_WEIGHT: Final = 3.1
"""What a figure beside the event must weigh to be worth a line."""
MEASURED: Final = frozenset(
    {
        EventType.BUSINESS,
        EventType.ECONOMY,
        EventType.SCIENCE,
        EventType.WEATHER,
        EventType.DISASTER,
        EventType.HEALTH,
        EventType.SPORT,
        EventType.OTHER,
    }
)
"""Types of events that lengths, weights and spans of time tell something of."""
DISPLACING: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.CONFLICT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.ACCIDENT,
        EventType.RESCUE,
        EventType.OTHER,
    }
)
PEACEFUL: Final = frozenset(
    {EventType.ELECTION, EventType.SPORT, EventType.BUSINESS, EventType.ECONOMY, EventType.CULTURE}
)
HARM_WORD: Final = re.compile(
    r"\b(?:kill|died|dies|death|wound|injur|arrest|detain|jail|hurt|evacuat|displac|missing)", re.IGNORECASE
)
ROLES: Final = {
    Role.KILLED: 4.0,
    Role.INJURED: 3.5,
    Role.MISSING: 3.0,
    Role.DETAINED: 3.0,
    Role.DISPLACED: 3.0,
    Role.MONEY: 2.0,
    Role.PERCENT: 2.0,
    Role.MEASURE: -1.0,
}
"""How much the role of a figure tells; all others 1.5."""
SOME_MONEY: Final = 1_000
"""Below that a sum tells nothing by itself."""
MUCH_MONEY: Final = 1_000_000
"""From where on a sum tells more than a price does."""
COUNTED: Final = frozenset({Role.COUNT, Role.MEASURE})
IDLE_ROLES: Final = frozenset({Role.AGE, Role.RANK, Role.OTHER})


def numbers(found: Analysis, on: Ground, told: set[str]) -> tuple[Fact, ...]:
    """Return the figures beside the event's own that tell something: what they count is said, and they come early."""
    most = max(EARLY, len(on.sentences) * 2 // 5)
    early = on.sentences[most].start if len(on.sentences) > most else len(on.text)
    sums = {(one.value, one.unit) for one in found.figures if one.id in told and one.role is Role.MONEY}
    candidates = [
        figure
        for figure in found.figures
        if figure.id not in told
        and (figure.value, figure.unit) not in sums
        and not is_second(on.text, figure)
        and figure.role not in IDLE_ROLES
        and figure.value is not None
        and (figure.role not in COUNTED or figure.span.start < early or _counts_the_like(found, on, figure))
        and tells(on.text, figure)
        and _fits(found, on, figure)
        and not _is_bare(on, figure)
        and not _is_of_old(found, on, figure)
        and not (figure.role is Role.COUNT and figure.counted is not None and _is_anyone(figure.counted.of(on.text)))
        and (figure.role in HURT or not _is_in_the_label(found, figure))
    ]
    weights = {figure.id: _weight(found, on, figure) for figure in candidates}
    best = sorted(candidates, key=lambda figure: -weights[figure.id])
    kept: list[Fact] = []
    tolls: set[tuple[Role, Decimal | None]] = set()
    for figure in best[:MOST_TRIED]:
        if weights[figure.id] < LEAST_WEIGHT or len(kept) == MOST:
            break
        is_told = (figure.role, figure.value) in tolls or any(figure.span.overlaps(fact.span) for fact in kept)
        if figure.role in HURT and (figure.role, figure.value) not in tolls:
            tolls.add((figure.role, figure.value))
            is_told = False
        if not is_told:
            kept.extend(_line(found, on, figure, [one for one in best if one is not figure]))
    return tuple(kept)


def _line(found: Analysis, on: Ground, figure: Figure, others: Iterable[Figure]) -> tuple[Fact, ...]:
    """Return the line of a figure: a toll in a few words, all others with the clause that says of what they are."""
    if figure.role in HURT:
        again = (one for one in others if one.role is figure.role and one.value == figure.value)
        return said_once(on, (figure, *islice(again, MOST)), None)[:1]
    clause = clause_of(found, on, figure.span)
    if clause is not None:
        told, span = clause
        return (Fact(FactKind.FIGURE, told, phrase(on, figure.span, span), (figure.id,)),)
    is_of_much = figure.role is Role.MONEY or (figure.role is Role.COUNT and not _is_handful(figure))
    if share(on.text, figure)[1].startswith(" to "):
        return said_once(on, (figure,), None)
    if figure.counted is None or not is_of_much or is_own(on.around(figure.span.start).of(on.text)):
        return ()
    if figure.role is Role.MONEY and figure.value is not None and figure.value < SOME_MONEY:
        return ()
    if figure.role is Role.COUNT and figure.high is not None and " to " in figure.span.of(on.text):
        # "raise the number of seats from 65 to 125"
        return ()
    return said_once(on, (figure,), None)


def _is_handful(figure: Figure) -> bool:
    return figure.role is Role.COUNT and figure.value is not None and figure.value < MANY


def _is_anyone(counted: str) -> bool:
    return counted.lower() in labels.ANYONE - {"people"}


def _fits(found: Analysis, on: Ground, figure: Figure) -> bool:
    """Return whether a figure can belong to such an article: no dead in "a dead heat", no depths in a robbery."""
    kind = found.events[0].type if found.events else EventType.OTHER
    if figure.role is Role.MEASURE:
        return kind in MEASURED
    if kind is EventType.DEATH and figure.role not in HURT:
        # A life is full of numbers.
        return on.sentence(figure.span.start).contains(found.events[0].trigger)
    if figure.role is Role.DISPLACED and kind not in DISPLACING:
        return figure.counted is not None and labels.FLED.search(figure.counted.of(on.text)) is not None
    if figure.role in HURT and kind in PEACEFUL:
        return HARM_WORD.search(on.around(figure.span.start).of(on.text)) is not None
    return True


def _is_bare(on: Ground, figure: Figure) -> bool:
    """Return whether the label of a figure says nothing of what it counts, nor the sentence that it is of a poll."""
    label = labels.figure(on.text, figure)
    if SHARE.fullmatch(label):
        return POLLED.search(on.around(figure.span.start).of(on.text)) is None
    return BARE.fullmatch(label) is not None


def _is_of_old(found: Analysis, on: Ground, figure: Figure) -> bool:
    """Return whether a figure is of something long past, which is not the main event."""
    published = found.article.day
    if published is None:
        return False
    around = on.around(figure.span.start)
    if found.events and around.contains(found.events[0].trigger):
        return False
    return is_long_past(around.of(on.text), published.year)


def _is_in_the_label(found: Analysis, figure: Figure) -> bool:
    """Return whether the label of what happened has the figure already: "acquire 51% of Sansui"."""
    return any(
        target.span.contains(figure.span) and 0 <= target.span.start - event.trigger.end <= NEXT
        for event in found.events[:1]
        for target in event.target[:1]
    )


def _counts_the_like(found: Analysis, on: Ground, figure: Figure) -> bool:
    """Return whether a figure counts events like the main one: "more than 140 attacks"."""
    if not found.events or figure.counted is None:
        return False
    event = found.events[0]
    counted = figure.counted.of(on.text).lower().rsplit(" ", 1)[-1][:STEM]
    return counted in (event.type.value[:STEM], event.trigger.of(on.text).lower()[:STEM])


def _weight(found: Analysis, on: Ground, figure: Figure) -> float:
    """Return how much a figure tells: the dead before money, the lead before the end, the event's sentence before all."""
    weight = ROLES.get(figure.role, 1.5) + (1.0 if figure.change is not None else 0.0)
    sentence = on.sentence(figure.span.start)
    around = on.around(figure.span.start)
    if figure.role is Role.COUNT and (not found.events or found.events[0].type not in GRAVE):
        weight -= 0.5
    if figure.role is Role.PERCENT and POLLED.search(on.text, around.start, around.end):
        weight += 1.5
    if TRADED.search(on.text, around.start, around.end):
        weight -= 2.0
    if found.events and sentence.contains(found.events[0].trigger):
        weight += 2.0
    elif found.events and found.events[0].figures and figure.role in HURT:
        # Other counts of the dead and hurt: an earlier toll, another place.
        weight -= 0.5
    weight += 1.5 if _counts_the_like(found, on, figure) else 0.0
    if figure.role is Role.MONEY and figure.value is not None and figure.value >= MUCH_MONEY:
        weight += 0.5
    return weight + 2.5 * (1 - figure.span.start / max(1, len(on.text)))


def said_once(on: Ground, figures: Iterable[Figure], event: str | None) -> tuple[Fact, ...]:
    """Return one fact for each figure, with the other places that give the same number for the same thing."""
    kept: dict[tuple[object, ...], list[Figure]] = {}
    measured: dict[tuple[object, ...], str] = {}
    for figure in figures:
        # "more than 1,000" here and "at least 1,000" there is one toll.
        label = labels.figure(on.text, figure).lower()
        if figure.unit is not None and figure.value is not None:
            # "to 4.25 %" here and "a rate of 4.25 %" there.
            other = measured.setdefault((figure.value, figure.high, figure.unit, figure.change), label)
            label = other if label.startswith(other) or other.startswith(label) else label
        is_toll = figure.role in HURT and figure.value is not None and not is_of_both(on.text, figure)
        is_sum = figure.role is Role.MONEY and figure.value is not None and figure.change is None
        key: tuple[object, ...] = (label,)
        if is_toll or is_sum:
            # "$340 million of damage" here and "$340 million" there is one sum.
            key = (figure.role, figure.value, figure.high, figure.unit)
        kept.setdefault(key, []).append(figure)
    out = []
    for same in kept.values():
        first = same[0]
        also = merged(phrase(on, figure.span) for figure in same[1:])
        refs = (*(figure.id for figure in same), *((event,) if event else ()))
        counted = (first.counted,) if first.counted is not None else ()
        label = labels.figure(on.text, first)
        out.append(Fact(FactKind.FIGURE, label, phrase(on, first.span, *counted), refs, also))
    return tuple(out)

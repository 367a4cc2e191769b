"""The choice of key facts: the event card, the figures that matter, who says so, and the background."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Final

from briefing.facts import labels
from briefing.facts.evidence import Ground, ground, merged, phrase, shortened
from briefing.facts.speakers import is_said
from briefing.model import (
    Analysis,
    Claim,
    ClaimStatus,
    Event,
    EventType,
    Fact,
    FactKind,
    Figure,
    Quote,
    Role,
    Source,
    Span,
    Timex,
    TimexType,
)

MOST: Final = 24
"""How many facts fit two screens of the panel."""
MOST_FIGURES: Final = 4
EARLY: Final = 5
"""Among how many sentences from the start on a plain count is worth a line."""
LEAST_WEIGHT: Final = 3.3
"""What a figure beside the event must weigh to be worth a line."""
MOST_CLAIMS: Final = 6
MOST_OF_ONE: Final = 2
"""How many statements of one speaker are shown."""
MOST_OF_MAIN: Final = 4
"""The same, where what they say is the event itself."""
MOST_BACKGROUND: Final = 3
THINGS_DO: Final = frozenset({EventType.DISASTER, EventType.WEATHER, EventType.ECONOMY})
"""Types of events whose subject is a thing: "a huge fire" is not who."""
NEXT: Final = 25
"""How far behind its trigger an event's target may stand to be told in one breath with it."""
SHORTEST_CLAIM: Final = 12
NAMED_TARGET: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.CRIME,
        EventType.LEGAL,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.DEATH,
        EventType.RESCUE,
        EventType.PROTEST,
        EventType.CONFLICT,
        EventType.APPOINTMENT,
        EventType.HEALTH,
    }
)
"""Types of events that befall someone: their target is worth a line even without a name."""
CLAUSE_END: Final = re.compile(r"[,:](?!\d)|[;!?()\n]|(?<![A-Z])\.(?=\s|$)|\s[-–—](?!\s?\d)")
HELD: Final = {
    ClaimStatus.CLAIMED_RESPONSIBILITY: 5.0,
    ClaimStatus.DENIED: 4.0,
    ClaimStatus.CONFIRMED: 3.0,
    ClaimStatus.NOT_CONFIRMED: 3.0,
    ClaimStatus.CONDEMNED: 2.5,
    ClaimStatus.ANNOUNCED: 2.0,
    ClaimStatus.CLAIMED: 2.0,
    ClaimStatus.HEDGED: 1.0,
    ClaimStatus.STATED: 0.5,
}
"""How much the status of a claim tells: a denial more than a plain "said"."""
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
HURT: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})
COUNTED: Final = frozenset({Role.COUNT, Role.MEASURE})
IDLE_ROLES: Final = frozenset({Role.AGE, Role.RANK, Role.OTHER})


def key_facts(found: Analysis) -> tuple[Fact, ...]:
    """Return the facts that a reader must know, the most important first; none where nothing was found."""
    on = ground(found)
    card = _card(found, on)
    figures = _figures(found, on, {ref for fact in card for ref in fact.refs})
    says = _claims(found, on)
    background = _background(found, on)
    return _without_twins((*card, *figures, *says, *background))[:MOST]


def _card(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    if not found.events:
        return ()
    event = found.events[0]
    out = [_what(found, on, event)]
    out.extend(_what(found, on, other) for other in found.events[1:] if other.status != "background")
    if event.place:
        spans = [place.span for place in event.place]
        label = labels.clipped(", ".join(labels.name(found, place) for place in event.place[:3]), 60)
        out.append(Fact(FactKind.WHERE, label, phrase(on, spans[0], *spans[1:]), _entities(event.place, event.id)))
    when = next((date for date in found.dates if date.id == event.when), None)
    if when is not None:
        label_of_day = labels.day(on.text, when)
        also = [
            d.span for d in found.dates if d is not when and when.first and (d.first, d.last) == (when.first, when.last)
        ]
        refs = (when.id, event.id)
        out.append(
            Fact(FactKind.WHEN, label_of_day, phrase(on, when.span), refs, merged(phrase(on, s) for s in also[:4]))
        )
    own = [figure for figure in found.figures if figure.id in event.figures]
    counted = [figure.span for figure in own if figure.role in HURT]
    out.extend(_who(found, on, event, counted))
    tolls = {(figure.role, figure.value) for figure in own if figure.role in HURT and figure.value is not None}
    again = [f for f in found.figures if f not in own and (f.role, f.value) in tolls and f.part_of is None]
    out.extend(_said_once(on, (*own, *again), event.id))
    return tuple(out)


def _what(found: Analysis, on: Ground, event: Event) -> Fact:
    parts = [*(source.span for source in (*event.target[:1], *event.agent[:1], *event.means[:1]))]
    near = [span for span in parts if on.sentence(span.start) == on.sentence(event.trigger.start)]
    return Fact(FactKind.EVENT, _what_label(found, event), phrase(on, event.trigger, *near), (event.id,))


def _what_label(found: Analysis, event: Event) -> str:
    """Return what happened in a few words: "attack, ballistic missiles", "legal: treasurer arrested"."""
    text = found.article.text
    trigger = " ".join(event.trigger.of(text).split())
    target = event.target[0] if event.target else None
    if event.means:
        trigger = f"{trigger}, {labels.clipped(event.means[0].span.of(text), 30)}"
    elif target is not None and target.span.end <= event.trigger.start <= target.span.end + 60:
        trigger = f"{labels.name(found, target)} {trigger}"
    elif target is not None and target.span.start - event.trigger.end in range(NEXT):
        trigger = labels.clipped(text[event.trigger.start : target.span.end], 44)
    else:
        trigger = labels.clipped(text[event.trigger.start : _clause_end(text, event.trigger.end)], 40)
    trigger = trigger.strip(" '’‘“”\"")
    says_type = event.type is EventType.OTHER or trigger.lower().startswith(event.type.value)
    return trigger if says_type else f"{event.type.value}: {trigger}"


def _clause_end(text: str, at: int) -> int:
    """Return where the clause ends that `at` lies in, as far as signs tell."""
    end = CLAUSE_END.search(text, at, at + 60)
    return end.start() if end else min(len(text), at + 60)


def _who(found: Analysis, on: Ground, event: Event, counted: list[Span]) -> list[Fact]:
    """Return who did it and to whom; those who are `counted` among the victims have a line of their own."""
    claims = [claim for claim in found.claims if claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY]
    responsible = {claim.source.span for claim in claims if claim.source is not None}
    out = []
    for source in event.agent[:2]:
        if source.entity is None and event.type in THINGS_DO:
            continue
        label = labels.name(found, source) + (" (claims)" if source.span in responsible else "")
        out.append(Fact(FactKind.WHO, label, phrase(on, source.span), _entities((source,), event.id)))
    out.extend(
        Fact(FactKind.WHO, labels.name(found, source), phrase(on, source.span), _entities((source,), event.id))
        for source in event.target[:2]
        if (event.type in NAMED_TARGET or source.entity is not None)
        and not any(source.span.overlaps(other) for other in (*counted, *(place.span for place in event.place)))
    )
    return out


def _entities(sources: Iterable[Source], event: str) -> tuple[str, ...]:
    return (*dict.fromkeys(source.entity for source in sources if source.entity is not None), event)


def _figures(found: Analysis, on: Ground, told: set[str]) -> tuple[Fact, ...]:
    """Return the figures beside the event's own that tell something: what they count is said, and they come early."""
    early = on.sentences[EARLY].start if len(on.sentences) > EARLY else len(on.text)
    candidates = [
        figure
        for figure in found.figures
        if figure.id not in told
        and figure.role not in IDLE_ROLES
        and figure.value is not None
        and _tells(on.text, figure)
        and _fits(found, on, figure)
        and (figure.role in HURT or not _is_in_the_label(found, figure))
        and (figure.role not in COUNTED or figure.span.start < early)
    ]
    weights = {figure.id: _weight(found, on, figure) for figure in candidates}
    best = sorted(candidates, key=lambda figure: -weights[figure.id])
    kept = [figure for figure in best if weights[figure.id] >= LEAST_WEIGHT][:MOST_FIGURES]
    return _said_once(on, kept, None)


def _fits(found: Analysis, on: Ground, figure: Figure) -> bool:
    """Return whether a figure can belong to such an article: no dead in "a dead heat", no depths in a robbery."""
    kind = found.events[0].type if found.events else EventType.OTHER
    if figure.role is Role.MEASURE:
        return kind in MEASURED
    if figure.role in HURT and kind in PEACEFUL:
        return HARM_WORD.search(on.sentence(figure.span.start).of(on.text)) is not None
    return True


def _is_in_the_label(found: Analysis, figure: Figure) -> bool:
    """Return whether the label of what happened has the figure already: "acquire 51% of Sansui"."""
    return any(
        target.span.contains(figure.span) and target.span.start - event.trigger.end in range(NEXT)
        for event in found.events[:1]
        for target in event.target[:1]
    )


def _tells(text: str, figure: Figure) -> bool:
    """Return whether a figure says what it counts, is no mere "two", and no part of a word: "a three-judge panel"."""
    if text[figure.span.end : figure.span.end + 1] == "-":
        return False
    small = figure.value is not None and figure.value < 3 and figure.role is Role.COUNT
    return (figure.counted is not None or figure.role not in (Role.COUNT, Role.MEASURE)) and not small


def _weight(found: Analysis, on: Ground, figure: Figure) -> float:
    """Return how much a figure tells: the dead before money, the lead before the end, the event's sentence before all."""
    weight = ROLES.get(figure.role, 1.5) + (1.0 if figure.change is not None else 0.0)
    sentence = on.sentence(figure.span.start)
    if found.events and sentence.contains(found.events[0].trigger):
        weight += 2.0
    elif found.events and found.events[0].figures and figure.role in HURT:
        # Other counts of the dead and hurt: an earlier toll, another place.
        weight -= 0.5
    return weight + 2.5 * (1 - figure.span.start / max(1, len(on.text)))


def _said_once(on: Ground, figures: Iterable[Figure], event: str | None) -> tuple[Fact, ...]:
    """Return one fact for each figure, with the other places that give the same number for the same thing."""
    kept: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        # "more than 1,000" here and "at least 1,000" there is one toll.
        label = labels.figure(on.text, figure).lower()
        key = (figure.role, figure.value, figure.high) if figure.role in HURT and figure.value is not None else (label,)
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


def _claims(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return who says so: those who deny, confirm or claim first, then the statements of the beginning."""
    lead = on.sentences[:3]
    triggers = [event.trigger for event in found.events[:1]]

    def weight(claim: Claim) -> float:
        near = 1.5 if any(on.sentence(t.start).overlaps(claim.span) for t in triggers) else 0.0
        early = 1.0 if any(span.overlaps(claim.span) for span in lead) else 0.0
        quoted = 0.5 if _quoted(found.quotes, claim.span) else 0.0
        return HELD[claim.status] + near + early + quoted - 3.0 * claim.span.start / max(1, len(on.text))

    told = [claim for claim in found.claims if len(claim.span) >= SHORTEST_CLAIM and is_said(found, claim)]
    main = found.events[0] if found.events else None
    is_statement = main is not None and main.type is EventType.STATEMENT
    speakers = {source.entity for source in main.agent} if main is not None and is_statement else set()
    out: list[Fact] = []
    spoken: Counter[str] = Counter()
    shown: set[Span] = set()
    for claim in sorted(told, key=lambda claim: (-weight(claim), claim.span.start)):
        speaker = claim.source.entity or claim.source.span.of(on.text).lower() if claim.source else ""
        span = _claim_evidence(on, claim)
        most = MOST_OF_MAIN if speaker in speakers else MOST_OF_ONE
        if spoken[speaker] == most or any(span.overlaps(other) for other in shown):
            continue
        if is_statement and main is not None and claim.cue is not None and claim.cue.overlaps(main.trigger):
            # The event card has it already.
            continue
        spoken[speaker] += 1
        shown.add(span)
        quoted = 2 * _quoted(found.quotes, claim.span) > len(claim.span)
        kind = FactKind.QUOTE if quoted and claim.status is ClaimStatus.STATED else FactKind.CLAIM
        out.append(Fact(kind, labels.claim(found, claim), span, (claim.id, *_source_ids(claim))))
        if len(out) == MOST_CLAIMS:
            break
    return tuple(out)


def _quoted(quotes: tuple[Quote, ...], span: Span) -> int:
    """Return how many characters of `span` stand in the longest quote that it overlaps."""
    first = max(0, bisect_left(quotes, span.start, key=lambda quote: quote.span.start) - 1)
    longest = 0
    for quote in quotes[first:]:
        if quote.span.start >= span.end:
            break
        longest = max(longest, min(quote.span.end, span.end) - max(quote.span.start, span.start))
    return longest


def _source_ids(claim: Claim) -> tuple[str, ...]:
    return (claim.source.entity,) if claim.source is not None and claim.source.entity is not None else ()


def _claim_evidence(on: Ground, claim: Claim) -> Span:
    core = claim.cue if claim.cue is not None else claim.span
    spans = [claim.span, core, *([claim.source.span] if claim.source is not None else [])]
    union = Span(min(span.start for span in spans), max(span.end for span in spans))
    if on.sentence(union.start).end >= union.end and len(union) <= 120:
        return shortened(on, union)
    return shortened(on, claim.span if len(claim.span) > 20 else union)


def _background(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    dates = {date.id: date for date in found.dates}
    out = []
    for event in found.events[1:]:
        if event.status != "background":
            continue
        when = dates.get(event.when or "")
        if when is None or when.first is None or when.type is TimexType.DURATION:
            continue
        out.append(_past(found, on, event, when))
    return tuple(out[:MOST_BACKGROUND])


def _past(found: Analysis, on: Ground, event: Event, when: Timex) -> Fact:
    return Fact(
        FactKind.EVENT,
        f"{labels.day(on.text, when)}: {_what_label(found, event)}",
        phrase(on, event.trigger, when.span),
        (event.id, when.id),
    )


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

"""The choice of key facts: the event card, the figures that matter, who says so, and the background."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.facts import labels
from briefing.facts.evidence import Ground, ground, merged, phrase, shortened
from briefing.model import (
    Analysis,
    Claim,
    ClaimStatus,
    Event,
    Fact,
    FactKind,
    Figure,
    Role,
    Source,
    Span,
    Timex,
    TimexType,
)

MOST: Final = 24
"""How many facts fit two screens of the panel."""
MOST_FIGURES: Final = 6
MOST_CLAIMS: Final = 6
MOST_BACKGROUND: Final = 4
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
    if event.place:
        spans = [place.span for place in event.place]
        label = labels.clipped(", ".join(labels.name(found, place) for place in event.place[:3]), 60)
        out.append(Fact(FactKind.WHERE, label, phrase(on, spans[0], *spans[1:]), _entities(event.place, event.id)))
    when = next((date for date in found.dates if date.id == event.when), None)
    if when is not None and (label_of_day := labels.day(when)) is not None:
        also = [d.span for d in found.dates if d is not when and d.first == when.first and d.last == when.last]
        refs = (when.id, event.id)
        out.append(
            Fact(FactKind.WHEN, label_of_day, phrase(on, when.span), refs, merged(phrase(on, s) for s in also[:4]))
        )
    out.extend(_who(found, on, event))
    own = [figure for figure in found.figures if figure.id in event.figures]
    out.extend(_said_once(on, own, event.id))
    return tuple(out)


def _what(found: Analysis, on: Ground, event: Event) -> Fact:
    text = found.article.text
    parts = [*(source.span for source in (*event.target[:1], *event.agent[:1], *event.means[:1]))]
    near = [span for span in parts if on.sentence(span.start) == on.sentence(event.trigger.start)]
    return Fact(FactKind.EVENT, _what_label(text, event), phrase(on, event.trigger, *near), (event.id,))


def _what_label(text: str, event: Event) -> str:
    trigger = " ".join(event.trigger.of(text).split())
    if event.means:
        trigger = f"{trigger}, {labels.clipped(event.means[0].span.of(text), 30)}"
    elif event.target and 0 < event.target[0].span.start - event.trigger.end <= 2:
        trigger = f"{trigger} {labels.clipped(event.target[0].span.of(text), 40)}"
    return trigger if trigger.lower().startswith(event.type.value) else f"{event.type.value}: {trigger}"


def _who(found: Analysis, on: Ground, event: Event) -> list[Fact]:
    claims = [claim for claim in found.claims if claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY]
    responsible = {claim.source.span for claim in claims if claim.source is not None}
    out = []
    for source in event.agent[:2]:
        label = labels.name(found, source) + (" (claims)" if source.span in responsible else "")
        out.append(Fact(FactKind.WHO, label, phrase(on, source.span), _entities((source,), event.id)))
    out.extend(
        Fact(FactKind.WHO, labels.name(found, source), phrase(on, source.span), _entities((source,), event.id))
        for source in event.target[:2]
    )
    return out


def _entities(sources: Iterable[Source], event: str) -> tuple[str, ...]:
    return (*dict.fromkeys(source.entity for source in sources if source.entity is not None), event)


def _figures(found: Analysis, on: Ground, told: set[str]) -> tuple[Fact, ...]:
    """Return the figures beside the event's own that tell something: what they count is said, and they come early."""
    candidates = [
        figure
        for figure in found.figures
        if figure.id not in told and figure.role not in IDLE_ROLES and figure.value is not None and _tells(figure)
    ]
    best = sorted(candidates, key=lambda figure: -_weight(on, figure))[:MOST_FIGURES]
    return _said_once(on, sorted(best, key=lambda figure: -_weight(on, figure)), None)


def _tells(figure: Figure) -> bool:
    small = figure.value is not None and figure.value < 3 and figure.role is Role.COUNT
    return (figure.counted is not None or figure.role not in (Role.COUNT, Role.MEASURE)) and not small


def _weight(on: Ground, figure: Figure) -> float:
    weight = {Role.KILLED: 4.0, Role.INJURED: 3.5, Role.MISSING: 3.0, Role.DETAINED: 3.0, Role.DISPLACED: 3.0}.get(
        figure.role, {Role.MONEY: 2.0, Role.PERCENT: 1.5, Role.MEASURE: 0.5}.get(figure.role, 1.5)
    )
    weight += 1.0 if figure.change is not None else 0.0
    return weight + 3.0 * (1 - figure.span.start / max(1, len(on.text)))


def _said_once(on: Ground, figures: Iterable[Figure], event: str | None) -> tuple[Fact, ...]:
    """Return one fact for each figure, with the other places that give the same number for the same thing."""
    kept: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        kept.setdefault((labels.figure(on.text, figure).lower(),), []).append(figure)
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
    lead = on.sentences[:3] if on.sentences else ()
    triggers = [event.trigger for event in found.events[:1]]

    def weight(claim: Claim) -> float:
        near = 1.5 if any(on.sentence(t.start).overlaps(claim.span) for t in triggers) else 0.0
        early = 1.0 if any(span.overlaps(claim.span) for span in lead) else 0.0
        quoted = 0.5 if any(quote.span.overlaps(claim.span) for quote in found.quotes) else 0.0
        return HELD[claim.status] + near + early + quoted - 2.0 * claim.span.start / max(1, len(on.text))

    told = [claim for claim in found.claims if claim.source is not None]
    best = sorted(told, key=lambda claim: (-weight(claim), claim.span.start))
    out: list[Fact] = []
    seen: dict[str, int] = {}
    for claim in best:
        label = labels.claim(found, claim)
        if label in seen:
            continue
        seen[label] = len(out)
        out.append(Fact(FactKind.CLAIM, label, _claim_evidence(on, claim), (claim.id, *_source_ids(claim))))
        if len(out) == MOST_CLAIMS:
            break
    return tuple(out)


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
        when = dates.get(event.when or "")
        if when is None or when.type is TimexType.DURATION:
            continue
        out.append(_past(found, on, event, when))
    return tuple(out[:MOST_BACKGROUND])


def _past(found: Analysis, on: Ground, event: Event, when: Timex) -> Fact:
    return Fact(
        FactKind.EVENT,
        f"{labels.day(when) or when.span.of(on.text)}: {_what_label(found.article.text, event)}",
        phrase(on, event.trigger, when.span),
        (event.id, when.id),
    )


def _without_twins(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts without those that say with the same words what an earlier one of their kind says."""
    seen: set[tuple[FactKind, str]] = set()
    out = []
    for fact in facts:
        key = (fact.kind, fact.label.lower())
        if key not in seen:
            seen.add(key)
            out.append(fact)
    return tuple(out)

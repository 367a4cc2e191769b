"""Statements: who says so, and how it is held: denied, confirmed, claimed, or plainly said."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from briefing.facts import named
from briefing.facts.evidence import LONGEST, Ground, phrase, shortened
from briefing.facts.told import told
from briefing.model import (
    Analysis,
    Claim,
    ClaimStatus,
    Event,
    EventType,
    Fact,
    FactKind,
    Quote,
    Span,
)

MOST: Final = 6
MOST_OF_ONE: Final = 2
"""How many statements of one speaker are shown."""
MOST_OF_MAIN: Final = 4
"""The same, where what they say is the event itself."""
LEAST_WEIGHT: Final = -1.5
"""What a statement must weigh: a plain "said" of the last third is idle, a denial there is not."""
CLEAR: Final = 20
"""A content of so few characters is shown with its source and its cue."""
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


def statements(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return who says so: those who deny, confirm or claim first, then the statements of the beginning."""
    lead = on.sentences[:3]
    triggers = [event.trigger for event in found.events[:1]]

    def weight(claim: Claim) -> float:
        near = 1.5 if any(on.sentence(t.start).overlaps(claim.span) for t in triggers) else 0.0
        early = 1.0 if any(span.overlaps(claim.span) for span in lead) else 0.0
        quoted = 0.5 if _quoted(found.quotes, claim.span) else 0.0
        return HELD[claim.status] + near + early + quoted - 3.0 * claim.span.start / max(1, len(on.text))

    listed = told(found)
    main = found.events[0] if found.events else None
    is_statement = main is not None and main.type is EventType.STATEMENT
    speakers = {source.entity for source in main.agent} if main is not None and is_statement else set()
    out: list[Fact] = []
    spoken: Counter[str] = Counter()
    shown: set[Span] = set()
    for claim in sorted(listed, key=lambda claim: (-weight(claim), claim.span.start)):
        if weight(claim) < LEAST_WEIGHT:
            break
        speaker = claim.source.entity or claim.source.span.of(on.text).lower() if claim.source else ""
        span = _evidence(on, claim, main)
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
        out.append(Fact(kind, named.claim(found, claim), span, (claim.id, *_source_ids(claim))))
        if len(out) == MOST:
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


def _evidence(on: Ground, claim: Claim, main: Event | None) -> Span:
    """Return the phrase that shows what is said: all of it, or around the event, or its beginning."""
    core = claim.cue if claim.cue is not None else claim.span
    spans = [claim.span, core, *([claim.source.span] if claim.source is not None else [])]
    union = Span(min(span.start for span in spans), max(span.end for span in spans))
    if on.sentence(union.start).end >= union.end and len(union) <= LONGEST:
        return shortened(on, union)
    if main is not None and claim.span.contains(main.trigger) and claim.span.start + LONGEST < main.trigger.end:
        return phrase(on, main.trigger, core)
    return shortened(on, claim.span if len(claim.span) > CLEAR else union)

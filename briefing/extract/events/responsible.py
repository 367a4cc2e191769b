"""Responsibility: who says that an attack or a crime was theirs."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.events.clauses import subject
from briefing.extract.events.told import Told
from briefing.extract.events.triggers import Trigger
from briefing.extract.events.whose import BEHIND
from briefing.model import Claim, ClaimStatus, EventType, Source

ARTICLE: Final = 4
"""How far into its words a name may begin that they are about: behind "The "."""
NEAREST: Final = 60
"""How far from the cue the words of a claim of responsibility stand."""
RESPONSIBLE: Final = re.compile(r"\b(?:responsib\w*|claim\w*|behind|carried out|credit)\b", re.IGNORECASE)
END: Final = re.compile(r"[.!?]\s|\n")


def responsible(told: Told, main: Trigger) -> tuple[Source, ...]:
    """Return who claims responsibility, for an attack or a crime."""
    if main.type not in (EventType.ATTACK, EventType.CRIME):
        return ()
    text = told.found.article.text
    for claim in told.found.claims:
        if claim.source is None or claim.cue is None:
            continue
        around = END.split(text[max(0, claim.cue.start - NEAREST) : claim.cue.start])[-1]
        around += END.split(text[claim.cue.start : claim.cue.end + NEAREST])[0]
        if claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY and RESPONSIBLE.search(around):
            return (_claimant(told, claim) or claim.source,)
        if claim.status is ClaimStatus.STATED and BEHIND.match(text, claim.span.start):
            return (_claimant(told, claim) or claim.source,)
        is_by = text[claim.cue.end : claim.cue.end + 4] == " by " and claim.source.span.start > claim.cue.end
        if is_by and claim.cue.of(text).endswith("claimed"):
            return (claim.source,)
    return ()


def speaker(told: Told, main: Trigger) -> tuple[Source, ...]:
    """Return who says what a statement says, where its own clause does not tell: the source of the claim there."""
    if main.type is not EventType.STATEMENT:
        return ()
    for claim in told.found.claims:
        if claim.source is not None and claim.cue is not None and claim.cue.overlaps(main.span):
            named = told.known.within(claim.source.span)
            entity = claim.source.entity or (named[-1][1] if named else None)
            return (Source(claim.source.span, entity),) if entity is not None else ()
    return ()


def _claimant(told: Told, claim: Claim) -> Source | None:
    """Return the whole subject of "claimed responsibility": a name may go on behind "in", as in "Resistance in Iraq"."""
    if claim.cue is None or claim.source is None:
        return None
    for reading in told.readings:
        if not reading.span.contains(claim.cue):
            continue
        for at, group in enumerate(reading.groups):
            span = reading.text_span(group.first, group.last)
            is_cue = group.is_verb and not group.passive and span.overlaps(claim.cue)
            doer = subject(reading, at) if is_cue else None
            if doer is None:
                continue
            last = doer
            while last + 1 < at and reading.groups[last + 1].preposition == reading.groups[last].last:
                last += 1
            whole = reading.text_span(reading.groups[doer].first, reading.groups[last].last)
            named = [mention for mention in told.known.within(whole) if mention[0].start - whole.start <= ARTICLE]
            if whole.overlaps(claim.source.span):
                return Source(whole, named[0][1] if named else None)
        # "The Brigade, one of several groups that ..., said it was behind the attack."
        opening = [
            mention for mention in told.known.within(reading.span) if mention[0].start - reading.span.start <= ARTICLE
        ]
        return Source(opening[0][0], opening[0][1]) if opening and claim.source.entity is None else None
    return None

"""The side panel's sections: the key facts under their headings, with who says them and how sure they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.facts.ground import ground
from briefing.facts.labels import HARM
from briefing.facts.named import name
from briefing.facts.told import told
from briefing.facts.traits import scene, traits
from briefing.facts.worth import SOUND, likelihood
from briefing.model import Analysis, Claim, ClaimStatus, EventType, Fact, FactKind, Line, Role, Section, Span

HEADINGS: Final = (
    "WHAT", "WHERE", "WHEN", "WHO", "WHOM", "ABOUT", "HURT", "COST", "ALSO", "FIGURES", "WHO SAYS SO", "BACKGROUND",
)  # fmt: skip
"""Every heading, in the order of the panel. The first eight are the event card: one or a few lines each."""
SIGNS: Final = {
    ClaimStatus.STATED: "",
    ClaimStatus.CLAIMED: "claims",
    ClaimStatus.CONFIRMED: "confirmed",
    ClaimStatus.NOT_CONFIRMED: "unconfirmed",
    ClaimStatus.DENIED: "denied",
    ClaimStatus.HEDGED: "unclear",
    ClaimStatus.CLAIMED_RESPONSIBILITY: "claims",
    ClaimStatus.CONDEMNED: "condemned",
    ClaimStatus.ANNOUNCED: "announced",
}


COSTLY: Final = frozenset(
    {
        EventType.ATTACK,
        EventType.CRIME,
        EventType.ACCIDENT,
        EventType.DISASTER,
        EventType.WEATHER,
        EventType.STRIKE,
        EventType.PROTEST,
        EventType.SANCTION,
    }
)
"""Types of events whose money is what they cost; elsewhere it is a price, a budget, a profit."""
LEAST_SOUND: Final = 0.6
"""How likely a claim must be told rightly for its source to stand beside a figure: a hedge too many costs less than none."""
DEEDS: Final = re.compile(r"\b(?:agree|offer|plan|want|seek|sought|decid|propos|call|put|order|defend)", re.IGNORECASE)
"""Cues of what someone does, not says: a line for it names who it is already."""


def sections(analysis: Analysis) -> tuple[Section, ...]:
    """Return the key facts of `analysis` under their headings, in the panel's order; empty headings are left out."""
    under: dict[str, list[Line]] = {heading: [] for heading in HEADINGS}
    said = _givers(analysis)
    for fact in analysis.key_facts:
        under[group(fact, analysis)].append(line(fact, analysis, said))
    return tuple(Section(heading, tuple(lines)) for heading, lines in under.items() if lines)


def group(fact: Fact, analysis: Analysis) -> str:
    """Return the heading that `fact` stands under, by its kind and by what it rests on."""
    main = analysis.events[0] if analysis.events else None
    if fact.kind is FactKind.EVENT:
        told = next((event for event in analysis.events if event.id in fact.refs), None)
        if told is None:
            return "WHAT" if main is None else "ALSO"
        return "BACKGROUND" if told.status == "background" else "WHAT"
    if fact.kind is FactKind.WHERE:
        return "WHERE"
    if fact.kind is FactKind.WHEN:
        return "WHEN"
    if fact.kind is FactKind.WHO:
        targets = {name(analysis, source) for source in main.target} if main is not None else set()
        if main is None or main.id not in fact.refs:
            return "ABOUT"
        return "WHOM" if fact.label in targets else "WHO"
    if fact.kind is FactKind.FIGURE:
        roles = {figure.id: figure.role for figure in analysis.figures}
        own = [roles.get(ref) for ref in fact.refs if main is not None and ref in main.figures]
        if any(role in HARM and role is not Role.DETAINED for role in own):
            return "HURT"
        return "COST" if Role.MONEY in own and main is not None and main.type in COSTLY else "FIGURES"
    return "WHO SAYS SO"


def line(fact: Fact, analysis: Analysis, claims: Sequence[Claim]) -> Line:
    """Return the panel's line for `fact`, with the one of those who make `claims` that says it."""
    if fact.kind in (FactKind.CLAIM, FactKind.QUOTE):
        status = next((SIGNS[claim.status] for claim in analysis.claims if claim.id in fact.refs), "")
        return Line(fact.label, fact, status=status)
    said = _claim_over(fact.span, claims)
    if said is None or said.source is None or fact.kind in (FactKind.WHERE, FactKind.WHEN):
        return Line(fact.label, fact)
    if fact.kind is FactKind.EVENT and said.cue is not None and fact.span.contains(said.cue):
        # "The ministry declined to comment" is told, and nothing in it is in doubt.
        return Line(fact.label, fact)
    if fact.kind is FactKind.WHO and said.source.entity in fact.refs and said.status is ClaimStatus.STATED:
        # Someone who tells of his own deed stands on the line already.
        return Line(fact.label, fact)
    who = name(analysis, said.source)
    # "..., police said" needs no police beside it.
    return Line(fact.label, fact, who if who.lower() not in fact.label.lower() else "", SIGNS[said.status])


def _givers(analysis: Analysis) -> list[Claim]:
    """Return the claims whose sources can stand beside what they say: likely right, and more than a deed."""
    text = analysis.article.text
    middles = [
        (fact.span.start + fact.span.end) // 2
        for fact in analysis.key_facts
        if fact.kind in (FactKind.EVENT, FactKind.FIGURE, FactKind.WHO)
    ]
    near = {
        claim.id
        for claim in analysis.claims
        if claim.cue is not None
        and any(claim.span.start <= middle < claim.span.end for middle in middles)
        and DEEDS.search(claim.cue.of(text)) is None
    }
    over = told(analysis, only=near) if near else ()
    if not over:
        return []
    # Only the part that was analysed: the rest may be megabytes, and this is done while the reader waits.
    end = analysis.sentences[-1].end if analysis.sentences else len(text)
    part = replace(analysis, article=replace(analysis.article, text=text[:end]))
    view = scene(part, ground(part))
    return [claim for claim in over if likelihood(SOUND, traits(view, claim)) >= LEAST_SOUND]


def _claim_over(span: Span, claims: Sequence[Claim]) -> Claim | None:
    """Return the narrowest claim whose content holds the most of `span`'s middle."""
    middle = (span.start + span.end) // 2
    over = [claim for claim in claims if claim.span.start <= middle < claim.span.end]
    return min(over, key=lambda claim: len(claim.span), default=None)

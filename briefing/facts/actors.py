"""Actors: who did it and to whom, for the event card."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.extract.events.lexicon import lexicon
from briefing.facts import labels, named
from briefing.facts.doers import AT_PLAY, is_doer, is_sufferer
from briefing.facts.evidence import phrase
from briefing.facts.ground import Ground
from briefing.facts.happening import NATURE, what_label
from briefing.facts.reference import is_pronoun
from briefing.facts.sayers import SAYERS
from briefing.model import (
    Analysis,
    Claim,
    ClaimStatus,
    EntityType,
    Event,
    EventType,
    Fact,
    FactKind,
    Source,
    Span,
)

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
THINGS: Final = words_of(
    "poll polls survey study report reports number numbers names faces photo photos video images plan plans bill law price"
    " prices shares stock income profit sales loss revenue earnings market markets economy growth lead leads rate rates"
    " talks drumbeat showdown goals ratings concerns questions hopes chances support news evidence people many some others"
)
"""Heads of subjects that nobody would ask who they are."""
ABSTRACT: Final = re.compile(
    r"^(?!(?:government|administration|commission|organi[sz]ation|association|corporation|opposition|delegation|coalition"
    r"|department|parliament|regiment|agency|institution|foundation|station|apartment|university|facility|city|monument)s?$)"
    r"[a-z]+(?:ity|cy|phobia|tion|sion|ness|ment|ance|ence|ure|ism|success|charges?|standards?|rights?)s?$"
)
"""Words for what nobody is and nothing befalls; "government" looks like one of them."""
GATHERING: Final = re.compile(
    r"\b(?:convention|conference|summit|meeting|games|polls|ceremony|event|facility|hospital|clinic)$", re.IGNORECASE
)
"""How words for what is attended end: nobody is hurt or named there."""
HUNG: Final = re.compile(r"\s(?:for|of|from|at|with)\s(?:the\s)?(?:[A-Z][\w.’'-]+(?:\s(?=[A-Z]))?){1,4}")
"""Whose someone is, behind what he is: "a spokesman for Acme"."""
LONGEST_WHO: Final = 48
OWNING: Final = ("'s", "’s")
TREATED: Final = re.compile(
    r"\b(?:treated|investigated|handled|described|seen|regarded|considered|called|dubbed|condemned|confirmed|reported)\s(?:as \w+ )?by\s"
    r"(?:the\s|an?\s)?$"
)
"""What those do with an event who did not make it happen: "a blaze treated by police"."""
SUFFERS: Final = re.compile(
    r"(?:\w+\s){0,3}(?:was|were|been|is|are|be|being|got|gets?|died|dies|die|dead|suffer\w*|came|underwent)\b",
    re.IGNORECASE,
)
BARE: Final = re.compile(r"\w+(?:ed|en|t|d|n)", re.IGNORECASE)
"""A lone verb that may be a participle: "Jo Bell arrested", as headlines have it."""
PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
TO_PLACES: Final = frozenset(
    {EventType.MEETING, EventType.RESCUE, EventType.CULTURE, EventType.SCIENCE, EventType.OTHER}
)
"""Types of events, beside those of nature, whose place may look like their target: "travelled to the country"."""
PLACE: Final = re.compile(r"\b(?:city|town|village|port|region|province|island|district|suburb|county|state) of\b")
"""Words of a place that a disaster has: a city is nobody."""
BEHIND: Final = re.compile(r"(?:that )?(?:it|they) (?:was|were) (?:behind|responsible for)\b", re.IGNORECASE)


def actors(found: Analysis, on: Ground, event: Event, counted: list[Span]) -> list[Fact]:
    """Return who did it and to whom; those who are `counted` among the victims have a line of their own."""
    responsible = [
        claim.source.span for claim in found.claims if claim.source is not None and _takes_it(found.article.text, claim)
    ]
    out: list[Fact] = []
    told = what_label(found, event)
    for source in _doers(on.text, event)[:2]:
        if event.type in NATURE or not _can_act(found, source, event) or not is_doer(found, event, source):
            continue
        own = on.sentence(source.span.start)
        claims = any(source.span.overlaps(span) for span in responsible) or any(
            own.contains(claim.span) and BEHIND.match(on.text, claim.span.start) for claim in found.claims
        )
        label = who(found, event, source) + (" (claims)" if claims else "")
        if TREATED.search(on.text, event.trigger.end, max(event.trigger.end, source.span.start)):
            continue
        is_open = event.subject is None and source.entity is None and event.verb is not None
        if label.endswith(OWNING) or is_open or named.is_of_title_alone(found, source.span, label):
            continue
        out.append(Fact(FactKind.WHO, label, phrase(on, source.span), entities_of((source,), event.id)))
    out.extend(
        Fact(FactKind.WHO, named.name(found, source), phrase(on, source.span), entities_of((source,), event.id))
        for source in event.target[:2]
        if not _is_subject(on.text, event, source, is_headline=event.trigger.end <= (found.article.headline_end or 0))
        and named.without_verb(found, source.span, named.name(found, source)) == named.name(found, source)
        and _is_worth_it(found, event, source)
        and is_sufferer(found, event, source, named.name(found, source), told)
        and not any(source.span.overlaps(other) for other in (*counted, *(place.span for place in event.place)))
    )
    return out


def _doers(text: str, event: Event) -> tuple[Source, ...]:
    """Return who did it; the subject for one who stands between it and its verb: "Lund, who led the gang, has died"."""
    told, verb = event.subject, event.verb
    if told is None or verb is None or not event.agent or not verb.overlaps(event.trigger):
        return event.agent
    first = event.agent[0].span
    is_between = told.span.end <= first.start and first.end <= verb.start
    is_told = told.entity is not None or not is_pronoun(told.span.of(text))
    # "Fox News host Sean Lund indicated" is Lund's deed, "Lund's rivals pull" not Lund's.
    is_part = (
        told.span.contains(first)
        and first.end < told.span.end
        and (
            told.entity not in (None, event.agent[0].entity)
            or text.startswith(OWNING, first.end - 2)
            or text.startswith(OWNING, first.end)
        )
    )
    is_elsewhere = (
        event.type in AT_PLAY and first.start > event.trigger.end and "\n" not in text[verb.end : first.start]
    )
    is_elsewhere = is_elsewhere and ". " in text[verb.end : first.start] and SUFFERS.match(verb.of(text)) is None
    return (told,) if ((is_between or is_elsewhere) and is_told) or is_part else event.agent


def _is_subject(text: str, event: Event, target: Source, *, is_headline: bool) -> bool:
    """Return whether one is the subject of a verb that is not passive, and so suffered nothing."""
    told, verb = event.subject, event.verb
    if told is None or verb is None or not verb.overlaps(event.trigger) or SUFFERS.match(verb.of(text)):
        return False
    is_same = told.span.overlaps(target.span) or (told.entity is not None and told.entity == target.entity)
    return is_same and not (is_headline and BARE.fullmatch(verb.of(text)))


def who(found: Analysis, event: Event, source: Source) -> str:
    """Return how one is called who did it: with what tells whose he is, by the name beside him, without a headline's verb."""
    text, told = found.article.text, event.subject
    if told is not None and source.entity is None and told.span.contains(source.span):
        beside = named.beside(found, source.span)
        if beside is not None:
            return beside
        hung = HUNG.match(text, source.span.end)
        if hung is not None and len(source.span) + len(hung[0]) <= LONGEST_WHO:
            return labels.clipped(text[source.span.start : hung.end()])
    return named.several(found, source) or named.without_verb(found, source.span, named.name(found, source))


def _takes_it(text: str, claim: Claim) -> bool:
    """Return whether someone claims a deed: "claimed responsibility", "was claimed by"."""
    if claim.status is ClaimStatus.CLAIMED and claim.cue is not None:
        return text.startswith(" by ", claim.cue.end)
    return claim.status is ClaimStatus.CLAIMED_RESPONSIBILITY


def _is_worth_it(found: Analysis, event: Event, target: Source) -> bool:
    """Return whether a target is worth a line: a name, or someone whom a grave event befell."""
    if GATHERING.search(target.span.of(found.article.text)):
        return False
    if event.type in NATURE and PLACE.search(target.span.of(found.article.text)):
        return False
    types = {entity.id: entity.type for entity in found.entities}
    if event.type in TO_PLACES | NATURE and types.get(target.entity or "") in PLACES:
        return False
    if target.entity is not None:
        return True
    head = target.span.of(found.article.text).rsplit(" ", 1)[-1]
    return event.type in NAMED_TARGET and event.type is not EventType.APPOINTMENT and not _is_thing(head)


def _can_act(found: Analysis, source: Source, event: Event) -> bool:
    """Return whether a source without a name can do something: a bank and two men can, a price and a poll can't."""
    head = source.span.of(found.article.text).rsplit(" ", 1)[-1]
    if source.entity is not None or head.lower() in SAYERS:
        return True
    return event.type is not EventType.ECONOMY and not _is_thing(head)


def _is_thing(head: str) -> bool:
    """Return whether nobody would ask who it is that a noun group with this head names: "success", "the poll"."""
    return head.lower() in THINGS or head in lexicon().nouns or ABSTRACT.search(head) is not None


def entities_of(sources: Iterable[Source], event: str) -> tuple[str, ...]:
    """Return what a line on `sources` rests on: their entities, each once, and the event."""
    return (*dict.fromkeys(source.entity for source in sources if source.entity is not None), event)

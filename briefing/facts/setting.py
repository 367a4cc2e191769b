"""The setting: where, when and about whom an article is, for what its main event leaves open."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from briefing.facts import labels
from briefing.facts.evidence import phrase
from briefing.facts.ground import Ground
from briefing.facts.named import called, without_verb
from briefing.facts.numbers import TRADED
from briefing.facts.occasion import is_its_day
from briefing.model import Analysis, EntityType, Event, EventType, Fact, FactKind, MentionForm, Span, TimexType

DATELINE: Final = re.compile(r"\s*[A-Z][A-Z .,'’-]{2,40}[^\n]{0,40}?(?:\(\w+\)|--|[—–_]|\s-\s)")
"""How a dateline looks: "NAIROBI, Kenya (AP) --"."""
TOWN: Final = re.compile(r"\s*([A-Z][A-Z.’' -]{2,40}), ")
"""The town that a dateline names first."""
LIST_BEFORE: Final = re.compile(r"(?:,|and|—|-|:) (?:the )?$")
LIST_BEHIND: Final = re.compile(r"(?:['’]s?)?(?:, (?:and )?(?:the )?[A-Z]| and (?:the )?[A-Z])")
DEALS: Final = re.compile(
    r"(?:arrest|charg|detain|accus|convict|sentenc|jail|indict|face|found|plead|trial|acquit)", re.IGNORECASE
)
IN: Final = re.compile(r"\b(?:in|near)\s(?:the\s|northern\s|southern\s|central\s)?$", re.IGNORECASE)
PLACELESS: Final = frozenset({EventType.BUSINESS, EventType.ECONOMY, EventType.SPORT})
"""Types of events whose dateline only tells where the reporter sat."""
GRAVE: Final = frozenset(
    {EventType.ATTACK, EventType.CRIME, EventType.LEGAL, EventType.ACCIDENT, EventType.DEATH, EventType.DISASTER}
)
"""Types of events that have a day of their own: no other may stand for it."""
OPENING: Final = 9
"""Among how many sentences from the start the day of the news is looked for."""
FRESH: Final = timedelta(days=4)
"""How old a day may be, at most, to be the day of the news."""
LEAD: Final = 4
"""Among how many sentences from the start on one whom the article is about is named first."""
EARLY: Final = 2
"""What standing in the headline or the first sentence counts, in mentions."""
LEAST_QUIET: Final = 2
"""How often a firm must be named without saying something."""
LEAST_MENTIONS: Final = 2
"""How often someone must be named to be whom an article is about."""


def setting(found: Analysis, on: Ground, told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return a place, a day and a person where none of `told` has them: the dateline, the first fresh day, the most named."""
    kinds = {fact.kind for fact in told}
    event = found.events[0] if found.events else None
    out = []
    if FactKind.WHERE not in kinds and (where := _scene(found, on, event) or _dateline(found, on, event)) is not None:
        out.append(where)
    is_grave = event is not None and event.type in GRAVE
    if FactKind.WHEN not in kinds and not is_grave and (when := _day(found, on, event)) is not None:
        out.append(when)
    is_nameless = event is None or all(one.entity is None for one in (*event.agent, *event.target))
    who = _person(found, on) if is_nameless or _misses_one(found, told) else None
    if who is not None and _is_named(told, who):
        who = None
    if who is not None and (is_nameless or _is_missed(found, told, who)):
        out.append(who)
    return tuple(out)


def _scene(found: Analysis, on: Ground, event: Event | None) -> Fact | None:
    """Return where the deed was that a court or the police deal with: "charged with a murder in Orlby"."""
    if event is None or event.type is not EventType.LEGAL or not DEALS.match(event.trigger.of(on.text)):
        return None
    sentence = on.sentence(event.trigger.start)
    scenes = [
        (mention.span, entity.id, entity.name)
        for entity in found.entities
        if entity.type in (EntityType.GPE, EntityType.FAC)
        for mention in entity.mentions
        if sentence.contains(mention.span) and IN.search(on.text, max(0, mention.span.start - 10), mention.span.start)
    ]
    if not scenes:
        return None
    span, entity_id, name = min(scenes)
    return Fact(FactKind.WHERE, labels.clipped(name), phrase(on, span), (entity_id,))


def _dateline(found: Analysis, on: Ground, event: Event | None) -> Fact | None:
    body = found.article.headline_end or 0
    match = DATELINE.match(on.text, body)
    if match is None or (event is not None and event.type in PLACELESS):
        return None
    for entity in found.entities:
        for mention in entity.mentions:
            if mention.span.end <= match.end() and mention.span.start >= body and entity.type is EntityType.GPE:
                # "CAMBRIDGE, Mass." is no place called Mass.
                town = TOWN.match(on.text, body, mention.span.start)
                name = town[1] if town is not None else entity.name
                span = Span(town.start(1), mention.span.end) if town is not None else mention.span
                return Fact(FactKind.WHERE, f"{labels.clipped(name).title()} (dateline)", span, (entity.id,))
    return None


def _day(found: Analysis, on: Ground, event: Event | None) -> Fact | None:
    """Return the first day that is at most a few days before publication, and told of those whom the event is about."""
    about = {source.entity for source in event.agent or event.target} - {None} if event is not None else set()
    names = [mention.span for one in found.entities if one.id in about for mention in one.mentions]
    published = found.article.day
    if published is None or not on.sentences:
        return None
    last = on.sentences[min(OPENING, len(on.sentences)) - 1].end
    for date in found.dates:
        if date.span.start >= last or date.first is None or date.first != date.last or date.modifier is not None:
            continue
        around = on.around(date.span.start)
        if TRADED.search(on.text, around.start, around.end):
            continue
        if date.type is TimexType.DATE and timedelta(0) <= published - date.first <= FRESH:
            whole = on.sentence(date.span.start)
            is_theirs = not about or any(name.start < date.span.start and whole.contains(name) for name in names)
            if event is not None and not is_its_day(on, event, date, is_theirs=bool(about)):
                continue
            if len(whole) > 2 * len(date.span) and is_theirs:
                return Fact(FactKind.WHEN, labels.day(on.text, date), phrase(on, date.span), (date.id,))
    return None


def _is_named(told: tuple[Fact, ...], who: Fact) -> bool:
    """Return whether a line has the last word of a name for one who did it: "Ryan" of "Paul D. Ryan"."""
    last = who.label.rsplit(" ", 1)[-1]
    return any(
        fact.kind is FactKind.WHO and (fact.label.rsplit(" ", 1)[-1] == last or fact.label.startswith(f"{who.label} "))
        for fact in told
    )


def _misses_one(found: Analysis, told: tuple[Fact, ...]) -> bool:
    """Return whether the headline has a name that no line of the event has: a look before whom it is about is weighed."""
    title = found.article.headline_end or 0
    shown = " ".join(fact.label for fact in told if fact.kind in (FactKind.WHO, FactKind.EVENT))
    return any(
        entity.mentions[0].span.start < title and entity.name.rsplit(" ", 1)[-1] not in shown
        for entity in found.entities
        if entity.type in (EntityType.PERSON, EntityType.ORG)
    )


def _is_missed(found: Analysis, told: tuple[Fact, ...], who: Fact) -> bool:
    """Return whether the headline names one whom no line of the event does."""
    title = found.article.headline_end or 0
    if who.span.start >= title:
        return False
    shown = " ".join(fact.label for fact in told if fact.kind in (FactKind.WHO, FactKind.EVENT))
    return who.label.rsplit(" ", 1)[-1] not in shown


def _is_listed(text: str, name: Span) -> bool:
    """Return whether a name is one of several that stand together: "Bally’s, Caesars, Harrah’s and the Taj"."""
    return (
        LIST_BEFORE.search(text, max(0, name.start - 8), name.start) is not None
        and LIST_BEHIND.match(text, name.end) is not None
    )


def _person(found: Analysis, on: Ground) -> Fact | None:
    """Return whom the article names most often, from its beginning on and not only as one who says so."""
    first = on.sentences[1].end if len(on.sentences) > 1 else len(on.text)
    last = on.sentences[min(LEAD, len(on.sentences)) - 1].end if on.sentences else len(on.text)
    said = [claim.source.span for claim in found.claims if claim.source is not None]
    named = [
        (
            len(mentions) + EARLY * (mentions[0].span.start < first),
            -mentions[0].span.start,
            entity.id,
            called(found, entity),
            mentions[0].span,
        )
        for entity in found.entities
        if entity.type in (EntityType.PERSON, EntityType.ORG)
        and len(mentions := [m for m in entity.mentions if m.form is MentionForm.NAME]) >= LEAST_MENTIONS
        and on.text[max(0, mentions[0].span.start - 1)] != "-"
        and mentions[0].span.start < (last if entity.type is EntityType.PERSON else first)
        and (quiet := sum(not any(source.overlaps(m.span) for source in said) for m in mentions)) * 2 >= len(mentions)
        and (entity.type is EntityType.PERSON or (quiet >= LEAST_QUIET and not _is_listed(on.text, mentions[0].span)))
    ]
    if not named:
        return None
    _, _, entity, name, span = max(named)
    return Fact(FactKind.WHO, labels.clipped(without_verb(found, span, name)), phrase(on, span), (entity,))

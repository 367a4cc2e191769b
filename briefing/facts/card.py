"""The event card: what happened, where, when, who, to whom, and how many were hurt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.extract.events.lexicon import lexicon
from briefing.facts import labels, named
from briefing.facts.doers import AT_PLAY, LONGEST_ACRONYM, is_doer, is_sufferer
from briefing.facts.evidence import merged, phrase
from briefing.facts.figure_words import clause_of, has_verb, is_own
from briefing.facts.ground import Ground
from briefing.facts.happening import NATURE, what_label
from briefing.facts.numbers import HURT, is_bare, said_once, tells
from briefing.facts.occasion import is_its_day
from briefing.facts.reference import is_pronoun
from briefing.facts.sections import COSTLY
from briefing.facts.sentence import headline, sentence
from briefing.facts.speakers import SAYERS
from briefing.facts.supposed import is_supposed
from briefing.facts.wholes import found_whole, joined
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
    Timex,
    TimexType,
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
CONTEST: Final = re.compile(
    r"\b(?:forum|debate|race|caucus(?:es)?|primar(?:y|ies)|poll|polls|interview|news conference)$", re.IGNORECASE
)
OF_CONTEST: Final = re.compile(
    r"\sTODAY\b|\s(?:[Rr]epublican\s|[Dd]emocratic\s|GOP\s|presidential\s)?(?:caucus|caucuses|primary|primaries|race|poll|polls|vote|delegation|senator"
    r"|governor|lawmakers?|voters?)\b",
    re.IGNORECASE,
)
"""What a place is named beside where nothing else happens there: "the Iowa caucuses"."""
OF_OTHER: Final = re.compile(r"\s(?:suburb|neighbou?rhood|district|borough|village|town|suburbs) of\b")
"""What makes of a place the mark of another one: "the Buffalo suburb of Amherst"."""
FELT: Final = re.compile(r"\bfelt (?:as far (?:away )?as |in |across )?(?:in )?$")
LOOK: Final = 30
WEEKDAY: Final = re.compile(r"(?:day|night|morning|evening)\b")
HUNG: Final = re.compile(r"\s(?:for|of|from|at|with)\s(?:the\s)?(?:[A-Z][\w.’'-]+(?:\s(?=[A-Z]))?){1,4}")
"""Whose someone is, behind what he is: "a spokesman for Acme"."""
LONGEST_WHO: Final = 48
FIRST: Final = ("First", "Second", "Third", "New")
OWNING: Final = ("'s", "’s")
SAYING: Final = re.compile(r"\b(?:said|says?|told|tells?|added|testified|testifies|spoke|speaks)$")
RULING: Final = re.compile(r"\b(?:ruled|decided|announced|reported|found|confirmed|wrote)$")
BRIEF: Final = 28
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
ELSEWHERE: Final = re.compile(
    r"\b(?:born|raised|grew up|finish|finished|loss|defeat|win|victory|based|headquartered|educated)\s(?:in|at|near)\s(?:the\s)?$"
)
"""What stands before a place of something else: "parents who were born in Mexico"."""
PART: Final = re.compile(r"(?:much|most|part|parts|some|all|half|both) (?:of )?(?:the )?", re.IGNORECASE)
PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
TO_PLACES: Final = frozenset(
    {EventType.MEETING, EventType.RESCUE, EventType.CULTURE, EventType.SCIENCE, EventType.OTHER}
)
"""Types of events whose place may look like their target: "travelled to the country"."""
BEHIND: Final = re.compile(r"(?:that )?(?:it|they) (?:was|were) (?:behind|responsible for)\b", re.IGNORECASE)
LONGEST_TIME: Final = timedelta(days=366)
OWNERS: Final = frozenset(("its", "his", "her", "their"))
MOST_PLACES: Final = 3
MOST_TWINS: Final = 4
"""How many other places that give the same day are noted."""


def event_card(found: Analysis, on: Ground) -> tuple[Fact, ...]:
    """Return the facts of the main event; none where there is no event."""
    if not found.events:
        return ()
    event = found.events[0]
    beside = [other for other in found.events[1:] if other.status != "background"]
    is_so = not is_supposed(found, event)
    main = what(found, on, event) if is_so else None
    out = [main] if main is not None else []
    for other in beside:
        told = what(found, on, other) if not _is_spoken_of(event, other) else None
        if told is not None:
            _add(on, out, told, other)
    placed = next((one for one in (event, *beside) if any(_is_where(found, place) for place in one.place)), event)
    where = [place for place in placed.place if _is_where(found, place)]
    if where:
        # A name shows where better than "a hospital" does.
        spans = [place.span for place in sorted(where, key=lambda place: place.entity is None)]
        called = [
            named.as_in_body(found, place.span, PART.sub("", named.name(found, place), count=1))
            for place in where[:MOST_PLACES]
        ]
        label = labels.clipped(
            ", ".join(one.title() if one.isupper() and len(one) > LONGEST_ACRONYM else one for one in called), 60
        )
        out.append(Fact(FactKind.WHERE, label, phrase(on, spans[0], *spans[1:]), _entities(tuple(where), placed.id)))
    when = _when(found, on, event)
    if when is not None and (is_so or when.first == when.last) and not _is_age(when) and is_its_day(on, event, when):
        label_of_day = labels.day(on.text, when)
        also = [
            d.span for d in found.dates if d is not when and when.first and (d.first, d.last) == (when.first, when.last)
        ]
        refs = (when.id, event.id)
        out.append(
            Fact(
                FactKind.WHEN,
                label_of_day,
                phrase(on, when.span),
                refs,
                merged(phrase(on, s) for s in also[:MOST_TWINS]),
            )
        )
    ids = frozenset(event.figures)
    own = [figure for figure in found.figures if figure.id in ids and tells(on.text, figure)]
    own = [figure for figure in own if event.type in COSTLY or not is_bare(on.text, figure)]
    counted = [figure.span for figure in own if figure.role in HURT]
    out.extend(_who(found, on, event, counted))
    tolls = {(figure.role, figure.value) for figure in own if figure.role in HURT and figure.value is not None}
    again = [f for f in found.figures if f.id not in ids and (f.role, f.value) in tolls and f.part_of is None]
    out.extend(said_once(on, (*own, *again), event.id))
    return tuple(out)


def _when(found: Analysis, on: Ground, event: Event) -> Timex | None:
    """Return the date of an event; of its sentence the day where only an hour is known, none where it would lie ahead of the past."""
    when = next((date for date in found.dates if date.id == event.when), None)
    if when is None:
        return None
    if when.type is TimexType.TIME and when.first is None:
        own = on.sentence(when.span.start)
        days = (date for date in found.dates if own.contains(date.span) and WEEKDAY.search(date.span.of(on.text)))
        return next(days, when)
    published = found.article.day
    is_ahead = published is not None and when.first is not None and when.first > published
    is_told = event.verb is not None and event.verb.overlaps(event.trigger)
    is_subject = event.subject is not None and event.subject.span.contains(event.trigger)
    return None if is_ahead and event.verb is not None and not (is_told or is_subject) else when


def _is_age(when: Timex) -> bool:
    """Return whether a date is longer than a year: "in the 1950s" is when nothing happened."""
    return when.first is not None and when.last is not None and when.last - when.first > LONGEST_TIME


def _add(on: Ground, out: list[Fact], fact: Fact, event: Event) -> None:
    """Add the fact of an event to `out`, or the event alone to one whose words tell of it."""
    for at, told in enumerate(out):
        if fact.label.startswith(told.label):
            out[at] = replace(fact, refs=(*told.refs, event.id))
            return
        if told.span.contains(event.trigger) and event.trigger.of(on.text) in told.label:
            out[at] = replace(told, refs=(*told.refs, event.id))
            return
    out.append(fact)


def what(found: Analysis, on: Ground, event: Event) -> Fact | None:
    """Return the fact that `event` happened; None where its words would not say who did what."""
    title = headline(found, event)
    if title is not None:
        return Fact(FactKind.EVENT, title.label, title.span, (event.id,))
    if _is_asked(on, event) or _says_nothing(on, event):
        return None
    told = sentence(found, on, event)
    points_back = told is not None and _leans_back(told.label)
    if points_back:
        told = None
    if told is None or told.label.endswith("…"):
        words = found_whole(on, event.trigger.start, holding=event.trigger)
        if words is not None and not _leans_back(words.parts[0].of(on.text)):
            span = next(part for part in words.parts if part.overlaps(event.trigger))
            also = tuple(part for part in words.parts if part is not span)
            return Fact(FactKind.EVENT, joined(on.text, words.parts), span, (event.id,), also)
    if told is not None:
        return Fact(FactKind.EVENT, told.label, told.span, (event.id,)) if not is_own(told.label) else None
    form = lexicon().form(event.trigger.of(on.text).lower())
    is_verb = (
        form is not None
        and form[1] in ("past", "pp", "ed")
        and event.trigger.of(on.text).lower() not in lexicon().nouns
    )
    if is_verb or (event.verb is not None and event.verb.overlaps(event.trigger)):
        clause = clause_of(found, on, event.trigger)
        if points_back or (clause is not None and _leans_back(clause[0])):
            return _news(on, event)
        return Fact(FactKind.EVENT, clause[0], clause[1], (event.id,)) if clause is not None else None
    near_by = [*(source.span for source in (*event.target[:1], *event.agent[:1], *event.means[:1]))]
    near = [span for span in near_by if on.sentence(span.start) == on.sentence(event.trigger.start)]
    near.sort(key=lambda span: max(span.start - event.trigger.end, event.trigger.start - span.end))
    label = what_label(found, event)
    if " " not in label:
        return None
    return Fact(FactKind.EVENT, label, phrase(on, event.trigger, *near), (event.id,))


def _news(on: Ground, event: Event) -> Fact | None:
    """Return what the sentence of an event tells where its own clause points back to it: "two died after the river burst its banks"."""
    words = found_whole(on, event.trigger.start)
    if words is None or _leans_back(words.parts[0].of(on.text)) or is_own(joined(on.text, words.parts)):
        return None
    longest = max(words.parts, key=len)
    also = tuple(part for part in words.parts if part is not longest)
    return Fact(FactKind.EVENT, joined(on.text, words.parts), longest, (event.id,), also)


def _leans_back(words: str) -> bool:
    """Return whether words begin with one that points to somebody before them: "she points", "its banks"."""
    first = words.split(" ", 1)[0].lower()
    return is_pronoun(first) or first in OWNERS


def _is_asked(on: Ground, event: Event) -> bool:
    """Return whether the sentence of an event is a question."""
    rest = on.text[event.trigger.end : on.around(event.trigger.start).end].rstrip(" \n\"”’'")
    return rest.endswith("?") and ":" not in rest


def _says_nothing(on: Ground, event: Event) -> bool:
    """Return whether a verb of saying has nothing behind it that is said: "The Times said in an editorial on Monday"."""
    verb = event.verb
    if verb is None or not verb.overlaps(event.trigger):
        return False
    rest = on.text[verb.end : on.around(verb.end).end]
    is_brief = len(rest) < BRIEF and RULING.search(verb.of(on.text)) is not None
    is_last = is_brief and event.subject is not None and on.text[: event.subject.span.start].endswith(", ")
    return (is_last or SAYING.search(verb.of(on.text)) is not None) and not has_verb(rest)


def _is_where(found: Analysis, place: Source) -> bool:
    """Return whether something can happen there: no debate, and no state that only a vote is named for."""
    text = found.article.text
    return (
        CONTEST.search(text, place.span.start, place.span.end) is None
        and OF_CONTEST.match(text, place.span.end) is None
        and OF_OTHER.match(text, place.span.end) is None
        and FELT.search(text, max(0, place.span.start - LOOK), place.span.start) is None
        and ELSEWHERE.search(text, max(0, place.span.start - LOOK), place.span.start) is None
    )


def _is_spoken_of(event: Event, other: Event) -> bool:
    """Return whether a statement has `other` for its object: "condemned the bombing" needs no line for the bombing."""
    return event.type is EventType.STATEMENT and other.when is None


def _who(found: Analysis, on: Ground, event: Event, counted: list[Span]) -> list[Fact]:
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
        out.append(Fact(FactKind.WHO, label, phrase(on, source.span), _entities((source,), event.id)))
    out.extend(
        Fact(FactKind.WHO, named.name(found, source), phrase(on, source.span), _entities((source,), event.id))
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
    types = {entity.id: entity.type for entity in found.entities}
    if event.type in TO_PLACES and types.get(target.entity or "") in PLACES:
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


def _entities(sources: Iterable[Source], event: str) -> tuple[str, ...]:
    return (*dict.fromkeys(source.entity for source in sources if source.entity is not None), event)

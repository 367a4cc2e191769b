"""Doers: whether those whom an event names as having done or suffered it can be told so."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.extract.attribution.lexicon import persons
from briefing.extract.entities.lexicons import kinds_of, lexicons, lines
from briefing.extract.events.grammar import words_of
from briefing.model import Analysis, EntityType, Event, EventType, Source

LOOK: Final = 60
POSSESSED: Final = re.compile(r"['’]s? ([a-z]+?)s?$")
NOBODY: Final = frozenset(("responsible", "guilty", "innocent", "liable", "accountable", "available"))
HIS: Final = re.compile(
    r"['’]s\s(?:\w+day|\w+ly)?\s?(?:night|game|season|career|record|start|win|loss|claim|plan|call|view|role)s?$"
)
LONGEST_ACRONYM: Final = 4
DATELINE: Final = re.compile(r"[^\n]{0,50}?(?:\(\w+\)|--|[—–_]|\s-\s)")
HEAD: Final = re.compile(r"\s(?:of|in|on|at|for|to|with|from|by|that|who|which|among|against)\s|,")
IDLE: Final = words_of(
    "success successes cost costs test tests trial trials result results failure failures effort efforts victory win defeat"
    " performance remark remarks comment comments speech statement statements words tweet tweets campaign-trail popularity"
    " experience career past record position view views stance behavior behaviour opportunities opportunity signs sign"
)
"""What somebody has and is not: "his success", "the costs"."""
WRITTEN: Final = re.compile(
    r"^\d[\d,]*-|(?:\b(?:report|reports|e-?mails?|documents?|memos?|letters?|statements?|videos?|footage|ads?|items?|articles?|editorials?)|^(?:Cie|Inc|Corp|Co)\.?)$",
    re.IGNORECASE,
)
"""What is written or shown acts as little as a number does, and "Cie." is half a name."""
OWN: Final = re.compile(r"\b(?:your|my|our)\b")
ADJECTIVE: Final = re.compile(r"(?:ent|ant|ful|ous|ive|able|ible|less|al|ic|ish|ed|ing)$")
"""How adjectives end."""
BY: Final = re.compile(r"\bby\s(?:(?:an?|the|two|three|some|several)\s)?$")
AT_PLAY: Final = frozenset({EventType.SPORT, EventType.BUSINESS, EventType.ECONOMY})
"""Types of events in which a town's name is a team's or a market's."""


def is_doer(found: Analysis, event: Event, source: Source) -> bool:
    """Return whether one can be told to have done it: no thing that someone has, no town of a dateline, no city."""
    text = found.article.text
    if is_owned_thing(text, source) or _in_dateline(found, source) or _is_adjective(found, source):
        return False
    return event.type in AT_PLAY or not is_city(found, source)


def is_sufferer(found: Analysis, event: Event, source: Source, label: str, told: str) -> bool:
    """Return whether one can be told to have suffered it: not the doer, nor a nobody whom the event's label has."""
    text = found.article.text
    if is_owned_thing(text, source) or _in_dateline(found, source):
        return False
    if HIS.search(text, source.span.start, source.span.end):
        # What is Lund's is not Lund.
        return False
    if any(
        source.span.overlaps(one.span) or (one.entity is not None and one.entity == source.entity)
        for one in event.agent
    ):
        return False
    if source.span.start > event.trigger.end and BY.search(
        text, max(event.trigger.end, source.span.start - 24), source.span.start
    ):
        return False
    is_person = any(one.id == source.entity and one.type is EntityType.PERSON for one in found.entities)
    return is_person or label.lower() not in told.lower()


def is_owned_thing(text: str, source: Source) -> bool:
    """Return whether words name what somebody has, not somebody: "Lund's success", "the costs of the war"."""
    words = " ".join(source.span.of(text).split())
    if WRITTEN.search(words) or OWN.search(words):
        return True
    if words.lower() in NOBODY:
        return True
    if source.entity is None and (thing := POSSESSED.search(words)) is not None and thing[1] not in persons():
        return True
    head = HEAD.split(words)[0].rsplit(" ", 1)[-1].lower()
    return head in IDLE


def _is_adjective(found: Analysis, source: Source) -> bool:
    """Return whether one is a lone word of the headline that names nobody: "Violent protests"."""
    words = source.span.of(found.article.text)
    if source.entity is not None or " " in words or source.span.end > (found.article.headline_end or 0):
        return False
    return ADJECTIVE.search(words) is not None and words.lower() not in persons()


def _in_dateline(found: Analysis, source: Source) -> bool:
    """Return whether one is the town that opens the body: "ORLBY, March 3 -- Police"."""
    text = found.article.text
    begin = text.rfind("\n", 0, source.span.start) + 1
    words = source.span.of(text)
    match = DATELINE.match(text, begin, begin + LOOK)
    return words.isupper() and len(words) > LONGEST_ACRONYM and match is not None and source.span.end <= match.end()


def is_city(found: Analysis, source: Source) -> bool:
    """Return whether one is a town: no country, and no seat of a government that stands for it."""
    entity = next((one for one in found.entities if one.id == source.entity), None)
    words = source.span.of(found.article.text).strip()
    if entity is None or entity.type is not EntityType.GPE or words.islower():
        return False
    known = kinds_of(entity.name) | lexicons().names.get(tuple(entity.name.split()), frozenset())
    return "country" not in known and entity.name not in _seats() and "." not in words and words == entity.name


@cache
def _seats() -> frozenset[str]:
    return frozenset(seat for line in lines("seats") for seat in line.split())

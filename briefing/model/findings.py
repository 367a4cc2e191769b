"""What is found in an article: each thing with the span that shows it.

The fields and their values are those of `briefing facts --json`; ids are a letter and a number,
unique within the article, and stable for the same text and the same version of the program.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from briefing.model.article import Article, Span
from briefing.values import dataclass


class EntityType(StrEnum):
    """What kind of thing a name names, by OntoNotes' names."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    PRODUCT = "PRODUCT"
    WORK = "WORK"
    LAW = "LAW"


class MentionForm(StrEnum):
    """How a mention names its entity: "CENTCOM", "the group", "they"."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One place where an entity is named; "the" before it and 's behind it stay outside."""

    span: Span
    form: MentionForm = MentionForm.NAME


@dataclass(frozen=True, slots=True)
class Entity:
    """The one thing that several mentions name."""

    id: str
    type: EntityType
    name: str
    """Its fullest form in the text."""
    mentions: tuple[EntityMention, ...]
    """At least one, in text order; those of form NAME never overlap, within or across entities."""
    related: tuple[str, ...] = ()
    """Ids of entities that it is named after or belongs to: Iranian and Iran."""


class TimexType(StrEnum):
    """The types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time with what it means."""

    id: str
    span: Span
    type: TimexType
    value: str
    """By TIMEX3: 2024-01-20, 2024-01-20T18:30, 2023-Q4, P3D, PAST_REF."""
    first: date | None = None
    """The first day that it covers; None where it has no calendar place."""
    last: date | None = None
    """The last day that it covers, inclusive."""
    modifier: str | None = None
    """TIMEX3's mod (APPROX, START, ...) or the preposition that bounds it: since, until, before, after."""


class Comparison(StrEnum):
    """How a figure stands to the true number: "more than 140" is MORE."""

    EQUAL = "="
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    ABOUT = "~"
    VAGUE = "vague"


class Role(StrEnum):
    """What a figure tells: dead, money, a plain count, ..."""

    COUNT = "count"
    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    DISPLACED = "displaced"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    AGE = "age"
    RANK = "rank"
    OTHER = "other"


Change = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts or measures."""

    id: str
    span: Span
    """The number with its qualifier, scale and unit: "more than 140", "$2.5 million"."""
    value: Decimal | None
    """Scaled; the low end of a range; None for a vague one."""
    high: Decimal | None = None
    """The high end of a range."""
    comparison: Comparison = Comparison.EQUAL
    unit: str | None = None
    """"percent", an ISO 4217 code, or the English name in the singular; None for a plain count."""
    counted: Span | None = None
    """The words for what is counted, earlier ones where the text leaves them out."""
    role: Role = Role.COUNT
    change: Change | None = None
    change_by: bool | None = None
    """With `change`: True for "rose by 5", False for "rose to 5"."""
    part_of: str | None = None
    """The id of the figure that this one is a part of, and is not to be added to."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who: the words that name them here, and the entity they are where that is known."""

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words between quotation marks, the marks left out, and who speaks them."""

    id: str
    span: Span
    speaker: Source | None = None


class ClaimStatus(StrEnum):
    """How a statement is held by its source."""

    STATED = "stated"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not-confirmed"
    DENIED = "denied"
    HEDGED = "hedged"
    CLAIMED_RESPONSIBILITY = "claimed-responsibility"
    CONDEMNED = "condemned"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said (`span`), the words that attribute it (`cue`), and who says it."""

    id: str
    span: Span
    cue: Span | None
    source: Source | None
    status: ClaimStatus = ClaimStatus.STATED


class EventType(StrEnum):
    """What kind of thing happened."""

    ATTACK = "attack"
    CONFLICT = "conflict"
    CRIME = "crime"
    LEGAL = "legal"
    ELECTION = "election"
    POLITICS = "politics"
    PROTEST = "protest"
    STRIKE = "strike"
    ACCIDENT = "accident"
    DISASTER = "disaster"
    WEATHER = "weather"
    RESCUE = "rescue"
    HEALTH = "health"
    AGREEMENT = "agreement"
    MEETING = "meeting"
    SANCTION = "sanction"
    STATEMENT = "statement"
    APPOINTMENT = "appointment"
    DEATH = "death"
    BUSINESS = "business"
    ECONOMY = "economy"
    SCIENCE = "science"
    CULTURE = "culture"
    SPORT = "sport"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where and when; an empty slot stays empty."""

    id: str
    type: EventType
    trigger: Span
    agent: tuple[Source, ...] = ()
    target: tuple[Source, ...] = ()
    place: tuple[Source, ...] = ()
    when: str | None = None
    """The id of a `Timex`."""
    figures: tuple[str, ...] = ()
    """Ids of its figures: killed, injured, ..."""
    status: str = "reported"
    means: tuple[Source, ...] = ()
    """Weapon, vehicle, instrument."""
    subject: Source | None = None
    """Whose the verb is that tells it, be it doer or sufferer; None where nobody knows."""
    verb: Span | None = None
    """That verb: the trigger with what belongs to it, "will have to buy", or for a noun the verb that it stands with."""


class FactKind(StrEnum):
    """What a line of the side panel tells."""

    EVENT = "event"
    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    FIGURE = "figure"
    QUOTE = "quote"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement worth telling, with the phrase or clause that shows it."""

    kind: FactKind
    label: str
    """A few words: ">140 attacks", "Sat 20 Jan 2024"."""
    span: Span
    """The evidence, at most about 120 characters: where Enter takes the reader."""
    refs: tuple[str, ...] = ()
    """Ids of the findings that it rests on."""
    also: tuple[Span, ...] = ()
    """Other places that say the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the panel: a fact, who says it, and a word for how sure that is."""

    label: str
    fact: Fact
    said_by: str = ""
    """The words for the source; empty where the article itself tells it, or the label names the source."""
    status: str = ""
    """One word: denied, unconfirmed, claims, confirmed, unclear, condemned, announced; empty for plain statements."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the panel with its lines."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article and all that was found in it, each kind in text order."""

    article: Article
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[Timex, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    """The main event first."""
    key_facts: tuple[Fact, ...] = ()
    """The most important first."""
    panel: tuple[Section, ...] = ()
    """The same under their headings, as the panel shows them."""
    remarks: tuple[str, ...] = ()
    """What could not be looked at, and why: "only the first 200,000 characters were analysed"."""

"""A story: articles on the same event, and what came out when they were laid beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model import Analysis, EntityType, Span
from briefing.stories.group import Group


class Relation(StrEnum):
    """How the statements of several articles on one thing stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """Different words or numbers that can both be true."""
    ADDS = "adds"
    """One takes the other further: a toll that has risen since, a second party, a closer place."""
    CONFLICT = "conflict"
    """They cannot both be true."""
    ONLY = "only"
    """One article alone tells it."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One real thing under all its names across the articles of a story."""

    name: str
    """The fullest of the names."""
    type: EntityType
    names: tuple[str, ...]
    articles: tuple[str, ...]
    """Ids of the articles that name it."""
    why: tuple[str, ...] = ()
    """What joined its names: '"CENTCOM" and "US Central Command": its initials'."""


@dataclass(frozen=True, slots=True)
class Value:
    """What one article says, with the words that say it."""

    article: str
    """Its id."""
    span: Span
    text: str
    said_by: Span | None = None
    """The words that name the source, in the same article."""
    ref: str | None = None
    """The id of the finding that it is."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact across the articles."""

    slot: str
    """"where", "when", "killed", "count: attacks", ..."""
    relation: Relation
    values: tuple[Value, ...]
    """At least one, in the order of the articles."""
    why: str
    """A reason that a reader can check: "58 + 83 = 141, which is more than 140"."""
    origins: int
    """How many independent origins stand behind the values: two reports of one statement are one."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the timeline."""

    first: date | None
    """The first day; None for what has no place in the calendar, which is listed last."""
    last: date | None
    text: str
    articles: tuple[str, ...]
    values: tuple[Value, ...] = ()
    """The words of each article that tell it, those of `text` first; each rests on a date or an event."""


@dataclass(frozen=True, slots=True)
class Story:
    """A group with its names, its facts side by side, and its timeline."""

    group: Group
    analyses: tuple[Analysis, ...]
    """Those of the group's articles, in their order."""
    aliases: tuple[Alias, ...] = ()
    compare: tuple[Comparison, ...] = ()
    timeline: tuple[Moment, ...] = ()

"""Corrections: what the user knows better about names and stories, in all articles; and searches that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from briefing.model.findings import EntityType
from briefing.values import dataclass


class CorrectionKind(StrEnum):
    """What is said of a name, of two names, of two articles, or of a search."""

    NO_NAME = "no-name"
    """The words name nothing; with a type, nothing of that type."""
    TYPE = "type"
    """The words are a name of that type."""
    ONE_NAME = "one-name"
    """Two names name one thing, within an article and across sources."""
    NOT_ONE_NAME = "not-one-name"
    STORY_JOINED = "story-joined"
    """Two articles, by their ids, tell of one event."""
    STORY_SPLIT = "story-split"
    SEARCH = "search"
    """A search by its title, kept to be asked again."""


_GROUPS: Final = {
    CorrectionKind.NO_NAME: "name",
    CorrectionKind.TYPE: "name",
    CorrectionKind.ONE_NAME: "names",
    CorrectionKind.NOT_ONE_NAME: "names",
    CorrectionKind.STORY_JOINED: "stories",
    CorrectionKind.STORY_SPLIT: "stories",
    CorrectionKind.SEARCH: "search",
}
"""What kinds contradict each other: of one group and about the same, one correction stands, the latest."""
_PAIRED: Final = frozenset(("names", "stories"))

Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the user has said; `new_correction` makes it."""

    kind: CorrectionKind
    about: tuple[str, ...]
    """The name; the two names or the ids of the two articles, sorted; the title of the search."""
    created: str = ""
    """By ISO 8601, and never compared: clocks differ, revisions order."""
    changed: str = ""
    revision: int = 1
    type: EntityType | None = None
    words: str | None = None
    """What the search asks for."""
    deleted: bool = False
    """Kept when taken back, so that an older copy does not bring it back."""
    history: tuple[str, ...] = ()
    """Earlier versions, oldest first, each the JSON text of what it was."""
    more: tuple[tuple[str, str], ...] = ()
    """What a newer program has added: names and JSON texts, kept as they are."""

    def __post_init__(self) -> None:
        wanted = 2 if self.is_pair else 1
        if len(set(self.about)) != wanted or len(self.about) != wanted or not all(self.about):
            raise ValueError(f"{self.kind} is about {'two different things' if wanted == 2 else 'one thing'}")
        if self.kind is CorrectionKind.TYPE and self.type is None:
            raise ValueError("which type is not said")
        if self.kind is CorrectionKind.SEARCH and not self.words:
            raise ValueError("what to search for is not said")

    @property
    def is_pair(self) -> bool:
        """Whether it is about two things."""
        return _GROUPS[self.kind] in _PAIRED

    @property
    def subject(self) -> Subject:
        """What it is about: of all that was said about one subject, the latest stands."""
        return (_GROUPS[self.kind], *self.about)


def new_correction(
    kind: CorrectionKind,
    *about: str,
    now: datetime,
    type: EntityType | None = None,  # noqa: A002 -- the word of the field
    words: str | None = None,
) -> Correction:
    """Return what the user says `now` about a name, two names, two articles or a search.

    White space in it is as one space, and two things are sorted. It need not be known whether something was said about
    the same before: the store makes it the next revision. Raises ValueError where something is missing.
    """
    moment = now.isoformat()
    return Correction(kind, subjects(kind, about), moment, moment, type=type, words=words)


def taken_back(correction: Correction, *, now: datetime) -> Correction:
    """Return the correction as taken back `now`: nothing is said about its subject any more."""
    if correction.deleted:
        return correction
    return replace(correction, deleted=True, changed=now.isoformat(), revision=correction.revision + 1)


def pairs(corrections: Iterable[Correction], kind: CorrectionKind) -> tuple[tuple[str, str], ...]:
    """Return what the standing corrections of a kind join or part, two names or two articles each, in their order."""
    return tuple(
        (one.about[0], one.about[1])
        for one in corrections
        if one.kind is kind and not one.deleted and len(one.about) == 2
    )


def subjects(kind: CorrectionKind, about: Iterable[str]) -> tuple[str, ...]:
    """Return what a correction is about in the one form in which it is compared."""
    plain = (" ".join(part.split()) for part in about)
    return tuple(sorted(plain)) if _GROUPS[kind] in _PAIRED else tuple(plain)

"""The names of many articles: in how many each stands, how often, and from which day to which."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import accumulate
from typing import Final

from briefing.model import NO_NAMES, Analysis, EntityType, MentionForm, Names
from briefing.model.names import joined
from briefing.reading.decoration import TYPE_WORDS, entity_style

_CHUNK: Final = 4_000
"""Things that are sorted at once: sorting lets no other thread run, and no key may wait for it."""


@dataclass(frozen=True, slots=True)
class ArticleNames:
    """What one article names."""

    day: date | None
    names: tuple[tuple[str, EntityType, int], ...]
    """Each with its type and how often it stands there."""

    def as_bytes(self) -> bytes:
        """Return the names in the form in which a cache keeps them."""
        return json.dumps(self.names, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, kept: bytes, day: date | None) -> ArticleNames:
        """Return what was kept of an article of that day."""
        told = json.loads(kept.decode("utf-8", "surrogatepass"))
        return cls(day, tuple((str(name), EntityType(kind), int(count)) for name, kind, count in told))


@dataclass(frozen=True, slots=True)
class NamedThing:
    """One thing that articles name."""

    name: str
    type: EntityType
    articles: int
    mentions: int
    first: date | None = None
    """The days of the first and the last article; None where none has a date."""
    last: date | None = None


@dataclass(frozen=True)
class NameIndex:
    """All things that have been gathered, those of the most articles first."""

    things: tuple[NamedThing, ...] = ()
    articles: int = 0
    """How many articles they come from."""
    complete: bool = True
    """False while more are being looked at."""
    left_out: bool = False
    """Whether the names of the fewest articles are left out, for there are too many."""

    def found(self, words: str, *, most: int) -> Iterator[NamedThing]:
        """Yield the first things whose names and types hold all of `words`, upper and lower case alike."""
        parts = words.casefold().split()
        if not parts:
            yield from self.things[:most]
            return
        longest = max(parts, key=len)
        at = 0
        text, starts = self._searched
        while most and (at := text.find(longest, at)) >= 0:
            index = bisect_right(starts, at) - 1
            end = text.find("\n", at)
            line = text[starts[index] : end]
            if all(part in line for part in parts):
                yield self.things[index]
                most -= 1
            at = end

    def prepare(self) -> None:
        """Make what is searched, which takes some tenths of a second for a hundred thousand names."""
        _ = self._searched

    @cached_property
    def _searched(self) -> tuple[str, array[int]]:
        """What is searched, one line for each thing, so that a hundred thousand take a millisecond; where each begins."""
        lines = [f"{thing.name} {TYPE_WORDS[thing.type]}\n".casefold() for thing in self.things]
        return "".join(lines), array("L", accumulate(map(len, lines[:-1]), initial=0))


@dataclass(slots=True)
class _Sum:
    name: str
    type: EntityType
    """What most of its mentions are, while they are all of one type."""
    types: dict[EntityType, int] | None = None
    """How many mentions are of each type, where they are of several."""
    articles: int = 0
    mentions: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, kind: EntityType, mentions: int) -> None:
        """Count mentions of one type."""
        if kind is not self.type and self.types is None:
            self.types = {self.type: self.mentions}
        if self.types is not None:
            self.types[kind] = self.types.get(kind, 0) + mentions
        self.mentions += mentions

    @property
    def usual(self) -> EntityType:
        """The type of the most mentions."""
        counts = self.types
        return max(counts, key=lambda kind: (counts[kind], kind)) if counts else self.type


class Tally:
    """The names of articles while they are gathered, one article after the other."""

    def __init__(self, own: Names = NO_NAMES, *, most: int = 0) -> None:
        """Count as one what the user says is one; where there are more than `most` names, forget the rarest, 0: none."""
        self._same = _representatives(own)
        self._most = most
        self._sums: dict[tuple[str, str], _Sum] = {}
        self._left_out = False
        self.articles = 0

    def add(self, found: ArticleNames) -> None:
        """Take in what one article names; a name that stands there for two things counts it once."""
        self.articles += 1
        seen: set[tuple[str, str]] = set()
        for name, kind, mentions in found.names:
            shown = self._same.get(name, name)
            key = (_folded(shown), entity_style(kind))
            there = self._sums.get(key)
            if there is None:
                there = self._sums[key] = _Sum(shown, kind)
            elif there.name.isupper() and not shown.isupper():
                there.name = shown
            there.add(kind, mentions)
            if key not in seen:
                there.articles += 1
                seen.add(key)
            if found.day:
                there.first = min(there.first or found.day, found.day)
                there.last = max(there.last or found.day, found.day)
        if self._most and len(self._sums) > self._most:
            self._forget()

    def _forget(self) -> None:
        """Forget the names of the fewest articles, and of these the first counted, until a fifth is free."""
        free = len(self._sums) - self._most + self._most // 5
        counts = Counter(one.articles for one in self._sums.values())
        for articles in sorted(counts):
            gone = [key for key, one in self._sums.items() if one.articles == articles][:free]
            for key in gone:
                del self._sums[key]
            free -= len(gone)
            if free <= 0:
                break
        self._left_out = True

    def index(self, *, complete: bool) -> NameIndex:
        """Return what has been gathered so far: by number of articles, of mentions, then by name."""
        things = [
            NamedThing(
                one.name,
                one.usual,
                one.articles,
                one.mentions,
                one.first,
                one.last,
            )
            for one in self._sums.values()
        ]
        chunks = [sorted(things[at : at + _CHUNK], key=_order) for at in range(0, len(things), _CHUNK)]
        index = NameIndex(tuple(merge(*chunks, key=_order)), self.articles, complete, self._left_out)
        # Made here, beside the screen, and not with the first letter that is typed.
        index.prepare()
        return index


def names_of(analysis: Analysis) -> ArticleNames:
    """Return what an article names; what it only calls "the group" or "US military" is left out."""
    counted = (
        (entity.name, entity.type, sum(mention.form is MentionForm.NAME for mention in entity.mentions))
        for entity in analysis.entities
    )
    return ArticleNames(analysis.article.day, tuple(one for one in counted if one[2]))


def _order(thing: NamedThing) -> tuple[int, int, str, str]:
    return -thing.articles, -thing.mentions, thing.name.casefold(), thing.name


def _representatives(own: Names) -> Mapping[str, str]:
    """Return by name the one that stands for all that the user says are the same: one with a type, the longest."""
    typed = {name for name, _ in own.typed}
    groups = joined(own.one)
    chosen = {id(group): max(group, key=lambda name: (name in typed, len(name), name)) for group in groups.values()}
    return {name: chosen[id(group)] for name, group in groups.items()}


def _folded(name: str) -> str:
    return name.replace(".", "").replace("’", "'").casefold().removeprefix("the ")

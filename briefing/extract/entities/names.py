"""One entity for the names of one thing within an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, lexicons
from briefing.model import EntityType, Span

_CORPORATE: Final = frozenset(
    [
        "inc",
        "inc.",
        "corp",
        "corp.",
        "corporation",
        "co",
        "co.",
        "company",
        "ltd",
        "ltd.",
        "plc",
        "llc",
        "ag",
        "sa",
        "group",
        "holdings",
    ]
)
_FACILITY: Final = re.compile(r"\b(?:air\s?base|airfield|base|airport|port|prison|camp|crossing)\b", re.IGNORECASE)


@dataclass(slots=True)
class Naming:
    """A name where it stands: its span, its words and its type."""

    span: Span
    words: tuple[str, ...]
    type: EntityType


@dataclass(slots=True)
class Thing:
    """One thing and the places that name it, while they are gathered."""

    type: EntityType
    namings: list[Naming] = field(default_factory=list)
    keys: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def fullest(self) -> Naming:
        """The longest of its names, the first of several."""
        return max(self.namings, key=lambda naming: (len(naming.words), len(naming.span), -naming.span.start))


def folded(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name in the form by which names are compared: "U.S." is "us"."""
    found = tuple(word.replace(".", "").replace("’", "'").replace("‑", "-").casefold() for word in words)
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def initials(words: Sequence[str]) -> set[str]:
    """Return the acronyms that a long name can have."""
    parts = [part for word in words for part in word.split("-")]
    capital = [word for word in parts if word[:1].isupper()]
    big = "".join(word if word.isupper() and len(word) < 4 else word[0] for word in capital)
    every = "".join(word[0] for word in parts if word[:1].isalpha()).upper()
    plain = "".join(word[0] for word in capital)
    return {form for form in (big.replace(".", ""), every, plain) if len(form) > 1}


def syllabic(short: str, words: Sequence[str]) -> bool:
    """Return whether `short` is made of beginnings of `words`, in order: CENTral COMmand."""
    rest, used = short.casefold(), 0
    for word in words:
        low = word.casefold()
        size = next((n for n in range(min(len(low), len(rest)), 1, -1) if rest.startswith(low[:n])), 0)
        if size:
            rest, used = rest[size:], used + 1
    return not rest and used >= 2


def things(namings: Sequence[Naming], text: str) -> list[Thing]:
    """Return the things that `namings` name, in order of their first mention."""
    found: list[Thing] = []
    by_key: dict[tuple[str, tuple[str, ...]], Thing] = {}
    ordered = sorted(namings, key=lambda naming: (-len(naming.words), naming.span.start))
    for naming in ordered:
        key = _key(naming)
        thing = by_key.get((naming.type, key)) or _same(naming, found, text)
        if thing is None:
            thing = Thing(naming.type)
            found.append(thing)
        by_key.setdefault((naming.type, key), thing)
        thing.namings.append(naming)
        thing.keys.add(folded(naming.words))
    for thing in found:
        thing.namings.sort(key=lambda naming: naming.span.start)
    return sorted(found, key=lambda thing: thing.namings[0].span.start)


def _key(naming: Naming) -> tuple[str, ...]:
    if naming.type in {EntityType.GPE, EntityType.NORP}:
        country = lexicons().country_of.get(" ".join(naming.words))
        if country:
            return ("=", country)
    return folded(naming.words)


def _same(naming: Naming, known: Sequence[Thing], text: str) -> Thing | None:
    """Return the one known thing of this type that the shorter name means, None where there is none or a doubt."""
    key = folded(naming.words)
    fits = [
        thing
        for thing in known
        if thing.type is naming.type and any(_fits(key, naming, other, text) for other in thing.namings)
    ]
    if not fits:
        return None
    if len(fits) == 1:
        return fits[0]
    if naming.type is EntityType.PERSON:
        before = [
            (other.span.start, index)
            for index, thing in enumerate(fits)
            for other in thing.namings
            if other.span.start < naming.span.start
        ]
        return fits[max(before)[1]] if before else None
    counts = Counter({index: len(thing.namings) for index, thing in enumerate(fits)})
    (first, most), (_, next_most) = counts.most_common(2)
    return fits[first] if most >= 3 * next_most else None


def _fits(key: tuple[str, ...], naming: Naming, other: Naming, text: str) -> bool:
    long = folded(other.words)
    if key == long:
        return True
    if len(key) == 1 and _is_acronym(naming.words[0]) and len(long) > 1:
        short = naming.words[0].replace(".", "")
        between = text[other.span.end : naming.span.start]
        in_brackets = 0 <= naming.span.start - other.span.end <= 4 and between.strip() == "("
        return (
            short in initials(other.words)
            or syllabic(short, other.words)
            or (in_brackets and short[0].casefold() == long[0][0])
        )
    if len(key) >= len(long):
        return False
    match naming.type:
        case EntityType.PERSON:
            return _is_part_of_person(key, long)
        case EntityType.ORG:
            rest = long[len(key) :] if long[: len(key)] == key else None
            return rest is not None and (all(word in _CORPORATE for word in rest))
        case EntityType.FAC:
            return long[: len(key)] == key and bool(_FACILITY.search(" ".join(long[len(key) :])))
        case _:
            return False


def _is_acronym(word: str) -> bool:
    plain = word.replace(".", "")
    return 2 <= len(plain) <= 10 and sum(sign.isupper() for sign in plain) >= 2


def _is_part_of_person(key: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(key) == 1:
        kinds = lexicons().words.get(key[0].capitalize(), NO_KINDS)
        return key[0] == long[-1] or key[0] in long[1:] or (key[0] == long[0] and "first" in kinds)
    return key == long[-len(key) :] or key == long[: len(key)] or (key[0] == long[0] and key[-1] == long[-1])

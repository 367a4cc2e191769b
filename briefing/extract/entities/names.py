"""One entity for the names of one thing within an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import Final

from briefing.extract.entities.acronyms import initials, is_acronym, syllabic
from briefing.extract.entities.lexicons import NO_KINDS, lexicons
from briefing.model import EntityType, MentionForm, Span

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
_LINKS: Final = frozenset(("in", "of", "for"))
_FACILITY: Final = re.compile(r"\b(?:air\s?base|airfield|base|airport|port|prison|camp|crossing)\b", re.IGNORECASE)


_START: Final = attrgetter("span.start")
_PLACES: Final = frozenset((EntityType.GPE, EntityType.LOC, EntityType.FAC))
_PLURALS: Final = frozenset((EntityType.ORG, EntityType.NORP))
_FIRST_LETTER: Final = "^"
_CANDIDATES: Final = 50
"""How many things, and how many of their names, a shorter name is compared with: enough for any real article."""


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
    form: MentionForm = MentionForm.NAME
    """How its namings name it."""

    @property
    def fullest(self) -> Naming:
        """The longest of its names, the first of several."""
        if len(self.namings) == 1:
            return self.namings[0]
        return max(self.namings, key=lambda naming: (len(naming.words), len(naming.span), -naming.span.start))


@lru_cache(maxsize=4_000)
def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name in the form by which names are compared: "U.S." is "us"."""
    found = tuple(word.replace(".", "").replace("’", "'").replace("‑", "-").casefold() for word in words)
    return found[1:] if len(found) > 1 and found[0] == "the" else found


def things(namings: Sequence[Naming], text: str) -> list[Thing]:
    """Return the things that `namings` name, in order of their first mention."""
    found: list[Thing] = []
    by_key: dict[tuple[str, tuple[str, ...]], Thing] = {}
    by_word: dict[tuple[str, str], list[Thing]] = {}
    for naming in sorted(_agreed(namings), key=lambda naming: (-len(naming.words), naming.span.start)):
        key = _key(naming)
        thing = by_key.get((naming.type, key)) or _same(naming, by_word, text)
        if thing is None:
            thing = Thing(naming.type)
            found.append(thing)
        if (naming.type, key) not in by_key:
            by_key[naming.type, key] = thing
            for word in _handles(naming):
                by_word.setdefault((naming.type, word), []).append(thing)
        thing.namings.append(naming)
    for thing in found:
        thing.namings.sort(key=_START)
    return sorted(found, key=lambda thing: thing.namings[0].span.start)


def _agreed(namings: Sequence[Naming]) -> list[Naming]:
    """Return `namings` with one type for one name of several words, and one kind of place for one place: the usual one."""
    votes: dict[tuple[str, ...], dict[EntityType, int]] = {}
    for naming in namings:
        ballot = votes.setdefault(folded(naming.words), {})
        ballot[naming.type] = ballot.get(naming.type, 0) + 1
    if all(len(ballot) == 1 for ballot in votes.values()):
        return list(namings)
    agreed: list[Naming] = []
    for naming in namings:
        ballot = votes[folded(naming.words)]
        usual = max(ballot, key=ballot.__getitem__)
        is_one = {usual, naming.type} <= _PLACES or (
            len(naming.words) > 1 and EntityType.PERSON not in {usual, naming.type}
        )
        agreed.append(replace(naming, type=usual) if usual is not naming.type and is_one else naming)
    return agreed


def _handles(naming: Naming) -> set[str]:
    """Return the words by which a shorter name of the same thing may be found: its own and its acronyms."""
    handles = set(folded(naming.words))
    if len(naming.words) > 1:
        handles.update(initial.casefold() for initial in initials(naming.words))
        handles.update(_FIRST_LETTER + word[0].casefold() for word in naming.words[:3])
    return handles


def _key(naming: Naming) -> tuple[str, ...]:
    if naming.type in {EntityType.GPE, EntityType.NORP}:
        country = lexicons().country_of.get(" ".join(naming.words))
        if country:
            return ("=", country)
    key = folded(naming.words)
    # "Houthi rebels" and "the Houthis" are one.
    return (key[0].removesuffix("s"),) if len(key) == 1 and naming.type in _PLURALS else key


def _same(naming: Naming, by_word: dict[tuple[str, str], list[Thing]], text: str) -> Thing | None:
    """Return the one known thing of this type that the shorter name means, None where there is none or a doubt."""
    key = folded(naming.words)
    handles = [key[0].replace(".", "")]
    if is_acronym(naming.words[0]) and len(key) == 1:
        handles.append(_FIRST_LETTER + key[0][0])
    known: list[Thing] = []
    for handle in handles:
        for thing in by_word.get((naming.type, handle), ())[:_CANDIDATES]:
            if not any(thing is other for other in known):
                known.append(thing)
    fits = [thing for thing in known if any(_fits(key, naming, other, text) for other in thing.namings[:_CANDIDATES])]
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
    if len(key) == 1 and is_acronym(naming.words[0]) and len(long) > 1:
        short = naming.words[0].replace(".", "")
        between = text[other.span.end : naming.span.start]
        in_brackets = 0 <= naming.span.start - other.span.end <= 4 and between.strip() == "("
        return (
            short.casefold() in {form.casefold() for form in initials(other.words)}
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
            return rest is not None and (rest[0] in _LINKS or all(word in _CORPORATE for word in rest))
        case EntityType.FAC:
            return long[: len(key)] == key and bool(_FACILITY.search(" ".join(long[len(key) :])))
        case _:
            return False


def _is_part_of_person(key: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(key) == 1:
        kinds = lexicons().words.get(key[0].capitalize(), NO_KINDS)
        return key[0] == long[-1] or key[0] in long[1:] or (key[0] == long[0] and "first" in kinds)
    return key == long[-len(key) :] or key == long[: len(key)] or (key[0] == long[0] and key[-1] == long[-1])

"""The user's own names in the recogniser: laid over what the tagger found, joined and parted as they were said to be.

A name stands for itself word for word: upper and lower case are told apart, but a name in capitals throughout is the same
name, unless it is a single short word: "Who" is not WHO. Dots, and the kinds of apostrophe and hyphen, do not matter. Of
names that begin at one place the longest counts. A longer name that the tagger found around one of the user's own stays
whole: "Bank of Iran" is not Iran. One ordinary word, as "Price", has its capital at the beginning of a sentence and in a
headline anyway: there it counts only where the tagger sees a name too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.headings import is_ordinary
from briefing.extract.entities.kinds import kind
from briefing.extract.entities.lexicons import lexicons
from briefing.extract.entities.names import Naming, Thing
from briefing.extract.entities.stretches import is_heading
from briefing.extract.entities.tagger import Found
from briefing.extract.entities.tokens import Sentence, tokenised
from briefing.model import EntityType, Names, Span
from briefing.values import dataclass

Key = tuple[str, ...]

_ARTICLE: Final = ("the", "The")
_SAME: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_SURE: Final = 1.0
_NOTHING: Final[frozenset[Key]] = frozenset()
_SHOUTED: Final = 5
"""Letters of a single word from which it is the same word in capitals; a shorter one may be an acronym then."""


@dataclass(frozen=True, slots=True)
class OwnNames:
    """The user's names by their words."""

    types: Mapping[Key, EntityType]
    sizes: Mapping[str, tuple[int, ...]]
    """By first word, of how many words the names are that begin so, the longest first."""
    none: Mapping[Key, EntityType | None]
    groups: Mapping[Key, int]
    """A number by name: the same for names of one thing."""
    parted: Mapping[Key, set[Key]]
    """By name those that name another thing."""


@lru_cache(maxsize=4)
def own_names(names: Names) -> OwnNames:
    """Return `names` as they are looked up in a text."""
    groups = _groups(names)
    types: dict[Key, EntityType] = {}
    shared: dict[int, EntityType] = {}
    for name, kind_told in names.typed:
        for key in _keys(name):
            types[key] = kind_told
        group = groups.get(meant(words_of(name)))
        if group is not None:
            shared.setdefault(group, kind_told)
    none = {key: told for name, told in names.none for key in _keys(name)}
    for name in sorted({name for pair in names.one for name in pair}):
        inherited = shared.get(groups.get(meant(words_of(name)), -1))
        for key in _keys(name) if inherited else ():
            if key not in none and inherited:
                types.setdefault(key, inherited)
    sizes: dict[str, set[int]] = {}
    for key in types:
        sizes.setdefault(key[0], set()).add(len(key))
    return OwnNames(
        types,
        {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()},
        {meant(key): told for key, told in none.items()},
        groups,
        _apart(names),
    )


def laid_over(own: OwnNames, text: str, sentences: Sequence[Sentence], names: list[list[Found]]) -> list[list[Found]]:
    """Return the names of each sentence with the user's own among them, and without those that are none."""
    return [_laid_over(own, text, sentence, found) for sentence, found in zip(sentences, names, strict=True)]


def is_none(own: OwnNames, words: Sequence[str], told: EntityType) -> bool:
    """Return whether the user has said that these words are no name, or none of that type."""
    key = meant(tuple(map(_plain, words)))
    return key in own.none and own.none[key] in (None, told)


def is_typed(own: OwnNames, words: Sequence[str]) -> bool:
    """Return whether the user has said what these words name."""
    return tuple(map(_plain, words)) in own.types


def told(own: OwnNames, found: list[Thing], text: str) -> list[Thing]:
    """Return the things with those parted and joined that the user has said to be two, or one."""
    if not own.groups and not own.parted:
        return found
    parts = [part for thing in found for part in _parts(own, thing, text)]
    result: list[list[Thing]] = []
    home: dict[int, list[Thing]] = {}
    for thing in parts:
        groups = {group for naming in thing.namings if (group := own.groups.get(_key(naming, text))) is not None}
        alike = list({id(home[group]): home[group] for group in sorted(groups) if group in home}.values())
        if not alike:
            alike = [[]]
            result.append(alike[0])
        alike[0].append(thing)
        for other in alike[1:]:
            alike[0] += other
            home |= {group: alike[0] for group, there in home.items() if there is other}
            other.clear()
        home |= dict.fromkeys(groups, alike[0])
    joined = [_joined(own, together, text) for together in result if together]
    return sorted(joined, key=lambda thing: thing.namings[0].span.start)


@lru_cache(maxsize=50_000)
def words_of(name: str) -> Key:
    """Return the words of a name in the form in which they are compared."""
    return tuple(_plain(word) for sentence in tokenised(name) for word in sentence.words)


def meant(key: Key) -> Key:
    """Return the words without the article before them: a mention never holds it."""
    return key[1:] if len(key) > 1 and key[0] in _ARTICLE else key


def _laid_over(own: OwnNames, text: str, sentence: Sentence, found: list[Found]) -> list[Found]:
    words = [_plain(text[start:end]) for start, end in zip(sentence.starts, sentence.ends, strict=True)]
    if own.none:
        found = [name for name in found if not _is_unwanted(own, words, sentence, name)]
    mine = [name for name in _matches(own, words) if _counts(name, sentence, found)]
    if not mine:
        return found
    taken = {at for name in mine for at in range(name.start, name.end)}
    kept = [name for name in found if taken.isdisjoint(range(name.start, name.end))]
    return sorted([*kept, *mine], key=lambda name: name.start)


def _counts(name: Found, sentence: Sentence, found: Sequence[Found]) -> bool:
    """Return whether one of the user's names is one here: not within a longer name, and not by its capital alone."""
    around = [one for one in found if one.start < name.end and name.start < one.end]
    if any(one.start <= name.start and name.end <= one.end and _size(one) > _size(name) for one in around):
        return False
    word = sentence.words[name.start]
    if around or _size(name) > 1 or not word[:1].isupper() or not is_ordinary(word.lower(), lexicons()):
        return True
    begins = not any(before[0].isalnum() for before in sentence.words[: name.start])
    return not begins and not is_heading(sentence)


def _is_unwanted(own: OwnNames, words: Sequence[str], sentence: Sentence, name: Found) -> bool:
    key = meant(tuple(words[name.start : name.end]))
    if key not in own.none:
        return False
    told = own.none[key]
    return told is None or told is kind(sentence.words, name.start, name.end, name.label)


def _matches(own: OwnNames, words: Sequence[str]) -> list[Found]:
    """Return the user's names among `words`, from left to right, none within another."""
    found: list[Found] = []
    at = 0
    while at < len(words):
        for size in own.sizes.get(words[at], ()):
            if at + size > len(words):
                continue
            key = tuple(words[at : at + size])
            told = own.types.get(key)
            if told is not None:
                found.append(Found(at + (meant(key) != key), at + size, told.value, _SURE))
                at += size - 1
                break
        at += 1
    return found


def _joined(own: OwnNames, joined: Sequence[Thing], text: str) -> Thing:
    if len(joined) == 1:
        return joined[0]
    namings = sorted((naming for thing in joined for naming in thing.namings), key=lambda naming: naming.span.start)
    return Thing(_type(own, namings, text), namings, joined[0].form)


def _parts(own: OwnNames, thing: Thing, text: str) -> list[Thing]:
    """Return the thing as what the user has said to be two.

    A name that is neither goes with the one that alone shares a word with it, else with the one before it.
    """
    keys = [_key(naming, text) for naming in thing.namings] if own.parted else []
    known = set(keys)
    for one in sorted(known & own.parted.keys()):
        other = min(own.parted[one] & known, default=None)
        if other is None:
            continue
        sides: dict[Key, list[Naming]] = {one: [], other: []}
        side = next(key for key in keys if key in sides)
        for key, naming in zip(keys, thing.namings, strict=True):
            alike = [there for there in sides if not set(key).isdisjoint(there)]
            side = key if key in sides else alike[0] if len(alike) == 1 else side
            sides[side].append(naming)
        halves = [Thing(_type(own, namings, text), namings, thing.form) for namings in sides.values()]
        return [part for half in halves for part in _parts(own, half, text)]
    return [thing]


def _type(own: OwnNames, namings: Sequence[Naming], text: str) -> EntityType:
    """Return the type of a thing: the one that the user has given to one of its names, else the usual one."""
    told = [own.types[key] for naming in namings if (key := _key(naming, text)) in own.types]
    return told[0] if told else Counter(naming.type for naming in namings).most_common(1)[0][0]


def _apart(names: Names) -> dict[Key, set[Key]]:
    found: dict[Key, set[Key]] = {}
    for one, other in ((meant(words_of(one)), meant(words_of(other))) for one, other in names.parted):
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


def _groups(names: Names) -> dict[Key, int]:
    """Return a number by name for names of one thing; no chain of pairs joins two that are parted."""
    members: dict[Key, set[Key]] = {}
    apart = _apart(names)
    for names_of_one in names.one:
        one, other = (members.setdefault(meant(words_of(name)), {meant(words_of(name))}) for name in names_of_one)
        smaller, larger = (one, other) if len(one) < len(other) else (other, one)
        if one is other or any(not apart.get(key, _NOTHING).isdisjoint(larger) for key in smaller):
            continue
        larger |= smaller
        members |= dict.fromkeys(smaller, larger)
    numbers: dict[int, int] = {}
    return {form: numbers.setdefault(id(group), len(numbers)) for key, group in members.items() for form in _forms(key)}


def _keys(name: str) -> Iterable[Key]:
    """Return the words of a name in each form in which a text may have it."""
    key = words_of(name)
    first = key[:1]
    fronts = _ARTICLE if len(key) > 1 and first[0] in _ARTICLE else first
    return {form for front in fronts for form in _forms((front, *key[1:]))} if key else ()


def _forms(key: Key) -> tuple[Key, ...]:
    return (key, tuple(word.upper() for word in key)) if len(key) > 1 or len(key[0]) >= _SHOUTED else (key,)


def _key(naming: Naming, text: str) -> Key:
    span: Span = naming.span
    return meant(words_of(span.of(text)))


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return word.translate(_SAME).replace(".", "") or word


def _size(name: Found) -> int:
    return name.end - name.start

"""Places that mean a thing without its name: "the group", "the minister", he, she, it and they where it is safe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, lexicons, lines
from briefing.extract.entities.tokens import Sentence
from briefing.extract.given_names import gender
from briefing.model import EntityType, MentionForm, Span
from briefing.values import dataclass

_BACK: Final = 3
"""Sentences to look back for what "the group" means; more makes more wrong than right."""
_FAR: Final = 20
"""How many things with a fitting word are looked at from anywhere in the article."""
_OPEN: Final = frozenset(
    ("group", "organisation", "organization", "company", "firm", "agency", "party", "base", "airport")
)
"""Nouns that may mean the only thing of their type near by, although its name does not tell what it is."""
_SAYING: Final = frozenset(
    ("said", "says", "announced", "confirmed", "claimed", "added", "denied", "insisted", "warned", "believes", "hopes")
)
_CALLING: Final = frozenset(("said", "says", "called", "calls", "described", "referred", "claimed", "considers"))
_HE: Final = frozenset(("he", "him", "his", "himself"))
_SHE: Final = frozenset(("she", "her", "hers", "herself"))
_POINTING: Final = frozenset(("the", "this", "that"))
_LOOKED_AT: Final = {
    form: word for word in _HE | _SHE | _POINTING | {"it", "they"} for form in (word, word.capitalize(), word.upper())
}
"""What may mean a thing, as it is written and in small letters."""
_OPENING: Final = 2
"""How many words may stand before the name that a sentence speaks of."""
_OFFICES: Final = frozenset(
    ("president", "minister", "premier", "chancellor", "governor", "mayor", "senator", "general", "spokesman",
     "spokeswoman", "spokesperson", "ambassador", "secretary", "chairman", "chairwoman", "director", "judge", "commander",
     "envoy", "king", "queen", "prince", "pope", "bishop", "archbishop", "professor", "coach", "leader", "chief")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: its words and the number of the thing that it names."""

    start: int
    end: int
    thing: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that means a thing."""

    thing: int
    span: Span
    form: MentionForm


@lru_cache(maxsize=1)
def _nominals() -> dict[str, tuple[EntityType, frozenset[str]]]:
    found: dict[str, tuple[EntityType, frozenset[str]]] = {}
    kind = EntityType.ORG
    for line in lines("nominals"):
        if line.startswith("["):
            kind = EntityType(line.strip("[]"))
        else:
            noun, _, words = line.partition(":")
            found[noun] = kind, frozenset((noun, *words.split()))
    return found


@lru_cache(maxsize=1)
def _meaning() -> frozenset[str]:
    """Return the nouns behind "the" that may mean a thing."""
    return _OFFICES | _nominals().keys()


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the references of an article are looked up in."""

    sentences: Sequence[Sentence]
    names: Sequence[Sequence[Named]]
    types: Sequence[EntityType]
    told: dict[int, set[str]]
    """By thing the words of its names and of what stands beside them."""
    by_word: dict[str, list[int]]
    """By such a word the things, in order of their first names."""
    first_at: dict[int, int]
    """By thing the sentence that first names it."""
    genders: dict[int, str]
    """By person he or she, where that is known."""


def references(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Named]], types: Sequence[EntityType]
) -> list[Reference]:
    """Return what means one of the things whose names are given by sentence; `types` are the things' types."""
    scene = _scene(sentences, names, types)
    found: list[Reference] = []
    for index, (sentence, inside) in enumerate(zip(sentences, names, strict=True)):
        words = sentence.words
        # Where the sentence opens, and what it speaks of.
        subject = (inside[0].start, inside[0].thing) if inside and inside[0].start <= _OPENING else None
        for at in [at for at, word in enumerate(words) if word in _LOOKED_AT]:
            low = _LOOKED_AT[words[at]]
            if any(name.start <= at < name.end for name in inside):
                continue
            if low in _POINTING:
                reference = _nominal(scene, index, at)
                if reference:
                    found.append(reference)
                    if at <= 1 and (subject is None or at < subject[0]):
                        subject = at, reference.thing
            elif low in _HE or low in _SHE:
                person = _person(scene, index, at, "he" if low in _HE else "she")
                if person is not None:
                    scene.genders.setdefault(person, "he" if low in _HE else "she")
                    found.append(_reference(sentence, person, at, at + 1, MentionForm.PRONOUN))
            elif subject is not None and subject[0] < at and _is_safe(words, at, types[subject[1]]):
                found.append(_reference(sentence, subject[1], at, at + 1, MentionForm.PRONOUN))
    return found


def _scene(sentences: Sequence[Sentence], names: Sequence[Sequence[Named]], types: Sequence[EntityType]) -> _Scene:
    told = _described(sentences, names, types)
    first_at: dict[int, int] = {}
    for index, inside in enumerate(names):
        for name in inside:
            first_at.setdefault(name.thing, index)
    by_word: dict[str, list[int]] = {}
    for thing in first_at:
        for word in told[thing]:
            by_word.setdefault(word, []).append(thing)
    return _Scene(sentences, names, types, told, by_word, first_at, _genders(sentences, names, types))


def _genders(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Named]], types: Sequence[EntityType]
) -> dict[int, str]:
    """Return by person he or she, where a given name tells it."""
    found: dict[int, str] = {}
    for sentence, inside in zip(sentences, names, strict=True):
        for name in inside:
            if types[name.thing] is EntityType.PERSON and name.thing not in found:
                known = gender(" ".join(sentence.words[name.start : name.end]))
                if known:
                    found[name.thing] = "he" if known == "m" else "she"
    return found


def _reference(sentence: Sentence, thing: int, start: int, end: int, form: MentionForm) -> Reference:
    return Reference(thing, Span(sentence.starts[start], sentence.ends[end - 1]), form)


def _described(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Named]], types: Sequence[EntityType]
) -> dict[int, set[str]]:
    """Return by thing the words of its names and of what stands beside them: "X, an Iran-backed militia group,"."""
    told: dict[int, set[str]] = {}
    for sentence, inside in zip(sentences, names, strict=True):
        if not inside:
            continue
        words = [word.lower() for word in sentence.words]
        for name in inside:
            own = told.setdefault(name.thing, set())
            for word in words[name.start : name.end]:
                if "-" in word:
                    own.update(word.replace("-", " ").split())
                else:
                    own.add(word)
            after = words[name.end : name.end + 2]
            if len(after) == 2 and after[0] == "," and after[1] in {"a", "an", "the", "one"}:
                end = next(
                    (i for i in range(name.end + 2, len(words)) if words[i] in {",", ".", "of", "in", "that"}), 0
                )
                if 0 < end - name.end <= 10:
                    own.add(words[end - 1])
            if types[name.thing] is EntityType.PERSON:
                own.update(_office_before(words, name.start))
            elif name.start and words[name.start - 1].isalpha():
                own.add(words[name.start - 1])
    return told


def _office_before(words: Sequence[str], start: int) -> set[str]:
    known = lexicons().words
    found: set[str] = set()
    for word in reversed(words[max(0, start - 4) : start]):
        if "title" not in known.get(word.capitalize(), NO_KINDS) and word not in _OFFICES:
            break
        found.add(word)
    return found


def _nominal(scene: _Scene, index: int, at: int) -> Reference | None:
    words = scene.sentences[index].words
    end = at + 1 + (at + 1 < len(words) and words[at + 1] == "same")
    if end >= len(words):
        return None
    noun = words[end]
    if noun not in _meaning():
        return None
    after = words[end + 1] if end + 1 < len(words) else "."
    if not noun.islower() or after in {"of", "-", "that", "which", "who"} or (after.isalpha() and _goes_on(after)):
        return None
    if noun in _OFFICES:
        fits = {EntityType.PERSON}
        wanted = frozenset((noun,))
    else:
        kind, wanted = _nominals()[noun]
        fits = {kind}
    near = _near(scene, index, at, fits)
    sure = [thing for thing in near if noun in scene.told[thing]] or [
        thing for thing in near if scene.told[thing] & wanted
    ]
    if not sure:
        far = {
            thing for word in wanted for thing in scene.by_word.get(word, ())[:_FAR] if scene.first_at[thing] < index
        }
        sure = [thing for thing in far if scene.types[thing] in fits]
        sure = sure if len(sure) == 1 else []
    if not sure and noun in _OPEN and len(near) == 1:
        sure = near
    if not sure:
        return None
    return _reference(scene.sentences[index], sure[0], at, end + 1, MentionForm.NOMINAL)


def _near(scene: _Scene, index: int, at: int, fits: set[EntityType]) -> list[int]:
    """Return the things of these types that are named shortly before, the nearest first."""
    near: list[int] = []
    for back in range(index, max(-1, index - _BACK - 1), -1):
        for name in reversed(scene.names[back]):
            is_before = back < index or name.end <= at
            if is_before and scene.types[name.thing] in fits and name.thing not in near:
                near.append(name.thing)
    return near


def _goes_on(word: str) -> bool:
    """Return whether `word` may be the noun that "the group" only stands before: "the group stage"."""
    group = lexicons().clusters.get(word)
    return word.endswith(("'s", "ship", "room", "stage", "leader", "member", "members", "officials", "chief")) or (
        group is None and word.islower() and not word.endswith(("ed", "s", "ly"))
    )


def _person(scene: _Scene, index: int, at: int, gender: str) -> int | None:
    """Return the only person whom he or she can mean here: in this sentence, else in the two before."""
    for back in range(index, max(-1, index - 3), -1):
        people: list[int] = []
        for name in scene.names[back]:
            is_person = scene.types[name.thing] is EntityType.PERSON and (back < index or name.end <= at)
            if is_person and scene.genders.get(name.thing, gender) == gender and name.thing not in people:
                people.append(name.thing)
        known = [person for person in people if scene.genders.get(person) == gender]
        if len(people) == 1:
            return people[0]
        if len(known) == 1:
            return known[0]
        if people:
            return None
    return None


def _is_safe(words: Sequence[str], at: int, kind: EntityType) -> bool:
    """Return whether it or they can only be the one the sentence speaks of: "said it", "what they called"."""
    if kind not in {EntityType.ORG, EntityType.GPE} or at + 1 >= len(words):
        return False
    before = words[at - 1].lower() if at else ""
    after = words[at + 1].lower()
    if before == "what":
        return after in _CALLING
    if before == "that":
        before = words[at - 2].lower() if at > 1 else ""
    return before in _SAYING

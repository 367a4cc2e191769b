"""The contract's ten types from the tagger's five classes, by lists, telling words and the words around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, Kinds, lexicons
from briefing.model import EntityType

_BY_LIST: Final = {
    "facility": EntityType.FAC, "region": EntityType.LOC, "country": EntityType.GPE, "place": EntityType.GPE,
    "event": EntityType.EVENT, "product": EntityType.PRODUCT, "work": EntityType.WORK, "law": EntityType.LAW,
}  # fmt: skip
_BY_HEAD: Final = {
    "fachead": EntityType.FAC, "lochead": EntityType.LOC, "gpehead": EntityType.GPE, "eventhead": EntityType.EVENT,
    "prodhead": EntityType.PRODUCT, "workhead": EntityType.WORK, "lawhead": EntityType.LAW,
}  # fmt: skip
_PLACES: Final = (EntityType.GPE, EntityType.LOC, EntityType.FAC)
_THINGS: Final = (EntityType.EVENT, EntityType.PRODUCT, EntityType.WORK, EntityType.LAW)
_FRONTS: Final = {
    "Operation": EntityType.EVENT, "Hurricane": EntityType.EVENT, "Typhoon": EntityType.EVENT, "Cyclone": EntityType.EVENT,
    "Storm": EntityType.EVENT, "USS": EntityType.PRODUCT, "HMS": EntityType.PRODUCT, "MV": EntityType.PRODUCT,
    "INS": EntityType.PRODUCT, "Resolution": EntityType.LAW, "Article": EntityType.LAW, "Section": EntityType.LAW,
    "Lake": EntityType.LOC, "Mount": EntityType.LOC, "Mt": EntityType.LOC, "Gulf": EntityType.LOC, "Cape": EntityType.LOC,
    "Fort": EntityType.FAC, "Camp": EntityType.FAC, "Port": EntityType.FAC, "Battle": EntityType.EVENT,
}  # fmt: skip
_QUOTES: Final = frozenset('"“‘«')


def kind(words: Sequence[str], start: int, end: int, label: str) -> EntityType:
    """Return the type of the name from `start` to `end`, which the tagger put into the class `label`."""
    if label in {"PERSON", "ORG", "NORP"}:
        return EntityType(label)
    if label in EntityType.__members__:
        return EntityType(label)
    allowed = _PLACES if label == "PLACE" else _THINGS
    name = tuple(words[start:end])
    listed = _kinds(name)
    for key, told in _BY_LIST.items():
        if key in listed and told in allowed:
            return told
    front = _FRONTS.get(name[0])
    if front in allowed and len(name) > 1 and front is not None and name[0] != "Port":
        return front
    heads = _heads(name)
    for key, told in _BY_HEAD.items():
        if key in heads and told in allowed and len(name) > 1:
            return told
    if label == "PLACE":
        return EntityType.GPE
    if start and words[start - 1] in _QUOTES:
        return EntityType.WORK
    if any(sign.isdigit() for word in name for sign in word):
        return EntityType.PRODUCT
    return EntityType.EVENT


def _kinds(name: tuple[str, ...]) -> Kinds:
    lists = lexicons()
    if len(name) == 1:
        return lists.words.get(name[0], NO_KINDS)
    return lists.names.get(name, NO_KINDS)


def _heads(name: tuple[str, ...]) -> Kinds:
    """Return the kinds of the telling word: the one before "of", else the last."""
    words = lexicons().words
    for mark in ("of", "on", "for", "in"):
        if mark in name[1:]:
            before = words.get(name[name.index(mark, 1) - 1].capitalize(), NO_KINDS)
            if before:
                return before
    return words.get(name[-1].capitalize(), NO_KINDS)

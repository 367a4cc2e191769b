"""The contract's ten types from the tagger's five classes: by lists, else by a model that looks at words and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from briefing.extract.entities.lexicons import NO_KINDS, Kinds, lexicons
from briefing.extract.entities.tagger import Decoder, opened
from briefing.model import EntityType

MODEL: Final = "kinds.crfsuite"

PLACES: Final = (EntityType.GPE, EntityType.LOC, EntityType.FAC)
THINGS: Final = (EntityType.EVENT, EntityType.PRODUCT, EntityType.WORK, EntityType.LAW)
_BY_LIST: Final = {
    "facility": EntityType.FAC, "region": EntityType.LOC, "country": EntityType.GPE, "place": EntityType.GPE,
    "event": EntityType.EVENT, "product": EntityType.PRODUCT, "work": EntityType.WORK, "law": EntityType.LAW,
}  # fmt: skip
_SAME: Final = dict(EntityType.__members__)
"""Types that are classes of the tagger."""
_QUOTES: Final = frozenset("\"“‘«'")
_LINKS: Final = ("of", "on", "for", "in", "against")


@lru_cache(maxsize=1)
def shipped() -> Decoder:
    """Return the model that comes with the package, loaded at the first call."""
    return opened(Path(__file__).parent / MODEL)


def kind(words: Sequence[str], start: int, end: int, label: str) -> EntityType:
    """Return the type of the name from `start` to `end`, which the tagger put into the class `label`."""
    same = _SAME.get(label)
    if same:
        return same
    allowed = PLACES if label == "PLACE" else THINGS
    listed = _kinds(tuple(words[start:end]))
    for key, told in _BY_LIST.items():
        if key in listed and told in allowed:
            return told
    return _by_model(tuple(sorted(traits(words, start, end))), label)


@lru_cache(maxsize=1_000)
def _by_model(seen: tuple[str, ...], label: str) -> EntityType:
    from pycrfsuite import ItemSequence

    decoder = shipped()
    decoder.set(ItemSequence([list(seen)]))
    return max(PLACES if label == "PLACE" else THINGS, key=lambda told: decoder.marginal(told.value, 0))


def traits(words: Sequence[str], start: int, end: int) -> list[str]:
    """Return what the model looks at: the name's words, its telling word, its form and its neighbours."""
    name = tuple(words[start:end])
    before = words[start - 1].lower() if start else "<s>"
    after = words[end].lower() if end < len(words) else "</s>"
    head = _head(name)
    found = ["b=" + before, "a=" + after, "h=" + head.lower(), "f=" + name[0].lower(), f"n={min(len(name), 5)}"]
    found.append("bb=" + (words[start - 2].lower() if start > 1 else "<s>"))
    found.append("aa=" + (words[end + 1].lower() if end + 1 < len(words) else "</s>"))
    found.extend("w=" + word.lower() for word in name)
    found.extend("k=" + told for told in sorted(_kinds(name)))
    found.extend("hk=" + told for told in sorted(lexicons().words.get(head.capitalize(), NO_KINDS)))
    found.extend(f"t{size}=" + name[-1].lower()[-size:] for size in (2, 3, 4))
    if before in _QUOTES or (start and words[start - 1] in _QUOTES):
        found.append("quoted")
    if any(sign.isdigit() for word in name for sign in word):
        found.append("digit")
    if any(word.isupper() and len(word) > 1 for word in name):
        found.append("upper")
    if any(word.islower() for word in name):
        found.append("lower")
    return found


def _kinds(name: tuple[str, ...]) -> Kinds:
    lists = lexicons()
    return lists.words.get(name[0], NO_KINDS) if len(name) == 1 else lists.names.get(name, NO_KINDS)


def _head(name: tuple[str, ...]) -> str:
    """Return the telling word of a name: the one before "of", else the last."""
    for mark in _LINKS:
        if mark in name[1:]:
            return name[name.index(mark, 1) - 1]
    return name[-1]

"""What an article itself says that a name names: "the ferry Halcyon Star", "the River Lenna", "Tidemark Ferries".

The models see a place at a time and take an unknown name of two words for a person all too readily. One place that says
it settles the name in the whole article; where two places say different things, nothing is settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from briefing.extract.entities.headings import is_ordinary
from briefing.extract.entities.kinds import kind
from briefing.extract.entities.lexicons import NO_KINDS, Kinds, lexicons, lines
from briefing.extract.entities.names import folded
from briefing.extract.entities.tagger import Found
from briefing.extract.entities.tokens import Sentence
from briefing.model import EntityType

_QUOTES: Final = frozenset("\"“‘«'")
_OF: Final = (EntityType.GPE, EntityType.LOC)
"""Types whose nouns may have "of" between them and the name: "the village of Karsk"."""
_FIRMS: Final = frozenset(
    ("Ferries", "Shipping", "Lines", "Shipyards", "Capital", "Foods", "Railways", "Logistics", "Pharma", "Aerospace",
     "Airports", "Mills", "Breweries", "Robotics", "Semiconductors", "Biotech", "Batteries", "Refineries", "Mines")
)  # fmt: skip
"""Last words of firms that the lists have for nothing else."""
_FACILITIES: Final = frozenset(("dam", "airfield", "airbase", "refinery", "shipyard", "prison", "barracks"))
_BASES: Final = (
    ("Air", "Base"),
    ("air", "base"),
    ("Airbase",),
    ("airbase",),
    ("Airport",),
    ("airport",),
    ("Airfield",),
    ("airfield",),
)
_OF_STATES: Final = frozenset(("parliament", "legislature", "constitution", "electorate"))
_OFFICES_OF_STATES: Final = frozenset(
    (("central", "bank"), ("prime", "minister"), ("foreign", "minister"), ("finance", "minister"), ("armed", "forces"))
)
"""What belongs to a country alone: "Estmark's central bank"."""
_KNOWN: Final = frozenset(("country", "people", "place", "region", "first", "family", "facility", "org"))
_RIVER: Final = 2
_BETWEEN: Final = 3
"""Words between an article and what it belongs to."""
_GOING_ON: Final = frozenset(
    (",", ".", ";", ")", "of", "that", "which", "with", "owned", "based", "built", "in", "from", "near", "run")
)
"""What stands behind a noun that is no part of a longer one: "a party leader" is no party."""
_OF_SHIPS: Final = frozenset(("captain", "skipper", "crew", "hull", "deck", "bow", "stern", "sinking", "wreck"))
"""What a ship has; of what a team has as well only where the tagger takes it for no organisation."""

Key = tuple[str, ...]


def called(sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> dict[Key, EntityType]:
    """Return by folded name the type that the article gives to it, where it gives one and no other."""
    told: dict[Key, set[EntityType]] = {}
    short: dict[Key, EntityType] = {}
    labels: dict[Key, set[str]] = {}
    for sentence, inside in zip(sentences, names, strict=True):
        for name in inside:
            own = sentence.words[name.start : name.end]
            key = folded(own)
            labels.setdefault(key, set()).add(name.label)
            for said in _told(sentence.words, name):
                told.setdefault(key, set()).add(said)
                if said is EntityType.LOC and key[0] == "river":
                    short[key[1:]] = said
            if name.label == "PLACE" and (stem := _stem(own)) and not _listed(stem) & _KNOWN:
                short[folded(stem)] = EntityType.FAC
    for key, said in short.items():
        told.setdefault(key, {said})
    for seat in _seats() & labels.keys():
        if labels[seat] == {"PERSON"} and not any(len(key) > 1 and seat[0] in key for key in labels):
            told[seat] = {EntityType.GPE}
    return _settled(told)


def shown(sentences: Sequence[Sentence], names: Sequence[Sequence[Found]]) -> dict[Key, EntityType]:
    """Return by folded name the type of what the tagger took for two things, where one of its places decides it."""
    told: dict[Key, set[EntityType]] = {}
    labels: dict[Key, list[str]] = {}
    for sentence, inside in zip(sentences, names, strict=True):
        for name in inside:
            key = folded(sentence.words[name.start : name.end])
            labels.setdefault(key, []).append(name.label)
            if shows := _shown(sentence.words, name):
                told.setdefault(key, set()).add(shows)
    return {
        key: said
        for key, said in _settled(told).items()
        if len(set(labels[key])) > 1
        and ("PERSON" in labels[key] or labels[key].count("PLACE") >= labels[key].count("ORG") > 0)
    }


def _settled(told: dict[Key, set[EntityType]]) -> dict[Key, EntityType]:
    return {key: said for key, (said, *others) in told.items() if not others}


def _shown(words: tuple[str, ...], name: Found) -> EntityType | None:
    """Return the type of a name where it stands as no name of another class does: "in Brodice", "the Halcyon Star"."""
    before = words[name.start - 1] if name.start else ""
    if name.label == "PLACE":
        return kind(words, name.start, name.end, name.label) if before in {"in", "near"} else None
    is_thing = name.label in {"ORG", "MISC"} and name.end - name.start > 1 and before in {"the", "The"}
    return kind(words, name.start, name.end, name.label) if is_thing else None


def _stem(own: Key) -> Key:
    """Return the name of a base or an airport without the words that tell what it is."""
    size = next((len(tail) for tail in _BASES if own[-len(tail) :] == tail), 0)
    return own[:-size] if size else ()


def _told(words: tuple[str, ...], name: Found) -> Iterator[EntityType]:
    """Return what is said of a name at one of its places."""
    own = words[name.start : name.end]
    if len(own) > 1:
        last = own[-1]
        if last in _FACILITIES:
            yield EntityType.FAC
        elif name.label == "PERSON" and _is_firm(last):
            yield EntityType.ORG
    before = words[name.start - 1] if name.start else ""
    if (
        len(own) == _RIVER
        and own[0] == "River"
        and before in {"the", "The"}
        and not is_ordinary(own[1].lower(), lexicons())
    ):
        yield EntityType.LOC
    if _listed(own) & _KNOWN:
        return
    if before == "the" and name.label in {"PERSON", "MISC"} and _is_aboard(words[: name.start - 1]):
        yield EntityType.PRODUCT
    at = name.start - 1 - (before in _QUOTES)
    noun = words[at] if at >= 0 else ""
    if noun == "of" and at > 0:
        said = _nouns().get(words[at - 1])
        if said in _OF:
            yield said
    elif noun in _nouns():
        yield _nouns()[noun]
    if words[name.end : name.end + 1] == (",",) and (said := _beside(words, name)):
        yield said
    if words[name.end : name.end + 1] in {("'s",), ("’s",)}:
        after = words[name.end + 1 : name.end + 3]
        if after in _OFFICES_OF_STATES or (after and after[0] in _OF_STATES):
            yield EntityType.GPE


def _beside(words: tuple[str, ...], name: Found) -> EntityType | None:
    """Return what the noun beside a name and a comma says: "the freighter, the old Solva Trader,", "Varn, a lender in"."""
    at = name.start - 1
    while at > name.start - 1 - _BETWEEN and at > 0 and words[at] != "the":
        at -= 1
    if at > 1 and words[at] == "the" and words[at - 1] == ",":
        return _nouns().get(words[at - 2])
    begin = name.end + 2
    if words[begin - 1 : begin] in {("a",), ("an",), ("the",)}:
        for at in range(begin, min(begin + _BETWEEN, len(words) - 1)):
            if words[at] in _nouns() and words[at + 1] in _GOING_ON:
                return _nouns()[words[at]]
            if not words[at].islower():
                break
    return None


def _is_aboard(words: tuple[str, ...]) -> bool:
    """Return whether what ends so goes on with a ship: "aboard", "the captain of"."""
    return (
        words[-1:] == ("aboard",) or words[-2:] == ("on", "board") or (words[-1:] == ("of",) and words[-2] in _OF_SHIPS)
    )


def _is_firm(word: str) -> bool:
    kinds = lexicons().words.get(word, NO_KINDS)
    return (word in _FIRMS or "orghead" in kinds) and not kinds & {"first", "family"}


def _listed(own: Key) -> Kinds:
    lists = lexicons()
    return lists.words.get(own[0], NO_KINDS) if len(own) == 1 else lists.names.get(own, NO_KINDS)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, EntityType]:
    found: dict[str, EntityType] = {}
    said = EntityType.ORG
    for line in lines("called"):
        if line.startswith("["):
            said = EntityType(line.strip("[]"))
        else:
            found |= dict.fromkeys(line.split(), said)
    return found


@lru_cache(maxsize=1)
def _seats() -> frozenset[Key]:
    """Return the seats of governments that are surnames as well: "Washington condemned the strike"."""
    return frozenset((word.lower(),) for line in lines("seats") for word in line.split())

"""Lists of names and telling words, read once from the data files beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from briefing.values import dataclass

Kinds = frozenset[str]
NO_KINDS: Final[Kinds] = frozenset()

_TYPE_KINDS: Final = {"FAC": "facility", "EVENT": "event", "PRODUCT": "product", "WORK": "work", "LAW": "law"}
_HEADS: Final = {
    "ORG": "orghead", "FAC": "fachead", "LOC": "lochead", "GPE": "gpehead", "EVENT": "eventhead",
    "PRODUCT": "prodhead", "LAW": "lawhead", "WORK": "workhead", "NORP": "peoplehead",
}  # fmt: skip


_PLAIN: Final = (
    ("peoples", "people", None), ("peoples_compound", "people", ";"), ("acronyms", "common", None), ("first_names", "first", None), ("family_names", "family", None),
    ("titles", "title", None), ("starters", "starter", None), ("calendar", "calendar", None),
    ("places", "place", ";"), ("regions", "region", ";"),
)  # fmt: skip
"""Files of one kind each: name of the file, kind, and the mark that parts its names."""


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What the lists say, by word and by name."""

    words: dict[str, Kinds]
    """Kinds of names of one word, and of words that tell a kind."""
    names: dict[tuple[str, ...], Kinds]
    """Kinds of names of several words."""
    longest: dict[str, int]
    """By first word, how many words the longest name has that begins so."""
    country_of: dict[str, str]
    """By country, adjective or people: the country's first name."""
    ordinary: frozenset[str]
    """Lower-case words that hardly ever have a capital within a sentence."""
    clusters: dict[str, tuple[str, ...]]
    """By lower-case word, the groups of words that stand in the same surroundings, from coarse to fine."""


def kinds_of(word: str) -> Kinds:
    """Return all kinds that the lists give to the single `word`."""
    return lexicons().words.get(word, NO_KINDS)


@lru_cache(maxsize=1)
def lexicons() -> Lexicons:
    """Return the lists, read at the first call."""
    words: dict[str, Kinds] = {}
    names: dict[tuple[str, ...], Kinds] = {}
    shared: dict[Kinds, Kinds] = {}

    def with_kind(known: Kinds | None, alone: Kinds) -> Kinds:
        if known is None or known == alone:
            return alone
        kinds = known | alone
        return shared.setdefault(kinds, kinds)

    for kind, listed in _lists():
        alone = shared.setdefault(frozenset((kind,)), frozenset((kind,)))
        for name in listed:
            if " " in name or "," in name or "’" in name or "'" in name:
                parts = tuple(name.replace("'s", " 's").replace("’s", " ’s").replace(",", " ,").split())
                if len(parts) > 1:
                    names[parts] = with_kind(names.get(parts), alone)
                    continue
            words[name] = with_kind(words.get(name), alone)
    longest: dict[str, int] = {}
    for parts in names:
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return Lexicons(
        words,
        names,
        longest,
        {name: main for main, *others in _countries() for name in chain(*others)},
        frozenset(word for line in lines("ordinary") for word in line.split()),
        _clusters(),
    )


def _countries() -> Iterator[tuple[str, list[str], list[str]]]:
    """Return of each country the name that it is known by, all its names, and its peoples."""
    for line in lines("countries"):
        names, _, peoples = line.partition("|")
        listed = items(names, ";")
        yield listed[0], listed, items(peoples, ",")


def _lists() -> Iterator[tuple[str, list[str]]]:
    """Return each list of names with their kind."""
    for _, countries, peoples in _countries():
        yield "country", countries
        yield "people", peoples
    for file, kind, mark in _PLAIN:
        for line in lines(file):
            yield kind, items(line, mark)
    for line in lines("organisations"):
        yield "org", [name.strip() for item in items(line, ";") for name in item.split("=")]
    for file, kind_of in (("things", _TYPE_KINDS), ("heads", _HEADS)):
        kind = ""
        for line in lines(file):
            if line.startswith("["):
                kind = kind_of[line.strip("[]")]
            else:
                yield kind, items(line, ";" if file == "things" else None)


def _clusters() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines("clusters"):
        group, _, members = line.partition(" ")
        pair = (group.partition(".")[0], group)
        for word in members.split():
            found[word] = pair
    return found


def lines(file: str) -> list[str]:
    """Return the lines of a list without its comments; none where there is no such list."""
    path = Path(__file__).parent / "lexicons" / f"{file}.txt"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# ")]


def items(line: str, mark: str | None) -> list[str]:
    """Return the names of a line, which `mark` parts; white space where it is None."""
    return line.split() if mark is None else [name for item in line.split(mark) if (name := item.strip())]

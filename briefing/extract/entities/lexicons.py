"""Lists of names and telling words, read once from the data files beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
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
    words: dict[str, set[str]] = {}
    names: dict[tuple[str, ...], set[str]] = {}
    country_of: dict[str, str] = {}
    for name, kind, country in _entries():
        parts = tuple(name.replace("'s", " 's").replace("’s", " ’s").replace(",", " ,").split())
        if len(parts) == 1:
            words.setdefault(parts[0], set()).add(kind)
        else:
            names.setdefault(parts, set()).add(kind)
        if country:
            country_of[name] = country
    shared: dict[Kinds, Kinds] = {}

    def settled(kinds: set[str]) -> Kinds:
        frozen = frozenset(kinds)
        return shared.setdefault(frozen, frozen)

    longest: dict[str, int] = {}
    for parts in names:
        longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return Lexicons(
        {word: settled(kinds) for word, kinds in words.items()},
        {parts: settled(kinds) for parts, kinds in names.items()},
        longest,
        country_of,
        frozenset(word for line in lines("ordinary") for word in line.split()),
        _clusters(),
    )


def _entries() -> Iterator[tuple[str, str, str]]:
    """Return each listed name with its kind and its country, "" where it has none."""
    for line in lines("countries"):
        countries, _, peoples = line.partition("|")
        main = countries.split(";")[0].strip()
        yield from ((name, "country", main) for name in items(countries, ";"))
        yield from ((name, "people", main) for name in items(peoples, ","))
    for file, kind, mark in _PLAIN:
        for line in lines(file):
            yield from ((name, kind, "") for name in items(line, mark))
    for line in lines("organisations"):
        for item in items(line, ";"):
            yield from ((name.strip(), "org", "") for name in item.split("="))
    for file, kind_of in (("things", _TYPE_KINDS), ("heads", _HEADS)):
        kind = ""
        for line in lines(file):
            if line.startswith("["):
                kind = kind_of[line.strip("[]")]
            else:
                yield from ((name, kind, "") for name in items(line, ";" if file == "things" else None))


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
    return [item.strip() for item in line.split(mark) if item.strip()]

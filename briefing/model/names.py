"""Names: what the user's own list and corrections say of names, handed to whatever looks for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from functools import lru_cache
from hashlib import sha256
from sys import intern
from typing import Final

from briefing.model.corrections import Correction, CorrectionKind, pairs
from briefing.model.findings import EntityType
from briefing.values import dataclass

_PIECE: Final = re.compile(r"[^\W_]+")
Spelt = tuple[tuple[str, ...], ...]
"""The pieces of a name in each of its spellings."""


@dataclass(frozen=True, slots=True)
class Names:
    """What is known of names beforehand; each part sorted, a name with single spaces and as it is written.

    Build it from a list with `Names(...)`, and lay corrections over it with `corrected`.
    """

    typed: tuple[tuple[str, EntityType], ...] = ()
    """Names that are to be found, with their types."""
    none: tuple[tuple[str, EntityType | None], ...] = ()
    """Words that are no name; with a type, no name of that type."""
    one: tuple[tuple[str, str], ...] = ()
    """Pairs of names of one thing."""
    parted: tuple[tuple[str, str], ...] = ()
    """Pairs of names of two things, however alike they look."""
    fingerprint: str = field(init=False, compare=False)
    """The same for the same names, in any run of any version; empty where nothing is known."""

    def __post_init__(self) -> None:
        parts = (self.typed, self.none, self.one, self.parted)
        told = "\n".join("\t".join(map(str, (part, *entry))) for part, entries in enumerate(parts) for entry in entries)
        key = sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16] if told else ""
        object.__setattr__(self, "fingerprint", key)

    def __hash__(self) -> int:
        # Thousands of names are looked up under this value for each article.
        return hash(self.fingerprint)


NO_NAMES = Names()


def corrected(names: Names, corrections: Iterable[Correction]) -> Names:
    """Return `names` with the standing corrections laid over them: what was corrected wins over what is listed."""
    standing = [one for one in corrections if not one.deleted]
    typed, none = dict(names.typed), dict(names.none)
    for one in standing:
        name = one.about[0]
        if one.kind is CorrectionKind.TYPE and one.type is not None:
            typed[name] = one.type
            none.pop(name, None)
        elif one.kind is CorrectionKind.NO_NAME:
            none[name] = one.type
            if one.type in (None, typed.get(name)):
                typed.pop(name, None)
    one_name = set(pairs(standing, CorrectionKind.ONE_NAME))
    parted = set(pairs(standing, CorrectionKind.NOT_ONE_NAME))
    listed = {_pair(pair) for pair in names.one} - parted
    apart = {_pair(pair) for pair in names.parted} - one_name
    found = Names(
        tuple(sorted(typed.items())),
        tuple(sorted(none.items(), key=lambda item: (item[0], item[1] or ""))),
        tuple(sorted(listed | one_name)),
        tuple(sorted(apart | parted)),
    )
    return names if found == names else found


@lru_cache(maxsize=4)
def spoken_of(names: Names) -> frozenset[str]:
    """Return all of which something is said, each name as it is written."""
    said = {name for name, _ in (*names.typed, *names.none)}
    return frozenset(said.union(*names.one, *names.parted))


def bearing_on(names: Names, text: str) -> Names:
    """Return those of `names` that can matter in `text`: what is found in it is the same with them as with all.

    So a correction of one name leaves what is kept of other articles as it is.
    """
    if not names.fingerprint:
        return names
    within = _pieces(text)
    by_piece, groups = _by_first_piece(names)
    near = {
        key
        for piece in within & by_piece.keys()
        for spelt, key in by_piece[piece]
        if any(map(within.issuperset, spelt))
    }
    groups_near = {id(group): group for key in near if (group := groups.get(key))}
    near = near.union(*groups_near.values())
    kept = Names(
        tuple(entry for entry in names.typed if _key(entry[0]) in near),
        tuple(entry for entry in names.none if _key(entry[0]) in near),
        tuple(pair for pair in names.one if not near.isdisjoint(map(_key, pair))),
        tuple(pair for pair in names.parted if not near.isdisjoint(map(_key, pair))),
    )
    return names if kept == names else kept


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return by name all that are one with it, itself too, when each of `pairs` is one."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        smaller, larger = sorted((groups.setdefault(name, {name}) for name in pair), key=len)
        if smaller is not larger:
            larger |= smaller
            groups |= dict.fromkeys(smaller, larger)
    return groups


@lru_cache(maxsize=4)
def _by_first_piece(names: Names) -> tuple[dict[str, list[tuple[Spelt, str]]], dict[str, set[str]]]:
    """Return the spellings of names with their keys by the first piece of each, and by key all that are one with it."""
    groups = joined((_key(name), _key(other)) for name, other in names.one)
    told = {name for name, _ in (*names.typed, *names.none)} | {
        name for pair in (*names.one, *names.parted) for name in pair
    }
    found: dict[str, list[tuple[Spelt, str]]] = {}
    for name in sorted(told):
        # Most are spelt in one way only.
        spelt = tuple(dict.fromkeys(_spelt(name)))
        for piece in {"".join(pieces[:1]) for pieces in spelt}:
            found.setdefault(piece, []).append((spelt, _key(name)))
    return found, groups


def _pieces(text: str) -> set[str]:
    """Return the runs of letters and digits of a text, with dots as they are and without; and the empty one."""
    low = text.casefold()
    return {"", *_PIECE.findall(low), *_PIECE.findall(low.replace(".", ""))}


@lru_cache(maxsize=1 << 16)
def _key(name: str) -> str:
    """Return the same for names that may be taken for one another: without case, signs and article."""
    return " ".join(_spelt(name)[1])


def _spelt(name: str) -> Spelt:
    """Return the pieces of a name, with dots as they are and without; not its article, which may be missing in a text."""
    low = name.casefold()
    found = [tuple(map(intern, _PIECE.findall(spelt))) for spelt in (low, low.replace(".", ""))]
    return tuple([pieces[1:] if len(pieces) > 1 and pieces[0] == "the" else pieces for pieces in found])


def _pair(pair: tuple[str, str]) -> tuple[str, str]:
    return (pair[0], pair[1]) if pair[0] <= pair[1] else (pair[1], pair[0])

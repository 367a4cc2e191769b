"""The user's own names: `entities.toml`, a table for each type, a line for each name with its other names.

[organisation]
CENTCOM = ["US Central Command", "Central Command"]

[none]
"May" = []              never a name
"Paris" = ["person"]    not the name of a person
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from briefing.cleaning import cleaned_line
from briefing.errors import BriefingError
from briefing.model import EntityType, Names
from briefing.settings.toml_file import did_you_mean
from briefing.settings.toml_pieces import Piece, pieces

TYPES: Final = {
    "person": EntityType.PERSON,
    "organisation": EntityType.ORG,
    "place": EntityType.GPE,
    "region": EntityType.LOC,
    "building": EntityType.FAC,
    "people": EntityType.NORP,
    "event": EntityType.EVENT,
    "product": EntityType.PRODUCT,
    "work": EntityType.WORK,
    "law": EntityType.LAW,
}
"""The tables of the file; the codes of the contract, as GPE, are taken too."""
NONE: Final = "none"
LONGEST: Final = 200
"""Characters of a name."""

_ALSO: Final = {"organization": EntityType.ORG} | {kind.value.lower(): kind for kind in EntityType}


@dataclass(frozen=True, slots=True)
class Listed:
    """What the file says, and what is wrong with entries that are left out."""

    names: Names = field(default_factory=Names)
    problems: tuple[BriefingError, ...] = ()


def load(path: Path) -> Listed:
    """Return the names that are listed at `path`, none where there is no file; an entry that is wrong costs only itself."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Listed()
    except OSError as error:
        return Listed(problems=(BriefingError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}"),))
    try:
        text = content.decode("utf-8-sig")
        entries = tomllib.loads(text)
        found = _List(path)
        for table, value in entries.items():
            if isinstance(value, dict):
                found.add(Piece(table, is_heading=True))
                for name, others in value.items():
                    found.add(Piece(table, name, others))
            else:
                found.add(Piece("", table, value))
        if not found.problems:
            return found.listed()
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        text = content.decode("utf-8-sig", "replace")
    # Read once more, entry by entry: it takes longer, and tells of each the line.
    found = _List(path)
    for piece in pieces(text):
        found.add(piece)
    return found.listed()


class _List:
    """The names while the entries are read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._typed: dict[str, EntityType] = {}
        self._none: dict[str, EntityType | None] = {}
        self._one: dict[tuple[str, str], None] = {}
        self._owners: dict[str, str] = {}
        """By name the first name of its entry."""
        self._unknown: set[str] = set()
        self.problems: list[BriefingError] = []

    def listed(self) -> Listed:
        one = sorted((name, other) if name <= other else (other, name) for name, other in self._one)
        none = sorted(self._none.items(), key=lambda item: (item[0], item[1] or ""))
        names = Names(tuple(sorted(self._typed.items())), tuple(none), tuple(one))
        return Listed(names, tuple(self.problems))

    def add(self, piece: Piece) -> None:
        """Take in an entry, or the heading of a table."""
        if piece.reason:
            self._complain(piece, piece.reason, piece.hint)
            return
        table = piece.table.lower()
        kind = TYPES.get(table) or _ALSO.get(table)
        if piece.is_heading or not piece.table:
            self._check_table(piece, is_known=kind is not None or table == NONE)
            return
        if kind is None and table != NONE:
            return
        others = _strings(piece.value)
        if others is None:
            self._complain_of_value(piece, of_none=table == NONE)
            return
        for name in (piece.name, *others):
            if not name.strip() or len(name) > LONGEST:
                what = f'a name in "{piece.name}" is empty' if piece.name.strip() else "a name is empty"
                if name.strip():
                    what = f'"{name[:40]}…" is longer than {LONGEST} characters'
                self._complain(piece, what)
                return
        name = cleaned_line(piece.name)
        if kind is None:
            self._add_none(piece, name, others)
        else:
            self._add(piece, name, [cleaned_line(other) for other in others], kind)

    def _add(self, piece: Piece, name: str, others: Iterable[str], kind: EntityType) -> None:
        for own in (name, *others):
            owner = self._owners.get(own)
            if owner is not None and owner != name:
                said = f'"{own}" is already another name of "{owner}"' if owner != own else f'"{own}" is listed already'
                self._complain(piece, said, "one name can stand for one thing only")
            elif self._typed.get(own, kind) is not kind:
                self._complain(
                    piece, f'"{own}" is listed already, as {_word(self._typed[own])}', "the first one counts"
                )
            else:
                self._owners[own] = name
                self._typed[own] = kind
                if own != name and name in self._owners:
                    self._one[name, own] = None

    def _add_none(self, piece: Piece, name: str, types: list[str]) -> None:
        if name in self._typed:
            self._complain(piece, f'"{name}" is listed already, as {_word(self._typed[name])}', "the first one counts")
            return
        kinds = [TYPES.get(word.lower()) or _ALSO.get(word.lower()) for word in types]
        for word, kind in zip(types, kinds, strict=True):
            if kind is None:
                self._complain(piece, f'"{word}" is no type of names', did_you_mean(word, TYPES))
                return
        self._none[name] = kinds[0] if kinds else None

    def _check_table(self, piece: Piece, *, is_known: bool) -> None:
        if not piece.table:
            hint = f"write the type on a line above it, for example [person]; there is: {', '.join((*TYPES, NONE))}"
            self._complain(piece, f'it is not said what "{piece.name}" is', hint)
        elif not is_known and piece.table not in self._unknown:
            self._unknown.add(piece.table)
            self._complain(piece, f'"{piece.table}" is no type of names', did_you_mean(piece.table, (*TYPES, NONE)))

    def _complain_of_value(self, piece: Piece, *, of_none: bool) -> None:
        if isinstance(piece.value, dict):
            dotted = f"{piece.name}.{next(iter(piece.value), '')}"
            self._complain(piece, f'"{piece.name}" stands before a dot', f'write quotes around a name: "{dotted}" = []')
        elif of_none:
            hint = f'for example: "{piece.name}" = [], or ["person"] where it is no person'
            self._complain(piece, f'what "{piece.name}" is not is a list of types', hint)
        else:
            hint = f'for example: "{piece.name}" = ["its other name"]; [] where it has none'
            self._complain(piece, f'the other names of "{piece.name}" are a list of names', hint)

    def _complain(self, piece: Piece, what: str, hint: str = "") -> None:
        where = f"{self._path}, line {piece.line}" if piece.line else str(self._path)
        self.problems.append(BriefingError(f"{where}: {what}", hint=hint))


def _strings(value: object) -> list[str] | None:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return None
    names = [name for name in value if isinstance(name, str)]
    return names if len(names) == len(value) else None


def _word(kind: EntityType) -> str:
    return next(word for word, told in TYPES.items() if told is kind)

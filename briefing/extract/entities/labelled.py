"""Labelled texts to train on: the project's own bracketed sentences and the open sets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OWN_TEXTS: Final = Path(__file__).parent / "training"
"""Files of sentences, one a line, a blank line between documents: "[[PERSON Ada Obi]] left [[GPE Lagos]]."."""

TYPES: Final = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK", "LAW"))
_NAME: Final = re.compile(r"\[\[([A-Z]+) ([^\[\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Name:
    """A labelled name; `type` is one of the contract's, PLACE for any place, MISC for any other name."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with all names that its source marks."""

    source: str
    text: str
    names: tuple[Name, ...]
    types: frozenset[str]
    """The types that the source marks at all."""


class BadLabel(ValueError):
    """A line of labelled text that does not follow the bracket format."""


def own_texts(folder: Path = OWN_TEXTS) -> Iterator[Labelled]:
    """Return the documents of all files in `folder`, files in order of their names."""
    for path in sorted(folder.glob("*.txt")):
        for document in re.split(r"\n[ \t]*\n", path.read_text(encoding="utf-8")):
            lines = [line.strip() for line in document.splitlines() if line.strip() and not line.startswith("#")]
            if lines:
                yield bracketed(lines, source=path.stem)


def bracketed(lines: list[str], *, source: str) -> Labelled:
    """Return the document that bracketed `lines` make; each line becomes a paragraph."""
    text = ""
    names: list[Name] = []
    for line in lines:
        text += "\n\n" if text else ""
        done = 0
        for found in _NAME.finditer(line):
            if found[1] not in TYPES:
                raise BadLabel(f"{source}: {found[1]} is no type of name: {line[:80]}")
            text += line[done : found.start()]
            names.append(Name(len(text), len(text) + len(found[2]), found[1]))
            text += found[2]
            done = found.end()
        text += line[done:]
        if "[[" in line[done:] or "]]" in _NAME.sub("", line):
            raise BadLabel(f"{source}: a bracket is open: {line[:80]}")
    return Labelled(source, text, tuple(names), TYPES)


def open_sets(path: Path) -> Iterator[Labelled]:
    """Return the documents of a JSON Lines file of the evaluation kit's form."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            names = tuple(
                Name(name["start"], name["end"], "PLACE" if name["type"] == "LOC" else name["type"])
                for name in row["gold"]["names"]
            )
            yield Labelled(row["set"], row["text"], names, frozenset(row["types"]))

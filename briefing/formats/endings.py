"""The ends of file names by which formats know their files: all that is needed to list a folder."""

from __future__ import annotations

from typing import Final

TEXT: Final = (".txt", ".text")
MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd")
JSON: Final = (".jsonl", ".ndjson", ".json")
SUFFIXES: Final = frozenset((*TEXT, *MARKDOWN, *JSON))


def is_known(name: str) -> bool:
    """Return whether a file of that name is of a kind that a format takes."""
    return suffix(name) in SUFFIXES


def suffix(name: str) -> str:
    """Return the end of a file's name from its last dot on, in small letters; "" where it has none."""
    name = name.rsplit("/", 1)[-1]
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""

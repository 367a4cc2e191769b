"""A TOML file of plain tables read entry by entry, so that one that is wrong costs only itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_HEADER: Final = re.compile(r"[ \t]*\[([^\[\]\n]{1,300})\][ \t]*(?:#.*)?")
_ENTRY: Final = re.compile(
    r"""[ \t]*(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[A-Za-z0-9_-]{1,300}(?:\.[A-Za-z0-9_-]{1,300}){0,9})[ \t]*="""
)
_PLAIN_WORDS: Final = re.compile(r"[ \t]*([^\s\"=#\[\]][^\"=#\[\]\n]{0,300}?)[ \t]*=")
_REASON: Final = re.compile(r" \(at (?:line \d+, column \d+|end of document)\)$")
_LOOKS: Final = 'entries look like this: "Gull Rock" = ["the Rock"]'
_LONGEST: Final = 100
"""Lines that one entry may take: a list of other names over several."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry with its table, or the heading of a table; or a line that is neither, with the reason."""

    table: str
    name: str = ""
    value: object = None
    line: int | None = None
    """From 1; None where it is not known."""
    reason: str = ""
    hint: str = ""
    is_heading: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """Yield the entries of `text` in order, those that can't be read with the reason."""
    lines = text.splitlines()
    table = ""
    seen: dict[tuple[str, str], int] = {}
    at = 0
    while at < len(lines):
        number = at + 1
        if header := _header(lines[at]):
            table = header
            yield Piece(table, line=number, is_heading=True)
            at += 1
            continue
        found, size, reason = _entries(lines, at)
        at += size
        for name, value in found.items():
            first = seen.setdefault((table, name), number)
            if first == number:
                yield Piece(table, name, value, number)
            else:
                yield Piece(
                    table, name, value, number, f'"{name}" stands in line {first} already', "the first one counts"
                )
        if reason:
            what, hint = _reason(lines[number - 1], reason)
            yield Piece(table, line=number, reason=what, hint=hint)


def _header(line: str) -> str:
    found = _HEADER.fullmatch(line)
    return found[1].strip().strip("\"'").strip() if found else ""


def _entries(lines: list[str], at: int) -> tuple[dict[str, object], int, str]:
    """Return what stands from line `at` on up to the first line with which it can be read, and how many lines that is.

    Where none is, that is one line and the reason.
    """
    reason = ""
    for size in range(1, _LONGEST):
        end = at + size
        if end > len(lines) or (size > 1 and (_HEADER.fullmatch(lines[end - 1]) or _ENTRY.match(lines[end - 1]))):
            break
        if "\ufffd" in lines[end - 1]:
            return {}, size, "it is not UTF-8"
        try:
            return tomllib.loads("\n".join(lines[at:end])), size, ""
        except tomllib.TOMLDecodeError as error:
            reason = reason or _REASON.sub("", str(error))
    return {}, 1, reason[:1].lower() + reason[1:]


def _reason(line: str, reason: str) -> tuple[str, str]:
    """Return what is wrong with a line, and what to write instead."""
    words = _PLAIN_WORDS.match(line)
    if words and not _ENTRY.match(line):
        return f'"{words[1]}" stands without quotes', f'write quotes around a name: "{words[1]}" = []'
    if "\ufffd" in line:
        return "it is not UTF-8", "save the file as UTF-8"
    if line.count("[") > line.count("]"):
        return 'a list is not closed with "]"', _LOOKS
    return f"it can't be read: {reason}", _LOOKS

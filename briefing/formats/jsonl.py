"""JSON Lines, one article a line; and JSON files that hold one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from briefing.cleaning import cleaned
from briefing.formats import endings
from briefing.formats.draft import Draft, Faulty, joined
from briefing.formats.fields import draft_from, named, words
from briefing.formats.prose import paragraphs

SUFFIXES: Final = endings.JSON

_BODIES: Final = ("text", "body", "content", "article", "description")


def takes(head: str) -> bool:
    """Return whether a file that opens with `head` holds JSON."""
    start = head.lstrip("\ufeff \t\r\n")[:200]
    return start.startswith('{"') or (start.startswith("{") and start[1:].lstrip().startswith('"'))


def articles(text: str) -> Iterator[Draft | Faulty]:
    """Yield the article of each line; a line that is none is Faulty with its number, and costs only itself."""
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if isinstance(_parsed(first), Faulty):
        whole = _parsed(text)
        if not isinstance(whole, Faulty):
            yield from _each(whole)
            return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            value = _parsed(line)
            if isinstance(value, Faulty):
                yield Faulty(f"line {number:,} is no JSON: {value.reason}")
            elif isinstance(value, list) and len(lines) == 1:
                yield from _each(value)
            else:
                yield _draft(value, f"line {number:,}")


def _parsed(line: str) -> object:
    """Return the value that `line` spells, numbers as their digits; Faulty where it spells none."""
    try:
        # Digits stay digits: a number of a million of them would take minutes to make.
        value: object = json.loads(line, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        return Faulty(f"{error.msg} at character {error.colno:,}")
    except RecursionError:
        return Faulty("it is nested too deep")
    return value


def _each(value: object) -> Iterator[Draft | Faulty]:
    if not isinstance(value, list):
        yield _draft(value, "the file")
        return
    for number, item in enumerate(value, start=1):
        yield _draft(item, f"item {number:,}")


def _draft(value: object, where: str) -> Draft | Faulty:
    if not isinstance(value, dict):
        return Faulty(f"{where} is no article: not an object with a text")
    told = {str(key).strip().lower(): item for key, item in value.items()}
    body = next((told[name] for name in _BODIES if isinstance(told.get(name), str) and str(told[name]).strip()), "")
    fields = named(told)
    if not body and not words(fields.get("title")):
        return Faulty(f"{where} is no article: it has neither a text nor a title")
    return draft_from(fields, joined(paragraphs(cleaned(str(body)))))

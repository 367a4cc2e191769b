"""JSON Lines, one article a line; and JSON files that hold one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Final

from briefing.cleaning import cleaned
from briefing.formats.draft import Draft, Faulty, joined
from briefing.formats.header import FIELD_NAMES, tags_of
from briefing.formats.prose import paragraphs
from briefing.formats.published import from_seconds, published

SUFFIXES: Final = (".jsonl", ".ndjson", ".json")

_BODIES: Final = ("text", "body", "content", "article", "description")
_EPOCH: Final = 100_000_000
"""Seconds since 1970: a smaller number is no moment of publication."""


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
    fields: dict[str, object] = {}
    for key, item in told.items():
        name = FIELD_NAMES.get(key.replace("_", " "), FIELD_NAMES.get(key.removesuffix("at").rstrip("_")))
        if name and item not in (None, "", []):
            fields.setdefault(name, item)
    body = next((told[name] for name in _BODIES if isinstance(told.get(name), str) and str(told[name]).strip()), "")
    title = _words(fields.get("title"))
    if not body and not title:
        return Faulty(f"{where} is no article: it has neither a text nor a title")
    day, remark = _day(fields.get("date"))
    return Draft(
        joined(paragraphs(cleaned(str(body)))),
        title=title,
        published=day,
        source=_words(fields.get("source")),
        url=_words(fields.get("url")),
        author=_words(fields.get("author")),
        tags=_list(fields.get("tags")),
        own_id=_words(fields.get("id")),
        remarks=(remark,) if remark else (),
    )


def _words(value: object) -> str:
    """Return a field as words: a list with commas, an object by its name, as feeds write outlets and authors."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(words for item in value[:20] if (words := _name(item)))
    return _name(value)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "id") if isinstance(value.get(key), str)), "")
    return value if isinstance(value, str) else ""


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(words for item in value[:200] if (words := _name(item)))
    return tags_of(value) if isinstance(value, str) else ()


def _day(value: object) -> tuple[date | datetime | None, str]:
    if not isinstance(value, str):
        return None, "" if value is None else "the date could not be read"
    digits = value.strip()
    if digits.isdecimal() and len(digits) != 8 and len(digits) <= 14 and int(digits) > _EPOCH:
        return from_seconds(float(digits)), ""
    found = published(value)
    return found.published, found.remark

"""The fields of an article as files name them, and a draft made of their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from briefing.formats.draft import Draft, Prose
from briefing.formats.published import from_seconds, published

FIELD_NAMES: Final[Mapping[str, str]] = {
    "title": "title", "headline": "title",
    "date": "date", "published": "date", "published at": "date", "publishedat": "date", "publication date": "date",
    "pubdate": "date", "datetime": "date",
    "source": "source", "outlet": "source", "publisher": "source", "publication": "source",
    "url": "url", "link": "url",
    "author": "author", "authors": "author", "byline": "author",
    "tags": "tags", "keywords": "tags", "topics": "tags",
    "id": "id",
}  # fmt: skip
"""What files call a field, in small letters with blanks between the words, and what it is here."""

_EPOCH: Final = 100_000_000
"""Seconds since 1970: a smaller number is no moment of publication."""
_MOST_ITEMS: Final = 200


def named(told: Mapping[str, object]) -> dict[str, object]:
    """Return what `told` says of the fields that an article has, the first of each that says anything."""
    fields: dict[str, object] = {}
    for key, value in told.items():
        name = FIELD_NAMES.get(key.strip().lower().replace("_", " ").replace("-", " "))
        if name and value not in (None, "", []):
            fields.setdefault(name, value)
    return fields


def draft_from(fields: Mapping[str, object], prose: Prose, *, remarks: tuple[str, ...] = ()) -> Draft:
    """Return the article of that prose whose fields, by our names, hold words, lists, or objects with a name."""
    day, remark = _day(fields.get("date"))
    return Draft(
        prose,
        title=words(fields.get("title")),
        published=day,
        source=words(fields.get("source")),
        url=words(fields.get("url")),
        author=words(fields.get("author")),
        tags=_listed(fields.get("tags")),
        own_id=words(fields.get("id")),
        remarks=(*remarks, remark) if remark else remarks,
    )


def words(value: object) -> str:
    """Return a field as words: a list with commas, an object by its name, as feeds write outlets and authors."""
    if isinstance(value, list):
        return ", ".join(name for item in value[:_MOST_ITEMS] if (name := _name(item)))
    return _name(value)


def tags_of(value: str) -> tuple[str, ...]:
    """Return the tags that a line lists, with commas or semicolons between them."""
    tags = (tag.strip(" \t\"'[]#") for tag in re.split("[,;]", value[:10_000]))
    return tuple(tag for tag in tags if tag)


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = next((value[key] for key in ("name", "title", "id") if isinstance(value.get(key), str)), "")
    return value if isinstance(value, str) else ""


def _listed(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(name for item in value[:_MOST_ITEMS] if (name := _name(item)))
    return tags_of(value) if isinstance(value, str) else ()


def _day(value: object) -> tuple[date | datetime | None, str]:
    if not isinstance(value, str):
        return None, "" if value is None else "the date could not be read"
    digits = value.strip()
    if digits.isdecimal() and len(digits) != 8 and len(digits) <= 14 and int(digits) > _EPOCH:
        return from_seconds(float(digits)), ""
    found = published(value)
    return found.published, found.remark

"""Fields in front of an article in plain text: `date 2024-01-21`, `Title: ...`, `Source: ...`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from briefing.formats.fields import FIELD_NAMES
from briefing.formats.published import published, written

LONGEST_VALUE: Final = 500

_NAME: Final = "|".join(sorted(FIELD_NAMES, key=len, reverse=True))
_FIELD: Final = re.compile(
    rf"(?P<name>{_NAME})(?P<mark>[ \t]{{0,3}}[:=]|[ \t]{{1,3}}[-–—](?=[ \t])|(?=\s|$))", re.IGNORECASE
)
_NEXT_FIELD: Final = re.compile(
    rf"[ \t]+(?:[|;·][ \t]*)?(?=(?:{_NAME})[ \t]{{0,3}}:|date[ \t]+[-–—]?[ \t]*\d|url[ \t]+https?://)", re.IGNORECASE
)
_NO_DATE: Final = re.compile(r"(?:none|null|n/a|unknown|undated)\b", re.IGNORECASE)
_EMPTY_DATE: Final = re.compile(r" (?=[^\sa-z])")
_SOLID: Final = re.compile(r"\S")
_BLANKS: Final = re.compile(r"[ \t]*")
_GAP: Final = re.compile(r"[\s|;·]*")
_URL: Final = re.compile(r"[a-z][a-z0-9+.-]{0,20}:\S{1,2000}|www\.\S{1,2000}|\S{1,2000}(?=\n|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What stood in front of a text, and where the text begins."""

    values: Mapping[str, str]
    end: int = 0
    published: date | datetime | None = None
    remarks: tuple[str, ...] = ()


def header(text: str) -> Header:
    """Return the fields that cleaned `text` opens with, on one line or several; none where it opens with its body."""
    values: dict[str, str] = {}
    remarks: list[str] = []
    day: date | datetime | None = None
    at = _skip_blank(text, 0)
    end = 0
    while True:
        found = _FIELD.match(text, at)
        if found is None:
            break
        name = FIELD_NAMES[found["name"].lower()]
        start = _skip(text, found.end())
        if name in values:
            break
        if name == "date":
            told = _date(text, found, start)
            if told is None:
                break
            value, at, told_day, remark = told
            day = told_day
            remarks += [remark] if remark else []
        else:
            taken = _value(text, found, start, name)
            if taken is None:
                break
            value, at = taken
        values[name] = value
        end = at = _skip_gap(text, at)
    return Header(values, end, day, tuple(remarks))


def opens_with_date(text: str) -> bool:
    """Return whether `text` begins as a seed record does: the word "date", then a date or none."""
    found = _FIELD.match(text, _skip_blank(text, 0))
    return bool(
        found
        and FIELD_NAMES[found["name"].lower()] == "date"
        and _date(text, found, _skip(text, found.end())) is not None
    )


def _date(text: str, found: re.Match[str], start: int) -> tuple[str, int, date | datetime | None, str] | None:
    """Return the words, their end, their day and a remark; None where the word "date" opens a sentence instead."""
    if start >= len(text) or text[start] == "\n":
        return "", start, None, ""
    none = _NO_DATE.match(text, start)
    if none:
        return none[0], none.end(), None, ""
    told = written(text, start)
    if told:
        return text[start : told.end], told.end, told.published, told.remark
    if found["mark"]:
        end = _line_end(text, start)
        if end - start <= 60:
            words = text[start:end]
            return words, end, None, published(words).remark
        return "", start, None, ""
    # "date" in small letters before a capital: the field is there, its value is not.
    if found["name"] == "date" and _EMPTY_DATE.match(text, found.end()):
        return "", start, None, ""
    return None


def _value(text: str, found: re.Match[str], start: int, name: str) -> tuple[str, int] | None:
    end = _line_end(text, start)
    if name == "url":
        url = _URL.match(text, start, end)
        is_told = url and (found["mark"] or url[0].startswith(("http://", "https://")))
        return (url[0], url.end()) if url and is_told else None
    following = _NEXT_FIELD.search(text, start, min(end, start + LONGEST_VALUE))
    if not found["mark"] and (following is None or not found["name"].islower()):
        return None
    if following:
        return text[start : following.start()].strip(), following.start()
    return (text[start:end].strip(), end) if end - start <= LONGEST_VALUE else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _skip(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    at = found.end() if found else at
    # `Date - 2024-01-21`, where nothing else could be meant by the dash.
    if text[at : at + 2] in {"- ", "– "}:
        return at + 2
    return at


def _skip_blank(text: str, at: int) -> int:
    found = _SOLID.search(text, at)
    return found.start() if found else len(text)


def _skip_gap(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at

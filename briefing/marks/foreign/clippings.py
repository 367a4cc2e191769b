"""My Clippings: the highlights, notes and bookmarks that a Kindle keeps in one text file, and KOReader in the same form.

The Title (The Author)
- Your Highlight on page 3 | Location 170-172 | Added on Sunday, 21 January 2024 10:00:00

The marked words.
==========
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from briefing.cleaning import cleaned, cleaned_line
from briefing.marks.foreign.found import NotTaken, decoded, found_mark
from briefing.model import Anchor, ArticleRef, Mark, MarkKind

_END: Final = re.compile(r"^={6,}\s*$")
_KINDS: Final = (
    # Highlights last: the words for the others stand in no other language's word for a highlight.
    (MarkKind.BOOKMARK, ("bookmark", "lesezeichen", "signet", "marcador", "segnalibro", "bladwijzer", "書籤", "书签", "ブックマーク")),
    (MarkKind.NOTE, ("note", "notiz", "nota", "notitie", "筆記", "笔记", "メモ", "заметка")),
    (MarkKind.HIGHLIGHT, ("highlight", "markierung", "surlignement", "subrayado", "resaltado", "evidenziazione", "destaque",
                          "markering", "標註", "标注", "ハイライト", "выделение")),
)  # fmt: skip
_NUMBERS: Final = re.compile(r"(\d{1,9})(?:\s?[-–]\s?(\d{1,9}))?")
_TITLE: Final = re.compile(r"(?P<title>.{1,2000}?)\s*\([^()]{1,300}\)\s*$", re.DOTALL)
_MONTHS: Final = {
    name[:3]: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9}),? (\d{4})")
_MONTH_FIRST: Final = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AaPp])\.?[Mm])?")


@dataclass(frozen=True, slots=True)
class _Clipping:
    """One entry of the file."""

    line: int
    title: str
    kind: MarkKind
    place: str
    """The kind of place and its numbers: "location 170-172"."""
    last: int | None
    """The last number of the place: a note lies where its highlight ends."""
    created: str
    words: str


def imported(content: bytes, *, now: datetime) -> Iterator[Mark | NotTaken]:
    """Return the clippings as marks; a note at the end of a highlight becomes one mark with it."""
    waiting: _Clipping | None = None
    for found in _entries(decoded(content), now):
        if isinstance(found, NotTaken):
            yield found
        elif waiting and _belong_together(waiting, found):
            words, note = (waiting, found) if found.kind is MarkKind.NOTE else (found, waiting)
            yield _mark(replace(words, kind=MarkKind.NOTE), note.words)
            waiting = None
        else:
            if waiting:
                yield _mark(waiting)
            waiting = found
    if waiting:
        yield _mark(waiting)


def _entries(text: str, now: datetime) -> Iterator[_Clipping | NotTaken]:
    lines = cleaned(text).replace("\ufeff", "").split("\n")
    first: int | None = None
    for number, line in enumerate([*lines, "=========="]):
        if _END.match(line):
            if first is not None:
                yield _entry(lines[first:number], first + 1, now)
            first = None
        elif first is None and line.strip():
            first = number


def _entry(lines: list[str], number: int, now: datetime) -> _Clipping | NotTaken:
    if len(lines) < 2 or not lines[1].lstrip().startswith("-"):
        return NotTaken(number, "below its title stands no line that begins with a dash")
    about = lines[1].lstrip("- ").strip()
    kind = _kind(about)
    words = "\n".join(lines[2:]).strip()
    if kind is None:
        return NotTaken(number + 1, f'it tells no highlight, note or bookmark: "{cleaned_line(about, 60)}"')
    if kind is not MarkKind.BOOKMARK and not words:
        return NotTaken(number, "its words are missing")
    parts = [part.strip() for part in about.split("|")]
    place = next((part for part in reversed(parts[:-1] or parts) if _NUMBERS.search(part)), "")
    numbers = _NUMBERS.search(place)
    last = int(numbers[2] or numbers[1]) if numbers else None
    return _Clipping(number, cleaned_line(lines[0]), kind, place, last, _moment(parts[-1]) or now.isoformat(), words)


def _kind(about: str) -> MarkKind | None:
    """Return what the line tells; only its first part, behind which stand places and days."""
    said = about.split("|", maxsplit=1)[0].lower()
    for kind, names in _KINDS:
        if any(re.search(rf"(?<![^\W\d_]){name}", said) if name.isascii() else name in said for name in names):
            return kind
    return None


def _belong_together(one: _Clipping, other: _Clipping) -> bool:
    kinds = {one.kind, other.kind}
    return (
        kinds == {MarkKind.NOTE, MarkKind.HIGHLIGHT} and one.title == other.title and one.last == other.last is not None
    )


def _mark(clipping: _Clipping, note: str | None = None) -> Mark:
    told = _TITLE.match(clipping.title)
    is_words = clipping.kind is not MarkKind.BOOKMARK and (clipping.kind is MarkKind.HIGHLIGHT or note is not None)
    return found_mark(
        ArticleRef(f"clippings: {clipping.title}", "", told["title"] if told else clipping.title),
        clipping.kind,
        seed=f"clippings\0{clipping.title}\0{clipping.place}\0{clipping.words}",
        created=clipping.created,
        changed=clipping.created,
        anchor=Anchor(quote=clipping.words) if is_words else None,
        note=note if is_words else (clipping.words or None),
    )


def _moment(told: str) -> str | None:
    """Return the day and time, in English or by ISO 8601; None where they are told otherwise."""
    day = _day(told)
    if day is None:
        return None
    clock = _CLOCK.search(told)
    hour, minute, second = (int(clock[1]), int(clock[2]), int(clock[3] or 0)) if clock else (0, 0, 0)
    if clock and clock[4]:
        hour = hour % 12 + (12 if clock[4] in "Pp" else 0)
    try:
        return datetime(*day, hour, minute, second).isoformat()  # noqa: DTZ001 - the device's own time, no zone told
    except ValueError:
        return None


def _day(told: str) -> tuple[int, int, int] | None:
    if found := _ISO.search(told):
        return int(found[1]), int(found[2]), int(found[3])
    if (found := _DAY_FIRST.search(told)) and found[2][:3].lower() in _MONTHS:
        return int(found[3]), _MONTHS[found[2][:3].lower()], int(found[1])
    if (found := _MONTH_FIRST.search(told)) and found[1][:3].lower() in _MONTHS:
        return int(found[3]), _MONTHS[found[1][:3].lower()], int(found[2])
    return None

"""A briefing as text to be read or mailed: at most 76 columns wide."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from briefing.export.brief_outline import Entry, Line, Outline, Part
from briefing.export.links import may_be_linked

WIDTH: Final = 72
"""What can be quoted in an answer without being broken."""
NARROWEST: Final = 40
DEEPER: Final = "  "


def text_brief(told: Outline, *, width: int = WIDTH) -> Iterator[str]:
    """Yield the lines of a briefing, wrapped to `width`; an address is never broken, whatever its length."""
    width = max(width, NARROWEST)
    yield from _wrapped(told.title.upper(), "", width)
    yield from _wrapped(told.about, "", width)
    for number, entry in enumerate(told.entries, 1):
        yield ""
        yield ""
        yield from _entry(entry, number, width)
    for part in told.rest:
        yield ""
        yield ""
        yield from _part(part, "", width)
    for note in told.notes:
        yield ""
        yield from _wrapped(note, "", width)


def _entry(entry: Entry, number: int, width: int) -> Iterator[str]:
    title = _wrapped(f"{number}. {entry.title}", "", width, hanging=" " * len(f"{number}. "))
    yield from title
    yield "-" * min(width, max(map(len, title)))
    yield from _wrapped(entry.about, "", width)
    for part in entry.parts:
        yield ""
        yield from _part(part, "", width)


def _part(part: Part, indent: str, width: int) -> Iterator[str]:
    yield f"{indent}{part.heading.upper()}"
    for line in part.lines:
        yield from _line(line, indent, width)
    if part.more:
        yield f"{indent}- {part.more}"


def _line(line: Line, indent: str, width: int) -> Iterator[str]:
    said = f"{line.words} ({line.who})" if line.who else line.words
    yield from _wrapped(f"- {said}", indent, width, hanging=f"{indent}{DEEPER}")
    if may_be_linked(line.url):
        yield f"{indent}{DEEPER}{line.url}"
    for below in line.below:
        yield from _wrapped(below, f"{indent}{DEEPER}", width, hanging=f"{indent}{DEEPER * 2}")


def _wrapped(text: str, indent: str, width: int, *, hanging: str | None = None) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=indent if hanging is None else hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )

"""A briefing as Markdown: headings, lists, and links where an address may be followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from briefing.export.brief_outline import Line, Outline, Part
from briefing.export.links import may_be_linked
from briefing.export.report_markdown import plain


def markdown_brief(told: Outline) -> Iterator[str]:
    """Yield the lines of a briefing; the words of articles are escaped, so that they give no markup of their own."""
    yield f"# {plain(told.title)}"
    yield ""
    yield plain(told.about)
    for number, entry in enumerate(told.entries, 1):
        yield ""
        yield f"## {number}. {plain(entry.title)}"
        yield ""
        yield plain(entry.about)
        for part in entry.parts:
            yield ""
            yield from _part(part, "###")
    for part in told.rest:
        yield ""
        yield from _part(part, "##")
    for note in told.notes:
        yield ""
        yield plain(note)


def _part(part: Part, level: str) -> Iterator[str]:
    yield f"{level} {part.heading}"
    yield ""
    for line in part.lines:
        yield f"- {_linked(line)}{f' ({plain(line.who)})' if line.who else ''}"
        for below in line.below:
            yield f"  - {plain(below)}"
    if part.more:
        yield f"- {part.more}"


def _linked(line: Line) -> str:
    if not may_be_linked(line.url):
        return plain(line.words)
    return f"[{plain(line.words)}](<{quote(line.url, safe=SAFE)}>)"


SAFE: Final = "!#$%&'()*+,/:;=?@[]~-._"
"""What an address may hold as it is; all else is written by its bytes."""

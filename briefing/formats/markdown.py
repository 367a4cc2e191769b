"""Markdown: YAML front matter, where there is one, and a CommonMark body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.cleaning import cleaned
from briefing.formats import endings
from briefing.formats.draft import Draft, Faulty, joined
from briefing.formats.fields import draft_from, named
from briefing.formats.header import header
from briefing.formats.prose import paragraphs

SUFFIXES: Final = endings.MARKDOWN

_FRONT: Final = re.compile(r"---[ \t]{0,10}\r?\n(?:#[^\n]{0,200}\n){0,5}[A-Za-z\"'][\w \"'-]{0,40}:(?:\s|$)")
_HEADING: Final = re.compile(r"\s{0,100}#{1,6} \S")


def takes(head: str) -> bool:
    """Return whether a file that opens with `head` has front matter or a heading."""
    return bool(has_front_matter(head) or _HEADING.match(head))


def has_front_matter(head: str) -> bool:
    """Return whether a file that opens with `head` begins with a line of dashes and a field below it."""
    return head.startswith("---") and bool(_FRONT.match(head))


def articles(text: str) -> Iterator[Draft | Faulty]:
    """Yield the one article of a file. Where its markup can't be parsed it is shown as it stands, and says so."""
    # Both are imported here: they cost 70 ms that a folder of plain text has no use for.
    from briefing.formats import commonmark, front_matter

    text = cleaned(text).strip("\n")
    remarks: tuple[str, ...] = ()
    if front_matter.is_in_front(text):
        front = front_matter.split(text)
        fields, body, remarks = named(front.fields), front.body, front.remarks
    else:
        lines = header(text)
        fields, body = dict(lines.values), text[lines.end :]
    prose = commonmark.prose_of(body)
    if prose is None:
        prose = joined(paragraphs(body))
        remarks += ("its markup is too much to be read: shown as plain text",)
    yield draft_from(fields, prose, remarks=remarks)

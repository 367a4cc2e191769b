"""Seed records: a line that begins ` date 2024-01-21 ` and goes on with the body; several parted by `|||||`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.cleaning import cleaned
from briefing.formats import endings
from briefing.formats.draft import Draft, Faulty
from briefing.formats.header import opens_with_date
from briefing.formats.plain import draft_of

SUFFIXES: Final = endings.TEXT

_PARTING: Final = re.compile(r"(?:^|(?<=\s))\|{5,}(?=\s|$)")
_NEXT_RECORD: Final = re.compile(r"(?<=\n\n)(?= date \d{4}-\d{2}-\d{2}[ T\n])")


def takes(head: str) -> bool:
    """Return whether a file that opens with `head` holds seed records."""
    return opens_with_date(cleaned(head)) or ("|||||" in head and bool(_PARTING.search(head)))


def articles(text: str) -> Iterator[Draft | Faulty]:
    """Yield the records of a file. Without a parting line, one that begins as the first did begins the next."""
    text = cleaned(text)
    for part in _PARTING.split(text) if "|||||" in text else [text]:
        # The plain test first: most files hold one record, and a pattern takes longer than all the rest.
        pieces = _NEXT_RECORD.split(part) if "\n\n date " in part and opens_with_date(part) else [part]
        for piece in pieces:
            if piece and not piece.isspace():
                yield draft_of(piece)

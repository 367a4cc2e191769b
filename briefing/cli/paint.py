"""A report in the terminal's own colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from briefing.export.report import Part, Row

COLOURS: Final[Mapping[Part, str]] = {
    Part.TITLE: "1",
    Part.ABOUT: "2",
    Part.HEADING: "36",
    Part.FACT: "1",
    Part.SOURCE: "33",
}
"""SGR parameters out of the terminal's own 16 colours; the article's words stay as the terminal shows text."""


def painted(row: Row) -> str:
    """Return the row with the terminal's colours in it."""
    return "".join(
        f"\x1b[{COLOURS[part]}m{text}\x1b[0m" if part in COLOURS and not text.isspace() else text
        for part, text in row.pieces
    )

"""The lines of the facts pane."""

from __future__ import annotations

from typing import Final

from briefing.reading.drawing.pieces import Piece, ended
from briefing.reading.frame import Pane
from briefing.reading.state import Reading

NOTHING: Final = ("No key facts were found", "in this article.")


def facts_line(reading: Reading, number: int, *, width: int) -> tuple[Piece, ...]:
    """Return the line `number` of the facts pane below its heading, from 0 at its top, `width` cells wide."""
    panel = reading.panel
    index = panel.top + number
    if panel.analysis is None or not panel.shown:
        searching = panel.analysis is None and reading.page is not None
        told = ("Looking for the facts.",) if searching else NOTHING if panel.analysis else ()
        words = told[number] if number < len(told) else ""
        return ended((Piece(f" {words}", "dim"),), width, "text")
    if index >= len(panel.lines):
        is_last = number == panel.height - 1 and index > len(panel.lines)
        return legend_line(width) if is_last else (Piece(" " * width, "text"),)
    line = panel.lines[index]
    if line.fact is None or line.fact != panel.cursor or reading.focus is not Pane.FACTS:
        return ended((Piece(" ", "text"), *line.pieces), width, "text")
    here = tuple(Piece(piece.text, f"{piece.style} fact-here") for piece in line.pieces)
    return ended((Piece(" ", "fact-here"), *here), width, "fact-here")


def legend_line(width: int) -> tuple[Piece, ...]:
    """Return how the four kinds of names are lit, as far as they fit."""
    drawn: list[Piece] = [Piece(" ", "text")]
    room = width - 1
    for style, words in (("person", "people"), ("organisation", "groups"), ("place", "places"), ("other", "other")):
        if len(words) > room:
            break
        drawn += (Piece(words, f"text {style}"), Piece("  ", "text"))
        room -= len(words) + 2
    return ended(drawn[:-1], width, "text")

"""The lines of the reader pane."""

from __future__ import annotations

from typing import Final

from briefing.reading.decoration import runs
from briefing.reading.drawing.pieces import Piece, Signs, ended, mark_sign
from briefing.reading.layout import Line, LineKind
from briefing.reading.lights import layers
from briefing.reading.page import Page
from briefing.reading.state import Reading
from briefing.reading.wrapping import shortened

STYLES: Final = {
    LineKind.TITLE: "title",
    LineKind.ABOUT: "dim",
    LineKind.REMARK: "fact-doubt",
    LineKind.NOTE: "note-words",
    LineKind.HEADING: "heading",
    LineKind.TEXT: "text",
    LineKind.QUOTE: "quote",
    LineKind.BLANK: "text",
}


def sheet_line(reading: Reading, number: int, *, width: int, margin: int, signs: Signs) -> tuple[Piece, ...]:
    """Return the line `number` of the reader pane, from 0 at its top, `width` cells wide, the text behind `margin`."""
    page = reading.page
    if page is None:
        words = "" if number else "Opening." if reading.wanted else "Enter opens an article."
        return ended((Piece(" " * margin + shortened(words, width - margin), "dim"),), width, "text")
    index = page.top + number
    if index >= len(page.layout.lines):
        return (Piece(" " * width, "text"),)
    line = page.layout.lines[index]
    return ended((_gutter(reading, line, margin, signs), *_body(page, line)), width, "text")


def page_line(page: Page, number: int) -> tuple[Piece, ...]:
    """Return the line `number` of a page, from 0 at its top, without a margin."""
    index = page.top + number
    return _body(page, page.layout.lines[index]) if index < len(page.layout.lines) else ()


def _gutter(reading: Reading, line: Line, margin: int, signs: Signs) -> Piece:
    return Piece(f"{' ' * (margin - 2)}{_sign(reading, line, signs)} ", "mark")


def _sign(reading: Reading, line: Line, signs: Signs) -> str:
    """Return the sign of the first mark that begins on a line: hollow, or a small letter, until it is on the disk."""
    page = reading.page
    if page is None or not line.has_text:
        return " "
    for one in page.marks:
        if one.span and one.certain and line.span.start <= one.span.start < line.span.end:
            return mark_sign(one.mark, signs, saved=one.mark.id not in reading.marks.unsaved)
    return " "


def _body(page: Page, line: Line) -> tuple[Piece, ...]:
    style = STYLES[line.kind]
    if not line.has_text:
        return (Piece(line.words, style),)
    text = page.article.text
    shown = text[line.span.start : line.span.end].rstrip()
    end = line.span.start + len(shown)
    pieces = [Piece(line.before, "dim")] if line.before else []
    for run in runs(line.span, layers(page)):
        if run.span.start >= end:
            break
        words = text[run.span.start : min(run.span.end, end)]
        pieces.append(Piece(words, " ".join((style, *run.styles))))
    return tuple(pieces)

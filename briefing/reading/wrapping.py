"""Lines of a given width from a text, as spans: nothing is lost, nothing added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, get_character_cell_size

from briefing.model import Span

SPACE: Final = " "
FOLDS: Final = "-–—/"
"""Where a word too long for the line may be parted: after a hyphen, a dash or a slash."""

NEAR: Final = 4
"""Cells that may be given up so that a line is cut between words."""


def wrapped(text: str, span: Span, *, width: int) -> Iterator[Span]:
    """Yield the lines of `text` within `span`, each at most `width` cells wide, trailing spaces aside.

    Lines follow each other without a gap: the space at which a line breaks belongs to its end. A no-break space
    does not break; a word wider than the line is parted after a hyphen, a dash or a slash, else anywhere.
    An empty span gives one empty line.
    """
    width = max(width, 2)
    start = span.start
    while True:
        fits = fitting(text, start, span.end, width=width)
        if fits >= span.end:
            yield Span(start, span.end)
            return
        cut = text.rfind(SPACE, start, fits + 1) + 1
        if cut <= start or not text[start:cut].strip(SPACE):
            folds = (text.rfind(fold, start, fits) + 1 for fold in FOLDS)
            cut = max(start, *folds)
            cut = cut if cut > start else max(fits, start + 1)
        while cut < span.end and text[cut] == SPACE:
            cut += 1
        yield Span(start, cut)
        if cut >= span.end:
            return
        start = cut


def fitting(text: str, start: int, end: int, *, width: int) -> int:
    """Return the offset up to which `text` from `start` fits into `width` cells; never beyond `end`."""
    chunk = text[start : min(end, start + width)]
    if chunk.isascii():
        return start + len(chunk)
    cells = 0
    at = start
    while at < end:
        cells += get_character_cell_size(text[at])
        if cells > width:
            return at
        at += 1
    return end


def cells(text: str) -> int:
    """Return how many cells `text` takes on a terminal."""
    return len(text) if text.isascii() else cell_len(text)


def shortened(text: str, width: int, *, more: str = "…") -> str:
    """Return `text` if it fits into `width` cells, else its beginning, cut at a word where one ends near, and `more`."""
    if cells(text) <= width:
        return text
    if width <= cells(more):
        return more[:width]
    end = fitting(text, 0, len(text), width=width - cells(more))
    space = text.rfind(SPACE, 0, end + 1)
    if space > 0 and space >= end - NEAR:
        end = space
    return text[:end].rstrip() + more


def padded(text: str, width: int) -> str:
    """Return `text` with spaces behind it up to `width` cells."""
    return text + SPACE * (width - cells(text))

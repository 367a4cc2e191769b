"""Pieces of a line, and the signs that stand for what has no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Final

from briefing.model import Mark, MarkKind, Span
from briefing.reading.colours import letter
from briefing.reading.wrapping import cells, shortened, wrapped
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that look alike."""

    text: str
    style: str
    """The parts of a theme that lie over each other here, from the lowest to the highest, parted by spaces."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs, for terminals that know Unicode and for those that don't."""

    unread: str
    bookmark: str
    bookmark_unsaved: str
    note: str
    note_unsaved: str
    broken: str
    rule: str
    bar: str
    more: str
    dot: str
    caret: str
    own: str


UNICODE: Final = Signs("●", "◆", "◇", "■", "□", "✗", "│", "─", "…", "·", "›", "✓")
ASCII: Final = Signs("*", "#", "+", "N", "n", "x", "|", "-", "...", "-", ">", "~")

HEARD: Final = replace(ASCII, rule=" ", bar=" ", dot=",")
"""For those who listen: nothing is drawn that would be read out for nothing."""

SPELT: Final = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"}
"""Keys that have a sign on them, in letters."""


def spelt(text: str, signs: Signs) -> str:
    """Return the names of keys and the signs in `text` as the terminal can show them."""
    if signs is UNICODE:
        return text
    told = {getattr(UNICODE, part.name): getattr(signs, part.name) for part in fields(Signs)}
    return "".join(SPELT.get(letter) or told.get(letter, letter) for letter in text)


def mark_sign(mark: Mark, signs: Signs, *, saved: bool) -> str:
    """Return the sign of a mark in the margin: filled when it is on the disk, hollow until then."""
    if mark.kind is MarkKind.HIGHLIGHT:
        sign = letter(mark.colour)
        return sign if saved else sign.lower()
    if mark.kind is MarkKind.NOTE:
        return signs.note if saved else signs.note_unsaved
    return signs.bookmark if saved else signs.bookmark_unsaved


def in_lines(text: str, style: str, *, width: int) -> list[Piece]:
    """Return `text` as lines of at most `width` cells, all of one style."""
    return [Piece(span.of(text).rstrip(), style) for span in wrapped(text, Span(0, len(text)), width=width)]


def ended(pieces: Iterable[Piece], width: int, style: str) -> tuple[Piece, ...]:
    """Return the pieces with spaces behind them up to `width` cells."""
    drawn = tuple(pieces)
    left = width - sum(cells(piece.text) for piece in drawn)
    return (*drawn, Piece(" " * left, style)) if left > 0 else drawn


def two_sided(left: tuple[Piece, ...], right: tuple[Piece, ...], width: int, style: str) -> tuple[Piece, ...]:
    """Return a line with words on both sides; where there is no room for both, the left ones give way, then the right.

    Only the last piece on the left is cut.
    """
    right_width = sum(cells(piece.text) for piece in right)
    if right_width > width // 2:
        right, right_width = (), 0
    room = width - right_width - 1
    drawn: list[Piece] = []
    for piece in left:
        if room <= 0:
            break
        text = shortened(piece.text, room) if cells(piece.text) > room else piece.text
        drawn.append(Piece(text, piece.style))
        room -= cells(text)
    return (*drawn, Piece(" " * (room + 1), style), *right)

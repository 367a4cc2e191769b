"""Anchors: a mark's words and their surroundings, and where they stand in a text that has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from briefing.anchors import evidence
from briefing.anchors.folding import folded
from briefing.model import Anchor, text_id

__all__ = ["Placement", "locate", "make_anchor"]

CONTEXT: Final = 64
"""Characters kept on either side of the words."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where marked words stand: code points into the text, half-open."""

    start: int
    end: int
    certain: bool
    """False: to be offered to the user with what was and what is, never placed in silence."""


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return what finds `text[start:end]` again when the text has changed. Raises ValueError for no such range."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no span: {start} to {end}")
    quote = text[start:end]
    return Anchor(
        start, end, quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT],
        text.count(quote) if quote else 0, text, text_id(text),
    )  # fmt: skip


def locate(anchor: Anchor, text: str) -> Placement | None:
    """Return where the anchor's words stand in `text`, None where they are gone."""
    found, new = evidence.search(anchor, text)
    if not found:
        return None
    start, end = new.span(found[0].start, found[0].end)
    return Placement(start, end, certain=True)

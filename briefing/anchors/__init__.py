"""Anchors: a mark's words and their surroundings, and where they stand in a text that has changed since."""

from __future__ import annotations

from typing import Final

from briefing.model import Anchor, text_id
from briefing.values import dataclass

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
    """Return where the anchor's words stand in `text`, None where they are gone.

    What lacks its old text, or its words, is found by the rest: by words and surroundings, or by its position
    where there is nothing else, which is never certain.
    """
    if anchor.text is not None and anchor.text == text and anchor.start is not None and anchor.end is not None:
        return Placement(anchor.start, anchor.end, certain=True)
    if not anchor.quote:
        return _by_position(anchor, text)
    # Here, not above: nearly all marks stand where they stood, and the first frame is drawn without the search.
    from briefing.anchors.places import search
    from briefing.anchors.placing import is_certain, is_offered

    found, new = search(anchor, text)
    if not found:
        return None
    best = found[0]
    certain = is_certain(best, next_best=found[1] if len(found) > 1 else None)
    if not certain and not is_offered(best):
        return None
    start, end = new.span(best.start, best.end)
    return Placement(start, end, certain)


def _by_position(anchor: Anchor, text: str) -> Placement | None:
    if anchor.start is None or anchor.start > len(text):
        return None
    return Placement(anchor.start, min(max(anchor.start, anchor.end or 0), len(text)), certain=False)

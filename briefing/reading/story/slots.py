"""The slots of a comparison: what they are called on the screen, and in which order a card tells them."""

from __future__ import annotations

from typing import Final

from briefing.stories import Comparison

CARD: Final = (
    "what", "where", "when", "who", "whom", "killed", "injured", "missing", "detained", "displaced", "count", "money",
    "percent", "measure", "claim of responsibility", "denial", "condemnation", "announcement", "not known",
)  # fmt: skip
"""The slots that a card shows, in its order; all others stand in the comparison alone."""
SHORT: Final = {
    "claim of responsibility": "claims it",
    "denial": "denied",
    "condemnation": "condemned",
    "announcement": "announced",
    "earlier event": "earlier",
    "statement": "said",
    "background": "told",
    "percent": "share",
    "measure": "length",
}
NAMED: Final = frozenset(("count", "percent", "money", "measure", "date", "time", "statement", "background"))
"""Slots that say nothing beside what they are of."""


def label(line: Comparison) -> str:
    """Return what the slot of a line is called: what is counted or spoken of where that tells it."""
    slot, _, rest = line.slot.partition(": ")
    if slot in NAMED and rest:
        return rest
    return f"{SHORT.get(slot, slot)}: {rest}" if rest else SHORT.get(slot, slot)


def place(line: Comparison) -> int | None:
    """Return where a card tells the line; None where it does not."""
    slot = line.slot.partition(":")[0]
    return CARD.index(slot) if slot in CARD else None

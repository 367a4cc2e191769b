"""The slots of a comparison: what they are called on the screen, and in which order a card tells them."""

from __future__ import annotations

from typing import Final

from briefing.stories import Comparison, Relation

CARD: Final = (
    "what", "where", "when", "time of day", "who", "whom", "killed", "injured", "missing", "survivors", "detained",
    "displaced", "votes for", "votes against", "count", "money", "percent", "measure", "claim of responsibility", "denial", "condemnation", "announcement", "not known",
)  # fmt: skip
"""The slots that a card shows, in its order; of others it shows conflicts, and the comparison all."""
CORE: Final = frozenset(("what", "where", "when", "who", "whom"))
"""What a card tells of the event, also where one report alone has it."""
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
    if slot in CARD:
        return CARD.index(slot)
    return len(CARD) if line.relation is Relation.CONFLICT else None

"""Verbs: how the panel says that someone says it: says, denied, believes."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import ClaimStatus

VERBS: Final = {
    ClaimStatus.STATED: "{} says",
    ClaimStatus.CLAIMED: "{} claims",
    ClaimStatus.CONFIRMED: "{} confirmed",
    ClaimStatus.NOT_CONFIRMED: "{} did not confirm",
    ClaimStatus.DENIED: "denied by {}",
    ClaimStatus.HEDGED: "{}: unclear",
    ClaimStatus.CLAIMED_RESPONSIBILITY: "{} claims responsibility",
    ClaimStatus.CONDEMNED: "condemned by {}",
    ClaimStatus.ANNOUNCED: "{} announced",
}
HEDGES: Final = (
    ("expect", "expects"),
    ("estimat", "estimates"),
    ("believ", "believes"),
    ("think", "believes"),
    ("thought", "believes"),
    ("hop", "hopes"),
    ("fear", "fears"),
    ("suspect", "suspects"),
    ("doubt", "doubts"),
    ("suggest", "suggests"),
    ("hint", "hints"),
    ("impl", "suggests"),
    ("speculat", "reckons"),
    ("guess", "reckons"),
    ("assum", "assumes"),
)
"""How the cue of someone who is not sure begins, and the verb for it."""
DENIES: Final = re.compile(r"\b(?:not|never)\b|n['’]t\b")
ADMITS: Final = re.compile(r"\b(?:admi|acknowledg|conced|confess)", re.IGNORECASE)
THIRD_PERSON: Final = re.compile(
    r"^\{\} (say|claim|expect|estimate|believe|hope|fear|suspect|doubt|suggest|hint|reckon|assume|admit)s\b"
)


def verb(status: ClaimStatus, cue: str) -> str:
    """Return how a claim of this status with this cue is told: "{} says", the name to be put in."""
    if status is ClaimStatus.HEDGED and not DENIES.search(cue):
        for word in cue.lower().split():
            found = next((told for stem, told in HEDGES if word.startswith(stem)), None)
            if found is not None:
                return f"{{}} {found}"
    if status is ClaimStatus.CONFIRMED and ADMITS.search(cue):
        return "{} admits"
    return VERBS[status]


def agreed(told: str) -> str:
    """Return a verb of `verb` as several take it: "{} say"."""
    return THIRD_PERSON.sub(r"{} \1", told)

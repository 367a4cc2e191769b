"""Statuses: how a source holds what it says, by the words that attribute it."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.attribution import Attribution
from briefing.extract.attribution.lexicon import (
    ANNOUNCING,
    CLAIMING,
    CONDEMNING,
    CONFIRMING,
    DENYING,
    HEDGING,
)
from briefing.model import ClaimStatus

_BY_VERB: Final = (
    (DENYING, ClaimStatus.DENIED),
    (CONFIRMING, ClaimStatus.CONFIRMED),
    (CONDEMNING, ClaimStatus.CONDEMNED),
    (CLAIMING, ClaimStatus.CLAIMED),
    (ANNOUNCING, ClaimStatus.ANNOUNCED),
    (HEDGING, ClaimStatus.HEDGED),
)
_NEGATED: Final = re.compile(r"\b(?:not|never|no|cannot|declin\w+|refus\w+|unable)\b|n['’]t\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]+")
_BEFORE: Final = 30


def status(text: str, said: Attribution) -> ClaimStatus:
    """Return how the source of `said` holds it."""
    cue = said.cue.of(text).lower()
    after = text[said.cue.end : said.cue.end + _BEFORE].lower()
    if "responsibility" in cue or (cue.startswith("claim") and after.lstrip().startswith("responsibility")):
        return ClaimStatus.CLAIMED_RESPONSIBILITY
    begin = max(said.source.end if said.source else 0, said.cue.start - _BEFORE)
    negated = bool(_NEGATED.search(text[min(begin, said.cue.start) : said.cue.end]))
    for verbs, held in _BY_VERB:
        if any(word in verbs for word in _WORD.findall(cue)):
            if negated and held in {ClaimStatus.CONFIRMED, ClaimStatus.DENIED}:
                return ClaimStatus.NOT_CONFIRMED
            return held
    return ClaimStatus.STATED

"""Whose it was: the claims that tell who did what happened."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Claim, ClaimStatus

BEHIND: Final = re.compile(r"(?:that )?(?:it|they) (?:was|were) (?:behind|responsible for)\b", re.IGNORECASE)


def tells_whose(text: str, claim: Claim) -> bool:
    """Return whether a claim may be one of responsibility: "claimed", "said it was behind"."""
    if claim.status in (ClaimStatus.CLAIMED_RESPONSIBILITY, ClaimStatus.CLAIMED):
        return True
    return claim.status is ClaimStatus.STATED and BEHIND.match(text, claim.span.start) is not None

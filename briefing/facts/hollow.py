"""Hollow statements: contents that say nothing as a line shows them, a condition without its end or a list of names."""

from __future__ import annotations

import re
from typing import Final

from briefing.facts.traits import FINITE
from briefing.model import Claim, Span

MARKS: Final = " \n\t\"'“”‘’`,.;:"
CONDITION: Final = re.compile(
    r"(?:that\s)?(?:if|unless|when|while|although|because|since|until|before|after)\b", re.IGNORECASE
)
REASON: Final = re.compile(r"(?:although|because|while)\b", re.IGNORECASE)
"""How words begin that tell why nothing is said: "declined to comment because ..."."""
ENDS: Final = re.compile(r"(?:,[\"'“”‘’]*\s|\bthen\s)\S+\s\S+")
"""Where a condition has ended and what follows from it has begun."""
LEADS: Final = re.compile(
    r"^(?:that\s)?(?:if|unless|when)\b[^,]{0,90}?\b(?:he|she|it|they|we|I|you)\s(?:will|would|could|can|may|might)\b",
    re.IGNORECASE,
)
ASKED: Final = re.compile(
    r"\b(?:declin|refus|not\b|n['’]t\b|ask|wonder|unclear|know|clear|decid|disclos|determin|question)", re.IGNORECASE
)
"""Cues behind which "if" is "whether"."""
LEADING: Final = re.compile(r"(?:in|at|on|after|during|before|by|with|for|as|amid|despite|under)\b", re.IGNORECASE)
"""How words begin that lead up to who says something and to what: "In another effort, the ministry said ..."."""
NAMES: Final = re.compile(
    r"(?:(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4})(?:(?:,\s(?:and\s)?|\sand\s)(?:the\s)?[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}){1,9}"
)


def is_hollow(text: str, claim: Claim, shown: Span) -> bool:
    """Return whether what is shown of a claim says nothing: "if the attacks went on", "Anna Berg and Ola Lund", or a question."""
    start, end = max(shown.start, claim.span.start), min(shown.end, claim.span.end)
    cue = claim.cue
    if cue is not None and start < cue.start < end:
        end = min(
            cue.start, claim.source.span.start if claim.source is not None and claim.source.span.start > start else end
        )
    said = text[start:end].strip(MARKS)
    if NAMES.fullmatch(said) is not None or text[shown.end - 1 : shown.end + 1].rstrip("\"”’' ").endswith("?"):
        return True
    if cue is not None and end <= cue.start and LEADING.match(said) and FINITE.search(said) is None:
        return True
    if CONDITION.match(said) is None:
        return False
    if cue is not None and ASKED.search(cue.of(text)) is not None and REASON.match(said) is None:
        return False
    return ENDS.search(said) is None and LEADS.match(said) is None

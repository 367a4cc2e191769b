"""Speakers: which sources of a claim are worth a line of the panel."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Source

LONGEST: Final = 14
"""A source of more words is a clause that was taken for a name."""
NO_NAME: Final = re.compile(
    r"(?:of|in|on|at|by|for|with|from|to|and|but|or|as|that|which|who|given|how|what|when|where|while|if|is|are|was|were"
    r"|has|have|had|be|been|will|would|not|however|also|no|it|this|these|there)\b"
    r"|.*\b(?:who|which|was|were|is|are|has|have|had|will|would)$",
    re.IGNORECASE | re.DOTALL,
)
"""How words begin or end that name nobody."""


def is_speaker(text: str, source: Source) -> bool:
    """Return whether the words of `source` name someone: a noun group, or a pronoun that stands for an entity."""
    words = source.span.of(text)
    if not words.strip() or len(words.split()) > LONGEST:
        return False
    if words.lower() in ("he", "she", "they", "it", "we", "i", "you"):
        return source.entity is not None
    return NO_NAME.match(words) is None

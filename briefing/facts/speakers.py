"""Speakers: which claims are said by someone, and worth a line of the panel."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Analysis, Claim, ClaimStatus, EntityType, Source

LONGEST: Final = 14
"""A source of more words is a clause that was taken for a name."""
NO_NAME: Final = re.compile(
    r"(?:of|in|on|at|by|for|with|from|to|and|but|or|as|that|which|who|given|how|what|when|where|while|if|is|are|was|were"
    r"|has|have|had|be|been|will|would|not|however|also|no|it|this|these|there)\b"
    r"|.*\b(?:who|which|was|were|is|are|has|have|had|will|would)$",
    re.IGNORECASE | re.DOTALL,
)
"""How words begin or end that name nobody."""
SAID: Final = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|add(?:s|ed|ing)?|announc|confirm|den(?:y|ie)|claim|alleg|warn"
    r"|insist|stat(?:e|es|ed|ing|ement)\b|report|acknowledg|admit|argu|accus|blam|condemn|critici|denounc|deplor|describ|call"
    r"|declar|explain|express|note|noting|urg(?:e|ing)|promis|pledg|vow|predict|forecast|estimat|believ|think|thought|hope"
    r"|expect|fear|suggest|show|found|find|reveal|conclud|emphasi|stress|repl(?:y|ie)|respond|ask|wrote|writ|tweet|testif"
    r"|complain|conced|remark|quot|quip|joke|recall|reiterat|contend|maintain|assert|dismiss|reject|refus|declin|appeal|propos"
    r"|recommend|threat|agree|apologi|prais|prescrib|ruled|rules|decid|comment|spoke|speak|mention|indicat|signal|clear|known"
    r"|responsib|demand|order|worr|concern|regret|defend|support|welcom|hail|want|plan)",
    re.IGNORECASE,
)
"""Cues of saying and of thinking aloud; others ("set", "threw") attribute nothing that a reader would quote."""
SHOWN: Final = re.compile(r"\b(?:show|f[io]u?nd)", re.IGNORECASE)
"""What studies do when they say something, and players when they play."""
NOT_CLEAR: Final = re.compile(r"\b(?:unclear|clear|known|unknown)\b", re.IGNORECASE)


def is_said(found: Analysis, claim: Claim) -> bool:
    """Return whether `claim` has someone who says it in so many words, or says that something is not clear."""
    text = found.article.text
    cue = claim.cue.of(text) if claim.cue is not None else ""
    if claim.source is None:
        return claim.status is ClaimStatus.HEDGED and NOT_CLEAR.search(cue) is not None
    if not is_speaker(text, claim.source):
        return False
    if not any(char.isalpha() for char in cue):
        # "Iran: ..." in a headline; "Report: ..." names nobody.
        return claim.source.entity is not None
    if SHOWN.match(cue) and any(e.id == claim.source.entity and e.type is EntityType.PERSON for e in found.entities):
        return False
    return SAID.search(cue) is not None


def is_speaker(text: str, source: Source) -> bool:
    """Return whether the words of `source` name someone: a noun group, or a pronoun that stands for an entity."""
    words = source.span.of(text)
    if not words.strip() or len(words.split()) > LONGEST:
        return False
    if words.lower() in ("he", "she", "they", "it", "we", "i", "you"):
        return source.entity is not None
    return NO_NAME.match(words) is None

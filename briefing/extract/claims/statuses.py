"""Statuses: how a source holds what it says, by the words that attribute it."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.attribution import Attribution
from briefing.extract.attribution.lexicon import families, spaced
from briefing.model import ClaimStatus

_BY_FAMILY: Final = (
    (("deny",), ClaimStatus.DENIED),
    (("confirm", "admit"), ClaimStatus.CONFIRMED),
)
_CLAIMING: Final = spaced(
    "claim claims claimed claiming allege alleges alleged alleging allegedly insist insists insisted "
    "insisting maintain maintains maintained maintaining contend contends contended contending assert "
    "asserts asserted asserting accuse accuses accused accusing accusation accusations allegation "
    "allegations purport purports purported purportedly boast boasts boasted boasting charge charges "
    "charged assertion assertions contention argue argues argued arguing"
)
_CONDEMNING: Final = spaced(
    "condemn condemns condemned condemning condemnation denounce denounces denounced denouncing "
    "denunciation decry decries decried decrying deplore deplores deplored deploring blast blasts blasted "
    "blasting slam slams slammed slamming criticize criticizes criticized criticizing criticise "
    "criticises criticised criticising criticism rebuke rebukes rebuked castigate castigated lambaste "
    "lambasted"
)
_HEDGING: Final = spaced(
    "may might could appear appears appeared appearing seem seems seemed seeming suspect suspects "
    "suspected believe believes believed believing think thinks thought fear fears feared doubt doubts "
    "doubted guess speculate speculates speculated speculation suggest suggests suggested suggesting hint "
    "hints hinted imply implies implied hope hopes hoped expect expects expected likely unlikely possible "
    "possibly unclear unsure unknown estimate estimates estimated rumor rumors rumour rumours "
    "reportedly assume assumes assumed seeking"
)
_REFUSING: Final = spaced("decline declines declined refuse refuses refused unable fail fails failed")
_TELLING: Final = spaced(
    "say said comment discuss respond elaborate answer give provide disclose reveal specify identify name"
)
_NOBODY: Final = re.compile(r"(?:no|none|nobody|neither|no[ -]one)\b", re.IGNORECASE)
"""How words begin that name nobody who would have said it."""
_NOUNS: Final = {
    **dict.fromkeys(spaced("denial denials rebuttal rebuttals"), ClaimStatus.DENIED),
    **dict.fromkeys(spaced("confirmation admission acknowledgment acknowledgement confession"), ClaimStatus.CONFIRMED),
}
_TAKING: Final = spaced(
    "claim claims claimed claiming accept accepts accepted accepting take takes took taking admit admitted"
)
_REJECTING: Final = spaced("dismiss dismisses dismissed dismissing reject rejects rejected rejecting")
_ANNOUNCING: Final = spaced(
    "announce announces announced announcing announcement unveil unveils unveiled unveiling proclaim proclaims "
    "proclaimed declare declares declared declaring declaration"
)
_UNDONE: Final = {
    ClaimStatus.ANNOUNCED: ClaimStatus.NOT_CONFIRMED,
    ClaimStatus.DENIED: ClaimStatus.NOT_CONFIRMED,
    ClaimStatus.CONDEMNED: ClaimStatus.STATED,
    ClaimStatus.CLAIMED: ClaimStatus.STATED,
}
"""What "not" makes of a status; who does not believe something hedges all the same."""
_NO: Final = spaced("not never no cannot neither nor without n't n’t")
_WORD: Final = re.compile(r"n['’]t\b|[a-z]+(?=n['’]t\b)|[a-z]+")
_PARTED: Final = re.compile(r"[,.;:!?“”\"]")
"""What stands before such a mark denies nothing behind it: "they are not for sale," said Berg."""
_BEFORE: Final = 30
_AFTER: Final = 40


def status(text: str, said: Attribution) -> ClaimStatus:
    """Return how the source of `said` holds it: the strongest sign in the words of the cue and just before them."""
    cue = _WORD.findall(said.cue.of(text).lower()) or [""]
    start = max(said.cue.start - _BEFORE, said.source.end if said.source and said.source.end <= said.cue.start else 0)
    before = _PARTED.split(text[start : said.cue.start].lower())[-1]
    group = _WORD.findall(before)[-3:] + cue
    negated = not _NO.isdisjoint(group) or _is_nobody(text, said)
    if not _TAKING.isdisjoint(cue) and _is_of_responsibility(text, said, cue):
        return ClaimStatus.NOT_CONFIRMED if negated else ClaimStatus.CLAIMED_RESPONSIBILITY
    if not _REFUSING.isdisjoint(group) and any(
        word in _TELLING or "confirm" in _families(word) for word in cue + _behind(text, said)[:3]
    ):
        return ClaimStatus.NOT_CONFIRMED
    if negated and not _TELLING.isdisjoint((*cue, *(word.removesuffix("ed") for word in cue))):
        return ClaimStatus.NOT_CONFIRMED
    own = {family for word in cue for family in _families(word)}
    for named, held in _BY_FAMILY:
        if not own.isdisjoint(named):
            return ClaimStatus.NOT_CONFIRMED if negated else held
    if negated and cue[-1] in {"clear", "known"}:
        return ClaimStatus.HEDGED
    held = _by_word(cue)
    if negated and held in _UNDONE:
        return _UNDONE[held]
    return held


def _behind(text: str, said: Attribution) -> list[str]:
    return _WORD.findall(text[said.cue.end : said.cue.end + _AFTER].lower())


def _is_of_responsibility(text: str, said: Attribution, cue: list[str]) -> bool:
    what = said.content[0].of(text).lower() if said.content else ""
    return "responsibility" in cue + _behind(text, said)[:2] or what.startswith("responsibility")


def _is_nobody(text: str, said: Attribution) -> bool:
    return said.source is not None and _NOBODY.match(text, said.source.start, said.source.end) is not None


def _families(word: str) -> tuple[str, ...]:
    return families().get(word, ())


def _by_word(cue: list[str]) -> ClaimStatus:
    noun = next((_NOUNS[word] for word in cue if word in _NOUNS), None)
    if noun is not None:
        return noun
    for listed, held in (
        (_ANNOUNCING, ClaimStatus.ANNOUNCED),
        (_REJECTING, ClaimStatus.DENIED),
        (_CONDEMNING, ClaimStatus.CONDEMNED),
        (_CLAIMING, ClaimStatus.CLAIMED),
        (_HEDGING, ClaimStatus.HEDGED),
    ):
        if not listed.isdisjoint(cue):
            return held
    return ClaimStatus.STATED

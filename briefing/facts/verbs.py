"""Verbs: how the panel says that someone says it: said, denied, believes; in the article's own word where it has one."""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.attribution.lexicon import conjugated
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
"""How a claim is told whose cue is no verb: "according to", a colon, a noun."""
OWN: Final = frozenset({ClaimStatus.STATED, ClaimStatus.CLAIMED, ClaimStatus.HEDGED, ClaimStatus.ANNOUNCED})
"""Statuses that the article's own verb tells best: warned, argued, believes, declared."""
REPORTED: Final = frozenset(["tell", "add", "state", "continue", "quote"])
"""Verbs that tell no more than "say", and need someone or something behind them."""
OF_REJECTING: Final = re.compile(r"\b(reject|dismiss|refut|disput)\w*", re.IGNORECASE)
REJECTED: Final = {"reject": "rejected", "dismiss": "dismissed", "refut": "refuted", "disput": "disputed"}
OF_CONDEMNING: Final = re.compile(r"\b(?:condemn|denounc|denunc|decr|deplor)", re.IGNORECASE)
ADMITS: Final = re.compile(r"\b(?:admi|acknowledg|conced|confess)\w*", re.IGNORECASE)
CONFIRMS: Final = re.compile(r"\bconfirm", re.IGNORECASE)
NEGATED: Final = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
UNWILLING: Final = re.compile(r"\b(declin|refus)\w*", re.IGNORECASE)
PERFECT: Final = frozenset(["has", "have", "had", "having", "did", "didn't", "didn’t"])
MODALS: Final = frozenset(["will", "would", "could", "should", "can", "may", "might", "must"])
PARTICLES: Final = frozenset(["for", "about", "on", "against", "of", "over", "to"])
"""What hangs on a verb and belongs to it: "called for"."""
THIRD_PERSON: Final = re.compile(r"^\{\} (?:(does) not|(\w+))\b")
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def verb(status: ClaimStatus, cue: str) -> str:
    """Return how a claim of this status with this cue is told: "{} said", the name to be put in."""
    words = [word.lower() for word in WORD.findall(cue)]
    if status is ClaimStatus.DENIED and (rejecting := OF_REJECTING.search(cue)) is not None:
        return f"{REJECTED[rejecting[1].lower()]} by {{}}"
    if status is ClaimStatus.CONDEMNED and not OF_CONDEMNING.search(cue):
        return "criticised by {}"
    if status is ClaimStatus.CONFIRMED and ADMITS.search(cue):
        return _told(words, VERBS[status])
    if status is ClaimStatus.NOT_CONFIRMED:
        unwilling = UNWILLING.search(cue)
        if unwilling is not None:
            return f"{{}} {unwilling[1].lower()}ed to {'confirm' if CONFIRMS.search(cue) else 'say'}"
        return _told(words, VERBS[status]) if NEGATED.search(cue) else VERBS[status]
    return _told(words, VERBS[status]) if status in OWN else VERBS[status]


def agreed(told: str) -> str:
    """Return a verb of `verb` as several take it: "{} say"."""

    def plural(found: re.Match[str]) -> str:
        if found[1]:
            return "{} do not"
        forms = conjugated().get(found[2])
        return f"{{}} {forms[0]}" if forms is not None and forms[2] == found[2] else found[0]

    return THIRD_PERSON.sub(plural, told)


def _told(words: list[str], otherwise: str) -> str:
    """Return the verb of a cue with the source before it, in the tense of the cue; `otherwise` where it has none."""
    place = next((at for at in range(len(words) - 1, -1, -1) if words[at] in conjugated()), None)
    if place is None or words[0] == "according":
        return otherwise
    word = words[place]
    base, past, third = conjugated()[word]
    if base in REPORTED:
        base, past, third = "say", "said", "says"
    particle = (
        f" {words[place + 1]}" if place + 1 < len(words) and words[place + 1] in PARTICLES and base != "say" else ""
    )
    before = words[:place]
    modal = next((one for one in before if one in MODALS), None)
    is_negated = NEGATED.search(" ".join(before)) is not None
    if modal is not None:
        return f"{{}} {modal} {'not ' if is_negated else ''}{base}{particle}"
    is_past = word not in (base, third) or not PERFECT.isdisjoint(before)
    if is_negated:
        return f"{{}} {'did' if is_past else 'does'} not {base}{particle}"
    return f"{{}} {past if is_past else third}{particle}"

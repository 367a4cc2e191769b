"""Predicates: what a number is of by the verb behind it, where the noun does not tell: "8,000 people left their homes"."""

from __future__ import annotations

import re
from typing import Final

from briefing.model import Analysis, Figure, holding

REACH: Final = 80
"""Characters behind what is counted in which the verb begins."""
_VERB: Final = r"^[^.;:,\d]{0,45}?\b(?:%s)\b"
_VERBS: Final = {
    "displaced": r"(?:told|ordered|forced|had|asked) to (?:leave|flee)|(?:left|leave|fled|abandoned) their homes?|fled|"
    r"(?:forced|driven|chased) from|evacuated|made homeless|displaced",
    "survivors": r"(?:found|pulled out|brought out|recovered) alive|survived|rescued|came out alive",
    "votes for": r"voted(?: on \d{1,2} \w{3,9}| on \w{3,9})? (?:for|in favour|in favor|to|yes)|"
    r"(?:were|was|are|is) in favou?r|backed|approved",
    "votes against": r"voted against|opposed|dissented|voted no|(?:were|was) against|preferred",
}
PREDICATES: Final = tuple((name, re.compile(_VERB % verbs)) for name, verbs in _VERBS.items())
"""The first that fits, in the clause of the number."""
ANY: Final = re.compile(_VERB % "|".join(_VERBS.values()))
"""What has none of these verbs, as nearly all numbers, is looked at once."""
FATES: Final = tuple(
    (name, re.compile(_VERB % verbs))
    for name, verbs in (
        ("killed", r"(?:were|was|had been|have been) killed|died|dead"),
        ("injured", r"(?:were|was|had been|have been) (?:hurt|injured|wounded)|injured|wounded"),
        ("missing", r"(?:were|was|are|is) (?:still )?missing|missing"),
        ("detained", r"(?:were|was|had been|have been) (?:arrested|detained)"),
    )
)
HOW_MANY: Final = re.compile(r"\b(?:[Hh]ow many|[Tt]he (?:number|count) of)\b")
VOTERS: Final = re.compile(
    r"\b(?:members?|lawmakers?|deput(?:y|ies)|senators?|judges|justices|delegates|MPs|councillors|ministers|countries|"
    r"nations|states|policymakers|directors|representatives)\b"
)
PEOPLE: Final = re.compile(
    r"\b(?:people|persons?|residents?|villagers?|inhabitants?|islanders?|famil(?:y|ies)|households?|passengers?|others?|"
    r"men|women|children|civilians?|tourists?|guests?|workers?|sailors?|miners?)\b"
)
WHOLE: Final = re.compile(r"^ of (?:the |its |all |their )?(\w+)\b")


def predicate(analysis: Analysis, figure: Figure) -> str:
    """Return what the figure is of by its verb; empty where that is none of those known."""
    text = analysis.article.text
    end = max(
        figure.span.end, figure.counted.end if figure.counted and figure.counted.start < figure.span.end + REACH else 0
    )
    sentence = holding(analysis.sentences, figure.span) or figure.span
    behind = text[end : min(sentence.end, end + REACH)]
    if not ANY.search(behind):
        return ""
    found = next((name for name, pattern in PREDICATES if pattern.search(behind)), "")
    counted = text[figure.span.start : end]
    if found.startswith("votes"):
        is_whole = any(other.part_of == figure.id for other in analysis.figures)
        return found if VOTERS.search(counted) and not is_whole else ""
    return found if figure.counted is None or PEOPLE.search(counted) else ""


def asked_for(sentence: str) -> str:
    """Return of what a sentence asks or tells the number without giving it: "How many had to leave is disputed"."""
    found = HOW_MANY.search(sentence)
    if found is None:
        return ""
    behind = sentence[found.end() : found.end() + REACH]
    return next((name for name, pattern in (*PREDICATES[:2], *FATES) if pattern.search(behind)), "")


def whole(analysis: Analysis, figure: Figure) -> str:
    """Return the number of which the figure is a part, as it is written: "nine" of "six of the nine members"."""
    found = WHOLE.match(analysis.article.text[figure.span.end : figure.span.end + REACH])
    return found[1].lower() if found else ""

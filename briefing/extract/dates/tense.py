"""Whether the words around a date speak of what was or of what will be."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.tokens import Tokens

_BACK: Final = 14
_ON: Final = 12
"""How many words are looked at on either side: clauses of news are rarely longer."""

_WILL: Final = word_set(
    "will shall ll wo can could may might should must would expires expire begins starts opens matures payable "
    "upcoming hopes plans expects intends wants deadline pending tomorrow scheduled slated effective due"
)
_TO_COMES: Final = word_set(
    "scheduled expected due set plan plans planned planning going intends intend hopes hope hoped is are was "
    "were wants want wanted about ready likely agreed has have needs need expects promised vowed pledged "
    "decided slated preparing prepares invited"
)
_WAS: Final = word_set(
    "was were had did has have been said told came went made took began got gave held left met saw fell rose "
    "won lost hit led sent shot struck sold bought broke brought found fought flew grew heard kept knew ran sat "
    "spoke spent stood thought wrote became drew drove threw set put cut quit paid says since after dated ago "
    "ended yesterday"
)
_SPEAKING: Final = word_set(
    "said announced reported told statement report interview conference released published issued confirmed "
    "trading edition ruling meeting vote decision speech attack says"
)
_NOT_PAST: Final = word_set("need red bed speed united feed indeed hundred proceed agreed")
_STOPS: Final = word_set(": ! ? ; .")


_PASSIVE_FUTURE: Final = word_set("to scheduled due expected planned slated supposed")


def direction(tokens: Tokens, first: int, last: int) -> int:
    """Return 1 where the words around those from `first` to `last` speak of the future, -1 of the past, 0 neither."""
    words = tokens.words
    previous = words[first - 1].lower() if first else ""
    before = (
        previous if previous not in {"on", "in", "late", "early"} else (words[first - 2].lower() if first > 1 else "")
    )
    if before in _SPEAKING:
        return -1
    at = first - 1
    lowest = max(-1, at - _BACK)
    while at > lowest:
        word = words[at]
        if (word in _STOPS and _ends(words, at)) or word[0] == "\n":
            break
        told = _told_by(words, at)
        if told:
            return told
        at -= 1
    at = last + 1
    highest = min(len(words), at + _ON)
    while at < highest:
        word = words[at]
        if (word in _STOPS and _ends(words, at)) or word[0] == "\n":
            break
        told = _told_by(words, at)
        if told:
            return told
        at += 1
    return 0


def _ends(words: tuple[str, ...], at: int) -> bool:
    return at + 1 >= len(words) or not words[at + 1][0].islower()


def _told_by(words: tuple[str, ...], at: int) -> int:
    word = words[at].lower()
    if word == "to":
        if at + 1 < len(words) and words[at + 1].islower() and at and words[at - 1].lower() in _TO_COMES:
            return 1
        return 0
    if word in _WILL:
        return 1
    if word in _WAS:
        behind = words[at + 1].lower() if at + 1 < len(words) else ""
        if behind in _PASSIVE_FUTURE:
            return 1
        return -1
    if len(word) > 4 and word.endswith("ed") and word not in _NOT_PAST and words[at].islower():
        behind = words[at + 1].lower() if at + 1 < len(words) else ""
        if word in _TO_COMES:
            return 1 if behind in {"to", "for"} else 0 if word in {"scheduled", "expected", "planned", "slated"} else -1
        return -1
    return 0

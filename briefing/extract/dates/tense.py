"""Whether the words around a date speak of what was or of what will be."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.lexicon import word_set
from briefing.extract.dates.tokens import Tokens

_BACK: Final = 14
_ON: Final = 12
"""How many words are looked at on either side: clauses of news are rarely longer."""

_WILL: Final = word_set(
    "will shall ll wo can could may might should must would expires expire begins starts opens matures payable upcoming "
    "hopes plans expects intends wants deadline pending tomorrow effective due looming impending forthcoming holds meets "
    "hosts travels debuts premieres airs convenes gathers"
)
_ARRANGED: Final = word_set("scheduled planned slated due postponed delayed")
"""What is arranged lies ahead, unless it "had been"."""
_TO_COMES: Final = word_set(
    "scheduled expected due set plan plans planned planning going intends intend hopes hope hoped is are was were wants "
    "want wanted about ready likely agreed has have needs need expects promised vowed pledged decided slated preparing "
    "prepares invited ordered asked urged supposed continue continues unlikely "
    "eligible hoping aiming seeking trying looking ahead"
)
"""What makes "to" and a verb behind it a thing to come."""
_WAS: Final = word_set(
    "was were had did has have been said told came went made took began got gave held left met saw fell rose won lost "
    "led sent shot struck sold bought broke brought found fought flew grew heard kept knew ran sat spoke spent "
    "stood thought wrote became drew drove threw set put cut quit hit paid says since after dated ago ended yesterday"
)
_SPEAKING: Final = word_set(
    "said announced reported told statement report released published issued confirmed trading edition says"
)
_NOT_PAST: Final = word_set(
    "need speed indeed united proceed feed hundred agreed succeed exceed breed seed deed weed shed sled creed steed greed"
)
_PASSIVE_FUTURE: Final = word_set("to scheduled due expected planned slated supposed")
_AGAIN: Final = word_set("had previously originally initially earlier")
_LEAD_IN: Final = word_set("on in late early the by for of at")
_DETERMINERS: Final = word_set(
    "a an the this that these those his her its their our my your no some any of with and 's ’s"
)
"""Behind them a participle is an adjective: "a contested convention in July"."""
_PRESENT: Final = 2
"""What "is" and "are" tell: look no further, it is neither."""
_STOPS: Final = frozenset({".", "!", "?", ";", ":"})
_TITLES: Final = word_set("gov sen rep gen col maj capt sgt mrs prof rev hon lt adm st")
_EVENTS: Final = word_set(
    "election elections primary primaries caucus caucuses convention vote referendum summit deadline hearing trial ballot "
    "debate showdown contest contests midterms runoff inauguration games olympics"
)
"""What a date is named for: the nearest one, whatever else the sentence tells ("since the Nov. 8 election was called")."""
_IF: Final = word_set("if when once unless")
_IF_BACK: Final = 6
_CLAUSES: Final = word_set("whether that")
"""Behind the date they open a clause with a tense of its own."""
_LONG_WORD: Final = 3
"""A shorter word before a full stop is rather an initial or an abbreviation than a sentence's end."""


def direction(tokens: Tokens, first: int, last: int) -> int:
    """Return 1 where the words around those from `first` to `last` speak of the future, -1 of the past, 0 neither."""
    words = tokens.words
    before = first - 1
    while before >= 0 and first - before < 3 and words[before].lower() in _LEAD_IN:
        before -= 1
    lead = words[before].lower() if before >= 0 else ""
    if (
        lead == "ahead"
        or lead in {"starting", "beginning", "effective", "soon"}
        or (lead == "as" and words[before - 1].lower() == "early")
    ):
        return 1
    if words[first - 1].lower() in {"until", "till", "through"} and first and _is_kept_open(words, first - 1):
        return 1
    if lead in _SPEAKING:
        return -1
    if last + 1 < len(words) and words[last + 1] in {"'s", "’s"} and words[last].endswith("day"):
        return -1
    if not words[last].endswith("day") and any(word.lower() in _EVENTS for word in words[last + 1 : last + 4]):
        return 0
    return _found(words, range(first - 1, max(-1, first - 1 - _BACK), -1)) or _found(
        words, range(last + 1, min(len(words), last + 1 + _ON))
    )


def _is_kept_open(words: tuple[str, ...], until: int) -> bool:
    kept = {
        "postponed",
        "delayed",
        "extended",
        "adjourned",
        "remain",
        "remains",
        "has",
        "have",
        "stay",
        "gave",
        "valid",
    }
    return any(word.lower() in kept for word in words[max(0, until - _BACK) : until])


def _found(words: tuple[str, ...], numbers: range) -> int:
    for at in numbers:
        word = words[at]
        if word[0] == "\n" or (word in _STOPS and _ends(words, at)):
            return 0
        told = _told_by(words, at)
        if told == _PRESENT:
            return int(any(earlier.lower() in _IF for earlier in words[max(0, at - _IF_BACK) : at]))
        if told or (numbers.step > 0 and word in _CLAUSES):
            return told
    return 0


def _ends(words: tuple[str, ...], at: int) -> bool:
    if words[at] == "." and at and (len(words[at - 1]) < _LONG_WORD or words[at - 1].lower() in _TITLES):
        return False
    return at + 1 >= len(words) or not words[at + 1][0].islower()


def _told_by(words: tuple[str, ...], at: int) -> int:
    """Return what a single word tells: 1 future, -1 past, 0 nothing."""
    written = words[at]
    word = written.lower()
    before = words[at - 1].lower() if at else ""
    behind = words[at + 1].lower() if at + 1 < len(words) else ""
    if word == "to":
        if before not in _TO_COMES or not behind or not words[at + 1].islower():
            return 0
        return -1 if any(earlier.lower() in _AGAIN for earlier in words[max(0, at - 4) : at - 1]) else 1
    if word in _ARRANGED:
        return -1 if before in _AGAIN or (before == "been" and at > 1 and words[at - 2].lower() in _AGAIN) else 1
    if word in {"set", "expected"} and behind in {"to", "for", "in", "by"}:
        return 1
    if before in {"be", "being", "to", "is", "are"}:
        return 0
    if word in _WILL:
        return 0 if written == "May" else 1
    if word in {"was", "were"} and behind in _PASSIVE_FUTURE:
        return 1
    if word in {"is", "are", "am"}:
        return _PRESENT
    if word in _WAS:
        return -1
    if len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST and (written.islower() or before in _STOPS):
        return 0 if before in _DETERMINERS else -1
    return 0

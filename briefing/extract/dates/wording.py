"""What several rules ask of words: the unit of "weeks", the modifier of "late", the year of "'98"."""

from __future__ import annotations

from typing import Final

from briefing.extract.dates.found import Found
from briefing.extract.dates.lexicon import ANYHOW

UNITS: Final[dict[str, str]] = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
    "fortnight": "F",
    "millennium": "L",
    "millennia": "L",
    "weekend": "WE",
    "second": "TS",
    "sec": "TS",
    "minute": "TM",
    "min": "TM",
    "hour": "TH",
    "hr": "TH",
    "semester": "H",
}

STEPS: Final = {
    word: step
    for name in ("LAST", "PAST", "PREVIOUS", "NEXT", "COMING", "FOLLOWING")
    for word, step in ANYHOW[name].items()
}
"""How many units words go on or back."""

_EDGES: Final = {
    "early": "START",
    "earlier": "START",
    "start": "START",
    "beginning": "START",
    "outset": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "latter": "END",
    "end": "END",
    "close": "END",
    "final": "END",
    "closing": "END",
    "last": "END",
    "opening": "START",
}
_BOUNDS: Final = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "shorter": "LESS_THAN",
    "under": "LESS_THAN",
    "more": "MORE_THAN",
    "longer": "MORE_THAN",
    "over": "MORE_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}

_ORDINALS: Final = ANYHOW["ORDINAL"] | ANYHOW["TEN"] | ANYHOW["SECOND"]

YOUNGEST_SHORT_YEAR: Final = 30
"""'31 and later mean the twentieth century, '30 and earlier the twenty-first."""


def unit_of(word: str) -> str:
    """Return the letter of a unit, in the singular or the plural."""
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def edge_of(found: Found, label: str = "e") -> str | None:
    """Return the modifier that "early", "the end of" and their like give; None where there is none."""
    return next((_EDGES[word] for word in found.words(label).split() if word in _EDGES), None)


def bound_of(found: Found, label: str = "a") -> str | None:
    """Return the modifier that "about", "more than" and their like give; None where there is none."""
    return next((_BOUNDS[word] for word in found.words(label).split() if word in _BOUNDS), None)


def year_of(word: str) -> int:
    """Return the year that "1998" and "'98" mean."""
    digits = word.lstrip("'’")
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (1900 if int(digits) > YOUNGEST_SHORT_YEAR else 2000)


def ordinal_of(words: str) -> int:
    """Return the number of "third", "20th" and "twenty - first"; 0 where they are none."""
    if words[0].isdigit():
        return day_number(words.split(maxsplit=1)[0])
    return sum(_ORDINALS.get(word, 0) for word in words.split())


def day_number(word: str) -> int:
    """Return the number of "3" and "3rd"."""
    return int(word.rstrip("stndrhSTNDRH"))

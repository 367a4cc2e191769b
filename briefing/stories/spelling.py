"""Spelling: names folded to one form, and words that are the same name written another way."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = frozenset({"the", "a", "an", "al", "el", "as", "ash", "ad", "ain", "ayn", "de", "la", "bin", "ibn"})
"""Words that a name may have or lack."""
JOINERS: Final = frozenset({"of", "and", "for", "in", "at", "on", "to", "&"})
FIRMS: Final = _words("inc incorporated corp corporation co company ltd llc plc group holdings ag gmbh sa nv")
TITLES: Final = _words(
    "president prime minister gen general maj major lt col colonel capt captain sgt sergeant sheikh mr mrs ms dr sir sen "
    "senator rep representative gov governor ceo chairman secretary king prince queen pope judge justice lord former "
    "spokesman spokeswoman first lady founder coach director officer actor actress singer pc constable jr sr justice"
)
FACILITIES: Final = _words(
    "base airbase airport university ministry province city camp prison island centre center army force forces command "
    "corps council party bank hospital school department agency court commission police navy committee church street "
    "river district county state university college museum stadium park hotel sea ocean courthouse jail"
)
"""Words that tell what a thing is: where both names have one, they have to be the same."""

DIRECTIONS: Final = {"ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest"}
"""What the first word of a longer name may be short for."""
SHORT_FOR: Final = {
    "mt": "mount", "ft": "fort", "intl": "international", "natl": "national", "univ": "university",
    "philly": "philadelphia", "phila": "philadelphia", "indy": "indianapolis", "bucs": "buccaneers",
    "cavs": "cavaliers", "jags": "jaguars", "mavs": "mavericks", "niners": "49ers", "pats": "patriots", "sixers": "76ers",
}  # fmt: skip
"""Words that are written short, cities and teams as their readers call them."""

ALIKE_WORDS: Final = 0.72
SHORTEST_VARIANT: Final = 5
SHORTEST_BESIDE: Final = 4
"""Letters of a word that may be spelled another way where the other words of the name are equal."""
SHIPS: Final = _words("hms uss ins mv ss rms hmas hmcs ms rv")
"""What stands before the name of a ship."""
_PLAIN: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "‐": "-", "–": "-", "\u2011": "-", ".": None})
_SOUNDS: Final = (
    ("kh", "k"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("sch", "sh"), ("tch", "ch"), ("q", "k"), ("ck", "k"), ("c", "k"),
    ("z", "s"), ("w", "v"), ("j", "y"), ("i", "y"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1")
_CITY: Final = re.compile(r"(?<![\w'])LA(?= [A-Z][a-z])|^LA$")
"""Los Angeles, which is no article: "LA Times"."""
_EDGES: Final = " ,;:'\"“”()[]-"


@lru_cache(maxsize=16_384)
def folded(name: str) -> tuple[str, ...]:
    """Return the words of `name` in small letters without accents, dots, 's and the articles of several languages."""
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    if "LA" in letters:
        letters = _CITY.sub("Los Angeles", letters)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold().strip(_EDGES)
    plain = plain.removesuffix("'s").replace("air base", "airbase").replace("defense", "defence")
    plain = plain.replace("center", "centre").replace("&", " and ")
    words = tuple(SHORT_FOR.get(word, word) for word in re.split(r"[\s,/-]+", plain) if word)
    if len(words) > 1 and words[0] in DIRECTIONS:
        words = (DIRECTIONS[words[0]], *words[1:])
    kept = tuple(word for word in words if word not in ARTICLES)
    return kept or words


def unowned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without the sign of the genitive: "Karsk's Council" gives those of "Karsk Council"."""
    return tuple(word.removesuffix("'s").removesuffix("'") for word in words)


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without titles, the forms of firms and joining words; all of them where nothing else is left."""
    kept = tuple(word for word in words if word not in TITLES and word not in FIRMS and word not in JOINERS)
    return kept or words


@lru_cache(maxsize=65_536)
def is_variant(one: str, other: str, *, shortest: int = SHORTEST_VARIANT) -> bool:
    """Return whether two folded words are one name in two spellings: Suleimani and Soleimani."""
    if one == other:
        return True
    if min(len(one), len(other)) < shortest or not (one.isalpha() and other.isalpha()):
        return False
    if one + "s" == other or other + "s" == one:
        return False
    return skeleton(one) == skeleton(other) and SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE_WORDS


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Return the acronyms that `words` may have: with joining words, and without."""
    full = "".join(word[0] for word in words)
    short = "".join(word[0] for word in words if word not in JOINERS)
    own = "".join(word[0] for word in words if word not in FIRMS and word not in JOINERS)
    return frozenset({full, short, own})


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word as they sound, behind its first letter."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = _DOUBLED.sub(r"\1", word)
    first = "a" if word[0] in "aeouy" else word[0]
    return first + "".join(letter for letter in word[1:] if letter not in "aeouyh")

"""Word classes, as coarse as a list of function words and a word's ending tell them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from briefing.extract.attribution.lexicon import inflections, persons, spaced

_CLOSED: Final = {
    "D": "the a an his her their its our my your this these any some no each every those",
    "o": "him them us me himself herself itself themselves",
    "I": "in on at with from about into for against after before during over under among between through since "
    "toward towards upon as",
    "P": "he she they it who i we you",
    "B": "is are was were be been being 's ’s 're ’re 'm ’m am",
    "H": "has have had having 've ’ve 'd ’d",
    "Do": "do does did don doesn didn",
    "M": "will would can could may might shall should must 'll ’ll won wouldn couldn cannot",
    "neg": "not never 't ’t neither nor",
    "day": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight",
    "R": "also then later further once even now still earlier recently previously again just only already often "
    "always soon too yet",
}
"""D determiner, o object pronoun, I preposition, P subject pronoun, B be, H have, M modal verb, R adverb."""

_ITSELF: Final = spaced(
    "that which what how whether if when because while but and or than where why though although until unless to of by"
)
"""Each is a class of its own."""

_CLASS: Final = {word: word for word in _ITSELF} | {
    word: name for name, listed in _CLOSED.items() for word in listed.split()
}
_ACRONYMS: Final = frozenset(["US", "WHO", "IT", "AM", "NO"])
"""Names that are spelt like a function word."""

VERB_GROUP: Final = spaced("B H Do M neg R")
"""What may stand between a subject and its verb."""


@lru_cache(maxsize=1 << 15)
def word_class(form: str, lower: str) -> str:
    """Return the class of a word: N for a name, pn for a person's noun, L and its forms for a word of a family,
    an ending for any other word, the mark itself for a mark.
    """
    known = _CLASS.get(lower)
    if known is not None and form not in _ACRONYMS:
        return known
    first = form[0]
    if not first.isalnum():
        return first
    if lower.endswith("ly"):
        return "R"
    if first.isdigit():
        return "0"
    if first.isupper():
        return "N"
    if lower in persons():
        return "pn"
    forms = inflections().get(lower)
    if forms is not None:
        return "L" + forms
    return "ed" if lower.endswith("ed") else "ing" if lower.endswith("ing") else "s" if lower.endswith("s") else "w"

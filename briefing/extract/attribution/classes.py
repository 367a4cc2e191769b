"""Word classes, as coarse as a list of function words and a word's ending tell them."""

from __future__ import annotations

from typing import Final

from briefing.extract.attribution.lexicon import inflections, persons, spaced

_CLOSED: Final = {
    "D": "the a an his her their its our my your this these any some no each every those",
    "o": "him them us me himself herself itself themselves",
    "I": "in on at with from about into for against after before during over under among between through since "
    "toward towards upon as",
    "P": "he she they it who i we you",
    "B": "is are was were be been being 's ’s 're ’re 'm ’m am isn aren wasn weren",
    "H": "has have had having 've ’ve 'd ’d hasn haven hadn",
    "Do": "do does did don doesn didn",
    "M": "will would can could may might shall should must 'll ’ll won wouldn couldn shouldn mustn cannot",
    "neg": "not never 't ’t neither nor",
    "day": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight",
    "R": "also then later further once even now still earlier recently previously again just only already often "
    "always soon too yet meanwhile however instead perhaps nevertheless nonetheless moreover furthermore indeed "
    "therefore elsewhere maybe",
    "vs": "avoids becomes begins gets grows keeps lets loses meets pays remains met led lost kept got became began ran fell "
    "stood sat spent bought sold built caught drew drove flew grew hid paid threw wore",
}
"""D determiner, o object pronoun, I preposition, P subject pronoun, B be, H have, M modal verb, R adverb, vs a verb whose ending does not tell."""

_ITSELF: Final = spaced(
    "that which what how whether if when because while but and or than where why though although until unless to of by"
)
"""Each is a class of its own."""

_CLASS: Final = {word: word for word in _ITSELF} | {
    word: name for name, listed in _CLOSED.items() for word in listed.split()
}
_ACRONYMS: Final = frozenset(["US", "WHO", "IT", "AM", "NO"])
"""Names that are spelt like a function word."""

_NO_ADVERBS: Final = spaced(
    "family assembly ally rally supply reply bully anomaly monopoly belly connolly donnelly kimberly"
)
_SHORT_ADVERBS: Final = spaced(
    "only early really sadly fully simply partly mostly nearly hardly barely rarely likely newly truly daily weekly solely "
    "mainly lately firmly openly calmly oddly"
)
_LONGEST_NAME: Final = 6
"""A word in -ly with a capital that is no longer is a name, as Billy and Sicily are, but for a few adverbs."""

VERB_GROUP: Final = spaced("B H Do M neg R")
"""What may stand between a subject and its verb."""


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
    if lower.endswith("ly") and _is_adverb(form, lower):
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


def _is_adverb(form: str, lower: str) -> bool:
    """Return whether a word in -ly is an adverb, not a noun nor a name."""
    if lower in _NO_ADVERBS:
        return False
    return not form[0].isupper() or len(lower) > _LONGEST_NAME or lower in _SHORT_ADVERBS

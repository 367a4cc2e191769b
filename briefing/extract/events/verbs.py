"""Verbs: whether a word that could be a verb is one where it stands."""

from __future__ import annotations

from typing import Final

from briefing.extract.events.grammar import words_of
from briefing.extract.events.lexicon import Lexicon
from briefing.extract.events.words import Word

AUXILIARY: Final = frozenset({"be", "have", "modal"})


OPENS_OBJECT: Final = frozenset({"det", "name", "num", "pron", "own"})


LOOSE: Final = words_of("all both some many several most others dozens hundreds thousands two three four five")
"""Determiners that stand as a subject of their own: "many died"."""


OF_VERBS: Final = words_of("consist die complain speak hear learn dispose warn approve")


PLURALS: Final = words_of("people police men women children military troops")


ADJECTIVES: Final = ("al", "ous", "ive", "ful", "ic", "able", "ible", "ary", "less", "ish", "ern", "est", "ian")
"""How words end that stand before a noun: "additional measures"."""


TIME_NOUNS: Final = words_of(
    "day days week weeks month months year years hour hours minute minutes night morning afternoon evening"
    " weekend time decade decades moment century midnight noon times season"
)


def same_past(base: str) -> bool:
    """Return whether a verb has one form for present and past: "hit"."""
    return base in ("hit", "hurt", "set", "cut", "put", "beat", "shut", "upset", "let", "cast", "spread")


def is_verb(words: list[Word], index: int, lexicon: Lexicon, *, is_headline: bool = False) -> bool:
    """Return whether a form that could be a verb without an auxiliary is one here, by what stands beside it."""
    word = words[index]
    tense = (lexicon.form(word.low) or ("", ""))[1]
    if word.part == "name" and not is_headline:
        return False
    before = index - 1
    while before >= 0 and words[before].part == "adv":
        before -= 1
    left = words[before] if before >= 0 else None
    right = words[index + 1] if index + 1 < len(words) else None
    if left is None:
        return _opens_sentence(word.low, tense, right, lexicon)
    if left.part == "num" or left.low in LOOSE:
        # "two died" but "with 7:42 left in the half"
        has_noun = right is not None and right.part in ("word", "name")
        return tense in ("past", "ed") and word.low != "left" and not has_noun
    if left.part in ("det", "own") or left.text == "-" or (word.low == "left" and left.low in TIME_NOUNS):
        return False
    if tense == "ing":
        if word.low in lexicon.nouns:
            return right is not None and right.part in OPENS_OBJECT
        return left.part != "word" or right is None or right.part != "word" or left.low.endswith("s")
    if tense in ("ed", "past", "pp"):
        return _is_past(words, before, left, right, lexicon)
    if left.part in ("prep", "to", "conj", "sign") and left.low not in ("who", "which", "that"):
        return (
            False
            if left.part in ("prep", "to")
            else opens_object(right) and not (word.low.endswith("s") and left.part != "sign")
        )
    if left.part in ("pron", "sub"):
        return left.low != "one" and (right is None or right.part not in AUXILIARY)
    if right is not None and right.low == "of" and lexicon.forms[word.low][0] not in OF_VERBS:
        return False
    if (left.part == "word" or is_headline) and left.low.endswith(ADJECTIVES) and len(left.low) > 5:
        return False
    is_plural = (left.low.endswith("s") and not left.low.endswith("ss")) or left.low in PLURALS
    if tense == "s" or is_plural or _is_past_alike(word.low, right, lexicon):
        return right is not None and _follows_a_verb(words, index, right, lexicon, is_headline=is_headline)
    return False


def _is_past_alike(low: str, right: Word | None, lexicon: Lexicon) -> bool:
    """Return whether "set" or "hit" is a past form here, by what follows."""
    return same_past(lexicon.forms[low][0]) and (opens_object(right) or (right is not None and right.low == "aside"))


def _opens_sentence(low: str, tense: str, right: Word | None, lexicon: Lexicon) -> bool:
    """Return whether the first word of a sentence is a participle: "Facing charges, he", "Led by Smith, they"."""
    if right is None:
        return False
    if tense == "ing":
        return right.part in OPENS_OBJECT or (right.part in ("prep", "to") and low not in lexicon.nouns)
    return right.part in ("prep", "to") and tense in ("ed", "pp")


def _is_past(words: list[Word], before: int, left: Word, right: Word | None, lexicon: Lexicon) -> bool:
    """Return whether a past form behind the word `left` is a verb: not in "a sprained left knee"."""
    if before > 0 and words[before - 1].part in ("to", "modal") and lexicon.form(left.low) is not None:
        # "voted to remove suspended chief Arlen Dumas"
        return False
    inside = left.part == "word" and before > 0 and words[before - 1].part == "det"
    before_noun = right is not None and right.part == "word" and lexicon.form(right.low) is None
    if inside and right is not None and right.part == "word" and (lexicon.form(left.low) or ("", ""))[1] == "ed":
        return False
    if before_noun and left.part == "word" and left.low.endswith(ADJECTIVES) and len(left.low) > 5:
        # "convertible subordinated debentures"
        return False
    return left.part not in ("prep", "to") or left.low in ("after", "before", "when", "as")


def _follows_a_verb(words: list[Word], index: int, right: Word, lexicon: Lexicon, *, is_headline: bool) -> bool:
    """Return whether what stands after a form that is as often a noun makes it a verb."""
    if right.part == "adv":
        return (lexicon.form(words[index].low) or ("", ""))[1] == "s"
    if right.low in ("which", "who", "that") and words[index].low in lexicon.nouns:
        # "the bomb blasts which killed"
        return False
    if right.part in (*OPENS_OBJECT, "sub", "to"):
        return True
    if right.part == "prep":
        if is_headline:
            return True
        senses = lexicon.verbs.get((lexicon.form(words[index].low) or ("", ""))[0], ())
        return words[index].low not in lexicon.nouns and any(not takes for _, takes in senses)
    return is_headline and not any(w.low in lexicon.forms and w.part != "name" for w in words[index + 1 : index + 3])


def opens_object(word: Word | None) -> bool:
    """Return whether a word can begin the object of a verb."""
    return word is not None and word.part in OPENS_OBJECT

"""Headings and other text in capitals, written as it would stand in a sentence, so that capitals tell names again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefing.extract.entities.evidence import Evidence, gathered
from briefing.extract.entities.lexicons import NO_KINDS, Lexicons, lexicons
from briefing.extract.entities.stretches import is_heading
from briefing.extract.entities.tokens import Sentence
from briefing.values import dataclass

_PLACES: Final = frozenset(("country", "people", "place", "region"))
_NAMES: Final = _PLACES | {"first", "family", "org", "product", "event", "orghead", "fachead", "lochead", "gpehead"}
_SHORT: Final = frozenset(("org", "country"))
_ENDINGS: Final = (("s", ""), ("es", ""), ("ies", "y"), ("d", ""), ("ed", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of an article as the tagger reads them: headings written as sentences."""

    sentences: tuple[Sentence, ...]
    headings: tuple[bool, ...]
    """Whether a sentence still has capitals nearly everywhere."""
    evidence: Evidence


def passage(sentences: Sequence[Sentence]) -> Passage:
    """Return `sentences` with headings in sentence case, and what they tell of their words."""
    shouted = [is_heading(sentence) or is_shouted(sentence) for sentence in sentences]
    evidence = gathered(sentences, shouted)
    if not any(shouted):
        return Passage(tuple(sentences), tuple(shouted), evidence)
    calm = tuple(
        recased(sentence, evidence) if loud else sentence for sentence, loud in zip(sentences, shouted, strict=True)
    )
    return Passage(calm, tuple(map(is_heading, calm)), evidence)


def recased(sentence: Sentence, evidence: Evidence) -> Sentence:
    """Return a heading with ordinary words in lower case and names with one capital: "IRAN SAYS" is "Iran says"."""
    lists = lexicons()
    shouted = is_shouted(sentence)
    words = tuple([_recased(word, evidence, lists, shouted=shouted) for word in sentence.words])
    return sentence if words == sentence.words else replace(sentence, words=words)


def is_shouted(sentence: Sentence) -> bool:
    """Return whether most words of a sentence are in capitals throughout."""
    words = sentence.words
    if 3 * (len(words) - len(sentence.marked)) > len(words) or 3 * sum(map(str.islower, words)) > len(words):
        return False
    letters = [word for word in words if word[0].isalpha() and len(word) > 1]
    return len(letters) > 1 and 3 * sum(word.isupper() for word in letters) > 2 * len(letters)


def _recased(word: str, evidence: Evidence, lists: Lexicons, *, shouted: bool) -> str:
    low = word.lower()
    if not word[0].isalpha() or low == word:
        return word
    loud = word.isupper() and len(word) > 1
    if loud and (not shouted or word in evidence.traits or lists.words.get(word, NO_KINDS) & _SHORT):
        return word
    usual = "-".join(part.capitalize() for part in word.split("-")) if loud else word
    if usual in evidence.traits:
        return usual
    if evidence.writes(low):
        return low
    kinds = lists.words.get(usual, NO_KINDS)
    if is_ordinary(low, lists):
        return usual if kinds & _PLACES else low
    # Nothing tells a name from a rare word here, and no name is better than a wrong one.
    return low if loud and not kinds & _NAMES and usual not in lists.longest else usual


def is_ordinary(low: str, lists: Lexicons) -> bool:
    """Return whether a lower-case word, or the word that it is a form of, hardly ever has a capital."""
    stems = (low, *(low[: -len(end)] + add for end, add in _ENDINGS if low.endswith(end) and len(low) > len(end) + 2))
    return any(stem in lists.ordinary for stem in stems)

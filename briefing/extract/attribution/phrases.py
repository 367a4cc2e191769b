"""Noun phrases: the stretches of a sentence that can name a source, without a parser."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache
from typing import Final

from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.values import dataclass

_NOMINAL: Final = spaced("D N pn 0 w s day")
_GLUE: Final = frozenset(["'s", "’s", "$", "%", "&"])
POSSESSIVE: Final = frozenset(["'s", "’s"])
_RELATIVES: Final = {"who": "who", "which": "wh", "that": "wh", "what": "wh"}
_MAX_PATH: Final = 40
_REPEATED: Final = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A base noun phrase: its words without what hangs on it."""

    words: Range
    kind: str
    """P pronoun, o object pronoun, who, wh, N name, pn person's noun, Nw Dw w other nouns."""


def phrases(passage: Passage, sentence: Range, cues: Container[int]) -> list[Phrase]:
    """Return the base noun phrases of a sentence, in order; `cues` are verbs and part them."""
    lower, classes = passage.words.lower, passage.classes
    first, last = sentence
    found: list[Phrase] = []
    at = first
    while at < last:
        kind = classes[at]
        if at in cues:
            at += 1
        elif kind in {"P", "o"}:
            found.append(Phrase((at, at + 1), kind))
            at += 1
        elif (_NOMINALS[kind] or lower[at] in _GLUE) and lower[at] not in POSSESSIVE:
            end = at + 1
            while (
                end < last
                and classes[end] != "D"
                and (_NOMINALS[classes[end]] or is_nominal(passage, end, first=at))
                and end not in cues
            ):
                end += 1
            following = end
            while end > at + 1 and lower[end - 1] in POSSESSIVE:
                end -= 1
            found.append(Phrase((at, end), _kind(classes[at:end])))
            at = following
        else:
            if lower[at] in _RELATIVES:
                found.append(Phrase((at, at + 1), _RELATIVES[lower[at]]))
            at += 1
    return found


def is_nominal(passage: Passage, at: int, *, first: int) -> bool:
    """Return whether the word `at` can stand in a noun phrase that begins with the word `first`."""
    kind = passage.classes[at]
    if _NOMINALS[kind]:
        return True
    if passage.words.lower[at] in _GLUE:
        return True
    return (kind[0] == "L" or kind in {"ed", "ing"}) and _determined(passage, at, first)


class _Nominals(dict[str, bool]):
    """For each class of words whether it is nominal by itself; a class is looked at once."""

    def __missing__(self, kind: str) -> bool:
        nominal = kind in _NOMINAL or (kind[0] == "L" and not _NOUN_FORMS.isdisjoint(kind))
        self[kind] = nominal
        return nominal


_NOMINALS: Final = _Nominals()


def _determined(passage: Passage, at: int, first: int) -> bool:
    """Return whether a determiner right before the word `at` makes a noun or an adjective of it: "the state"."""
    return at > first and (passage.classes[at - 1] == "D" or passage.words.lower[at - 1] in POSSESSIVE)


_NOUN_FORMS: Final = frozenset("nmj")


def _kind(classes: tuple[str, ...]) -> str:
    head = classes[-1]
    if head in {"N", "pn", "day", "0"}:
        return head
    if "N" in classes:
        return "Nw"
    return "Dw" if classes[0] == "D" else "w"


_STEPS: Final = {
    **dict.fromkeys("BHM", "x"),
    "Do": "x",
    **dict.fromkeys(["I", "by", "of", "to"], "p"),
    **dict.fromkeys(",-–—()", ","),
    **dict.fromkeys(":;", ":"),
    **dict.fromkeys("“”\"'`‘’", "q"),
    **dict.fromkeys(["and", "or", "but"], "&"),
    **dict.fromkeys(["that", "which", "who", "what"], "r"),
    **dict.fromkeys(spaced("if when because while where though although until how whether than why unless"), "w"),
    **dict.fromkeys(["ed", "ing"], "v"),
    **dict.fromkeys(".?!", "."),
    "neg": " ",
    "R": " ",
}


def steps(passage: Passage, sentence: Range, cues: Iterable[int]) -> str:
    """Return a letter for each word of a sentence: V cue, v other verb, n noun or like, p preposition, blank for naught."""
    first, last = sentence
    letters = [_LETTERS[kind] for kind in passage.classes[first:last]]
    for at in cues:
        letters[at - first] = "V"
    return "".join(letters)


class _Letters(dict[str, str]):
    """For each class of words its letter; a class is looked at once."""

    def __missing__(self, kind: str) -> str:
        letter = _STEPS.get(kind) or ("v" if kind[0] == "L" and "n" not in kind else "n")
        self[kind] = letter
        return letter


_LETTERS: Final = _Letters()


def path(letters: str, start: int, end: int) -> str:
    """Return what stands between two words of a sentence, by its `letters`, repeats and details left out."""
    if end - start > _MAX_PATH:
        return "far"
    return _summary(letters[start:end])


@lru_cache(maxsize=1 << 13)
def _summary(letters: str) -> str:
    return _REPEATED.sub(r"\1", letters.replace(" ", ""))[:6]

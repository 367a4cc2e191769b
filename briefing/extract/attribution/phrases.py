"""Noun phrases: the stretches of a sentence that can name a source, without a parser."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range

_NOMINAL: Final = spaced("D N pn 0 w s day")
_GLUE: Final = frozenset(["'s", "’s", "$", "%", "&"])
_POSSESSIVE: Final = frozenset(["'s", "’s"])
_LINKS: Final = spaced("of for from in at with on to")
_RELATIVES: Final = {"who": "who", "which": "wh", "that": "wh", "what": "wh"}
_MAX_EXTENDED: Final = 24
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
        elif lower[at] not in _POSSESSIVE and _nominal(passage, at, first=at):
            end = at + 1
            while end < last and end not in cues and _nominal(passage, end, first=at) and classes[end] != "D":
                end += 1
            following = end
            while end > at + 1 and lower[end - 1] in _POSSESSIVE:
                end -= 1
            found.append(Phrase((at, end), _kind(classes[at:end])))
            at = following
        else:
            if lower[at] in _RELATIVES:
                found.append(Phrase((at, at + 1), _RELATIVES[lower[at]]))
            at += 1
    return found


def _nominal(passage: Passage, at: int, *, first: int) -> bool:
    kind = passage.classes[at]
    return (
        kind in _NOMINAL
        or (kind[0] == "L" and not _NOUN_FORMS.isdisjoint(kind))
        or (kind in {"ed", "ing"} and at > first and passage.classes[at - 1] == "D")
        or passage.words.lower[at] in _GLUE
    )


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


def steps(passage: Passage, sentence: Range, cues: Container[int]) -> str:
    """Return a letter for each word of a sentence: V cue, v other verb, n noun or like, p preposition, blank for naught."""
    classes = passage.classes
    return "".join(["V" if at in cues else _STEPS.get(classes[at]) or _step(classes[at]) for at in range(*sentence)])


def _step(kind: str) -> str:
    return "v" if kind[0] == "L" and "n" not in kind else "n"


def path(letters: str, start: int, end: int) -> str:
    """Return what stands between two words of a sentence, by its `letters`, repeats and details left out."""
    if end - start > _MAX_PATH:
        return "far"
    return _summary(letters[start:end])


@lru_cache(maxsize=1 << 13)
def _summary(letters: str) -> str:
    return _REPEATED.sub(r"\1", letters.replace(" ", ""))[:6]


def extended(passage: Passage, phrase: Phrase, sentence: Range, cues: Container[int]) -> Range:
    """Return the words of `phrase` with what hangs on it: "a spokesman for the ministry", "Command (CENTCOM)"."""
    lower, classes = passage.words.lower, passage.classes
    begin, end = phrase.words
    if phrase.kind in {"P", "o", "who", "wh"}:
        return begin, end
    limit = min(sentence[1], begin + _MAX_EXTENDED)
    while end + 1 < limit:
        if lower[end] in _LINKS and end not in cues and _nominal(passage, end + 1, first=end + 1):
            following = end + 2
            while following < limit and following not in cues and _nominal(passage, following, first=end + 1):
                following += 1
            end = following
            while end > begin + 1 and lower[end - 1] in _POSSESSIVE:
                end -= 1
        elif lower[end] == "(" and ")" in lower[end : end + 6]:
            end = lower.index(")", end) + 1
        else:
            break
    if classes[end - 1] == "day" and end - 1 > begin:
        end -= 2 if lower[end - 2] == "on" and end - 2 > begin else 1
    return begin, end

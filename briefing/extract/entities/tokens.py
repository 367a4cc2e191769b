"""Tokens of an article with their offsets, sentence by sentence, cut so that a name never ends inside of one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from briefing.values import dataclass

MAXIMUM_SENTENCE: Final = 250
"""Tokens after which a sentence is cut: no sentence of the news sets is as long, and time stays bounded."""

_ABBREVIATIONS: Final = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Lt|Col|Brig|Capt|Cmdr|Cdr|Adm|Cpl|Sgt|Pvt|Spc|Sen|Rep|Gov|Hon|Rev|St|Mt|Jr|Sr|Ft|"
    "Inc|Ltd|Corp|Co|Bros|vs|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Calif|Fla|Pa|Ala|Ariz|Ark|Colo|Conn|Ga|Ill|Ind|Kan|Ky|"
    "La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Tenn|Va|Vt|Wash|Wis|Wyo|Tex|Engr|Cllr|Supt|Insp|Amb|Messrs|Ph"
)
_WORD: Final = re.compile(
    r"([a-z]{1,30}(?=[\s,])(?: [a-z]{1,30}(?=[\s,]))*+)"
    r"|https?://[^\s<>\"]{1,500}"
    r"|[#@]\w{1,60}"
    rf"|(?=[A-Zv][a-z]{{0,5}}\.)(?:{_ABBREVIATIONS})\.(?=[\s,\u00a0]|$)"
    r"|(?:[A-Z]\.){2,10}(?:[A-Z]\b)?"
    r"|[A-Z]\.(?=[\s\u00a0]?[A-Z])"
    r"|[A-Z]{1,3}\$"
    r"|\d[\d.,:/]{0,40}\d(?:st|nd|rd|th|s)?\b|\d(?:st|nd|rd|th|s)?"
    r"|['’][sS](?![^\W_])"
    r"|[^\W\d_](?:[^\W_]{0,80}+(?![\u0300-\u036f])|(?:[^\W_]|[\u0300-\u036f]){0,80})(?:(?:['’](?![sS](?![^\W_]))|&(?=[A-Z]))[^\W_]{1,40}){0,3}"
    r"(?:[-‐‑][^\W_](?:[^\W_]|['’](?![sS](?![^\W_]))(?=[^\W_])){0,40}){0,5}"
    r"|\.\.\.|\S"
)
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]{0,20}\r?\n|\r\n[^\S\n]{0,20}\r?\n|\u2029")
"""What parts paragraphs; as each way begins with a sign of its own, a text is looked through for these three alone."""
_HYPHEN: Final = re.compile(r"[-‐‑]")
_TAIL: Final = re.compile(
    r"(?:[a-z]{3,}(?:ed|ing)|led|run|born|wide|style|made|held|era|like|bound|built|friendly|majority|only|level|type|"
    r"based|owned|won|hit|torn|speaking|language|backed|level|free|elect|general|trained|aligned|linked|wing|month|"
    r"year|day|hour|old|dominated|century|old|area|month|state|aged|themed|sponsored|affiliated|inspired|centric|"
    r"related|trade|war|government|rule|regime|independence|coalition|migrants?|semitism|semitic|semite|immigration)$"
)
_FRONT: Final = re.compile(
    r"(?:anti|pro|ex|non|pre|post|mid|then|inter|intra|trans|north|south|east|west|central)$", re.IGNORECASE
)
_CLOSERS: Final = frozenset("\"'”’)]»")
_STOPS: Final = frozenset((".", "!", "?", "..."))
_STARTERS: Final = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "But",
        "And",
        "This",
        "That",
        "These",
        "Those",
        "His",
        "Her",
        "Its",
        "Their",
        "Our",
        "As",
        "If",
        "When",
        "While",
        "After",
        "Before",
        "For",
        "With",
        "From",
        "By",
        "To",
        "There",
        "Here",
        "Some",
        "Many",
        "Most",
        "However",
        "Meanwhile",
    ]
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence and where each begins and ends in the article."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    marked: tuple[int, ...]
    """Which words may be more than small letters of English: all that stand in names are among them, but for few."""


def tokenised(text: str) -> list[Sentence]:
    """Return the sentences of `text` in order; paragraphs end sentences too."""
    stop = len(text)
    sentences: list[Sentence] = []
    begin = 0
    while begin < stop:
        found = _PARAGRAPH.search(text, begin, stop)
        paragraph_end = found.start() if found else stop
        if paragraph_end > begin:
            _add_paragraph(text, begin, paragraph_end, sentences)
        begin = found.end() if found else stop
    return sentences


def _add_paragraph(text: str, begin: int, stop: int, sentences: list[Sentence]) -> None:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marked: list[int] = []

    def close() -> None:
        if words:
            sentences.append(Sentence(tuple(words), tuple(starts), tuple(ends), tuple(marked)))
            words.clear()
            starts.clear()
            ends.clear()
            marked.clear()

    ended = False
    for found in _WORD.finditer(text, begin, stop):
        word = found[0]
        if (ended and word not in _CLOSERS) or len(words) >= MAXIMUM_SENTENCE:
            close()
            ended = False
        at = found.start()
        if found.lastindex:
            for part in word.split(" "):
                if len(words) >= MAXIMUM_SENTENCE:
                    close()
                words.append(part)
                starts.append(at)
                at += len(part)
                ends.append(at)
                at += 1
            continue
        if word in _STARTERS and words and len(words[-1]) > 3 and words[-1].endswith(".") and words[-1][-3] == ".":
            close()
        for part in pieces(word):
            marked.append(len(words))
            words.append(part)
            starts.append(at)
            at += len(part)
            ends.append(at)
        ended = ended or word in _STOPS
    close()


@lru_cache(maxsize=12_000)
def pieces(word: str) -> tuple[str, ...]:
    """Return `word` cut where a name may end before a hyphen: "Iran-backed", "pro-Iran", "Israel-Gaza"."""
    if not _HYPHEN.search(word, 1):
        return (word,)
    parts = _HYPHEN.split(word)
    tail = parts[-1]
    if len(parts) >= 2 and _TAIL.match(tail):
        keep = len(word) - len(tail) - 1
        return (*pieces(word[:keep]), word[keep], tail)
    if _FRONT.match(parts[0]) and tail[:1].isupper():
        cut = len(parts[0])
        return (parts[0], word[cut], *pieces(word[cut + 1 :]))
    if len(parts) == 2 and _are_two_names(parts[0], tail):
        cut = len(parts[0])
        return (parts[0], word[cut], tail)
    return (word,)


def _are_two_names(front: str, tail: str) -> bool:
    """Return whether a hyphen joins what is named apart: "Israel-Gaza", "EU-Nigeria", "Sino-US"."""
    if front == "Sino":
        return is_geographic(tail)
    return (is_geographic(front) and (is_geographic(tail) or _is_alliance(tail))) or (
        _is_alliance(front) and is_geographic(tail)
    )


def _is_alliance(word: str) -> bool:
    from briefing.extract.entities.lexicons import kinds_of

    return word.isupper() and "org" in kinds_of(word)


def is_geographic(word: str) -> bool:
    """Return whether `word` alone is a country, a people or a place: then a hyphen after it parts two names."""
    from briefing.extract.entities.lexicons import kinds_of

    return bool(kinds_of(word) & {"country", "people", "place"}) and word not in {"Guinea", "Bosnia"}

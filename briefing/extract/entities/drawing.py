"""Names drawn by the lists: what is no part of a name goes, what is listed as one is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import Final

from briefing.extract.entities.acronyms import has_initials, is_acronym
from briefing.extract.entities.lexicons import NO_KINDS, kinds_of, lexicons
from briefing.extract.entities.stretches import is_capitalised, is_heading
from briefing.extract.entities.tagger import Found
from briefing.extract.entities.tokens import Sentence

_START: Final = attrgetter("start")
_OPENING: Final = frozenset("\"“‘'«(:—–-•")
_LISTED: Final = {
    "org": "ORG", "facility": "PLACE", "region": "PLACE", "place": "PLACE", "country": "PLACE", "event": "MISC", "law": "MISC", "product": "MISC",
}  # fmt: skip
"""Kinds whose names of several words are taken as listed, and their classes."""
_PRODUCT: Final = frozenset(("product",))
_EVENT: Final = frozenset(("event",))
_ORGANISATION: Final = frozenset(("org",))
_STATES: Final = frozenset(("Republic", "Kingdom", "State", "Sultanate", "Emirate", "Commonwealth", "Principality"))
_STATE_ADJECTIVES: Final = frozenset(
    ("Islamic", "Federal", "Democratic", "Socialist", "Hashemite", "Bolivarian", "Federative", "United", "Co-operative")
)
_OF_STATES: Final = _STATES | _STATE_ADJECTIVES
_GENERIC: Final = frozenset(
    (word,) for word in ("Government", "Kingdom", "Republic", "Minister", "President", "State", "Province", "Sir")
)
"""Nouns with the capital of respect, which name nothing alone."""
_CALENDAR: Final = frozenset(("calendar",))
_LANDS: Final = frozenset(("country", "people"))
_COMMON: Final = frozenset(("common",))
_DOUBTFUL: Final = frozenset(("country", "first", "family", "place", "region", "org"))

_FACILITIES: Final = frozenset(
    ("airbase", "airport", "airfield", "dam", "crossing", "prison", "barracks", "refinery", "oilfield", "shipyard")
)
"""Nouns in lower case that belong to the name before them: "Ain Al Asad airbase"."""


def drawn(sentence: Sentence, names: Sequence[Found]) -> list[Found]:
    """Return the names of a sentence without what is no part of them, as the lists draw and class them."""
    words = sentence.words
    listed = as_listed(sentence, tidied(words, names) if names else [])
    return with_acronyms(words, with_facilities(words, listed)) if listed else listed


def tidied(words: Sequence[str], names: Sequence[Found]) -> list[Found]:
    """Return `names` without what is no part of them: titles, words that begin a sentence, days and months."""
    found: list[Found] = []
    for name in names:
        start, end = _without_signs(words, name)
        label = name.label
        if label != "MISC":
            start = _after_starters(words, start, end)
        if label == "PERSON":
            start = _after_titles(words, start, end)
        if end - start > 1 and kinds_of(words[start]) == _CALENDAR and kinds_of(words[start + 1]) & _LANDS:
            # "On Monday Iran said": two names would have a comma between them.
            start += 1
        while end - 1 > start and kinds_of(words[end - 1]) == _COMMON:
            end -= 1
        rest = tuple(words[start:end])
        if (
            not rest
            or rest in _GENERIC
            or (_is("calendar", rest[0]) and all(_is("calendar", word) for word in rest))
            or (len(rest) == 1 and kinds_of(rest[0]) == _COMMON)
        ):
            continue
        if is_people(rest):
            label = "NORP"
        elif label in {"ORG", "MISC"} and _is_country(rest):
            label = "PLACE"
        if found and label == found[-1].label == "PERSON" and start == found[-1].end:
            # "Mohammed Shia" and "Al Sudani" side by side are one name.
            found[-1] = replace(found[-1], end=end)
            continue
        is_same = start == name.start and end == name.end and label == name.label
        found.append(name if is_same else replace(name, start=start, end=end, label=label))
    return found


def _without_signs(words: Sequence[str], name: Found) -> tuple[int, int]:
    """Return where a name begins and ends without the quotation marks, commas and stops at its edges."""
    start, end = name.start, name.end
    while start < end and not words[start][0].isalnum() and not any(map(str.isalnum, words[start])):
        start += 1
    while start < end and not words[end - 1][0].isalnum() and not any(map(str.isalnum, words[end - 1])):
        end -= 1
    return start, end


def as_listed(sentence: Sentence, names: list[Found]) -> list[Found]:
    """Return `names` with listed names of several words drawn as listed: "Islamic Resistance in Iraq" is one."""
    lists, words = lexicons(), sentence.words
    found = [_told(words, name) for name in names]
    clear = _clear()
    found += [
        Found(index, index + 1, "MISC", 1.0)
        for index in sentence.marked
        if words[index] in clear and not any(name.start <= index < name.end for name in names)
    ]
    beginnings, plain = _beginnings()
    begins = [index for index in sentence.marked if words[index] in beginnings]
    if not plain.isdisjoint(words):
        begins = sorted({*begins, *(index for index, word in enumerate(words) if word in plain)})
    if not begins:
        return found if len(found) == len(names) else sorted(found, key=_START)
    count, done = len(words), 0
    for index in begins:
        if index < done:
            continue
        state = _state(words, index) if words[index] in _OF_STATES else 0
        for size in range(min(max(lists.longest.get(words[index], 1), state), count - index), 1, -1):
            kinds = lists.names.get(tuple(words[index : index + size]), NO_KINDS)
            if not kinds and size != state:
                continue
            label = next((told for kind, told in _LISTED.items() if kind in kinds), "")
            label = "PLACE" if size == state else label
            if not label:
                continue
            end = index + size
            near = [name for name in found if name.start < end and name.end > index]
            exact = any((name.start, name.end, name.label) == (index, end, label) for name in near)
            wider = any(name.start <= index and name.end >= end and name.end - name.start > size for name in near)
            if not exact and not wider:
                inside = all(name.start >= index and name.end <= end for name in near)
                if inside:
                    found = [name for name in found if name not in near]
                    found.append(Found(index, end, label, 1.0))
            done = end
            break
    return sorted(found, key=_START)


@lru_cache(maxsize=1)
def _clear() -> frozenset[str]:
    """Return the words that are found as names wherever they stand, by their signs and the lists."""
    return frozenset(
        word
        for word in lexicons().words
        if len(word) > 1 and ("-" in word or word.isupper()) and _closed_class(word) == "MISC"
    )


@lru_cache(maxsize=1)
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words with which listed names of several words begin, and those of them that have no capital."""
    words = _OF_STATES | lexicons().longest.keys()
    return words, frozenset(filter(str.islower, words))


def _state(words: Sequence[str], start: int) -> int:
    """Return how many words "Republic of Chile" and its like take from `start` on, 0 where there is none."""
    at = start
    while words[at : at + 1] and words[at] in _STATE_ADJECTIVES:
        at += 1
    if tuple(words[at + 1 : at + 2]) != ("of",) or words[at] not in _STATES:
        return 0
    at += 2
    at += words[at : at + 1] == ("the",)
    for size in (3, 2, 1):
        if len(words) >= at + size and _is_country(tuple(words[at : at + size])):
            return at + size - start
    return 0


def _told(words: Sequence[str], name: Found) -> Found:
    """Return `name` in the class of a word that is listed as one thing only."""
    label = _closed_class(words[name.start]) if name.end == name.start + 1 else ""
    return replace(name, label=label) if label and label != name.label else name


def _closed_class(word: str) -> str:
    """Return the class of a word in capitals or with a number that is listed as one thing only: "ISIS", "F-16s"."""
    if kinds_of(word) == _EVENT:
        return "MISC"
    if len(word) < 3 or word[1:].islower():
        return ""
    kinds = kinds_of(word)
    return "MISC" if kinds == _PRODUCT else "ORG" if kinds == _ORGANISATION and word.isupper() else ""


def with_facilities(words: Sequence[str], names: list[Found]) -> list[Found]:
    """Return `names` with the noun that tells a facility: "Rafah crossing", "Kherson air base"."""
    found: list[Found] = []
    for name in names:
        end = name.end
        size = _facility(words, end) if name.label != "PERSON" else 0
        if size and (name.label == "PLACE" or (words[end].startswith("air") and not kinds_of(words[name.start]))):
            end += size
        found.append(name if end == name.end else replace(name, end=end, label="PLACE"))
    return found


def _facility(words: Sequence[str], at: int) -> int:
    """Return how many words at `at` tell in lower case that the name before them is a facility."""
    if at < len(words) and words[at] in _FACILITIES:
        return 1
    return 2 * (tuple(words[at : at + 2]) == ("air", "base"))


def with_acronyms(words: Sequence[str], names: list[Found]) -> list[Found]:
    """Return `names` where an acronym in brackets behind a name has its class: what it names is the same."""
    if "(" not in words:
        return names
    found = list(names)
    for name in names:
        at = name.end + 1
        if at + 1 >= len(words) or words[name.end] != "(" or words[at + 1] != ")" or not is_acronym(words[at]):
            continue
        short = Found(at, at + 1, name.label, 1.0)
        if (
            name.end - name.start > 1
            and name.label not in {"PERSON", "NORP"}
            and has_initials(words[at], words[name.start : name.end])
        ):
            found = [other for other in found if other.start != at]
            found.append(short)
    return sorted(found, key=_START)


def is_people(words: tuple[str, ...]) -> bool:
    """Return whether `words` are an adjective or a noun of a people, and nothing else, by the lists."""
    lists = lexicons()
    kinds = lists.words.get(words[0], NO_KINDS) if len(words) == 1 else lists.names.get(words, NO_KINDS)
    return "people" in kinds and not kinds & _DOUBTFUL


def _is_country(words: tuple[str, ...]) -> bool:
    lists = lexicons()
    kinds = lists.words.get(words[0], NO_KINDS) if len(words) == 1 else lists.names.get(words, NO_KINDS)
    return "country" in kinds and not kinds & {"first", "family", "org"}


def _after_titles(words: Sequence[str], start: int, end: int) -> int:
    known = lexicons().words
    while start < end:
        kinds = known.get(words[start], NO_KINDS)
        if "title" not in kinds or ("first" in kinds and start + 2 == end) or ("family" in kinds and start + 1 == end):
            break
        start += 1
    return start


def _after_starters(words: Sequence[str], start: int, end: int) -> int:
    """Return where a name begins that took in the words before it: "But Ross", "Despite the Government"."""
    begins = start == 0 or words[start - 1] in _OPENING
    while start < end and _is("starter", words[start]) and (begins or words[start] == "The"):
        start += 1
        while start < end and words[start].islower() and len(words[start]) > 1:
            start += 1
    return start


def _is(kind: str, word: str) -> bool:
    return kind in lexicons().words.get(word, NO_KINDS)


def countries(sentence: Sentence, covered: set[int]) -> list[Found]:
    """Return the countries and peoples that the tagger passed over although nothing else is called so.

    `covered` holds the words that are parts of names.
    """
    country_of, words = lexicons().country_of, sentence.words
    found: list[Found] = []
    free = [index for index in sentence.marked if words[index] in country_of and index not in covered]
    if not free or is_heading(sentence):
        return found
    for index in free:
        if not stands_alone(words, index, covered):
            continue
        word = words[index]
        label = "NORP" if is_people((word,)) else "PLACE" if _is_country((word,)) else ""
        if label:
            found.append(Found(index, index + 1, label, 0.5))
    return found


def stands_alone(words: Sequence[str], index: int, covered: set[int], *, least: int = 3) -> bool:
    """Return whether the word has `least` letters and is no part of a longer capitalised run that is not a name."""
    if len(words[index]) < least:
        return False
    before = index > 0 and is_capitalised(words[index - 1]) and index - 1 not in covered
    after = index + 1 < len(words) and is_capitalised(words[index + 1]) and index + 1 not in covered
    return not before and not after

"""Attributions by pattern: a verb of saying, the noun phrase that is its subject, and the clause that it brings."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from briefing.extract.attribution.found import Attribution
from briefing.extract.attribution.lexicon import AUXILIARIES, CUE_VERBS, NEGATIONS, SAYING, spaced
from briefing.extract.attribution.marks import Quoted
from briefing.extract.attribution.words import Words
from briefing.model import Span

_STOPS: Final = spaced(", ; : . ! ? — – -- ( ) “ ” \" '' `` … ’ ‘ '")
_CLAUSE_WORDS: Final = spaced("that but because when as while where if although though since whether and or")
_PREPOSITIONS: Final = spaced("to in on at by with from about into for against after before during")
_MAX_SOURCE: Final = 16
_ADVERBS: Final = spaced("also then later further once even now still earlier recently previously again")
_NOUN_BEFORE: Final = spaced("the a an his her their its our my your this these any some to of no")


def by_rule(words: Words, sentences: tuple[Span, ...], quoted: tuple[Quoted, ...]) -> list[Attribution]:
    """Return the attributions of each sentence, left to right."""
    inside = _inside(words, quoted)
    found: list[Attribution] = []
    for sentence in sentences:
        first = bisect_left(words.starts, sentence.start)
        last = bisect_left(words.starts, sentence.end)
        for at in range(first, last):
            attribution = _at(words, at, first, last, inside)
            if attribution is not None:
                found.append(attribution)
    return found


def _inside(words: Words, quoted: tuple[Quoted, ...]) -> bytearray:
    inside = bytearray(len(words))
    for one in quoted:
        first, last = bisect_left(words.starts, one.span.start), bisect_left(words.starts, one.span.end)
        inside[first:last] = b"\x01" * (last - first)
    return inside


def _at(words: Words, at: int, first: int, last: int, inside: bytearray) -> Attribution | None:
    lower = words.lower
    if inside[at]:
        return None
    if lower[at] == "according" and at + 1 < last and lower[at + 1] == "to":
        return _according_to(words, at, first, last)
    if lower[at] not in CUE_VERBS or (at > first and lower[at - 1] in _NOUN_BEFORE):
        return None
    source = _subject(words, at, first) or (_inverted(words, at, last) if lower[at] in SAYING else None)
    if source is None:
        return None
    cue = Span(words.starts[at], words.ends[at])
    return Attribution(cue, _span(words, *source), _content(words, at, source, first, last))


def _span(words: Words, first: int, last: int) -> Span:
    return Span(words.starts[first], words.ends[last - 1])


def _according_to(words: Words, at: int, first: int, last: int) -> Attribution | None:
    end = at + 2
    while end < last and words.forms[end] not in _STOPS and end - at < _MAX_SOURCE:
        end += 1
    if end == at + 2:
        return None
    before = (first, at - 1 if at > first and words.forms[at - 1] == "," else at)
    after = (end + 1, last)
    content = before if at - first > 2 else after
    return Attribution(
        Span(words.starts[at], words.ends[at + 1]),
        _span(words, at + 2, end),
        (_span(words, *content),) if content[0] < content[1] else (),
    )


def _subject(words: Words, at: int, first: int) -> tuple[int, int] | None:
    """Return the words before the verb, back to where its clause begins."""
    end = at
    while end > first and (
        words.lower[end - 1] in AUXILIARIES
        or words.lower[end - 1] in _ADVERBS
        or words.lower[end - 1] in NEGATIONS
        or words.lower[end - 1].endswith("ly")
    ):
        end -= 1
    if end > first and words.forms[end - 1] == ",":
        comma = end - 2
        while comma > first and words.forms[comma] not in _STOPS and end - comma < _MAX_SOURCE:
            comma -= 1
        if comma > first and words.forms[comma] == ",":
            end = comma
        else:
            return None
    begin = end
    while begin > first and end - begin < _MAX_SOURCE:
        word = words.lower[begin - 1]
        if word in _STOPS or word in _CLAUSE_WORDS or word in CUE_VERBS:
            break
        begin -= 1
    if begin == end or words.lower[begin] in _PREPOSITIONS:
        return None
    return begin, end


def _inverted(words: Words, at: int, last: int) -> tuple[int, int] | None:
    """Return the words after the verb in "..., said the minister"."""
    if at == 0 or words.forms[at - 1] not in _STOPS:
        return None
    end = at + 1
    while end < last and words.forms[end] not in _STOPS and words.lower[end] not in _PREPOSITIONS | _CLAUSE_WORDS:
        end += 1
    return (at + 1, end) if end > at + 1 else None


def _content(words: Words, at: int, source: tuple[int, int], first: int, last: int) -> tuple[Span, ...]:
    before_end = min(source[0], at)
    pieces: list[Span] = []
    inverted = source[0] > at
    after = max(source[1], at + 1)
    closes = before_end > first and words.forms[before_end - 1] in {",", "”", '"', "?", "!", "''", "’"}
    if closes and before_end - first > 2:
        end = before_end - 1 if words.forms[before_end - 1] == "," else before_end
        pieces.append(_span(words, first, end))
    if not closes or inverted:
        while after < last and words.lower[after] in {"that", ":", ","}:
            after += 1
        end = last
        while end > after and words.forms[end - 1] == ".":
            end -= 1
        if after < end and not (closes and inverted):
            pieces.append(_span(words, after, end))
    return tuple(pieces)

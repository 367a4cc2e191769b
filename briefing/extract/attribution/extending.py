"""Extending: what belongs to a source beside its base noun phrase: what hangs on it, what it hangs on, who else speaks."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from briefing.extract.attribution.classes import VERB_GROUP
from briefing.extract.attribution.lexicon import spaced
from briefing.extract.attribution.passage import Passage, Range
from briefing.extract.attribution.phrases import POSSESSIVE, Phrase, is_nominal

_LINKS: Final = spaced("of for from in at with on to")
_LINKS_BEHIND: Final = spaced("of for from in at")
"""The same where the source stands behind its cue: "said Berg to the crowd"."""
_MOST_SEAT: Final = 5
_MOST_LINKS: Final = 4
_WRITINGS: Final = spaced(
    "study studies report reports survey surveys poll polls statement article paper review analysis letter book ad column "
    "editorial estimate estimates"
)
_CLAUSE_OPENERS: Final = spaced(", ; : “ ” \" '' `` that and but while when as if because - — –")
_SPEAKING: Final = spaced("N pn Ln Lm")
_MAX_EXTENDED: Final = 24


def extended(passage: Passage, phrase: Phrase, sentence: Range, cues: Container[int], *, at: int) -> Range:
    """Return the words of `phrase`, the source of the cue `at`, with what hangs on it and what it hangs on.

    "a spokesman for the ministry", "Command (CENTCOM)", "the head of the union", "Berg and Lie".
    """
    lower, classes = passage.words.lower, passage.classes
    begin, end = phrase.words
    if phrase.kind in {"P", "o", "who", "wh"}:
        return begin, end
    limit = min(sentence[1], begin + _MAX_EXTENDED, at if at > begin else sentence[1])
    end = _hanging(
        passage, begin, end, limit, cues, linking=_LINKS_BEHIND if begin > at and lower[at] != "according" else _LINKS
    )
    end = _seated(passage, begin, end, at, cues)
    begin = _headed(passage, _sited(passage, begin, sentence[0]), sentence[0], cues) if at > begin else begin
    end = _joined(passage, begin, end, limit, at)
    if classes[end - 1] == "day" and end - 1 > begin:
        end -= 2 if lower[end - 2] == "on" and end - 2 > begin else 1
    return begin, end


def _hanging(
    passage: Passage, begin: int, end: int, limit: int, cues: Container[int], *, linking: Container[str]
) -> int:
    """Return where a phrase ends with what hangs on it by prepositions, and a short form in brackets."""
    lower = passage.words.lower
    while end + 1 < limit:
        links = lower[end] in linking or (lower[end] == "by" and lower[end - 1] in _WRITINGS)
        if links and end not in cues and is_nominal(passage, end + 1, first=end + 1):
            following = end + 2
            while following < limit and following not in cues and is_nominal(passage, following, first=end + 1):
                following += 1
            end = following
            while end > begin + 1 and lower[end - 1] in POSSESSIVE:
                end -= 1
        elif lower[end] == "(" and ")" in lower[end : min(limit, end + 6)]:
            end = lower.index(")", end) + 1
        else:
            break
    return end


def _seated(passage: Passage, begin: int, end: int, at: int, cues: Container[int]) -> int:
    """Return where "The Rockford, Ill., maker of fasteners" ends, if `end` is that of the town; else `end`."""
    lower, classes = passage.words.lower, passage.classes
    if at <= end or classes[begin] != "D" or lower[end] != ",":
        return end
    close = next((place for place in range(end + 1, min(end + _MOST_SEAT, at)) if lower[place] == ","), at)
    noun = close + 1
    if (
        noun >= at
        or not all(classes[place] in {"N", "."} for place in range(end + 1, close))
        or classes[noun] in {"D", "P"}
    ):
        return end
    following = noun
    while following < at and is_nominal(passage, following, first=noun):
        following += 1
    if following > noun:
        following = _hanging(passage, noun, following, at, cues, linking=_LINKS)
    closed = following > noun and all(kind in VERB_GROUP for kind in classes[following:at])
    return following if closed else end


def _sited(passage: Passage, begin: int, first: int) -> int:
    """Return where "The Rockford, Ill., maker" begins, if "maker" does at `begin`; else `begin`."""
    lower, classes = passage.words.lower, passage.classes
    if begin - 4 < first or lower[begin - 1] != "," or classes[begin] in {"D", "N", "P"}:
        return begin
    comma = next(
        (place for place in range(begin - 2, max(first, begin - _MOST_SEAT), -1) if lower[place] == ","), first
    )
    if comma == first or not all(classes[place] in {"N", "."} for place in range(comma + 1, begin - 1)):
        return begin
    town = comma
    while town > first and classes[town - 1] == "N":
        town -= 1
    return town - 1 if first < town < comma and classes[town - 1] == "D" else begin


def _headed(passage: Passage, begin: int, first: int, cues: Container[int]) -> int:
    """Return where the whole begins that a phrase only closes: "the head of" before "the union"."""
    lower, classes = passage.words.lower, passage.classes
    for _ in range(_MOST_LINKS):
        link = begin - 1
        if link > first and lower[link] == "nor":
            while link > first and lower[link] != "neither":
                link -= 1
            return link if lower[link] == "neither" else begin
        if link <= first or lower[link] not in _LINKS or link in cues or link - 1 in cues:
            return begin
        head = link
        while head > first and head - 1 not in cues and is_nominal(passage, head - 1, first=max(first, head - 2)):
            head -= 1
            if classes[head] == "D":
                break
        if head == link or (lower[link] != "of" and not _opens_clause(passage, head, first)):
            return begin
        if classes[link - 1] in {"day", "0"} and lower[link] != "of":
            return begin
        begin = head
    return begin


def _opens_clause(passage: Passage, at: int, first: int) -> bool:
    return at == first or passage.words.lower[at - 1] in _CLAUSE_OPENERS


def _joined(passage: Passage, begin: int, end: int, limit: int, at: int) -> int:
    """Return where two who speak together end, if `end` is that of the first: "Berg and Lie said"."""
    lower, classes = passage.words.lower, passage.classes
    if end + 1 >= limit or lower[end] != "and" or not is_nominal(passage, end + 1, first=end + 1):
        return end
    following = end + 2
    while following < limit and is_nominal(passage, following, first=end + 1):
        following += 1
    is_whole = {classes[end - 1], classes[following - 1]} <= _SPEAKING
    if at < begin:
        closed = following < limit and lower[following] in {".", ","}
        return following if closed and is_whole else end
    between = classes[following:at]
    return following if is_whole and all(kind in VERB_GROUP for kind in between) else end

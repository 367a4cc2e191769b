"""Paragraphs and sentences of a text, as spans: headings, abbreviations, initials and quotes understood."""

from __future__ import annotations

import re
from typing import Final

from briefing.model.article import Span

_PARAGRAPH: Final = re.compile(r"\S(?:[^\n]++|\n(?![^\S\n]*\n))*+")
_MARK: Final = re.compile(r"(?<![.!?…])([.!?…]++)([\"”’'»)\]]*+)(?=\s)")
_OPENING: Final = "\"“‘'«([—–- "


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


_TITLES: Final = _words(
    "mr mrs ms mx dr prof gov govs sen sens rep reps gen lt maj col sgt capt cmdr cpl pvt adm brig st mt ft rev hon pres supt det "
    "insp messrs mme mlle amb atty treas sec fr sr msgr vs v cf viz approx fig figs eq e.g i.e eg ie c ca p pp vol vols "
    "ed eds ch op esp al no nos art arts sect jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat"
)
"""Abbreviations that stand before what they belong to: a sentence hardly ever ends with one."""

_ENDINGS: Final = _words("inc corp ltd co cos bros jr sr etc al a.m p.m am pm est ave blvd rd bc ad b.c a.d llc plc")
"""Abbreviations that stand behind what they belong to: a sentence may end with one."""

_OPENERS: Final = _words(
    "the a an this that these those he she it they we i you his her its their our my your there here in on at by for "
    "from with after before since when while as if but and or so yet however although though because meanwhile also "
    "then now what who why how where which one two some many most all no not some both each every other another "
    "according earlier later last more even despite during under until according"
)
"""Words whose capital tells that a sentence begins, since no name begins with them."""


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`: what blank lines part, without white space at either end."""
    return tuple(Span(at.start(), at.start() + len(at[0].rstrip())) for at in _PARAGRAPH.finditer(text))


def sentences(text: str, *, headline_end: int | None = None) -> tuple[Span, ...]:
    """Return the sentences of `text`, in order, without white space at either end.

    None crosses a paragraph. What stands before `headline_end` is one sentence, whatever it looks like.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        if headline_end is not None and start < headline_end:
            stop = min(paragraph.end, headline_end)
            found.append(Span(start, stop - len(text[start:stop]) + len(text[start:stop].rstrip())))
            start = stop + len(text[stop : paragraph.end]) - len(text[stop : paragraph.end].lstrip())
        for match in _MARK.finditer(text, start, paragraph.end):
            if match.start() >= start and _ends(text, start, match):
                found.append(Span(start, match.end()))
                start = match.end()
                while start < paragraph.end and text[start].isspace():
                    start += 1
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Return whether the sentence that began at `start` ends with the mark that `match` found."""
    following = text[match.end() : match.end() + 60].lstrip()
    opened = following.lstrip(_OPENING)
    if not opened or opened[0].islower():
        return False
    if match[1] != "." or match[2]:
        return True
    token = text[max(start, match.start() - 30) : match.start()].split()
    word = token[-1].lstrip("\"“‘'([") if token else ""
    next_word = re.match(r"[\w’'.-]*", opened)
    openly = next_word is not None and next_word[0].lower().rstrip(".") in _OPENERS
    low = word.lower()
    if low in _TITLES:
        return False
    if low in _ENDINGS or "." in word:
        return openly
    if len(word) == 1 and word.isupper():
        return openly
    return not (word.isdigit() and match.start() - len(word) == start)

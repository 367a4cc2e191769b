"""Quotation marks: which open, which close, and what lies between them.

Straight marks are told apart by what stands on their two sides, curly ones by their shape; an apostrophe
never opens. Marks within marks belong to the outer ones. A quotation that goes on in the next paragraph,
which opens again without a close before it, is one stretch in each paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from briefing.extract.attribution.lexicon import spaced
from briefing.model import Span
from briefing.values import dataclass

_MARK: Final = re.compile(r"[“”„‟\"«»‘’‚‛'`](?:(?<!`)[“”„‟\"«»‘’‚‛']{0,2}|`?)")
"""Up to three marks, or one or two grave accents; one class begins it, so that a text is looked through for that alone."""
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_DOUBLE_OPEN: Final = frozenset({"“", "„", "‟", "«", "``"})
_DOUBLE_CLOSE: Final = frozenset({"”", "»"})
_BEFORE_OPENING: Final = frozenset(" \t\u00a0\u2009([{—–-/:…,;“‘\"'")
_ELISIONS: Final = spaced("em til till tis twas cause n bout round cos coz ello ere neath")
_ELIDED_WORD: Final = re.compile(r"[a-z]+|\d\ds?\b")
_SENTENCE_END: Final = frozenset(".,!?…")
MAX_SINGLE: Final = 600
"""The longest stretch that single marks are believed to enclose, in characters: beyond it an apostrophe was misread."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What lies between two quotation marks, the marks left out."""

    span: Span
    outer: Span
    """With its marks."""
    continued: bool = False
    """No mark closes it: the next paragraph opens again, or the text ends."""
    single: bool = False
    """Between single marks."""


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return what stands between quotation marks, in order and without overlaps."""
    found: list[Quoted] = []
    paragraphs = [(paragraph.start(), paragraph.end()) for paragraph in _PARAGRAPH.finditer(text)]
    for number, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
        found += _in_paragraph(text, start, end, following=following)
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, *, following: str) -> list[Quoted]:
    found: list[Quoted] = []
    marks = _marks(text, start, end)
    if not marks:
        return found
    closers = [at for at, _, kind in marks if kind in {"'", "’"} and _may_close(text, at, end)]
    stack: list[tuple[int, int, str]] = []
    single_until = -1
    for at, after, mark in marks:
        if at < single_until:
            continue
        if mark in {"‘", "'", "‚", "‛", "`", "’"}:
            if not stack and _opens_single(text, at, after, start=start, end=end, mark=mark):
                close = _single_close(text, closers, after, end)
                if close is not None:
                    found.append(Quoted(Span(after, close), Span(at, close + 1), single=True))
                    single_until = close + 1
            continue
        turned = mark == "“" and bool(stack) and _ends_word(text, at, after, end)
        opens = not turned and (
            mark in _DOUBLE_OPEN or (mark not in _DOUBLE_CLOSE and _opens(text, at, after, start, end))
        )
        closes = turned or mark in _DOUBLE_CLOSE or (mark not in _DOUBLE_OPEN and bool(stack))
        if opens and stack and mark == stack[-1][2] and mark not in _DOUBLE_OPEN:
            stack.pop()
        elif closes and stack and not (opens and mark not in _DOUBLE_CLOSE and mark != stack[-1][2]):
            begun, inside, _ = stack.pop()
            if not stack and text[inside:at].strip():
                found.append(Quoted(Span(inside, at), Span(begun, after)))
            continue
        if opens:
            stack.append((at, after, mark))
    if stack:
        found = _unclosed(text, stack, found, end, following)
    return found


def _unclosed(
    text: str, stack: list[tuple[int, int, str]], found: list[Quoted], end: int, following: str
) -> list[Quoted]:
    """Add a stretch that no mark closes, if it is a quotation that goes on or reaches the paragraph's end."""
    begun, inside, mark = stack[0]
    goes_on = mark in _DOUBLE_OPEN or following == text[begun]
    if goes_on and text[inside:end].strip():
        found = [one for one in found if one.outer.end <= begun]
        found.append(Quoted(Span(inside, end), Span(begun, end), continued=True))
    return found


def _marks(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return (start, end, mark), clusters of marks taken apart; two single straight ones are a double one."""
    marks: list[tuple[int, int, str]] = []
    for cluster in _MARK.finditer(text, start, end):
        at, rest = cluster.start(), cluster[0]
        while rest:
            size = 2 if rest[:2] in {"''", "``", "’’", "‘‘"} else 1
            mark = {"''": '"', "’’": "”", "‘‘": "“"}.get(rest[:size], rest[:size])
            marks.append((at, at + size, mark))
            at, rest = at + size, rest[size:]
    return marks


def _opens(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Return whether a straight double mark can open: nothing solid before it, something solid after it."""
    return (at == start or text[at - 1] in _BEFORE_OPENING) and after < end and not text[after].isspace()


def _ends_word(text: str, at: int, after: int, end: int) -> bool:
    """Return whether an opening mark stands where one closes: German „so“, or a slip of the keyboard."""
    return not text[at - 1].isspace() and (after >= end or not text[after].isalnum()) and text[at - 1] != "—"


def _opens_single(text: str, at: int, after: int, *, start: int, end: int, mark: str) -> bool:
    if after >= end or text[after].isspace() or (at > start and text[at - 1] not in _BEFORE_OPENING):
        return False
    elided = _ELIDED_WORD.match(text, after)
    if mark == "’" or (elided and (elided[0] in _ELISIONS or elided[0][0].isdigit())):
        return False
    return text[after].isalnum() or text[after] in '“"[(…$£€'


def _may_close(text: str, at: int, end: int) -> bool:
    """Return whether a single mark has something solid before it and no letter after it."""
    return at > 0 and not text[at - 1].isspace() and (at + 1 >= end or not text[at + 1].isalnum())


def _single_close(text: str, closers: list[int], after: int, end: int) -> int | None:
    """Return where the single mark closes that opened before `after`: not at a plural's apostrophe if another is left."""
    number = bisect_left(closers, after + 1)
    if number >= len(closers) or closers[number] - after > MAX_SINGLE:
        return None
    at = closers[number]
    possessive = text[at - 1] == "s" and at + 2 < end and text[at + 1] == " " and text[at + 2].islower()
    if possessive and number + 1 < len(closers) and closers[number + 1] - after <= MAX_SINGLE:
        later = closers[number + 1]
        return later if not any(mark in text[at:later] for mark in '‘“"') else at
    return at

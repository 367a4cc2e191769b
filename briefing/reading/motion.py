"""Where a moving key leads: the next word, sentence, paragraph or mention, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from briefing.model import Span
from briefing.text import sentences

WORD: Final = re.compile(r"\S+")
EDGES: Final = "\"'“”‘’«»()[]{}<>.,;:!?…—–-"
"""What stands around a word and is not lit with it."""
PARAGRAPH_END: Final = "\n"


def word_at(text: str, offset: int) -> Span:
    """Return the word at `offset`, or the next one, without the marks around it; an empty span in an empty text."""
    found = WORD.search(text, word_start(text, offset))
    return trimmed(text, Span(*found.span())) if found else Span(len(text), len(text))


def trimmed(text: str, span: Span) -> Span:
    """Return `span` without the white space and marks at its ends; as it is where it holds nothing else."""
    words = span.of(text)
    inner = words.strip().strip(EDGES)
    if not inner:
        return span
    start = span.start + words.index(inner)
    return Span(start, start + len(inner))


def word_after(text: str, offset: int) -> int | None:
    """Return where the next word begins; None behind the last."""
    here = WORD.match(text, offset)
    found = WORD.search(text, here.end() if here else offset)
    return found.start() if found else None


def word_before(text: str, offset: int) -> int | None:
    """Return where the word before `offset` begins; None before the first."""
    end = offset
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start if start < offset and end > start else None


def word_start(text: str, offset: int) -> int:
    """Return where the word at `offset` begins; behind white space, where the next one does."""
    if _is_space(text, offset):
        found = WORD.search(text, offset)
        if found:
            return found.start()
        offset = len(text.rstrip())
    start = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start


def paragraph_at(text: str, offset: int) -> Span:
    """Return the paragraph around `offset`, blank lines around it left out."""
    start = text.rfind(PARAGRAPH_END, 0, offset) + 1
    end = text.find(PARAGRAPH_END, offset)
    return Span(start, len(text) if end < 0 else end)


def sentence_at(text: str, offset: int) -> Span:
    """Return the sentence around `offset`: of its paragraph alone, so that long texts cost nothing."""
    paragraph = paragraph_at(text, offset)
    found = _sentences_of(text, paragraph)
    index = max(0, bisect_right([span.start for span in found], offset) - 1)
    return found[index] if found else paragraph


def sentence_after(text: str, offset: int) -> int | None:
    """Return where the next sentence begins; None in the last."""
    paragraph = paragraph_at(text, offset)
    later = [span.start for span in _sentences_of(text, paragraph) if span.start > offset]
    return later[0] if later else paragraph_after(text, offset)


def sentence_before(text: str, offset: int) -> int | None:
    """Return where the sentence begins, or from its beginning, where the one before does; None in the first."""
    paragraph = paragraph_at(text, offset)
    earlier = [span.start for span in _sentences_of(text, paragraph) if span.start < offset]
    if earlier:
        return earlier[-1]
    before = word_before(text, paragraph.start)
    return None if before is None else sentence_at(text, before).start


def paragraph_after(text: str, offset: int) -> int | None:
    """Return where the next paragraph begins; None in the last."""
    found = WORD.search(text, paragraph_at(text, offset).end)
    return found.start() if found else None


def paragraph_before(text: str, offset: int) -> int | None:
    """Return where the paragraph begins, or from its beginning, where the one before does; None in the first."""
    here = paragraph_at(text, offset)
    start = word_start(text, here.start)
    if start < offset:
        return start
    before = word_before(text, here.start)
    return None if before is None else paragraph_at(text, before).start


def mention_after(mentions: Sequence[Span], offset: int) -> Span | None:
    """Return the first of `mentions`, in text order, that begins behind `offset`."""
    index = bisect_right(mentions, offset, key=lambda span: span.start)
    return mentions[index] if index < len(mentions) else None


def mention_before(mentions: Sequence[Span], offset: int) -> Span | None:
    """Return the last of `mentions`, in text order, that begins before `offset`."""
    index = bisect_left(mentions, offset, key=lambda span: span.start) - 1
    return mentions[index] if index >= 0 else None


def first_from(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the first of `spans`, in text order, that begins at `offset` or behind it."""
    return bisect_left(spans, offset, key=lambda span: span.start)


def _is_space(text: str, offset: int) -> bool:
    return offset >= len(text) or text[offset].isspace()


def _sentences_of(text: str, paragraph: Span) -> tuple[Span, ...]:
    return tuple(
        Span(span.start + paragraph.start, span.end + paragraph.start) for span in sentences(paragraph.of(text))
    )

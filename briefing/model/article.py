"""An article: one text from one source, the looks of its markup beside it, and where it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from briefing.values import dataclass

_GOES_ON: Final = re.compile(r"[ \t\xa0]+[\w$€£\"“‘'(]")
"""What stands behind words that are not the end of what is said."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points into `Article.text`; the program's one coordinate system."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return True even for an empty span, so that `if span` asks only whether there is one."""
        return True

    def of(self, text: str) -> str:
        """Return the words of `text` that lie in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Span) -> int:
        """Return how many code points the two share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: Span) -> bool:
        """Return whether all of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end


def excerpt(text: str, span: Span) -> str:
    """Return the words of `span` on one line, with an ellipsis where their clause goes on behind them."""
    words = " ".join(span.of(text).split())
    return f"{words} …" if words[-1:].isalnum() and _GOES_ON.match(text, span.end) else words


def holding(spans: Sequence[Span], inner: Span) -> Span | None:
    """Return the one of `spans` that contains `inner`; they are in text order and share no code point, as sentences are."""
    place = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return spans[place] if place >= 0 and spans[place].contains(inner) else None


class LookStyle(StrEnum):
    """What a stretch of text looked like in its file."""

    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch of text with the looks that its markup gave it."""

    span: Span
    style: LookStyle
    level: int = 1
    """The depth of a heading, quote or list item, from 1; 1 for all else."""
    marker: str = ""
    """What stands before a list item: "•" or "3."; empty for all else."""


@dataclass(frozen=True, slots=True)
class Link:
    """The words of a link and the address they lead to; the address is shown, never opened unasked."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source."""

    id: str
    """The file's own id or url, else made from source, date and text: the same wherever the file lies."""
    path: str
    """The file, as it was given or below the folder that was given."""
    title: str
    text: str
    """What the reader shows from top to bottom: the headline where the file has one, then the body,
    without markup, the lines of a paragraph joined by a space, paragraphs parted by a blank line."""
    headline_end: int | None = None
    """Where the headline ends in `text`; None where the title was made from the first sentence."""
    part: int | None = None
    """Which article of its file, from 1, where the file holds several."""
    published: date | datetime | None = None
    """The day of publication, a `datetime` where the file tells the time as well."""
    source: str | None = None
    """The outlet."""
    url: str | None = None
    author: str | None = None
    tags: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    """In order of start, an outer one before those within."""
    links: tuple[Link, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the reader should know of how the file was read: "not UTF-8, read as Windows-1252"."""

    @property
    def day(self) -> date | None:
        """The day of publication alone, in the zone that the file tells."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a part of one, that could not be read: shown in the list with its reason."""

    path: str
    reason: str
    """A clause without a full stop: "no text: it begins like a PNG image"."""

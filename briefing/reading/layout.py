"""The lines of an article at a width: title, a dim line about it, and its paragraphs as their markup had them."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum, auto

from briefing.model import Article, Look, LookStyle, Span
from briefing.reading.rows import day_words, minutes
from briefing.reading.wrapping import cells, wrapped
from briefing.text import paragraphs
from briefing.values import dataclass

BLOCKS = frozenset({LookStyle.HEADING, LookStyle.QUOTE, LookStyle.ITEM})
QUOTE_BAR = "│ "
NOTE_BAR = "┃ "


class LineKind(Enum):
    """What a line of the page is."""

    TITLE = auto()
    ABOUT = auto()
    REMARK = auto()
    NOTE = auto()
    HEADING = auto()
    TEXT = auto()
    QUOTE = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: a stretch of the article's text behind a margin, or words of the program's own."""

    span: Span
    """The text it shows; empty where it shows none, and then where it stands."""
    kind: LineKind
    before: str = ""
    """What stands in front of the text: the sign of a list item, the bar of a quotation, or the indent below it."""
    words: str = ""
    """The program's own words, on a line that shows no text."""

    @property
    def has_text(self) -> bool:
        """Whether the cursor can stand on this line."""
        return self.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Remark:
    """What the user has noted: it stands below the paragraph that it is on."""

    at: int | None
    """Where its words begin; None for a note on the whole article."""
    words: str
    tags: tuple[str, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The lines of the note, and below them its tags."""
        tags = " ".join(f"#{tag}" for tag in self.tags)
        return (*(line for line in self.words.splitlines() if line.strip()), *((tags,) if tags else ()))


@dataclass(frozen=True, slots=True)
class Layout:
    """An article laid out for a width."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    """Where the text of each line begins, never falling."""
    width: int

    def line_of(self, offset: int) -> int:
        """Return the line that shows the code point at `offset`, the nearest above where none does."""
        at = max(0, bisect_right(self.starts, offset) - 1)
        while at and not self.lines[at].has_text and self.starts[at - 1] <= offset:
            at -= 1
        return at


def laid_out(article: Article, *, width: int, notes: tuple[Remark, ...] = ()) -> Layout:
    """Return the article's lines and the notes on it, each at most `width` cells wide."""
    lines = tuple(_lines(article, max(width, 4), notes))
    return Layout(lines, tuple(line.span.start for line in lines), width)


def about(article: Article, *, width: int) -> str:
    """Return the dim line below the title: source, day and time, minutes, author, as many as fit.

    The day goes without its time or its weekday rather than not at all.
    """
    day = day_words(article.day)
    clock = f" {article.published:%H:%M}" if isinstance(article.published, datetime) else ""
    words = ""
    for forms in (
        (article.source,),
        (day + clock, day, day.partition(" ")[2] if article.day else ""),
        (f"{minutes(article.text)} min",),
        (article.author,),
    ):
        longer = (f"{words} · {form}" if words else form for form in forms if form)
        words = next((one for one in longer if cells(one) <= width), words)
    return words


def _lines(article: Article, width: int, notes: tuple[Remark, ...]) -> Iterator[Line]:
    blocks = _Blocks(article.looks)
    headline = article.headline_end or 0
    if not headline:
        yield from _about(article, 0, width, notes)
    first = True
    for paragraph in paragraphs(article.text):
        if not first:
            previous = Span(paragraph.start, paragraph.start)
            if not blocks.close_together(paragraph.start):
                yield Line(previous, LineKind.BLANK)
        first = False
        if paragraph.end <= headline:
            yield from (Line(span, LineKind.TITLE) for span in wrapped(article.text, paragraph, width=width))
            yield from _about(article, paragraph.end, width, notes)
            first = True
            continue
        yield from _paragraph(article.text, paragraph, blocks, width)
        yield from _noted(paragraph.end, width, _within(notes, paragraph))


def _within(notes: tuple[Remark, ...], paragraph: Span) -> list[Remark]:
    return [note for note in notes if note.at is not None and paragraph.start <= note.at <= paragraph.end]


def _noted(at: int, width: int, notes: Iterable[Remark]) -> Iterator[Line]:
    """Yield the notes on a paragraph that ends at `at`, each with a bar before its lines."""
    for note in notes:
        for said in note.said:
            for span in wrapped(said, Span(0, len(said)), width=max(4, width - cells(NOTE_BAR))):
                yield Line(Span(at, at), LineKind.NOTE, words=NOTE_BAR + span.of(said).rstrip())


def _about(article: Article, at: int, width: int, notes: tuple[Remark, ...]) -> Iterator[Line]:
    here = Span(at, at)
    yield Line(here, LineKind.ABOUT, words=about(article, width=width))
    for remark in article.remarks:
        for span in wrapped(remark, Span(0, len(remark)), width=max(4, width - 2)):
            yield Line(here, LineKind.REMARK, words=("! " if not span.start else "  ") + span.of(remark).rstrip())
    headline = Span(0, at)
    yield from _noted(
        at, width, (note for note in notes if note.at is None or (at and note in _within(notes, headline)))
    )
    yield Line(here, LineKind.BLANK)


def _paragraph(text: str, paragraph: Span, blocks: _Blocks, width: int) -> Iterator[Line]:
    kind, first, rest = blocks.before(paragraph.start)
    room = width - cells(first)
    if room < width // 2:
        first, rest, room = "", "", width
    before = first
    for span in wrapped(text, paragraph, width=room):
        yield Line(span, kind, before)
        before = rest


class _Blocks:
    """The headings, quotations and list items of an article, asked for in text order."""

    def __init__(self, looks: tuple[Look, ...]) -> None:
        self._left = deque(look for look in looks if look.style in BLOCKS)
        self._open: list[Look] = []
        self._used: set[int] = set()
        self._item_before = False

    def _around(self, at: int) -> list[Look]:
        while self._left and self._left[0].span.start <= at:
            self._open.append(self._left.popleft())
        self._open = [look for look in self._open if look.span.end > at]
        return self._open

    def close_together(self, at: int) -> bool:
        """Return whether no blank line stands before the paragraph at `at`: between the items of one list."""
        is_item = any(look.style is LookStyle.ITEM for look in self._around(at))
        together = is_item and self._item_before
        self._item_before = is_item
        return together

    def before(self, at: int) -> tuple[LineKind, str, str]:
        """Return what the paragraph at `at` is, and what stands before its first line and before the others."""
        first = rest = ""
        kind = LineKind.TEXT
        items = [look for look in self._around(at) if look.style is LookStyle.ITEM]
        self._item_before = bool(items)
        for look in self._around(at):
            if look.style is LookStyle.HEADING:
                kind = LineKind.HEADING
            elif look.style is LookStyle.QUOTE:
                kind = LineKind.QUOTE
                first += QUOTE_BAR
                rest += QUOTE_BAR
        if items:
            look = items[-1]
            marker = f"{look.marker or '•'} "
            indent = "  " * (look.level - 1)
            fresh = look.span.start not in self._used
            self._used.add(look.span.start)
            first += indent + (marker if fresh else " " * cells(marker))
            rest += indent + " " * cells(marker)
        return kind, first, rest

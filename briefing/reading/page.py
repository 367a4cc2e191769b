"""The open article: its lines, the cursor in it, what is selected and searched, and how far the page is scrolled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from briefing.model import Analysis, Article, MarkKind, Span
from briefing.reading import motion
from briefing.reading.decoration import Layer, look_layers, name_layers
from briefing.reading.layout import Layout, Line, Remark, laid_out
from briefing.reading.markings import Placed, lit
from briefing.reading.wrapping import cells, fitting

MOST_HITS: Final = 10_000
"""Hits of a search beyond which it stops: nobody steps through more."""
LONGEST_SEARCH: Final = 200
"""Characters of a search."""
CONTEXT_LINES: Final = 2
"""Lines kept in view around the words that a jump leads to."""


class Select(Enum):
    """What the selection grows by."""

    WORDS = auto()
    SENTENCES = auto()


@dataclass(frozen=True, slots=True)
class Page:
    """An open article as the reader pane shows it."""

    article: Article
    layout: Layout
    height: int
    at: int = 0
    """The cursor: where its word begins."""
    top: int = 0
    """The first line shown."""
    has_cursor: bool = False
    """Whether the cursor is shown: while the keys go to the reader."""
    goal: int | None = None
    """The cell that moving up and down keeps to."""
    anchor: int | None = None
    """Where the selection was begun; None without one."""
    select: Select = Select.WORDS
    analysis: Analysis | None = None
    """What was found in the article; None while it is being looked for."""
    names: tuple[Span, ...] = ()
    """Every mention by name, in text order."""
    search: str = ""
    hits: tuple[Span, ...] = ()
    lit: Span | None = None
    """The words of the fact under the cursor of the facts pane."""
    marks: tuple[Placed, ...] = ()
    """The user's marks on this article."""
    looks: tuple[Layer, ...] = ()
    """What is lit by the markup and by the names found: the same until another analysis comes."""

    @property
    def word(self) -> Span:
        """The word under the cursor."""
        return motion.word_at(self.article.text, self.at)

    @property
    def selection(self) -> Span | None:
        """What is selected: whole words or whole sentences between the anchor and the cursor."""
        if self.anchor is None:
            return None
        unit = motion.word_at if self.select is Select.WORDS else motion.sentence_at
        one, other = unit(self.article.text, self.anchor), unit(self.article.text, self.at)
        return Span(min(one.start, other.start), max(one.end, other.end))

    @property
    def hit(self) -> int | None:
        """The number, from 0, of the first hit that begins in the word under the cursor."""
        index = _first_from(self.hits, self.at)
        return index if index < len(self.hits) and self.hits[index].start < self.word.end else None

    @property
    def bookmarks(self) -> tuple[Span, ...]:
        """The words of the bookmarks, in text order."""
        return lit(self.marks, MarkKind.BOOKMARK)

    @property
    def notes(self) -> tuple[Span, ...]:
        """The words of notes and highlights, in text order."""
        return tuple(sorted({*lit(self.marks, MarkKind.NOTE), *lit(self.marks, MarkKind.HIGHLIGHT)}))

    @property
    def row(self) -> int:
        """How many lines below the top the cursor is."""
        return self.layout.line_of(self.at) - self.top

    @property
    def percent(self) -> int:
        """How much of the article stands above the last line shown, from 0 to 100."""
        lines = len(self.layout.lines)
        return min(100, 100 * (self.top + self.height) // lines) if lines > self.height else 100

    @property
    def most_top(self) -> int:
        """The largest `top` that leaves no empty line at the bottom."""
        return max(0, len(self.layout.lines) - self.height)


def opened(
    article: Article, *, width: int, height: int, at: int = 0, row: int = CONTEXT_LINES, marks: tuple[Placed, ...] = ()
) -> Page:
    """Return `article` open at offset `at`, that line `row` lines below the top, or at the beginning."""
    layout = laid_out(article, width=width, notes=remarks(marks))
    page = Page(article, layout, max(1, height), motion.word_start(article.text, 0), marks=marks)
    page = replace(page, looks=look_layers(article))
    if not 0 < at < len(article.text):
        return page
    page = replace(page, at=motion.word_start(article.text, at))
    line = page.layout.line_of(page.at)
    return in_view(replace(page, top=min(max(0, line - row), page.most_top)))


def analysed(page: Page, analysis: Analysis) -> Page:
    """Return the page with what was found in its article; unchanged if `analysis` is of another one."""
    if analysis.article is not page.article:
        return page
    names = name_layers(analysis)
    spans = sorted(span for layer in names for span in layer.spans)
    return replace(page, analysis=analysis, names=tuple(spans), looks=look_layers(page.article) + names)


def marked(page: Page, marks: tuple[Placed, ...]) -> Page:
    """Return the page with these marks; laid out anew, the cursor's line in its place, where notes have changed."""
    if marks == page.marks:
        return page
    if remarks(marks) == remarks(page.marks):
        return replace(page, marks=marks)
    layout = laid_out(page.article, width=page.layout.width, notes=remarks(marks))
    there = replace(page, marks=marks, layout=layout)
    return in_view(replace(there, top=max(0, min(page.top + there.row - page.row, there.most_top))))


def remarks(marks: Iterable[Placed]) -> tuple[Remark, ...]:
    """Return the words that stand below paragraphs: the notes and tags of marks that have their place."""
    return tuple(
        Remark(one.span.start if one.span else None, one.mark.note or "", one.mark.tags)
        for one in marks
        if (one.mark.note or one.mark.tags) and not one.is_lost
    )


def resized(page: Page, *, width: int, height: int) -> Page:
    """Return the page for a pane of another size, the words at its top still there, or the cursor's where it was."""
    height = max(1, height)
    if (width, height) == (page.layout.width, page.height):
        return page
    if width == page.layout.width:
        return in_view(replace(page, height=height, top=min(page.top, max(0, len(page.layout.lines) - height))))
    row = page.row
    layout = laid_out(page.article, width=width, notes=remarks(page.marks))
    wider = replace(page, layout=layout, height=height, goal=None)
    top = max(0, layout.line_of(page.at) - max(0, min(row, height - 1)))
    if not page.top:
        top = 0
    return in_view(replace(wider, top=min(top, wider.most_top)))


def in_view(page: Page) -> Page:
    """Return the page scrolled as little as shows the cursor's line; the lines about the article with the first."""
    line = page.layout.line_of(page.at)
    first = 0 if not any(one.has_text for one in page.layout.lines[:line]) else line
    top = max(min(page.top, first), line - page.height + 1, 0)
    return page if top == page.top else replace(page, top=top)


def at_offset(page: Page, offset: int | None) -> Page:
    """Return the page with the cursor on the word at `offset`; unchanged for None, which is where nothing follows."""
    if offset is None:
        return page
    at = motion.word_start(page.article.text, min(offset, max(0, len(page.article.text) - 1)))
    if at == page.at and page.goal is None:
        return page
    return in_view(replace(page, at=at, goal=None))


def jumped(page: Page, offset: int) -> Page:
    """Return the page with the cursor at `offset`, and some lines around it where that was out of view."""
    there = at_offset(page, offset)
    if there.top == page.top:
        return there
    line = there.layout.line_of(there.at)
    top = max(0, min(line - there.height // 3, there.most_top))
    return in_view(replace(there, top=top))


def stepped(page: Page, motion_of: Callable[[str, int], int | None], times: int = 1) -> Page:
    """Return the page with the cursor moved `times` times by a function of `motion`."""
    at: int | None = page.at
    for _ in range(times):
        after = motion_of(page.article.text, at if at is not None else page.at)
        if after is None:
            break
        at = after
    return at_offset(page, at)


def lines_moved(page: Page, by: int) -> Page:
    """Return the page with the cursor `by` lines with text further down, or up, as near to its column as can be."""
    step = 1 if by > 0 else -1
    here = line = page.layout.line_of(page.at)
    left = abs(by)
    while left and 0 <= line + step < len(page.layout.lines):
        line += step
        if page.layout.lines[line].has_text:
            here = line
            left -= 1
    return _on_line(page, here)


def scrolled(page: Page, by: int) -> Page:
    """Return the page `by` lines further down, or up, and the cursor with it; at its ends only the cursor moves."""
    top = max(0, min(page.top + by, page.most_top))
    if top == page.top:
        return ended(page, last=by > 0)
    return _on_line(replace(page, top=top), _text_line(page, top + page.row, down=by > 0))


def wheeled(page: Page, by: int) -> Page:
    """Return the page `by` lines further down, or up, the cursor where it is unless it would leave the view."""
    top = max(0, min(page.top + by, page.most_top))
    if top == page.top:
        return page
    line = page.layout.line_of(page.at)
    within = min(max(line, top), top + page.height - 1)
    there = replace(page, top=top)
    return there if within == line else _on_line(there, _text_line(page, within, down=by > 0))


def pointed(page: Page, row: int, cell: int) -> Page:
    """Return the page with the cursor on the word at a line in view and a cell of its text."""
    number = page.top + row
    if number >= len(page.layout.lines) or not page.layout.lines[number].has_text:
        return page
    return replace(_on_line(replace(page, goal=max(0, cell)), number), goal=None)


def ended(page: Page, *, last: bool) -> Page:
    """Return the page with the cursor on the last word, or the first."""
    text = page.article.text
    return at_offset(page, motion.word_start(text, len(text)) if last else motion.word_start(text, 0))


def selecting(page: Page, select: Select) -> Page:
    """Return the page with a selection begun at the cursor, ended if it was of that kind, or of the other kind."""
    if page.anchor is None:
        return replace(page, anchor=page.at, select=select)
    return replace(page, anchor=None) if page.select is select else replace(page, select=select)


def unselected(page: Page) -> Page:
    """Return the page without a selection."""
    return page if page.anchor is None else replace(page, anchor=None)


def searched(page: Page, words: str) -> Page:
    """Return the page with the places that hold `words`, upper and lower case alike, white space as one.

    The words are literal. The cursor goes to the first hit at or behind it, else to the first of all.
    """
    words = words[:LONGEST_SEARCH].strip()
    if not words:
        return page if not page.search else replace(page, search="", hits=())
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    found = []
    for match in pattern.finditer(page.article.text):
        found.append(Span(*match.span()))
        if len(found) >= MOST_HITS:
            break
    there = replace(page, search=words, hits=tuple(found))
    if not found:
        return there
    index = _first_from(found, page.at)
    return jumped(there, found[index % len(found)].start)


def next_hit(page: Page, by: int) -> Page:
    """Return the page with the cursor on the hit `by` hits on, or back, round the ends."""
    if not page.hits:
        return page
    index = _first_from(page.hits, max(page.word.end, page.at + 1)) - 1 if by > 0 else _first_from(page.hits, page.at)
    return jumped(page, page.hits[(index + by) % len(page.hits)].start)


def lighting(page: Page, span: Span | None) -> Page:
    """Return the page with the words of a fact lit, and scrolled to where they are; the cursor stays."""
    if span == page.lit:
        return page
    there = replace(page, lit=span)
    if span is None:
        return there
    first, last = page.layout.line_of(span.start), page.layout.line_of(max(span.start, span.end - 1))
    if page.top <= first and last < page.top + page.height:
        return there
    return replace(there, top=max(0, min(first - CONTEXT_LINES, page.most_top)))


def column(page: Page) -> int:
    """Return the cell, from the left edge of the text, where the cursor's word begins."""
    line = page.layout.lines[page.layout.line_of(page.at)]
    return cells(line.before) + cells(page.article.text[line.span.start : page.at])


def _first_from(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the first of `spans`, in text order, that begins at `offset` or behind it."""
    return bisect_left(spans, offset, key=lambda span: span.start)


def _on_line(page: Page, number: int) -> Page:
    """Return the page with the cursor on the word of that line which is nearest to its column."""
    line = page.layout.lines[number]
    if not line.has_text:
        return in_view(page)
    goal = column(page) if page.goal is None else page.goal
    at = _word_near(page.article.text, line, goal)
    return in_view(replace(page, at=at, goal=goal))


def _word_near(text: str, line: Line, goal: int) -> int:
    offset = fitting(text, line.span.start, line.span.end, width=max(0, goal - cells(line.before)))
    start = motion.word_start(text, min(offset, max(line.span.start, line.span.end - 1)))
    if start >= line.span.end:
        before = motion.word_before(text, line.span.end)
        start = line.span.start if before is None else before
    return max(start, line.span.start)


def _text_line(page: Page, number: int, *, down: bool) -> int:
    """Return the line `number`, or the nearest one with text beyond it, else before it."""
    lines = page.layout.lines
    number = max(0, min(number, len(lines) - 1))
    beyond = range(number, len(lines)) if down else range(number, -1, -1)
    before = range(number, -1, -1) if down else range(number, len(lines))
    return next((index for index in (*beyond, *before) if lines[index].has_text), number)

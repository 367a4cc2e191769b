"""The open article: its lines, the cursor in it, what is selected and searched, and how far the page is scrolled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from briefing.model import Analysis, Article, MarkKind, Span
from briefing.reading import motion
from briefing.reading.decoration import Layer, look_layers, name_layers
from briefing.reading.layout import Layout, Remark, laid_out
from briefing.reading.markings import Placed, lit
from briefing.values import dataclass

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
        index = motion.first_from(self.hits, self.at)
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


def selecting(page: Page, select: Select) -> Page:
    """Return the page with a selection begun at the cursor, ended if it was of that kind, or of the other kind."""
    if page.anchor is None:
        return replace(page, anchor=page.at, select=select)
    return replace(page, anchor=None) if page.select is select else replace(page, select=select)


def unselected(page: Page) -> Page:
    """Return the page without a selection."""
    return page if page.anchor is None else replace(page, anchor=None)


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

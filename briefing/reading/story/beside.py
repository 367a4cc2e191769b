"""Two reports side by side, scrolled to the facts that both tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.model import Article, Span
from briefing.reading import page as paging
from briefing.reading.layout import LineKind
from briefing.reading.page import Page
from briefing.reading.story.table import columns
from briefing.reading.story.view import HEADINGS, Beside, StoryView
from briefing.stories import Comparison, Value

COLUMNS: Final = 100
"""Cells from which the two stand in columns; below, one stands above the other."""
WIDEST: Final = 80
"""Cells of a line of text, however wide the screen."""
MARGIN: Final = 3
"""Cells left of a text."""
FOOT: Final = 3
"""Lines below the two: a rule, and the fact with its reason."""
BEFORE: Final = 3
"""Lines kept above the words of a fact."""


def begun(view: StoryView) -> StoryView:
    """Return the view with two reports beside each other: the one it was opened from, and the next."""
    own = columns(view)
    if view.beside or view.reports is None or len(own) < 2:
        return view
    first = own.index(view.wish.row.id) if view.wish.row.id in own else 0
    return paired(view, first, 1 if first == 0 else 0)


def paired(view: StoryView, left: int, right: int, *, side: int = 0) -> StoryView:
    """Return the view with these two reports, by their numbers, beside each other, at the first fact of both."""
    own = columns(view)
    articles = [view.analyses[own[number]].article for number in (left, right)]
    width, heights = sizes(view)
    pages = tuple(
        _page(view, article, width=width, height=height) for article, height in zip(articles, heights, strict=True)
    )
    beside = Beside((left, right), (pages[0], pages[1]), _shared(view, own[left], own[right]), side=side)
    return at_fact(replace(view, beside=beside), 0)


def at_fact(view: StoryView, number: int) -> StoryView:
    """Return the view with both texts at a fact, the nearest where there is none of that number."""
    beside = view.beside
    if beside is None or view.story is None or not beside.facts:
        return view
    number = max(0, min(number, len(beside.facts) - 1))
    line = view.story.compare[beside.facts[number]]
    pages = tuple(_lit(page, line) for page in beside.pages)
    return replace(view, beside=replace(beside, pages=(pages[0], pages[1]), number=number))


def scrolled(view: StoryView, by: int) -> StoryView:
    """Return the view with the text on the side of the cursor `by` lines further down, or up."""
    beside = view.beside
    if beside is None:
        return view
    page = beside.pages[beside.side]
    there = replace(page, top=max(0, min(page.top + by, page.most_top)))
    pages = (there, beside.pages[1]) if beside.side == 0 else (beside.pages[0], there)
    return replace(view, beside=replace(beside, pages=pages))


def turned(view: StoryView, by: int) -> StoryView:
    """Return the view with another report on the side of the cursor: the next, or the one before."""
    beside, own = view.beside, columns(view)
    if beside is None or len(own) < 3:
        return view
    other = beside.reports[1 - beside.side]
    free = [number for number in range(len(own)) if number != other]
    chosen = free[(free.index(beside.reports[beside.side]) + by) % len(free)]
    left, right = (chosen, other) if beside.side == 0 else (other, chosen)
    return paired(view, left, right, side=beside.side)


def resized(view: StoryView) -> StoryView:
    """Return the view with both texts of the sizes that there is room for."""
    if view.beside is None:
        return view
    beside = view.beside
    width, heights = sizes(view)
    pages = tuple(
        paging.resized(page, width=width, height=height) for page, height in zip(beside.pages, heights, strict=True)
    )
    return at_fact(replace(view, beside=replace(beside, pages=(pages[0], pages[1]))), beside.number)


def in_columns(view: StoryView) -> bool:
    """Return whether the two stand side by side; else one stands above the other."""
    return view.width >= COLUMNS and not view.heard


def sizes(view: StoryView) -> tuple[int, tuple[int, int]]:
    """Return the width of both texts, and the height of each, their own headings left out."""
    room = max(4, view.height - HEADINGS - FOOT)
    if in_columns(view):
        return min((view.width - 1) // 2 - MARGIN - 1, WIDEST), (room - 1, room - 1)
    upper = (room - 2) // 2
    return min(max(8, view.width - MARGIN - 2), WIDEST), (max(1, room - 2 - upper), max(1, upper))


def value_of(line: Comparison, article: str) -> Value | None:
    """Return the first thing that an article says of a fact."""
    return next((value for value in line.values if value.article == article), None)


def _page(view: StoryView, article: Article, *, width: int, height: int) -> Page:
    return paging.analysed(paging.opened(article, width=width, height=height), view.analyses[article.id])


def _shared(view: StoryView, left: str, right: str) -> tuple[int, ...]:
    """Return the numbers of the lines that both tell, in the order in which the first tells them."""
    found = []
    for number, line in enumerate(view.story.compare if view.story else ()):
        here = value_of(line, left)
        if here and value_of(line, right):
            found.append((here.span, number))
    return tuple(number for _, number in sorted(found))


def _lit(page: Page, line: Comparison) -> Page:
    """Return the page with its words on a fact lit, some lines below its top."""
    said = value_of(line, page.article.id)
    if said is None:
        return replace(page, lit=None)
    span = Span(said.span.start, max(said.span.end, said.span.start + 1))
    first = page.layout.line_of(span.start)
    last = page.layout.line_of(span.end - 1)
    before = max(0, min(BEFORE, page.height // 3, page.height - (last - first + 1)))
    body = next((number for number, line in enumerate(page.layout.lines) if line.kind is LineKind.TEXT), 0)
    # A headline is shown whole or not at all.
    is_near_top = first - before <= body and last < page.height
    return replace(page, lit=said.span, top=0 if is_near_top else max(0, min(first - before, page.most_top)))

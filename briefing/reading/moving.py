"""Moving the cursor of a page: by words and lines, by pages, to its ends, to where the mouse points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.reading import motion
from briefing.reading.layout import Line
from briefing.reading.page import Page, at_offset, in_view
from briefing.reading.wrapping import cells, fitting


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


def column(page: Page) -> int:
    """Return the cell, from the left edge of the text, where the cursor's word begins."""
    line = page.layout.lines[page.layout.line_of(page.at)]
    return cells(line.before) + cells(page.article.text[line.span.start : page.at])


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

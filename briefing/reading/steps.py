"""The steps that keys ask for and that need nothing but the state: action by action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from briefing.reading import browsing, motion, moving, searching
from briefing.reading import jumps as jumping
from briefing.reading import page as paging
from briefing.reading import panel as paneling
from briefing.reading import shelf as shelving
from briefing.reading.frame import Pane
from briefing.reading.opening import jumped, wanting
from briefing.reading.page import Page, Select
from briefing.reading.rows import Sort
from briefing.reading.seeking import (
    FILTER,
    SAME_NAME,
    in_story,
    jump,
    match,
    mention,
    past,
    row_opened,
    search,
)
from briefing.reading.state import Reading, fitted, focused, lit, noticed
from briefing.reading.unread import all_read

Step = Callable[[Reading, int], Reading]
OVERLAP: Final = 2
"""Lines of the page before that stay in view when a page is turned."""

IN_STORY: Final = "story_"
"""How the names of actions begin that are done in a story."""


def step(reading: Reading, action: str, count: int | None = None) -> Reading | None:
    """Return the reading after `action`, done `count` times; None for an action that needs more than the state.

    What is done in a story, chosen by its name outside of one, opens the story first.
    """
    if reading.story_open:
        from briefing.reading.story.steps import STORY_STEPS

        told = STORY_STEPS.get(action)
        return told(reading, reading.story_open, max(1, count or 1)) if told else None
    does = STEPS.get(action)
    if does is None and action.startswith(IN_STORY):
        there = _story(reading, 1)
        return step(there, action, count) if there.story_open else there
    return does(reading, max(1, count or 1)) if does else None


def _lines(reading: Reading, by: int) -> Reading:
    if reading.focus is Pane.LIST:
        return _shelf(reading, browsing.moved(reading.shelf, by))
    if reading.focus is Pane.FACTS:
        return lit(replace(reading, panel=paneling.moved(reading.panel, by)))
    return _page(reading, lambda page: moving.lines_moved(page, by))


def _pages(reading: Reading, times: int, *, part: int = 1) -> Reading:
    if reading.focus is Pane.LIST:
        return _shelf(reading, browsing.paged(reading.shelf, times * reading.shelf.height // part))
    if reading.focus is Pane.FACTS:
        return _lines(reading, times * max(1, reading.panel.height // (4 * part)))
    return _page(
        reading, lambda page: moving.scrolled(page, times * max(1, (page.height - OVERLAP * (part == 1)) // part))
    )


def _end(reading: Reading, *, last: bool) -> Reading:
    if reading.focus is Pane.LIST:
        return _shelf(reading, browsing.ended(reading.shelf, last=last))
    if reading.focus is Pane.FACTS:
        return _lines(reading, len(reading.panel.shown) * (1 if last else -1))
    return jump(reading, lambda page: moving.ended(page, last=last))


def _pane(reading: Reading, by: int) -> Reading:
    panes = [pane for pane in Pane if pane is not Pane.LIST or not reading.quiet or by < 0]
    index = panes.index(reading.focus) + by
    if not 0 <= index < len(panes):
        return reading
    if reading.focus is Pane.LIST and by > 0:
        return _open(reading, 1)
    return focused(reading, panes[index])


def _open(reading: Reading, _: int) -> Reading:
    """Open the row under the list's cursor, or go to the words of the fact under the panel's."""
    if reading.focus is Pane.FACTS:
        fact = reading.panel.fact
        return focused(jumped(reading, fact.span.start), Pane.READER) if fact else reading
    row = reading.shelf.current
    if reading.focus is Pane.READER or row is None:
        return reading
    if reading.page and reading.page.article.id == row.id:
        return focused(reading, Pane.READER)
    there = wanting(reading, row)
    return focused(there, Pane.READER) if there.wanted else there


def _article(reading: Reading, by: int) -> Reading:
    """Open the article `by` rows away in the list; say so where there is none."""
    index = browsing.neighbour(reading.shelf, by)
    return row_opened(reading, index, "this is the last article" if by > 0 else "this is the first article")


def _motion(reading: Reading, count: int, *, of: Callable[[str, int], int | None]) -> Reading:
    return _page(reading, lambda page: moving.stepped(page, of, count))


def _select(reading: Reading, _: int, *, by: Select) -> Reading:
    return _page(reading, lambda page: paging.selecting(page, by))


def _cancel(reading: Reading, _: int) -> Reading:
    """End, in this order: the typing, the attaching, the selection, the search, the facts pane, the filter."""
    if reading.attaching and not reading.prompt:
        return replace(reading, attaching=None)
    if reading.prompt:
        is_filter = reading.prompt.label == FILTER
        return replace(reading, prompt=None, shelf=shelving.filtered(reading.shelf, "") if is_filter else reading.shelf)
    page = reading.page
    if page and page.anchor is not None:
        return replace(reading, page=paging.unselected(page))
    if page and page.search and reading.focus is not Pane.LIST:
        return replace(reading, page=searching.searched(page, ""))
    if reading.focus is Pane.FACTS:
        return focused(reading, Pane.READER)
    if reading.shelf.words:
        return replace(reading, shelf=shelving.filtered(reading.shelf, ""))
    if reading.shelf.search:
        return replace(reading, shelf=shelving.searched(reading.shelf, "", frozenset()))
    return reading


def _leave(reading: Reading, count: int) -> Reading:
    """Go back by one: from the facts to the reader, from the reader to the list. From the list nothing is left."""
    if reading.quiet:
        return _quiet(reading, count)
    return focused(reading, Pane.READER if reading.focus is Pane.FACTS else Pane.LIST)


def _quiet(reading: Reading, _: int) -> Reading:
    if reading.page is None:
        return reading
    there = focused(reading, Pane.READER)
    return fitted(replace(there, quiet=not reading.quiet))


def _facts(reading: Reading, _: int) -> Reading:
    """Show or hide the facts pane; hidden while it has the focus, the keys go to the reader."""
    shown = reading.frame.facts is not None
    there = focused(reading, Pane.READER) if shown and reading.focus is Pane.FACTS else reading
    if not there.frame.wide and there.focus is Pane.LIST:
        return there
    return fitted(replace(there, facts=not shown))


def _story(reading: Reading, _: int) -> Reading:
    """Open the story of the article under the list's cursor, else of the open one, at the fact under the panel's."""
    row = reading.shelf.current if reading.focus is Pane.LIST or reading.page is None else None
    if row is None and reading.page is None:
        return reading
    if row and not row.readable:
        return noticed(reading, f"{row.path}: {row.title}")
    fact = reading.panel.fact if reading.focus is Pane.FACTS else None
    article = row.id if row else reading.page.article.id if reading.page else ""
    behind = jumping.left(reading.jumps, reading.here) if reading.here and not row else reading.jumps
    return in_story(replace(reading, jumps=behind), article, words=fact.span if fact else None)


def _shelf(reading: Reading, shelf: shelving.Shelf) -> Reading:
    return reading if shelf is reading.shelf else replace(reading, shelf=shelf)


def _page(reading: Reading, change: Callable[[Page], Page]) -> Reading:
    if reading.page is None:
        return reading
    page = change(reading.page)
    return reading if page is reading.page else replace(reading, page=page)


def _sort_next(reading: Reading, by: int) -> Reading:
    orders = list(Sort)
    sort = orders[(orders.index(reading.shelf.sort) + by) % len(orders)]
    return noticed(replace(reading, shelf=shelving.sorted_by(reading.shelf, sort)), f"sorted {sort}")


STEPS: Final[Mapping[str, Step]] = {
    "down": _lines,
    "up": lambda reading, count: _lines(reading, -count),
    "page_down": _pages,
    "page_up": lambda reading, count: _pages(reading, -count),
    "half_down": partial(_pages, part=2),
    "half_up": lambda reading, count: _pages(reading, -count, part=2),
    "first": lambda reading, _: _end(reading, last=False),
    "last": lambda reading, _: _end(reading, last=True),
    "pane_left": lambda reading, _: _pane(reading, -1),
    "pane_right": lambda reading, _: _pane(reading, 1),
    "open": _open,
    "next_article": _article,
    "previous_article": lambda reading, count: _article(reading, -count),
    "next_match": match,
    "previous_match": lambda reading, count: match(reading, -count),
    "all_read": all_read,
    "sort": _sort_next,
    "story": _story,
    "word_right": partial(_motion, of=motion.word_after),
    "word_left": partial(_motion, of=motion.word_before),
    "sentence_down": partial(_motion, of=motion.sentence_after),
    "sentence_up": partial(_motion, of=motion.sentence_before),
    "paragraph_down": partial(_motion, of=motion.paragraph_after),
    "paragraph_up": partial(_motion, of=motion.paragraph_before),
    "select": partial(_select, by=Select.WORDS),
    "select_sentence": partial(_select, by=Select.SENTENCES),
    "search": search,
    "next_entity": partial(mention, of="name", by=1),
    "previous_entity": partial(mention, of="name", by=-1),
    "next_mention": partial(mention, of=SAME_NAME, by=1),
    "previous_mention": partial(mention, of=SAME_NAME, by=-1),
    "next_fact": partial(mention, of="key fact", by=1),
    "previous_fact": partial(mention, of="key fact", by=-1),
    "next_note": partial(mention, of="note", by=1),
    "previous_note": partial(mention, of="note", by=-1),
    "next_bookmark": partial(mention, of="bookmark", by=1),
    "previous_bookmark": partial(mention, of="bookmark", by=-1),
    "facts": _facts,
    "back": partial(past, forth=False),
    "forward": partial(past, forth=True),
    "leave": _leave,
    "quiet": _quiet,
    "cancel": _cancel,
}
"""What each action does, how often or how far."""

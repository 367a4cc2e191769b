"""Steps that seek: hits, names, facts, bookmarks, unread articles, the places of jumps; and the lines typed for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from briefing.model import Span
from briefing.reading import browsing, motion, searching
from briefing.reading import page as paging
from briefing.reading import panel as paneling
from briefing.reading import shelf as shelving
from briefing.reading.decoration import entity_at
from briefing.reading.frame import Pane
from briefing.reading.jumps import back, forward
from briefing.reading.opening import jumped, wanting
from briefing.reading.page import Page
from briefing.reading.prompt import Prompt
from briefing.reading.rows import Row
from briefing.reading.state import Reading, fitted, focused, noticed
from briefing.reading.unread import toggled

SAME_NAME: Final = "mention of it"
FILTER: Final = "filter: "
SEARCH: Final = "/"
TAGS: Final = "tags: "
STORY_SEARCH: Final = "in the story: "


def match(reading: Reading, by: int) -> Reading:
    """Return the reading at the next hit while a search is on, else on its way to the next unread article.

    Backwards it is the hit before, else this article is marked as unread, or as read.
    """
    if reading.page and reading.page.search and reading.focus is not Pane.LIST:
        if not reading.page.hits:
            return noticed(reading, f'nothing found for "{reading.page.search}"')
        return jump(reading, lambda page: searching.next_hit(page, by))
    if by > 0:
        return row_opened(reading, browsing.next_unread(reading.shelf), "all articles are read")
    return toggled(reading)


def mention(reading: Reading, count: int, *, of: str, by: int) -> Reading:
    """Return the reading at the next name, mention of the same, fact, note or bookmark in the text."""
    page = reading.page
    if page is None:
        return reading
    here = entity_at(page.analysis, page.word) if of == SAME_NAME else None
    if of == SAME_NAME and here is None:
        return noticed(reading, "the cursor is on no name: e goes to the next")
    spans = {
        "name": page.names,
        SAME_NAME: tuple(one.span for one in here.mentions) if here else (),
        "key fact": paneling.evidence(reading.panel),
        "bookmark": page.bookmarks,
        "note": page.notes,
    }[of]
    at: Span | None = None
    offset = page.at
    for _ in range(count):
        found = motion.mention_after(spans, max(offset, page.word.end - 1) if offset == page.at else offset) if by > 0 else motion.mention_before(spans, offset)  # fmt: skip
        if found is None:
            break
        at, offset = found, found.start
    if at is None:
        return noticed(reading, f"no {'more ' if spans else ''}{of} {'below' if by > 0 else 'above'}")
    there = replace(reading, page=paging.jumped(page, at.start))
    return focused(there, Pane.READER)


def past(reading: Reading, _: int, *, forth: bool) -> Reading:
    """Return the reading back where the last jump began, or forth again."""
    if reading.here is None:
        return reading
    jumps, place = (forward if forth else back)(reading.jumps, reading.here)
    if place is None:
        return noticed(reading, "no jump to go forward to" if forth else "no jump to go back from")
    if place.in_story:
        return in_story(replace(reading, jumps=jumps), place.article)
    if reading.story_open:
        reading = replace(reading, story=replace(reading.story_open, is_open=False))
    if reading.page and place.article == reading.page.article.id:
        there = replace(reading, page=paging.jumped(reading.page, place.at), jumps=jumps)
        return focused(there, Pane.READER)
    row = reading.shelf.row_of(place.article)
    if row is None:
        return noticed(replace(reading, jumps=jumps), "that article is no longer in the list")
    return focused(wanting(replace(reading, jumps=jumps), row, at=place.at), Pane.READER)


def in_story(reading: Reading, article: str, *, words: Span | None = None) -> Reading:
    """Return the reading with the story screen of an article, as it was left or to be gathered."""
    if reading.story and reading.story.wish.row.id == article:
        return fitted(replace(reading, story=replace(reading.story, is_open=True)))
    row = reading.shelf.row_of(article)
    if row is None:
        return noticed(reading, "that article is no longer in the list")
    # Here, not above: the first frame is drawn without the story screen.
    from briefing.reading.story.view import StoryView, Wish

    return fitted(
        replace(
            reading, story=StoryView(Wish(row, words), heard=reading.heard, stage="Looking for other reports of it.")
        )
    )


def search(reading: Reading, _: int) -> Reading:
    """Return the reading with a line to type a search in, or in the list a filter."""
    if reading.focus is Pane.LIST:
        return replace(reading, prompt=Prompt(FILTER, reading.shelf.words, len(reading.shelf.words)))
    return replace(reading, prompt=Prompt(SEARCH)) if reading.page else reading


def asked(reading: Reading, prompt: Prompt) -> Reading:
    """Return the reading while `prompt` is typed: the list is filtered with every key."""
    there = replace(reading, prompt=prompt)
    if prompt.label == FILTER:
        return replace(there, shelf=shelving.filtered(reading.shelf, prompt.text))
    return there


def answered(reading: Reading) -> Reading:
    """Return the reading after Enter in the prompt: the search is made, the filter stays."""
    prompt = reading.prompt
    there = replace(reading, prompt=None)
    if prompt and prompt.label == STORY_SEARCH:
        from briefing.reading.story.finding import searched

        return searched(there, prompt.text)
    if prompt is None or prompt.label != SEARCH or there.page is None:
        return there
    found = jump(there, lambda page: searching.searched(page, prompt.text or page.search))
    if found.page and found.page.search and not found.page.hits:
        return noticed(found, f'nothing found for "{found.page.search}"')
    return found


def jump(reading: Reading, change: Callable[[Page], Page]) -> Reading:
    """Return the reading with its page changed and the cursor moved as by a jump, which can be taken back."""
    if reading.page is None:
        return reading
    page = change(reading.page)
    if page is reading.page:
        return reading
    moved = jumped(reading, reading.page.at) if page.at != reading.page.at else reading
    return replace(moved, page=page)


def row_opened(reading: Reading, index: int | None, otherwise: str) -> Reading:
    """Return the reading with the row `index` of the list on its way to be open; the notice `otherwise` for None."""
    row = reading.shelf.items[index] if index is not None else None
    if index is None or not isinstance(row, Row):
        return noticed(reading, otherwise)
    there = wanting(replace(reading, shelf=browsing.at_row(reading.shelf, index)), row)
    # Side by side with the list, the article changes and the keys stay where they are.
    return there if there.frame.wide and there.focus is not Pane.FACTS else focused(there, Pane.READER)

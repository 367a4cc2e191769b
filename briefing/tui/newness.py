"""The errand that looks for what is new: stories with reports that were not read, or that were written anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import Final

from textual.message import Message

from briefing.errors import BriefingError
from briefing.model import Article, Names, text_id
from briefing.reading.news import ABOUT, options, unread_stories
from briefing.reading.shelf import Shelf
from briefing.stories import Choices, Group, Story, grouped
from briefing.stories.news import News, news, remembered
from briefing.stories.points import Report
from briefing.tui.happened import WasFound, WasRefused
from briefing.tui.session import Session
from briefing.tui.telling import Teller, beside

Post = Callable[[Message], object]
MOST_ROWS: Final = 600
"""Articles that are looked through, the newest: some weeks of a dozen outlets."""


def new_in(found: Story, *, session: Session, read: Collection[str], post: Post) -> News:
    """Return what is new in a story to one who has read the articles `read`."""
    return news(found, remembered(found, read=read, memory=_memory(session, post)))


def look_for_news(
    session: Session,
    shelf: Shelf,
    post: Post,
    *,
    teller: Teller,
    choices: Choices,
    own: Names,
    stopped: Callable[[], bool],
) -> None:
    """Find what is new in the stories of the newest articles of the list; each is posted as it is found.

    The stories of which something was read come first. `choices` is what the user joined and parted, `own` what he says
    of names.
    """
    found: list[Article] = []
    for number in shelf.table.newest[:MOST_ROWS]:
        if stopped():
            return
        row = shelf.table.row(number)
        if row.readable and isinstance(article := session.article(row), Article):
            found.append(article)
    read, memory = shelf.read, _memory(session, post)
    headings = {(held.title, held.source) for held in memory.values()}
    unread: list[Group] = []
    for group in beside(partial(grouped, found, choices=choices), stopped=stopped) or ():
        if all(_is_as_read(article, read, memory) for article in group.articles):
            continue
        if not any(one.id in read or (one.title, one.source or "") in headings for one in group.articles):
            unread.append(group)
            continue
        one = teller.compared(group, own=own, stopped=stopped)
        if stopped():
            return
        if one is None:
            continue
        if told := options(news(one, remembered(one, read=read, memory=memory))):
            post(WasFound(ABOUT, told, complete=False))
    if not stopped():
        post(WasFound(ABOUT, tuple(unread_stories(unread)), complete=True))


def _is_as_read(article: Article, read: Collection[str], memory: Mapping[str, Report]) -> bool:
    held = memory.get(article.id)
    return article.id in read and (held is None or held.text == text_id(article.text))


def _memory(session: Session, post: Post) -> Mapping[str, Report]:
    """Return what the articles that were read told then; nothing, and why, where it can't be read."""
    try:
        return session.reports()
    except BriefingError as error:
        post(WasRefused(error.message))
        return {}

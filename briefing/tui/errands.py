"""What runs beside the screen: each errand only posts what happened, and stops when it is not wanted any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextvars import copy_context

from textual.message import Message

from briefing.model import Article, Names
from briefing.reading.offers import found_in
from briefing.reading.rows import Row
from briefing.tui.happened import HomesFound, ListChanged, WasAnalysed, WasFound, WasLoaded, WasRefused, WasRestored
from briefing.tui.session import Session

Post = Callable[[Message], object]
MOST_PLACES = 300
"""Places in other articles that are listed of a name or of words."""


def fill(session: Session, post: Post, *, stopped: Callable[[], bool]) -> None:
    """Read what was left by the sessions before and the list as it was; then look through all files, and watch them.

    At last it is looked where lost marks belong.
    """
    left = session.restored()
    post(WasRestored(left))
    listed = session.kept_list()
    if listed:
        post(ListChanged(listed))
    for listed in session.lists(stopped=stopped):
        if stopped():
            return
        post(ListChanged(listed))
    session.watch(lambda told: post(ListChanged(told)))
    homes = session.homes(left.marks, listed.table) if listed else {}
    if homes:
        post(HomesFound(homes))


def load(session: Session, row: Row, at: int | None, post: Post) -> None:
    """Read the article of a row, to be opened at an offset, or where it was left."""
    found = session.article(row)
    if isinstance(found, Article) and at is None:
        at = session.place(found)
    post(WasLoaded(row, found, at or 0))


def look(
    session: Session, article: Article, post: Post, *, own: Names, alone: Executor, stopped: Callable[[], bool]
) -> None:
    """Find the facts of an article, with what the user says of names, after those that are being looked for.

    Not at all if another one is open by then. A fault of a recogniser costs the facts of this article, not the reading.
    """
    # In the context of the errand, which alone knows whether it is still wanted.
    looking = alone.submit(copy_context().run, lambda: None if stopped() else session.analysis(article, own))
    error = looking.exception()
    if error is not None:
        post(WasRefused(f"no facts, by a fault of the program: {type(error).__name__}: {error}"))
    elif found := looking.result():
        post(WasAnalysed(found))


def find(
    session: Session, rows: Iterable[Row], words: str, post: Post, *, without: str, stopped: Callable[[], bool]
) -> None:
    """Find the places that hold `words` in all articles but the one with the id `without`."""
    left = MOST_PLACES
    for row in rows:
        if stopped() or left <= 0:
            break
        found = session.article(row) if row.readable and row.id != without else None
        options = tuple(found_in(found, words)) if isinstance(found, Article) else ()
        if options:
            left -= len(options)
            post(WasFound(words, options, complete=False))
    post(WasFound(words, (), complete=True))

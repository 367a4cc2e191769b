"""What runs beside the screen: each errand only posts what happened, and stops when it is not wanted any more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from contextvars import copy_context
from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual.message import Message

from briefing.model import Article, Mark, Names
from briefing.reading.choice import Option
from briefing.reading.offers import found_in
from briefing.reading.rows import Row
from briefing.reading.state import Reading
from briefing.reading.table import Table
from briefing.tui.happened import (
    AllFound,
    HomesFound,
    ListChanged,
    WasAnalysed,
    WasFound,
    WasLoaded,
    WasRefused,
    WasRestored,
    WasSearched,
)
from briefing.tui.session import Session

if TYPE_CHECKING:
    from briefing.reading.hits import Known

Post = Callable[[Message], object]
FIRST_SECONDS: Final = 0.1
LATER_SECONDS: Final = 0.4
"""How soon is told what was found by then: soon enough to be seen while it is typed, then seldom enough to cost little."""
MOST_PLACES: Final = 300
"""Places in other articles that are listed of a name or of words."""


def fill(session: Session, post: Post, *, is_restored: bool, stopped: Callable[[], bool]) -> None:
    """Wait for what was left by the sessions before, if it is not there; then look through all files, and watch them."""
    left, listed = session.beginning.result()
    if not is_restored:
        post(WasRestored(left))
        if listed:
            post(ListChanged(listed))
    for listed in session.lists(stopped=stopped):
        if stopped():
            return
        post(ListChanged(listed))
    session.watch(lambda told: post(ListChanged(told)))


def house(session: Session, marks: Iterable[Mark], table: Table, post: Post) -> None:
    """Look where the marks belong whose article is not in the list any more."""
    homes = session.homes(marks, table)
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


def search(session: Session, text: str, reading: Reading, post: Post, *, stopped: Callable[[], bool]) -> None:
    """Find what is typed in all articles, and tell of it with its words, a few articles at a time."""
    from briefing.reading.finding import HELP, Searched, options_of
    from briefing.reading.query import parsed

    query = parsed(text, today=datetime.now().astimezone().date(), is_being_typed=True)
    if not query.terms and not query.fault:
        post(WasSearched(Searched(text, fault=HELP, complete=True)))
        return
    table = reading.shelf.table
    numbers = session.found(query, table, known_of(reading))
    if stopped():
        return
    told: list[Option] = []
    is_first, places = True, 0
    due = time.monotonic() + FIRST_SECONDS
    for number in numbers:
        if stopped() or places >= MOST_PLACES:
            break
        found = session.article(table.row(number))
        options = tuple(options_of(found, query)) if isinstance(found, Article) else ()
        told += options
        places += len(options)
        if time.monotonic() > due:
            post(WasSearched(Searched(text, tuple(told), len(numbers), is_first=is_first)))
            told, is_first, due = [], False, time.monotonic() + LATER_SECONDS
    if not stopped():
        last = Searched(text, tuple(told), len(numbers), fault=query.fault, is_first=is_first, complete=True)
        post(WasSearched(last))


def find_all(session: Session, text: str, reading: Reading, post: Post, *, is_again: bool = False) -> None:
    """Find all articles that a search finds, to be shown as a list."""
    from briefing.reading.query import parsed

    # As it was typed: the list has what was shown while it was.
    query = parsed(text, today=datetime.now().astimezone().date(), is_being_typed=True)
    table = reading.shelf.table
    numbers = frozenset(session.found(query, table, known_of(reading)))
    post(AllFound(text, table, numbers, fault=query.fault, is_again=is_again))


def known_of(reading: Reading) -> Known:
    """Return what the user did that can be searched for."""
    from briefing.reading.hits import Known

    standing: dict[str, list[Mark]] = {}
    for mark in reading.marks.standing():
        standing.setdefault(mark.article.id, []).append(mark)
    return Known(reading.shelf.read, standing)


def find(session: Session, table: Table, words: str, post: Post, *, without: str, stopped: Callable[[], bool]) -> None:
    """Find the places that hold `words` in all articles but the one with the id `without`."""
    from briefing.reading.hits import Known
    from briefing.reading.query import Field, Query, Term

    left = MOST_PLACES
    for number in session.found(Query((Term(Field.ANY, words),)), table, Known()):
        if stopped() or left <= 0:
            break
        row = table.row(number)
        found = session.article(row) if row.readable and row.id != without else None
        options = tuple(found_in(found, words)) if isinstance(found, Article) else ()
        if options:
            left -= len(options)
            post(WasFound(words, options, complete=False))
    post(WasFound(words, (), complete=True))

"""The errand of the index of names: what all articles name, gathered one article after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Final, Protocol

from textual.message import Message

from briefing.model import Article, Names, Unreadable
from briefing.reading.name_index import ArticleNames, Tally
from briefing.reading.rows import Row
from briefing.reading.table import Table
from briefing.tui.happened import NamesGathered

FIRST_SECONDS: Final = 0.3
"""After which the first names are shown; each time after that the wait is longer, for there is more to be put in order."""
LONGER: Final = 1.5
LONGEST_SECONDS: Final = 5.0
MOST_NAMES: Final = 50_000
"""Names that are counted at once, 30 MB: in a hundred thousand articles all those that stand in several."""


class Source(Protocol):
    """What knows the names in the article of a row, or looks for them."""

    def names(self, row: Row) -> ArticleNames | None:
        """Return what the article names; None where it can't be read."""
        ...


class Articles(Protocol):
    """What reads the article of a row, and knows what an article names or looks for it."""

    def article(self, row: Row) -> Article | Unreadable:
        """Return the article of a row, or why there is none."""
        ...

    def names(self, article: Article, own: Names) -> ArticleNames:
        """Return what an article names, with what the user says of names."""
        ...


class Looking:
    """A source that reads each article and takes what is kept of its names, or looks for them."""

    def __init__(self, articles: Articles, own: Names, *, alone: Executor) -> None:
        """Look on `alone`, between the articles that the reader waits for."""
        self._articles = articles
        self._own = own
        self._alone = alone

    def names(self, row: Row) -> ArticleNames | None:
        """Return what the article names; None where it can't be read, or by a fault of the recogniser."""
        found = self._articles.article(row)
        if not isinstance(found, Article):
            return None
        looking = self._alone.submit(self._articles.names, found, self._own)
        return None if looking.exception() else looking.result()


class Namer:
    """What gathers the names of articles; it remembers which it has counted, so that it can go on where it was stopped."""

    def __init__(self, source: Source, own: Names) -> None:
        self.own = own
        self._source = source
        self._tally = Tally(own, most=MOST_NAMES)
        self._counted: set[int] = set()
        """The hashes of the keys of articles, which take a quarter of the room."""

    def gather(self, table: Table, post: Callable[[Message], object], *, stopped: Callable[[], bool]) -> None:
        """Count the names of the articles that were not counted yet; what there is is posted now and then."""
        pause = FIRST_SECONDS
        due = time.monotonic() + pause
        for number in table.numbers():
            if stopped():
                return
            # No row is made of what is counted: when a few articles have come to very many, it is all but these.
            if not table.is_readable(number) or (key := hash(table.key(number))) in self._counted:
                continue
            found = self._source.names(table.row(number))
            self._counted.add(key)
            if found:
                self._tally.add(found)
            if time.monotonic() >= due:
                post(NamesGathered(self._tally.index(complete=False), self.own.fingerprint))
                pause = min(pause * LONGER, LONGEST_SECONDS)
                due = time.monotonic() + pause
        post(NamesGathered(self._tally.index(complete=True), self.own.fingerprint))

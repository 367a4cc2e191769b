"""The index asked: which rows of a list hold some words or name something, and how well."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from briefing.library.catalogue import FILE
from briefing.library.files import Files
from briefing.model import Article
from briefing.reading.columns import Numbers
from briefing.reading.hits import Known, found, holds
from briefing.reading.query import Field, Order, Query, Term
from briefing.reading.rows import Row
from briefing.reading.table import Table

DAMAGES: Final = (sqlite3.DatabaseError, UnicodeError, ValueError, TypeError, OverflowError, MemoryError)
"""What is raised over a file that says what nobody has written."""
MOST_RANKED: Final = 20_000
"""Articles that are ranked: more of them are too many to tell the best."""
MOST_MISSING: Final = 1 << 27
"""Articles between two others that may have been forgotten: more of them would not find room."""
MOST_NAMES: Final = 200
"""Names that are offered for what was typed of one."""


class Index:
    """The words and names of the articles of a list. For one thread at a time, but for `interrupt`."""

    def __init__(self, folder: Path | None, read: Callable[[Row], object]) -> None:
        """Ask the catalogue in `folder`; articles that it does not know are `read` and looked through."""
        self._file = folder / FILE if folder else None
        self._read = read
        self._connection: sqlite3.Connection | None = None
        self._table: Table | None = None
        self._first = 0
        self._rows: array[int] = array("i")
        """For each article of the catalogue, counted from the first, the number of its row."""
        self._gone = 0
        """What stands there for an article that is in no row."""
        self._unknown: list[int] = []
        """The rows of articles that the catalogue does not know."""

    def hits(self, query: Query, table: Table, known: Known) -> Numbers:
        """Return the numbers of the rows that a query finds, in its order."""
        if query.fault:
            return array("I")
        try:
            return self._found(query, table, known)
        except sqlite3.OperationalError as error:
            self.close()
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                return array("I")
        except DAMAGES:
            if self._file is None:
                raise
            self._give_up()
        # The catalogue can't be asked, so all articles are read: what they hold is to be found.
        file, self._file = self._file, None
        try:
            return self._found(query, table, known)
        finally:
            self.close()
            self._file = file

    def _found(self, query: Query, table: Table, known: Known) -> Numbers:
        self._look_at(table)
        ranks = dict(self._ranks(query)) if query.order is Order.BEST else {}
        return found(query, table, known, told=self._told, ranks=ranks)

    def prepare(self, table: Table) -> None:
        """Learn what the first search of a list has to learn: with 100,000 articles it takes longer than a key may wait."""
        try:
            self._look_at(table)
        except sqlite3.OperationalError:
            self.close()
        except DAMAGES:
            if self._file is None:
                raise
            self._give_up()

    def names(self, start: str) -> tuple[str, ...]:
        """Return names that have a word which begins like that, those of most articles first."""
        words = [word for word in start.split() if any(character.isalnum() for character in word)]
        if not words:
            return ()
        match = " AND ".join(f"{_quoted(word)}*" for word in words)
        question = (
            "select name from entities where id in (select rowid from entity_words where entity_words match ? limit 2000)"
            " order by (select count(*) from named where entity = id) desc limit ?"
        )
        try:
            return tuple(str(name) for (name,) in self._ask(question, match, MOST_NAMES))
        except (sqlite3.Error, UnicodeError):
            return ()

    def interrupt(self) -> None:
        """End what is being asked, from another thread: something else is wanted by now."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.interrupt()

    def close(self) -> None:
        """Close the file."""
        if self._connection:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._table = None

    def _give_up(self) -> None:
        """Delete what is damaged: the articles are read then, and the next look through the files makes it anew."""
        self.close()
        if self._file:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        self._file = None

    def _told(self, term: Term) -> bytearray:
        """Return for each row whether a term is true of its words."""
        hits = bytearray(self._gone + 1)
        if term.field is Field.ENTITY:
            question = (
                "select article from named where entity in (select rowid from entity_words where entity_words match ?)"
            )
            self._mark(hits, question, _match(term))
            # What was not analysed yet is looked for by its words.
            question = "select rowid as article from words where words match ? and rowid not in (select article from looked_at)"
            self._mark(hits, question, f"{{title body}} : {_match(term)}")
        else:
            column = "title : " if term.field is Field.TITLE else ""
            self._mark(hits, "select rowid as article from words where words match ?", f"{column}{_match(term)}")
        for number in self._unknown:
            hits[number] = self._holds(number, term)
        return hits

    def _mark(self, hits: bytearray, question: str, *values: object) -> None:
        # One text of all numbers: a hundred thousand of them, handed over one by one, take twice as long.
        first, last = self._first, self._first + len(self._rows) - 1
        places = f"select group_concat(article - {first}) from ({question}) where article between {first} and {last}"  # noqa: S608 - numbers
        for (told,) in self._ask(places, *values):
            for row in map(self._rows.__getitem__, json.loads(f"[{told or ''}]")):
                hits[row] = 1

    def _holds(self, number: int, term: Term) -> bool:
        article = self._read(self._table.row(number)) if self._table else None
        return isinstance(article, Article) and holds(article, term)

    def _ranks(self, query: Query) -> Iterator[tuple[int, float]]:
        terms = [term for term in query.of(Field.ANY, Field.TITLE) if not term.is_not]
        if not terms:
            return
        match = " AND ".join(map(_match, terms))
        question = "select rowid, bm25(words, 8.0, 1.0, 1.0) from words where words match ? limit ?"
        for article, rank in self._ask(question, match, MOST_RANKED):
            number = self._row(article)
            if number != self._gone:
                yield number, rank

    def _row(self, article: int) -> int:
        """Return the number of the row of an article of the catalogue; or what stands for none."""
        at = article - self._first
        return self._rows[at] if 0 <= at < len(self._rows) else self._gone

    def _look_at(self, table: Table) -> None:
        """Learn which row each article of the catalogue is in, anew for each table."""
        if table is self._table:
            return
        # What has no row is led to a place behind the last.
        self._gone = table.size
        files = Files(table.file)
        parts: dict[tuple[int, int], int] = {}
        alone = array("i", [self._gone]) * files.room
        self._unknown = []
        is_known = bytearray(table.size + 1)
        places = files.places(table.file)
        for number in table.numbers():
            if table.part[number]:
                parts[table.file[number], table.part[number]] = number
            else:
                alone[places[number]] = number
        alone[-1] = self._gone
        # One question, not two: between two of them another session may add what the first did not count.
        articles, known, numbers = self._articles()
        self._first, self._rows = articles[0] if articles else 0, array("i")
        for article, file, place, part in zip(articles, known, files.places(known), numbers, strict=True):
            number = parts.get((file, part), self._gone) if part else alone[place]
            if missing := article - self._first - len(self._rows):
                if not 0 < missing <= MOST_MISSING:
                    raise ValueError
                self._rows.extend(array("i", [self._gone]) * missing)
            self._rows.append(number)
            is_known[number] = 1
        self._unknown = [number for number in table.numbers() if not is_known[number] and table.is_readable(number)]
        self._table = table

    def _articles(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Return the id of each article that the catalogue knows, in order, its file, and which article of that it is."""
        for told in self._ask(
            "select json_group_array(id), json_group_array(file), json_group_array(ifnull(part, 0))"
            " from (select id, file, part from articles order by id)"
        ):
            articles, files, parts = (array("q", json.loads(str(column))) for column in told)
            return articles, files, parts
        return (), (), ()

    def _ask(self, question: str, *values: object) -> Iterable[tuple[int, ...]]:
        connection = self._connected()
        return connection.execute(question, values) if connection else ()

    def _connected(self) -> sqlite3.Connection | None:
        if self._connection is None and self._file and self._file.exists():
            self._connection = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            self._connection.execute("pragma cache_size = -8000")
        return self._connection


def _match(term: Term) -> str:
    """Return a term in the words of the index: as a phrase, so that nothing in it means anything but itself."""
    return f"{_quoted(term.words)}{' *' if term.is_start else ''}"


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""').replace("\0", " ")
    return f'"{doubled}"'

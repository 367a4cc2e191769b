"""The catalogue: what is known of each file and its articles, and the index of their words, in SQLite in the cache.

A file is known by its path, size, time of change and the hash of its contents. When its contents change it gets another
number; no number comes twice, also not when the catalogue was deleted and made anew. Whatever is wrong with the catalogue,
its user goes on without it: nothing here raises an error of the database, and `trouble` says what can't be done.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Final

from briefing.library.database import Database, Kinds, first_number
from briefing.library.digests import blake2b
from briefing.model import Article, Unreadable
from briefing.reading.rows import Row, row_of

VERSION: Final = 1
"""Of the tables; another one has a file of its own."""
FILE: Final = f"library-{VERSION}.sqlite"
UNSURE_NANOSECONDS: Final = 2_000_000_000
"""A file that was changed so shortly before it was read may change again within the same tick of its clock."""
Named = tuple[tuple[str, str], ...]
"""Names with their types."""
MOST_COUNTED: Final = 1 << 31
"""More than any file holds of articles, or an article takes of minutes."""
DIGEST: Final = 16
"""Bytes of a hash."""

_SCHEMA: Final = """
create table files (
    id integer primary key autoincrement, path blob not null unique, size integer, changed integer, looked integer, digest blob
);
create table articles (
    id integer primary key autoincrement, file integer not null, place integer, name text, part integer, title text,
    source text, published text, minutes integer, text blob, readable integer
);
create index articles_of_file on articles (file);
create index articles_by_text on articles (text);
create virtual table words using fts5 (title, body, source, content='', tokenize="unicode61 remove_diacritics 2");
create table entities (id integer primary key, folded text not null unique, name text, type text);
create virtual table entity_words using fts5 (name, content='', tokenize="unicode61 remove_diacritics 2");
create table named (article integer, entity integer, primary key (article, entity)) without rowid;
create index articles_named on named (entity);
create table looked_at (article integer primary key, made blob, name blob);
insert into sqlite_sequence values ('files', {files}), ('articles', {articles})
"""
_KNOWN: Final[Kinds] = (int, int, int, int, bytes)
_ROW: Final[Kinds] = (str, int | None, str, str | None, str | None, int, int)
_ANALYSED: Final[Kinds] = (int, int, bytes | None, bytes | None)


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue knows of a file."""

    id: int
    """Above 0; below where it could not be written, and is known to this session only."""
    size: int
    changed: int
    looked: int
    """When it was read, in nanoseconds of the clock of that time."""
    digest: bytes

    def is_as(self, status: os.stat_result) -> bool:
        """Return whether a file of that status surely has the contents that are known."""
        same = (self.size, self.changed) == (status.st_size, status.st_mtime_ns)
        return same and abs(self.changed - self.looked) > UNSURE_NANOSECONDS


def digest_of(data: bytes) -> bytes:
    """Return the hash of a file's contents."""
    return blake2b(data, digest_size=DIGEST).digest()


def text_digest(article: Article) -> bytes:
    """Return the hash of all in an article that its analysis hangs on: its path and its id are not among it."""
    said = (
        article.text, article.title, article.headline_end, article.published, article.source, article.author,
        article.url, article.looks, article.links, article.tags,
    )  # fmt: skip
    return blake2b(repr(said).encode("utf-8", "replace"), digest_size=DIGEST).digest()


class Catalogue:
    """The files, articles and words of the cache. To be used by one thread; other sessions may use the same cache."""

    def __init__(self, folder: Path | None) -> None:
        """Open the catalogue in `folder`, made where it is not there; None: nothing is kept."""
        self._database = Database(folder / FILE if folder else None, schema=_schema, version=VERSION)
        self._loose: dict[bytes, Known] = {}
        """What could not be written."""
        self._loose_rows: dict[int, tuple[Row, ...]] = {}
        self._loosest = 0
        self.is_new = not self._database.ask("select 1 from files limit 1")
        """Whether it held nothing when it was opened."""

    @property
    def trouble(self) -> str:
        """What can't be done, as a clause for the status line; empty where all is well."""
        return self._database.trouble

    def known(self, path: bytes) -> Known | None:
        """Return what is known of the file of that absolute path."""
        if path in self._loose:
            return self._loose[path]
        question = "select id, size, changed, looked, digest from files where path = ?"
        for row in self._database.ask_for(_KNOWN, question, path):
            return Known(*row)
        return None

    def put(
        self, path: bytes, status: os.stat_result, digest: bytes, found: Sequence[Article | Unreadable], *, now: int
    ) -> int:
        """Take in what was found in a file, read at the time `now`, and return its number."""
        told = (status.st_size, status.st_mtime_ns, now, digest)
        number = self._database.write(lambda connection: _put(connection, path, told, found))
        return number if number is not None else self._put_loosely(path, told, found)

    def touched(self, path: bytes, known: Known, status: os.stat_result, *, now: int) -> None:
        """Take in that a file was looked at, `now`, and has the same contents."""
        if path in self._loose:
            self._loose[path] = Known(known.id, status.st_size, status.st_mtime_ns, now, known.digest)
            return
        told = (status.st_size, status.st_mtime_ns, now, known.id)
        self._database.do("update files set size = ?, changed = ?, looked = ? where id = ?", *told)

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget files by their numbers."""
        for number in numbers:
            if number > 0:
                self._database.write(partial(_drop, number=number))
            else:
                self._loose_rows.pop(number, None)
        gone = [path for path, known in self._loose.items() if known.id not in self._loose_rows]
        for path in gone:
            del self._loose[path]

    def rows(self, number: int, shown: str) -> tuple[Row, ...]:
        """Return the rows of the list for the file of that number, shown as of the path `shown`."""
        if number < 0:
            return self._loose_rows.get(number, ())
        question = (
            "select name, part, title, source, published, minutes, readable from articles where file = ? order by place"
        )
        told = self._database.ask_for(_ROW, question, number)
        if any(not 0 <= count <= MOST_COUNTED for row in told for count in (row["part"] or 0, row["minutes"])):
            self._database.fail(sqlite3.DatabaseError("a number that is none"))
            return ()
        return tuple(
            Row(name, shown, title, part, source or "", when(published), minutes, bool(readable))
            for name, part, title, source, published, minutes, readable in told
        )

    def analysed(self, number: int) -> list[tuple[int, int, bytes, bytes]]:
        """Return the articles of a file: number, place in the file, how it was analysed last, and what that is kept as."""
        question = (
            "select id, place, made, looked_at.name from articles left join looked_at on article = id"
            " where file = ? and readable order by place"
        )
        return [
            (one, place, made or b"", name or b"")
            for one, place, made, name in self._database.ask_for(_ANALYSED, question, number)
        ]

    def name(self, article: int, named: Named, *, made: bytes, key: bytes) -> None:
        """Keep the names of an article, to be searched for, and how they were found."""
        self._database.write(partial(_name, article=article, named=named, made=made, key=key))

    def commit(self) -> None:
        """Write what was taken in since the last time."""
        self._database.commit()

    def try_anew(self) -> None:
        """Write again, if writing had failed."""
        self._database.try_anew()

    def close(self) -> None:
        """Write all, and close the file."""
        self._database.close()

    def _put_loosely(
        self, path: bytes, told: tuple[int, int, int, bytes], found: Sequence[Article | Unreadable]
    ) -> int:
        """Keep what was found in a file for this session, under a number below 0."""
        before = self._loose.get(path)
        if before:
            self._loose_rows.pop(before.id, None)
        self._loosest -= 1
        self._loose[path] = Known(self._loosest, *told)
        self._loose_rows[self._loosest] = tuple(map(row_of, found))
        return self._loosest


def _schema() -> str:
    """Return what makes the tables, with other numbers each time: a session may make them anew and know the old ones."""
    return _SCHEMA.format(files=first_number(), articles=first_number())


def _put(
    connection: sqlite3.Connection,
    path: bytes,
    told: tuple[int, int, int, bytes],
    found: Sequence[Article | Unreadable],
) -> int:
    for (old,) in connection.execute("select id from files where path = ?", (path,)).fetchall():
        _drop(connection, old)
    insert = "insert into files (path, size, changed, looked, digest) values (?, ?, ?, ?, ?)"
    number = connection.execute(insert, (path, *told)).lastrowid
    for place, item in enumerate(found):
        row = row_of(item)
        published = row.published.isoformat() if row.published else None
        digest = text_digest(item) if isinstance(item, Article) else None
        one = connection.execute(
            "insert into articles (file, place, name, part, title, source, published, minutes, text, readable)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, place, row.id, row.part, row.title, row.source, published, row.minutes, digest, row.readable),
        ).lastrowid
        if isinstance(item, Article):
            insert = "insert into words (rowid, title, body, source) values (?, ?, ?, ?)"
            connection.execute(insert, (one, item.title, item.text, row.source))
    return number or 0


def _name(connection: sqlite3.Connection, article: int, named: Named, made: bytes, key: bytes) -> int:
    connection.execute("delete from named where article = ?", (article,))
    for name, kind in named:
        folded = name.casefold()
        insert = "insert into entities (folded, name, type) values (?, ?, ?) on conflict do nothing"
        entity = connection.execute(insert, (folded, name, kind))
        if entity.rowcount > 0:
            connection.execute("insert into entity_words (rowid, name) values (?, ?)", (entity.lastrowid, name))
        select = "insert or ignore into named select ?, id from entities where folded = ?"
        connection.execute(select, (article, folded))
    return connection.execute("insert or replace into looked_at values (?, ?, ?)", (article, made, key)).rowcount


def _drop(connection: sqlite3.Connection, number: int) -> int:
    """Forget a file. What the index knows of its words stays, and leads to no article any more."""
    for (article,) in connection.execute("select id from articles where file = ?", (number,)).fetchall():
        connection.execute("delete from named where article = ?", (article,))
        connection.execute("delete from looked_at where article = ?", (article,))
    connection.execute("delete from articles where file = ?", (number,))
    return connection.execute("delete from files where id = ?", (number,)).rowcount


def when(told: object) -> date | None:
    """Return the day or the time that is kept as ISO 8601; None where it is none."""
    if not isinstance(told, str):
        return None
    try:
        return date.fromisoformat(told) if len(told) == len("2024-01-20") else datetime.fromisoformat(told)
    except ValueError:
        return None

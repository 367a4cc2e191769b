"""The catalogue: what is known of each file and its articles, and the index of their words, in SQLite in the cache.

A file is known by its path, size, time of change and the hash of its contents. When its contents change it gets another
number; no number comes twice, also not when the catalogue was deleted and made anew. Whatever is wrong with the catalogue,
its user goes on without it: nothing here raises an error of the database, and `trouble` says what can't be done.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from briefing.model import Article, Unreadable
from briefing.reading.rows import Row, row_of

VERSION: Final = 1
"""Of the tables; another one has a file of its own."""
FILE: Final = f"library-{VERSION}.sqlite"
PATIENCE_SECONDS: Final = 2.0
"""How long another session's writing is waited for."""
UNSURE_NANOSECONDS: Final = 2_000_000_000
"""A file that was changed so shortly before it was read may change again within the same tick of its clock."""
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
create table named (entity integer, article integer, primary key (entity, article)) without rowid;
create table looked_at (article integer primary key);
"""


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
    return hashlib.blake2b(data, digest_size=DIGEST).digest()


def text_digest(article: Article) -> bytes:
    """Return the hash of all in an article that its analysis hangs on: its path and its id are not among it."""
    said = (
        article.text, article.title, article.headline_end, article.published, article.source, article.author,
        article.url, article.looks, article.links, article.tags,
    )  # fmt: skip
    return hashlib.blake2b(repr(said).encode("utf-8", "replace"), digest_size=DIGEST).digest()


class Catalogue:
    """The files, articles and words of the cache. To be used by one thread; other sessions may use the same cache."""

    def __init__(self, folder: Path | None) -> None:
        """Open the catalogue in `folder`, made where it is not there; None: nothing is kept."""
        self.trouble = ""
        """What can't be done, as a clause for the status line; empty where all is well."""
        self._file = folder / FILE if folder else None
        self._loose: dict[bytes, Known] = {}
        """What could not be written."""
        self._loose_rows: dict[int, tuple[Row, ...]] = {}
        self._is_writing = False
        self._is_refused = False
        """Whether a write failed: what follows is kept for this session only, until it is tried anew."""
        self._database = self._opened()
        self.is_new = not self._asked("select 1 from files limit 1", ())
        """Whether it held nothing when it was opened."""

    def known(self, path: bytes) -> Known | None:
        """Return what is known of the file of that absolute path."""
        if path in self._loose:
            return self._loose[path]
        for row in self._asked("select id, size, changed, looked, digest from files where path = ?", (path,)):
            return Known(*row)
        return None

    def put(
        self, path: bytes, status: os.stat_result, digest: bytes, found: Sequence[Article | Unreadable], *, now: int
    ) -> int:
        """Take in what was found in a file, read at the time `now`, and return its number."""
        if self._begun():
            try:
                return self._put(path, (status.st_size, status.st_mtime_ns, now, digest), found)
            except sqlite3.Error as error:
                self._failed(error)
        return self._put_loosely(
            path, Known(-len(self._loose) - 1, status.st_size, status.st_mtime_ns, now, digest), found
        )

    def touched(self, path: bytes, known: Known, status: os.stat_result, *, now: int) -> None:
        """Take in that a file was looked at, `now`, and has the same contents."""
        if path in self._loose:
            self._loose[path] = Known(known.id, status.st_size, status.st_mtime_ns, now, known.digest)
            return
        self._done(
            "update files set size = ?, changed = ?, looked = ? where id = ?",
            (status.st_size, status.st_mtime_ns, now, known.id),
        )

    def drop(self, numbers: Iterable[int]) -> None:
        """Forget files by their numbers."""
        for number in numbers:
            if number > 0:
                self._done("delete from articles where file = ?", (number,))
                self._done("delete from files where id = ?", (number,))
            else:
                self._loose_rows.pop(number, None)
        gone = [path for path, known in self._loose.items() if known.id not in self._loose_rows]
        for path in gone:
            del self._loose[path]

    def rows(self, number: int, shown: str) -> tuple[Row, ...]:
        """Return the rows of the list for the file of that number, shown as of the path `shown`."""
        if number < 0:
            return self._loose_rows.get(number, ())
        asked = self._asked(
            "select name, part, title, source, published, minutes, readable from articles where file = ? order by place",
            (number,),
        )
        return tuple(
            Row(name, shown, title, part, source, when(published), minutes, bool(readable))
            for name, part, title, source, published, minutes, readable in asked
        )

    def texts(self, number: int) -> tuple[tuple[int, bytes], ...]:
        """Return the number of each article of a file, and the hash that its analysis is kept by; what is readable."""
        asked = self._asked("select id, text from articles where file = ? and readable order by place", (number,))
        return tuple((number, bytes(text)) for number, text in asked)

    def try_anew(self) -> None:
        """Write again, if writing had failed."""
        if self._is_refused and self._database:
            self._is_refused, self.trouble = False, ""

    def commit(self) -> None:
        """Write what was taken in since the last time."""
        if self._is_writing and self._database:
            try:
                self._database.execute("commit")
                self._is_writing = False
            except sqlite3.Error as error:
                self._failed(error)

    def close(self) -> None:
        """Write all, and close the file."""
        self.commit()
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = None

    @property
    def is_kept(self) -> bool:
        """Whether what is taken in now will be there at the next start."""
        return self._database is not None and not self.trouble

    def _put(self, path: bytes, status: tuple[int, int, int, bytes], found: Sequence[Article | Unreadable]) -> int:
        database = self._database
        if database is None:
            raise sqlite3.OperationalError
        for (old,) in database.execute("select id from files where path = ?", (path,)).fetchall():
            database.execute("delete from articles where file = ?", (old,))
            database.execute("delete from files where id = ?", (old,))
        insert = "insert into files (path, size, changed, looked, digest) values (?, ?, ?, ?, ?)"
        number = database.execute(insert, (path, *status)).lastrowid
        if number is None:
            raise sqlite3.OperationalError
        for place, item in enumerate(found):
            row = row_of(item)
            published = row.published.isoformat() if row.published else None
            digest = text_digest(item) if isinstance(item, Article) else None
            one = database.execute(
                "insert into articles (file, place, name, part, title, source, published, minutes, text, readable)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, place, row.id, row.part, row.title, row.source, published, row.minutes, digest, row.readable),
            ).lastrowid
            if isinstance(item, Article):
                database.execute(
                    "insert into words (rowid, title, body, source) values (?, ?, ?, ?)",
                    (one, item.title, item.text, row.source),
                )
        return number

    def _put_loosely(self, path: bytes, known: Known, found: Sequence[Article | Unreadable]) -> int:
        while known.id in self._loose_rows:
            known = Known(known.id - 1, known.size, known.changed, known.looked, known.digest)
        before = self._loose.get(path)
        if before:
            self._loose_rows.pop(before.id, None)
        self._loose[path] = known
        self._loose_rows[known.id] = tuple(map(row_of, found))
        return known.id

    def _opened(self) -> sqlite3.Connection | None:
        """Return the database, made where it was not there, made anew where it can't be used; None without one."""
        if self._file is None:
            return None
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return connected(self._file)
        except OSError as error:
            self._says(error.strerror or str(error))
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                self._says(str(error))
                return None
            return self._made_anew()
        return None

    def _made_anew(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        try:
            for name in (self._file.name, f"{self._file.name}-journal"):
                self._file.with_name(name).unlink(missing_ok=True)
            return connected(self._file)
        except OSError as error:
            self._says(error.strerror or str(error))
        except sqlite3.Error as error:
            self._says(str(error))
        return None

    def _begun(self) -> bool:
        """Return whether there is a database that takes what is to be written."""
        if self._database is None or self._is_refused:
            return False
        if not self._is_writing:
            try:
                self._database.execute("begin immediate")
                self._is_writing = True
            except sqlite3.Error as error:
                self._failed(error)
        return self._is_writing

    def _asked(self, question: str, values: tuple[object, ...]) -> list[sqlite3.Row]:
        if self._database is None:
            return []
        try:
            return self._database.execute(question, values).fetchall()
        except sqlite3.Error as error:
            self._failed(error)
            return []

    def _done(self, what: str, values: tuple[object, ...]) -> None:
        if self._begun() and self._database:
            try:
                self._database.execute(what, values)
            except sqlite3.Error as error:
                self._failed(error)

    def _failed(self, error: sqlite3.Error) -> None:
        """Go on after an error: without what was written last, with a new database, or with none."""
        self._is_writing = False
        if self._database:
            with suppress(sqlite3.Error):
                self._database.execute("rollback")
        if not _is_damage(error):
            self._is_refused = True
            self._says(str(error))
            return
        if self._database:
            with suppress(sqlite3.Error):
                self._database.close()
        self._database = self._made_anew()

    def _says(self, reason: str) -> None:
        self.trouble = f"the cache {self._file.parent if self._file else ''} can't be written: {reason.lower()}"


def _is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error says that the file is no database of this kind, and not that it can't be written now."""
    return not isinstance(error, sqlite3.OperationalError) or str(error).startswith("no such")


def connected(file: Path) -> sqlite3.Connection:
    """Return a connection to the catalogue in `file`, made where it was not there.

    Raises an error of sqlite3 where it can't be opened or written, is damaged, or is something else.
    """
    database = sqlite3.connect(file, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False)
    database.row_factory = sqlite3.Row
    try:
        # No write-ahead log, which is unsafe on network file systems; and no waiting for the disk, for what is lost there
        # is read again.
        for pragma in ("journal_mode = truncate", "synchronous = off", "cache_size = -4000", "temp_store = memory"):
            database.execute(f"pragma {pragma}")
        ((version,),) = database.execute("pragma user_version").fetchall()
        if version == 0:
            _make(database, file)
        # Of another version or damaged: it asks for a column that is not there.
        question = "select max(id) from files" if version in (0, VERSION) else "select another_version"
        database.execute(question).fetchall()
    except BaseException:
        database.close()
        raise
    return database


def _make(database: sqlite3.Connection, file: Path) -> None:
    """Make the tables, unless another session has made them by now."""
    database.execute("begin immediate")
    ((version,),) = database.execute("pragma user_version").fetchall()
    if version == 0 and database.execute("select 1 from sqlite_master limit 1").fetchall():
        raise sqlite3.DatabaseError("something else")
    if version == 0:
        for statement in _SCHEMA.split(";"):
            database.execute(statement)
        # Numbers begin somewhere else each time, so that none of them means a file of a catalogue that was deleted.
        first = int.from_bytes(os.urandom(4), "big") << 24
        database.execute("insert into sqlite_sequence (name, seq) values ('files', ?), ('articles', ?)", (first, first))
        database.execute(f"pragma user_version = {VERSION}")
    database.execute("commit")
    with suppress(OSError):
        file.chmod(0o600)


def when(told: object) -> date | None:
    """Return the day or the time that is kept as ISO 8601; None where it is none."""
    if not isinstance(told, str):
        return None
    try:
        return date.fromisoformat(told) if len(told) == len("2024-01-20") else datetime.fromisoformat(told)
    except ValueError:
        return None

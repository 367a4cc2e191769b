"""A database of the cache that never stands in anybody's way: what is wrong with it is told in a clause, not raised.

What lies in it can be computed again. So a damaged one is deleted and made anew, and one that is locked, full or not to be
written is gone on without.
"""

from __future__ import annotations

import os
import sqlite3
import types
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

PATIENCE_SECONDS: Final = 2.0
"""How long another session's writing is waited for."""
Kinds = tuple[type | types.UnionType, ...]
"""The types that the values of a row may have."""
_PRIMARY: Final = 0xFF
"""The part of an error's number that says of what kind it is."""
_REASONS: Final = {
    sqlite3.SQLITE_BUSY: "another session is writing to it",
    sqlite3.SQLITE_LOCKED: "another session is writing to it",
    sqlite3.SQLITE_READONLY: "it is read-only",
    sqlite3.SQLITE_CANTOPEN: "it can't be opened",
    sqlite3.SQLITE_IOERR: "the disk fails",
    sqlite3.SQLITE_FULL: "the disk is full",
}


FAILURES: Final = (sqlite3.Error, UnicodeError)
"""What SQLite raises; the latter where a damaged file makes it say what is no text."""
_SIGNS_OF_DAMAGE: Final = ("no such", "could not decode", "malformed", "near ", "has no column")


class Database:
    """SQLite in one file. Threads may share it only one after the other."""

    def __init__(self, file: Path | None, *, schema: Callable[[], str], version: int) -> None:
        """Open `file`, made by the statements that `schema` returns where it is not there; None: there is nothing, and all is well."""
        self.trouble = ""
        """Why nothing is kept, as a clause; empty where all is well."""
        self._file = file
        self._schema = schema
        self._version = version
        self._opened_as = (0, 0)
        self._is_writing = False
        self._is_refused = False
        """Whether a write failed: no other one is tried until `try_anew`."""
        self._connection = self._opened()

    @property
    def takes(self) -> bool:
        """Whether what is written now will be there at the next start, as far as is known."""
        return self._connection is not None and not self._is_refused

    def ask(self, question: str, *values: object) -> list[sqlite3.Row]:
        """Return the rows that answer a question; none where the database can't be asked."""
        if self._connection is None:
            return []
        try:
            return self._connection.execute(question, values).fetchall()
        except FAILURES as error:
            self.fail(error)
            return []

    def ask_for(self, kinds: Kinds, question: str, *values: object) -> list[sqlite3.Row]:
        """Return what `ask` does where all values are of these kinds; where one is not, the file is damaged."""
        rows = self.ask(question, *values)
        if all(isinstance(value, kind) for row in rows for value, kind in zip(row, kinds, strict=True)):
            return rows
        self.fail(sqlite3.DatabaseError("a value of another kind"))
        return []

    def write(self, does: Callable[[sqlite3.Connection], int]) -> int | None:
        """Return what `does` returns, done within what the next `commit` writes; None where nothing can be written."""
        if self._connection is None or self._is_refused:
            return None
        try:
            if not self._is_writing:
                self._connection.execute("begin immediate")
                self._is_writing = True
            return does(self._connection)
        except FAILURES as error:
            self.fail(error)
            return None

    def do(self, what: str, *values: object) -> None:
        """Do one thing, as `write` does."""
        self.write(lambda connection: connection.execute(what, values).rowcount)

    def commit(self) -> None:
        """Write what was done since the last time."""
        if self._is_writing and self._connection:
            try:
                self._connection.execute("commit")
                self._is_writing = False
            except FAILURES as error:
                self.fail(error)

    def try_anew(self) -> None:
        """Write again, if writing had failed."""
        if self._is_refused and self._connection:
            self._is_refused, self.trouble = False, ""

    def fail(self, error: sqlite3.Error | UnicodeError) -> None:
        """Go on after an error: without what was done since the last commit, and with a new database or without writing."""
        self._is_writing = False
        if self._connection:
            with suppress(*FAILURES):
                self._connection.execute("rollback")
        was_deleted = self._was_deleted()
        if not _is_damage(error) and not was_deleted:
            self._is_refused = True
            self._says(_reason(error))
            return
        if self._connection:
            with suppress(*FAILURES):
                self._connection.close()
        # What lies there now may be what another session has made anew.
        self._connection = self._opened() if was_deleted else self._made_anew()

    def close(self) -> None:
        """Write all, and close the file."""
        self.commit()
        if self._connection:
            with suppress(*FAILURES):
                self._connection.close()
        self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self._connected(self._file)
        except OSError as error:
            self._says(error.strerror or str(error))
        except FAILURES as error:
            if _is_damage(error):
                return self._made_anew()
            self._says(_reason(error))
        return None

    def _made_anew(self) -> sqlite3.Connection | None:
        if self._file is None:
            return None
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            for name in (self._file.name, f"{self._file.name}-journal"):
                self._file.with_name(name).unlink(missing_ok=True)
            return self._connected(self._file)
        except OSError as error:
            self._says(error.strerror or str(error))
        except FAILURES as error:
            self._says(_reason(error))
        return None

    def _connected(self, file: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(file, timeout=PATIENCE_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.row_factory = sqlite3.Row
            # No write-ahead log, which is unsafe on network file systems; and no waiting for the disk, for what is lost
            # there is read again.
            for pragma in ("journal_mode = truncate", "synchronous = off", "cache_size = -4000", "temp_store = memory"):
                connection.execute(f"pragma {pragma}")
            if _version(connection) == 0:
                self._make(connection, file)
            elif _version(connection) != self._version:
                connection.execute("select another_version")
        except BaseException:
            connection.close()
            raise
        self._opened_as = _identity(file)
        return connection

    def _make(self, connection: sqlite3.Connection, file: Path) -> None:
        """Make the tables, unless another session has made them by now."""
        connection.execute("begin immediate")
        if _version(connection) == 0:
            if connection.execute("select 1 from sqlite_master limit 1").fetchall():
                connection.execute("select something_else")
            for statement in self._schema().split(";"):
                connection.execute(statement)
            connection.execute(f"pragma user_version = {self._version}")
        connection.execute("commit")
        with suppress(OSError):
            file.chmod(0o600)

    def _was_deleted(self) -> bool:
        """Return whether the file went while it was open: what would be written to it, nobody would ever find."""
        return self._connection is not None and self._file is not None and _identity(self._file) != self._opened_as

    def _says(self, reason: str) -> None:
        # The reason first: a long path would push it off the line.
        self.trouble = f"the cache can't be written, {reason.lower()}: {self._file.parent if self._file else ''}"


def first_number() -> int:
    """Return a number from which to count, another one each time, so that none means something of a deleted database."""
    return int.from_bytes(os.urandom(4), "big") << 24


def _identity(file: Path) -> tuple[int, int]:
    """Return which file lies there, by device and number; zeros for none."""
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return status.st_dev, status.st_ino


def _version(connection: sqlite3.Connection) -> int:
    ((version,),) = connection.execute("pragma user_version").fetchall()
    return int(version)


def _reason(error: sqlite3.Error | UnicodeError) -> str:
    """Return what went wrong as a clause."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    return _REASONS.get(code, str(error))


def _is_damage(error: sqlite3.Error | UnicodeError) -> bool:
    """Return whether an error says that the file is no database of this kind, and not that it can't be written now."""
    return not isinstance(error, sqlite3.OperationalError) or str(error).lower().startswith(_SIGNS_OF_DAMAGE)

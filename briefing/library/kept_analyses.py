"""Analyses, made once: kept in the cache by the text, the day of publication, the recognisers and the user's own names."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

import briefing
from briefing.library.catalogue import DIGEST, text_digest
from briefing.library.database import Database
from briefing.library.digests import blake2b
from briefing.library.written import UnfitError, read_back, written
from briefing.model import NO_NAMES, Analysis, Article, Names, Unreadable
from briefing.model.names import bearing_on

VERSION: Final = 1
"""Of the tables; another one has a file of its own."""
FILE: Final = f"analyses-{VERSION}.sqlite"
MOST_BYTES: Final = 2 << 30
"""Bytes that analyses may take: half a million of them. Beyond it a fifth goes, those made first."""
MOST_OF_SKETCH: Final = 8 << 20
"""Bytes that a sketch may have unpacked."""
_SCHEMA: Final = """
create table analyses (id integer primary key, name blob not null unique, body blob not null);
create table sketches (name blob not null primary key, body blob not null) without rowid
"""
_LESS: Final = """
delete from analyses where id in (select id from analyses order by id limit (select count(*) / 5 from analyses))
"""
_SOURCES: Final = ("extract", "facts", "model", "cleaning", "text.py", "pipeline.py")
"""What of the program an analysis hangs on."""
_NOT_READ: Final = frozenset({"training", "__pycache__"})


class Analyses:
    """The analyses of articles, from the cache where they are there, else made. Threads may share it."""

    def __init__(self, folder: Path | None, *, own: Names = NO_NAMES) -> None:
        """Open the analyses in `folder`, None for none; `own` is what the user says of names."""
        self.own = own
        self._folder = folder
        self._guard = Lock()
        self._database: Database | None = None

    @property
    def trouble(self) -> str:
        """Why nothing is kept, as a clause; empty where all is well."""
        return self._database.trouble if self._database else ""

    def of(self, article: Article, *, own: Names | None = None) -> Analysis:
        """Return the analysis of `article`; where `own` names are given, with these."""
        names = self.own if own is None else own
        key = self.key(article, own=names)
        found = self.kept(article, key)
        if found is None:
            # The recognisers are loaded only where something has to be analysed.
            from briefing.pipeline import analyse

            found = analyse(article, own=names)
            self.keep(key, written(found))
        return found

    def key(self, article: Article, *, own: Names | None = None) -> bytes:
        """Return the name under which the analysis of `article` is kept."""
        names = self.own if own is None else own
        told = blake2b(text_digest(article), digest_size=DIGEST)
        told.update(recognisers_version())
        # Of all names those that can matter here: a correction leaves what is kept of other articles as it is.
        told.update(bearing_on(names, article.text).fingerprint.encode())
        return told.digest()

    @property
    def making(self) -> bytes:
        """What all analyses have in common that are made now: the recognisers and the names of the user."""
        return recognisers_version() + self.own.fingerprint.encode()

    def has(self, key: bytes) -> bool:
        """Return whether the analysis of that name is kept."""
        with self._guard:
            return bool(self._ready().ask("select 1 from analyses where name = ?", key))

    def kept(self, article: Article, key: bytes) -> Analysis | None:
        """Return the analysis of `article` that is kept under its name; None where there is none."""
        with self._guard:
            found = self._ready().ask_for((bytes,), "select body from analyses where name = ?", key)
        try:
            return read_back(found[0]["body"], article) if found else None
        except UnfitError:
            return None

    def keep(self, key: bytes, body: bytes, *, at_once: bool = True) -> None:
        """Keep what was `written` of an analysis under its name; for many, `at_once` is False, and `commit` comes after."""
        with self._guard:
            database = self._ready()
            database.do("insert or replace into analyses (name, body) values (?, ?)", key, body)
            if at_once:
                database.commit()

    def sketch(self, article: Article, kind: str, make: Callable[[Article], bytes], *, at_once: bool = True) -> bytes:
        """Return what `make` makes of an article, made once for the same text; `kind` names it, with its version.

        For many, `at_once` is False, and `commit` comes after.
        """
        name = blake2b(text_digest(article) + kind.encode(), digest_size=DIGEST).digest()
        with self._guard:
            for (body,) in self._ready().ask_for((bytes,), "select body from sketches where name = ?", name):
                unpacking = zlib.decompressobj()
                with suppress(zlib.error):
                    told = unpacking.decompress(body, MOST_OF_SKETCH)
                    if unpacking.eof:
                        return told
        body = make(article)
        with self._guard:
            self._ready().do("insert or replace into sketches values (?, ?)", name, zlib.compress(body, 1))
            if at_once:
                self._ready().commit()
        return body

    def commit(self) -> None:
        """Write what was kept since the last time."""
        with self._guard:
            self._ready().commit()

    def close(self) -> None:
        """Write all, and close the file."""
        with self._guard:
            if self._database:
                self._database.close()

    def _ready(self) -> Database:
        if self._database is None:
            self._database = Database(
                self._folder / FILE if self._folder else None, schema=lambda: _SCHEMA, version=VERSION
            )
            if _is_too_large(self._database):
                self._database.do(_LESS)
                self._database.commit()
        return self._database


def analyses(found: Iterable[Article | Unreadable], kept: Analyses) -> Iterator[Analysis | Unreadable]:
    """Yield the analysis of each article, from the cache or made anew, and what can't be read as it is."""
    for item in found:
        yield item if isinstance(item, Unreadable) else kept.of(item)


@lru_cache(maxsize=1)
def recognisers_version() -> bytes:
    """Return what changes whenever the recognisers or their models do: a hash of their files, some 15 ms the first time."""
    package = Path(briefing.__file__).parent
    told = blake2b(digest_size=DIGEST)
    for name in _SOURCES:
        place = package / name
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        for file in files:
            if file.is_file() and not _NOT_READ.intersection(file.relative_to(package).parts):
                told.update(file.relative_to(package).as_posix().encode())
                told.update(file.read_bytes())
    return told.digest()


def _is_too_large(database: Database) -> bool:
    size, pages, free = (
        next((int(value) for (value,) in database.ask(f"pragma {name}")), 0)
        for name in ("page_size", "page_count", "freelist_count")
    )
    return (pages - free) * size > MOST_BYTES

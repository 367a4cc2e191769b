"""One file after the other, looked at: known as it is, known but changed, or new."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Container

from briefing.cleaning import cleaned_name
from briefing.formats.endings import is_known
from briefing.library.catalogue import Catalogue, Known, digest_of
from briefing.library.gathered import Gathered
from briefing.library.reading import contents, decoded
from briefing.library.walking import STANDARD_INPUT, Entry, reason_of
from briefing.model import Article, Unreadable
from briefing.reading.rows import Row, row_of

PIPED = -1 << 62
"""The number of standard input, which is no file of the catalogue."""


class Looker:
    """What looks at files for a list, and remembers them in the catalogue."""

    def __init__(self, catalogue: Catalogue, gathered: Gathered) -> None:
        self.catalogue = catalogue
        self._gathered = gathered
        self.piped: dict[tuple[str, int, str], Article] = {}
        """Articles that can't be read again: those of standard input."""
        self._was_piped = False

    def looked_at(self, entry: Entry, listed: Container[int]) -> int | Row:
        """Return the number of a file, its rows gathered if it is not `listed`; where it can't be read, a row that says so.

        Of a file that has not changed no byte is read. One that has changed loses the rows it had.
        """
        if entry.path == STANDARD_INPUT:
            return self._taken_in(entry)
        try:
            status = os.stat(entry.path, follow_symlinks=entry.is_followed)  # noqa: PTH116 - a hundred thousand times
        except OSError as error:
            return row_of(Unreadable(entry.shown, reason_of(error)))
        shown = entry.shown
        if entry.is_followed or shown != entry.path:
            self._gathered.odd[shown] = (entry.path, entry.is_followed)
        path = os.fsencode(os.path.abspath(entry.path))  # noqa: PTH100
        known = self.catalogue.known(path)
        if known is None or not known.is_as(status):
            return self._read_in(entry, status, path, known, listed)
        return self._number(entry, status, path, known, listed)

    def _read_in(
        self, entry: Entry, status: os.stat_result, path: bytes, known: Known | None, listed: Container[int]
    ) -> int | Row:
        """Return what `looked_at` does of a file that is not surely as it is known."""
        now = time.time_ns()
        data = contents(entry)
        if isinstance(data, Unreadable):
            return row_of(data)
        digest = digest_of(data)
        if known is not None and known.digest == digest:
            self.catalogue.touched(path, known, status, now=now)
            return self._number(entry, status, path, known, listed)
        found = decoded(entry, data)
        number = self.catalogue.put(path, status, digest, found, now=now)
        if known:
            self._gathered.take({known.id})
        self._gathered.add(map(row_of, found), number)
        return number

    def _number(
        self, entry: Entry, status: os.stat_result, path: bytes, known: Known, listed: Container[int]
    ) -> int | Row:
        """Return the number of a file that is as it is known, its rows gathered if it is not `listed`."""
        if known.id not in listed:
            rows = self.catalogue.rows(known.id, entry.shown)
            if not rows:
                # The catalogue was deleted, or another session has forgotten the file, since it was asked.
                return self._read_in(entry, status, path, None, listed)
            self._gathered.add(rows, known.id)
        return known.id

    def looked_at_alone(self, path: str) -> bool:
        """Gather what has become of one file that came, changed or went; False where that needs a look at all of them."""
        gathered = self._gathered
        shown = cleaned_name(path)
        before = gathered.files_at(shown)
        if 0 in before or shown in gathered.odd:
            return False
        try:
            status = os.lstat(path)
        except OSError:
            gathered.take(before)
            self.catalogue.drop(before)
            return True
        if not stat.S_ISREG(status.st_mode):
            return False
        if not is_known(path):
            return not before
        number = self.looked_at(Entry(path), before)
        if isinstance(number, Row):
            return False
        gathered.take(before - {number})
        return True

    def _taken_in(self, entry: Entry) -> int:
        """Take in what is piped in, once."""
        if not self._was_piped:
            self._was_piped = True
            data = contents(entry)
            found = (data,) if isinstance(data, Unreadable) else decoded(entry, data)
            self.piped = {row_of(one).key: one for one in found if isinstance(one, Article)}
            self._gathered.add(map(row_of, found), PIPED)
        return PIPED

"""The list of a session: shown as it was, then made to say what the disk says, and kept so while it changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.cleaning import cleaned_name
from briefing.errors import BriefingError
from briefing.library.gathered import Gathered
from briefing.library.kept_list import KeptList, list_file, load, save
from briefing.library.reading import contents, decoded
from briefing.library.walking import STANDARD_INPUT, Entry, Walk, walk
from briefing.model import Article, Unreadable
from briefing.reading.rows import Row, day_words, row_of
from briefing.reading.table import Table
from briefing.values import dataclass

if TYPE_CHECKING:
    from briefing.library.catalogue import Catalogue
    from briefing.library.looking import Looker

BATCH_SECONDS: Final = 0.15
"""How long rows are gathered before they are shown: often enough to see that it goes on, seldom enough to cost little."""
SHARE_OF_TIME: Final = 8
"""Of the time that was spent, the part after which the list is shown anew: arranging it takes as long as it has rows."""
COMMIT_SECONDS: Final = 0.5
KEEP_SECONDS: Final = 60.0
"""How often the list is kept while it changes: with 100,000 rows that takes 0.2 s. What is later is found at the next start."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list as it is known by now."""

    table: Table
    complete: bool = True
    """False while files are read for the first time."""
    left_out: int = 0
    """Files that are hidden or of a kind that no format takes."""
    notice: str = ""
    """What can't be done, in one line."""


class Listing:
    """The articles under some paths. What looks through the disk is for one thread, which it keeps busy."""

    def __init__(self, paths: Sequence[str], cache: Path | None) -> None:
        """Look for the paths. Raises BriefingError for one that does not exist, unless its list is known from before."""
        self.paths = tuple(paths)
        self._cache = cache if STANDARD_INPUT not in self.paths else None
        self._gathered = Gathered()
        self._looker: Looker | None = None
        self._kept: KeptList | None = None
        self._kept_at = 0.0
        """When the list was kept last, by a clock of its own."""
        self._is_known = False
        """Whether all was looked through once, in this session or the one before."""
        try:
            walk(self.paths)
        except BriefingError:
            if self.kept() is None:
                raise

    def kept(self) -> Listed | None:
        """Return the list as the session before has left it; None where there is none."""
        if self._kept is None and self._cache:
            self._kept = load(list_file(self._cache, self.paths))
            if self._kept:
                self._is_known = True
                self._gathered.table = self._kept.table
                self._gathered.left_out = self._kept.left_out
                self._gathered.odd.update(self._kept.odd)
        return self._listed("") if self._kept else None

    def looked_through(
        self, *, entering: Callable[[str], object] = str, stopped: Callable[[], bool] = lambda: False
    ) -> Iterator[Listed]:
        """Yield the list as what lies on the disk is looked through; the last one says all, unless it was `stopped`.

        `entering` is called with each folder before it is looked into.
        """
        gathered, looker = self._gathered, self._ready()
        gathered.apply()
        # With a list but without its catalogue each file is read anew, and would be shown twice until all are.
        at_once = self._is_known and looker.catalogue.is_new
        absent = [path for number, path in enumerate(self.paths) if self._is_absent(number, path)]
        staying = [cleaned_name(path) for path in absent]
        walked = Walk([path for path in self.paths if path not in absent])
        walked.entering = entering
        left = gathered.files()
        faults: list[Row] = []
        before = gathered.table
        began = due = committed = time.monotonic()
        for entry in walked:
            if stopped():
                looker.catalogue.commit()
                return
            if entry.reason:
                faults.append(row_of(Unreadable(entry.shown, entry.reason)))
            else:
                number = looker.looked_at(entry, left)
                if isinstance(number, Row):
                    faults.append(number)
                else:
                    left.discard(number)
            now = time.monotonic()
            if now > due and not at_once and gathered.apply():
                yield Listed(gathered.table, self._is_known, walked.left_out)
                due = time.monotonic() + max(BATCH_SECONDS, (now - began) / SHARE_OF_TIME)
            if now > committed + COMMIT_SECONDS:
                looker.catalogue.commit()
                committed = now
        # What lies in a folder that can't be looked into now is not gone.
        staying += map(cleaned_name, walked.closed)
        gone = set(left)
        gone -= gathered.below(gone, staying)
        gathered.take(gone)
        gathered.with_faults(faults, staying=staying)
        gathered.apply()
        looker.catalogue.drop(gone)
        looker.catalogue.commit()
        gathered.left_out = walked.left_out
        self._is_known = True
        if gathered.table is not before or self._kept is None:
            self._keep()
        yield self._listed(_absence(absent, self._kept) or looker.catalogue.trouble)

    def after(self, changed: Iterable[tuple[str, str]]) -> Listed | None:
        """Return the list after files have changed, told by folder and name; None where all must be looked through."""
        looker = self._ready()
        told = {os.path.join(folder, name) for folder, name in changed if not name.startswith(".")}  # noqa: PTH118
        if not all(looker.looked_at_alone(path) for path in sorted(told)):
            return None
        if self._gathered.apply() and time.monotonic() > self._kept_at + KEEP_SECONDS:
            self._keep()
        looker.catalogue.commit()
        return self._listed(looker.catalogue.trouble)

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that the list is kept in."""
        return self._ready().catalogue

    def entry(self, path: str) -> Entry:
        """Return the file that is shown as `path`."""
        spelt, followed = self._gathered.odd.get(path, (path, False))
        return Entry(spelt, is_followed=followed)

    def article(self, row: Row) -> Article | Unreadable:
        """Return the article of a row, read anew from its file. Any thread may ask."""
        if self._looker and row.key in self._looker.piped:
            return self._looker.piped[row.key]
        entry = self.entry(row.path)
        data = contents(entry)
        if isinstance(data, Unreadable):
            return data
        found = decoded(entry, data)
        for one in found:
            if isinstance(one, Article) and one.id == row.id and one.part == row.part:
                return one
        for one in found:
            if isinstance(one, Article) and one.part == row.part:
                return one
        gone = next((one for one in found if isinstance(one, Unreadable)), None)
        return gone or Unreadable(row.path, "the article is no longer in its file")

    def close(self) -> None:
        """Write what is not written yet, and close the catalogue."""
        if self._looker:
            self._looker.catalogue.close()

    def _ready(self) -> Looker:
        """Return what looks at files, the catalogue opened or tried anew."""
        # The database is loaded when it is needed: the list is shown without it.
        from briefing.library.catalogue import Catalogue
        from briefing.library.looking import Looker

        if self._looker is None:
            self._looker = Looker(Catalogue(self._cache), self._gathered)
        self._looker.catalogue.try_anew()
        return self._looker

    def _listed(self, notice: str) -> Listed:
        return Listed(self._gathered.table, left_out=self._gathered.left_out, notice=notice)

    def _is_absent(self, number: int, path: str) -> bool:
        """Return whether a path that was there the last time is not there now, as when its disk is not mounted."""
        if self._kept is None or path == STANDARD_INPUT:
            return False
        device = _device(path)
        before = self._kept.devices[number] if number < len(self._kept.devices) else 0
        return not device or (before not in (0, device) and _is_empty(path))

    def _keep(self) -> None:
        """Keep the list for the next session. Why that can't be done the catalogue tells, which lies beside it."""
        if self._cache is None:
            return
        self._kept_at = time.monotonic()
        gathered = self._gathered
        before = self._kept.devices if self._kept else ()
        devices = [_device(path) for path in self.paths]
        devices = [now or (before[number] if number < len(before) else 0) for number, now in enumerate(devices)]
        odd = {path: told for path, told in gathered.odd.items() if gathered.files_at(path)}
        day = time.strftime("%Y-%m-%d")
        self._kept = KeptList(gathered.table, odd, tuple(devices), gathered.left_out, day)
        with suppress(OSError):
            save(list_file(self._cache, self.paths), self._kept)


def _device(path: str) -> int:
    """Return which file system a path is on; 0 where it is not there."""
    try:
        return Path(path).stat().st_dev
    except OSError:
        return 0


def _is_empty(path: str) -> bool:
    try:
        with os.scandir(path) as listing:
            return next(listing, None) is None
    except OSError:
        return True


def _absence(absent: Sequence[str], kept: KeptList | None) -> str:
    """Return what to say of paths that are not there now."""
    if not absent:
        return ""
    which = ", ".join(map(cleaned_name, absent))
    try:
        day = f" on {day_words(date.fromisoformat(kept.day))}" if kept else ""
    except ValueError:
        day = ""
    return f"{which} is not there now: the list is as it was{day}"

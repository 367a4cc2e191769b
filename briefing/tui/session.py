"""What a session has on the disk: the articles, where the reader was, and the marks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing import library
from briefing.errors import BriefingError
from briefing.library import Listed
from briefing.marks import CorrectionStore, MarkStore, Position, ReadingState
from briefing.marks.last_steps import LastSteps
from briefing.model import Analysis, Article, ArticleRef, Correction, Mark, Names, Unreadable
from briefing.reading.frame import Pane
from briefing.reading.history import History
from briefing.reading.page import Page
from briefing.reading.rows import Row
from briefing.reading.state import Reading
from briefing.reading.table import Table
from briefing.settings import Settings
from briefing.settings.places import Places, made
from briefing.tui.homes import homes
from briefing.tui.restored import Restored, restored

if TYPE_CHECKING:
    from briefing.library.kept_analyses import Analyses
    from briefing.library.searching import Index
    from briefing.library.watcher import Watcher
    from briefing.marks.reports_read import ReportsRead
    from briefing.reading.hits import Known
    from briefing.reading.name_index import ArticleNames
    from briefing.reading.query import Query
    from briefing.stories.points import Report

LAST_TOLD: Final = "last-told"
"""The choice under which stands what was kept last of an article that was read, and of which."""
MOST_EXPORTS: Final = 1000
"""Files of that name in one folder, beyond which something is wrong."""


class Session:
    """The files behind the screen. Its methods wait for the disk: they are called beside the screen, never from it."""

    def __init__(self, paths: Sequence[str], *, settings: Settings, places: Places) -> None:
        """Look for the paths. Raises BriefingError for one that does not exist."""
        self.paths = tuple(paths)
        self.settings = settings
        self.places = places
        self._listing = library.Listing(self.paths, places.cache)
        self._watcher: Watcher | None = None
        self._analyses: Analyses | None = None
        self._index: Index | None = None
        self._naming: Index | None = None
        self._searching = threading.Lock()
        self._state = ReadingState(places.state)
        self._marks = MarkStore(places.marks)
        self._steps = LastSteps(places.state)
        self._corrections = CorrectionStore(places.config)
        self._reports: ReportsRead | None = None
        self._rewritten: dict[str, Report] = {}
        """What articles told that were read before, and opened in this session with another text."""
        self._guard = threading.Lock()

    @cached_property
    def beginning(self) -> Future[tuple[Restored, Listed | None]]:
        """What the sessions before have left, and the list as it was: read by a thread from when it is first asked for."""
        reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="beginning")
        reading = reader.submit(lambda: (self.restored(), self.kept_list()))
        reader.shutdown(wait=False)
        return reading

    def restored(self) -> Restored:
        """Return what was left by the sessions before; what could not be read of it is named, not raised."""
        return restored(self._state, self._marks, self._steps, self._corrections, self.places)

    def kept_list(self) -> Listed | None:
        """Return the list as the session before has left it; None where there is none."""
        return self._listing.kept()

    def lists(self, *, stopped: Callable[[], bool]) -> Iterator[Listed]:
        """Yield the list as the files are looked through; from then on they are watched."""
        from briefing.library.watcher import Watcher

        self._watcher = self._watcher or Watcher(self._listing)
        yield from self._watcher.looked_through(stopped)

    def watch(self, tell: Callable[[Listed], object]) -> None:
        """Tell of the list whenever files have changed, from a thread of its own, until the session is closed."""
        if self._watcher:
            self._watcher.start(tell)

    def close(self) -> None:
        """End the watching, and write what is not written yet."""
        if self._watcher:
            self._watcher.end()
        self._listing.close()
        if self._analyses:
            self._analyses.close()
        self.end_search()
        for index, guard in ((self._index, self._searching), (self._naming, self._guard)):
            if index:
                with guard:
                    index.close()

    def homes(self, marks: Iterable[Mark], table: Table) -> Mapping[str, ArticleRef]:
        """Return the articles on which marks are now whose own article is not here any more, by its old id."""
        return homes(marks, table, self.article)

    def article(self, row: Row) -> Article | Unreadable:
        """Return the article of a row, read anew from its file."""
        return self._listing.article(row)

    def analysis(self, article: Article, own: Names) -> Analysis:
        """Return the analysis of an article, with what the user says of names: the one that is kept, else a new one."""
        return self._kept_analyses.of(article, own=own)

    @property
    def _kept_analyses(self) -> Analyses:
        # Loaded here, beside the screen: the first frame does not wait for it.
        from briefing.library.kept_analyses import Analyses

        with self._guard:
            self._analyses = self._analyses or Analyses(self.places.cache)
            return self._analyses

    def names(self, article: Article, own: Names) -> ArticleNames:
        """Return what an article names: what is kept of it, else what is found now, by looking for names only."""
        # Loaded here, beside the screen, and only where the index of names is asked for.
        from briefing.library.kept_analyses import recognisers_version
        from briefing.model.names import bearing_on
        from briefing.reading.name_index import ArticleNames, names_of

        def looked_for(found: Article) -> bytes:
            from briefing.extract import entities

            return names_of(entities.recognise(Analysis(found), own=own)).as_bytes()

        near = bearing_on(own, article.text)
        kind = f"names {near.fingerprint} {recognisers_version().hex()}"
        kept = self._kept_analyses.sketch(article, kind, looked_for)
        return ArticleNames.from_bytes(kept, article.day)

    def found(self, query: Query, table: Table, known: Known) -> Sequence[int]:
        """Return the numbers of the rows of `table` that a query finds, in its order; one search at a time."""
        with self._searching:
            return self._indexed().hits(query, table, known)

    def prepare_search(self, table: Table) -> None:
        """Have the first search of `table` be as quick as those after it."""
        with self._searching:
            self._indexed().prepare(table)

    def _indexed(self) -> Index:
        # Loaded when something is searched for: the first frame does not wait for it.
        from briefing.library.searching import Index

        self._index = self._index or Index(self.places.cache, self.article)
        return self._index

    def end_search(self) -> None:
        """End the search that is being made, from another thread: something else is wanted."""
        if self._index:
            self._index.interrupt()

    def names_like(self, start: str) -> tuple[str, ...]:
        """Return names in the articles that have a word which begins like that."""
        from briefing.library.searching import Index

        with self._guard:
            self._naming = self._naming or Index(self.places.cache, self.article)
            return self._naming.names(start)

    def place(self, article: Article) -> int:
        """Return where the article was left, 0 where it has not been opened."""
        position = self._state.position(article.id)
        return position.within(article.text) if position else 0

    def save_read(self, read: Iterable[str], unread: Iterable[str]) -> None:
        """Keep that articles have been read, or are unread again. Raises BriefingError where that can't be written."""
        self._state.mark_read(read)
        forgotten = self._state.mark_unread(unread)
        if forgotten:
            with self._guard:
                for name in forgotten:
                    self._rewritten.pop(name, None)
                store = self._reports_read()
            self._state.choose({LAST_TOLD: ""})
            store.forget(forgotten)

    def save_report(self, analysis: Analysis) -> None:
        """Keep what an article that is read tells, to know later what is new. Raises BriefingError as `save_read` does."""
        last = _told(analysis)
        if self._state.choice(LAST_TOLD) == last:
            # The article with which the session before ended: to compare takes as long to load as the screen.
            return
        from briefing.stories.points import report, version_of

        told = report(analysis)
        with self._guard:
            held = version_of(told, self._reports_read().load())
            if held is not None and held.text != told.text:
                # What was rewritten stays new while the program runs, though it is on the screen now.
                self._rewritten.setdefault(told.article, replace(held, article=told.article))
            store = self._reports_read()
        store.remember(told)
        self._state.choose({LAST_TOLD: last})

    def reports(self) -> Mapping[str, Report]:
        """Return what the articles that were read told then, by their ids. Raises BriefingError where it can't be read.

        Of one that was rewritten it is what it told before, also where it was opened again in this session.
        """
        with self._guard:
            return {**self._reports_read().load(), **self._rewritten}

    def _reports_read(self) -> ReportsRead:
        # Imported here, in the thread that keeps: the first frame does not wait for what comparing needs.
        from briefing.marks.reports_read import ReportsRead

        self._reports = self._reports or ReportsRead(self.places.state)
        return self._reports

    def save_place(self, page: Page) -> None:
        """Keep where the reader is in an article. Raises BriefingError where that can't be written."""
        self._state.set_position(page.article.id, Position.at(page.article.text, page.at))

    def save_steps(self, history: History) -> None:
        """Keep the last steps, to be undone after a restart. Raises BriefingError where that can't be written."""
        self._steps.save(history)

    def save_marks(self, marks: Iterable[Mark]) -> tuple[Mark, ...]:
        """Return the marks as they are on the disk now. Raises BriefingError where one can't be written."""
        return tuple(self._marks.save(mark) for mark in marks)

    def save_corrections(self, corrections: Sequence[Correction]) -> None:
        """Keep what was said of names and stories. Raises BriefingError where it can't be written."""
        self._corrections.put_all(corrections)

    @property
    def copy_file(self) -> Path:
        """Where a text goes that is too long for the terminal's clipboard."""
        return self.places.state / "copied.txt"

    def save_copy(self, text: str) -> None:
        """Write a text where it can be fetched. Raises BriefingError where that can't be done."""
        made(self.places.state)
        try:
            self.copy_file.touch(mode=0o600)
            self.copy_file.write_text(text, encoding="utf-8", errors="replace")
        except OSError as error:
            raise BriefingError(f"{self.copy_file} cannot be written: {error.strerror}", status=1) from error

    def save_export(self, marks: Sequence[Mark]) -> str:
        """Write marks as Markdown to a new file of the working folder, and return what was done.

        Raises BriefingError where that can't be done.
        """
        from briefing.export import notes_markdown

        names = (f"notes{number or ''}.md" for number in range(MOST_EXPORTS))
        path = next((Path(name) for name in names if not Path(name).exists()), None)
        if path is None:
            raise BriefingError("there are too many exports in this folder: move some away", status=1)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.writelines(notes_markdown.exported(marks))
        except OSError as error:
            raise BriefingError(f"{path} cannot be written: {error.strerror}", status=1) from error
        return f"{len(marks)} {'mark' if len(marks) == 1 else 'marks'} written to {path.resolve()}"

    def save_choices(self, reading: Reading, theme: str) -> None:
        """Keep what was chosen on the screen, to come back to it. Raises BriefingError where that can't be written."""
        choices: dict[str, str | int] = {"theme": theme, "sort": reading.shelf.sort.name}
        if reading.page:
            focus = Pane.LIST if reading.focus is Pane.LIST else Pane.READER
            choices |= {"article": reading.page.article.id, "row": reading.page.row, "focus": focus.name}
        self._state.choose(choices)


def _told(analysis: Analysis) -> str:
    """Return what is the same for the same article in which the same was found."""
    from briefing.library.digests import blake2b
    from briefing.library.written import written

    return f"{analysis.article.id} {blake2b(written(analysis), digest_size=8).hexdigest()}"

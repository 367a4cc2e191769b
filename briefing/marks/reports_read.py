"""Facts as they were when read: what each article told when it was on the screen, to tell later what is new.

Kept in one file of the state folder to which each report is added as a line; the last word on an article counts, so what
two sessions write is united. Only the reports read last are kept: the file is written anew when it holds twice as many.

    {"report": {"id": "...", "text": "...", "points": [...]}, "~": "..."}   this was read
    {"forgotten": ["id", ...]}                                              this is unread again
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from briefing.export.notes_shape import Object
from briefing.marks import lines
from briefing.marks.article_file import Problem
from briefing.marks.folder import Folder
from briefing.marks.growing import Growing
from briefing.marks.lock import PATIENCE
from briefing.marks.report_shape import as_object, report_of
from briefing.marks.writing import Writing
from briefing.stories.points import Report

FILE: Final = "facts.jsonl"
MOST: Final = 1000
"""Reports that are kept, those read last: some weeks of reading, 4 to 8 MB."""


class ReportsRead:
    """The reports that were read, in one folder. Several sessions may use it; threads may share one object.

    Nothing is read before it is asked for. What is changed is on the disk on return; where it can't be written,
    `BriefingError` is raised.
    """

    def __init__(self, folder: Path, *, most: int = MOST, patience: float = PATIENCE) -> None:
        self._folder = Folder(folder, patience=patience)
        self._most = most
        self._guard = threading.Lock()
        self._held: dict[str, Report] = {}
        """By article, the one read last at the end."""
        self._lines = 0
        self._file = Growing(self._folder, FILE)
        self._problems: list[Problem] = []

    def load(self) -> Mapping[str, Report]:
        """Return the reports that were read by any session, by the ids of their articles.

        Raises `BriefingError` where the file can't be read; a line that can't be costs that line only.
        """
        with self._guard:
            self._catch_up()
            return dict(self._held)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was amiss in the file when it was read last."""
        return tuple(self._problems)

    def remember(self, report: Report) -> None:
        """Keep what a report told when it was read, in place of what it told before."""
        self._add([{"report": as_object(report)}], unless=lambda: self._held.get(report.article) == report)

    def forget(self, articles: Iterable[str]) -> None:
        """Forget what these articles told: they are unread again."""
        names = sorted(set(articles))
        if names:
            self._add([{"forgotten": names}], unless=lambda: self._held.keys().isdisjoint(names))

    def _add(self, values: Sequence[Object], *, unless: Callable[[], bool]) -> None:
        with self._guard:
            self._catch_up()
            if unless():
                return
            with self._folder.writing() as writing:
                writing.append(FILE, b"".join(map(lines.written, values)))
                self._catch_up()
                if self._lines > 2 * self._most:
                    self._write_anew(writing)

    def _catch_up(self) -> None:
        added, are_all = self._file.added()
        if are_all:
            self._held, self._lines, self._problems = {}, 0, []
        for line in added:
            self._take(line)
        for name in list(self._held)[: -self._most]:
            del self._held[name]

    def _take(self, line: bytes) -> None:
        self._lines += 1
        read = lines.read(line)
        value = read.mended or read.value
        if value is None:
            self._problems.append(Problem(FILE, self._lines, f"it can't be read: {read.reason}"))
            return
        if (report := report_of(value.get("report"))) is not None:
            self._held.pop(report.article, None)
            self._held[report.article] = report
        forgotten = value.get("forgotten")
        for name in forgotten if isinstance(forgotten, list) else ():
            if isinstance(name, str):
                self._held.pop(name, None)

    def _write_anew(self, writing: Writing) -> None:
        content = b"".join(lines.written({"report": as_object(one)}) for one in self._held.values())
        self._file.write_anew(writing, content, keep=bool(self._problems))
        self._catch_up()

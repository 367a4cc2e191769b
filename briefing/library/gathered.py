"""The rows of the list while files come, change and go: gathered for a moment, then put into the table all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.library.files import Files
from briefing.reading.rows import Row
from briefing.reading.table import Table


class Gathered:
    """The table as it is by now, and what is to be put into it."""

    def __init__(self) -> None:
        self.table = Table()
        self.odd: dict[str, tuple[str, bool]] = {}
        """Files whose path is shown in other letters than the system's, or that are links: their paths, and which it is."""
        self.left_out = 0
        self._rows: list[Row] = []
        self._files: list[int] = []
        """The file of each of these rows."""
        self._gone: set[int] = set()
        """The numbers of files whose rows are to be taken away."""

    def add(self, rows: Iterable[Row], file: int) -> None:
        """Gather rows of the file of that number."""
        before = len(self._rows)
        self._rows += rows
        self._files += [file] * (len(self._rows) - before)

    def take(self, files: Iterable[int]) -> None:
        """Have the rows of files of these numbers taken away."""
        self._gone.update(files)

    def files(self) -> Files:
        """Return the numbers of the files that have rows in the table."""
        table = self.table
        if not table.gone:
            return Files(table.file)
        return Files([table.file[number] for number in table.numbers()])

    def files_at(self, path: str) -> set[int]:
        """Return the numbers of the files that are shown as of that path; 0 for what has none."""
        return {self.table.file[number] for number in self.table.with_path(path)}

    def below(self, files: Iterable[int], paths: Sequence[str]) -> set[int]:
        """Return those of the files that are shown at or below one of the paths."""
        left = set(files)
        if not left or not paths:
            return set()
        starts = tuple(f"{path.rstrip('/')}/" for path in paths)
        rows = (number for number in self.table.numbers() if self.table.file[number] in left)
        return {
            self.table.file[number]
            for number in rows
            if (path := self.table.row(number).path) in paths or path.startswith(starts)
        }

    def with_faults(self, faults: Sequence[Row], *, staying: Sequence[str] = ()) -> None:
        """Have these as the rows of what can't be read, and none else but those at or below the paths that stay."""
        starts = tuple(f"{path.rstrip('/')}/" for path in staying)
        before = {
            row.key: number
            for number, file in enumerate(self.table.file)
            if not file
            and number not in self.table.gone
            and not (row := self.table.row(number)).path.startswith(starts)
        }
        now = {row.key: row for row in faults}
        self.table = self.table.without(number for key, number in before.items() if key not in now)
        self.add((row for key, row in now.items() if key not in before), 0)

    def apply(self) -> bool:
        """Put what was gathered into the table; return whether there was anything."""
        before = self.table
        if self._gone:
            gone = self._gone
            self.table = self.table.without([number for number, file in enumerate(self.table.file) if file in gone])
        self.table = self.table.grown(self._rows, self._files)
        self._rows, self._files, self._gone = [], [], set()
        return self.table is not before

"""Where the reader was: what is read, the place in each article, what was chosen on the screen.

Kept in one file of the state folder to which each change is added as a line; the last word on a thing counts, so what two
sessions write is united. When the lines have become many more than needed, they are written anew, grouped.

    {"read": ["id", ...], "~": "..."}           these have been read; "unread" takes it back
    {"places": {"id": [1234, "words there"]}}   where the reader was in an article
    {"choices": {"theme": "dusk"}}              what was chosen
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from briefing.export.notes_shape import Object
from briefing.marks import lines
from briefing.marks.article_file import Problem
from briefing.marks.folder import Folder
from briefing.marks.growing import Growing
from briefing.marks.lock import PATIENCE
from briefing.marks.writing import Writing
from briefing.values import dataclass

Choice: TypeAlias = "str | int | float | bool | Sequence[Choice] | Mapping[str, Choice] | None"
"""What can be remembered of a choice: anything that JSON holds."""

FILE: Final = "reading.jsonl"
WORDS_KEPT: Final = 48
"""Characters kept with a place, to find it again when the text above it has changed."""

_PER_LINE: Final = 50
_LINES_TOO_MANY: Final = 2000
"""Measured: 2,000 lines more load in 10 ms."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in an article: an offset, and the words that stood there."""

    offset: int
    words: str = ""

    @classmethod
    def at(cls, text: str, offset: int) -> Position:
        """Return the place at `offset` of `text`, with its words."""
        return cls(offset, text[offset : offset + WORDS_KEPT])

    def within(self, text: str) -> int:
        """Return the offset of the place in `text`, where its words stand nearest; never beyond the end."""
        offset = min(self.offset, len(text))
        if not self.words or text.startswith(self.words, offset):
            return offset
        before, after = text.rfind(self.words, 0, offset + len(self.words)), text.find(self.words, offset)
        found = [place for place in (before, after) if place >= 0]
        return min(found, key=lambda place: abs(place - offset), default=offset)


class ReadingState:
    """The reader's state in one folder. Several sessions may use the same folder; threads may share one object.

    What is asked is answered from memory. What is changed holds in memory at once and is on the disk on return; where
    it can't be written, `BriefingError` is raised and it holds in memory only.
    """

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = Folder(folder, patience=patience)
        self._guard = threading.Lock()
        self._memory = _Memory()
        self._file = Growing(self._folder, FILE)

    def load(self) -> tuple[Problem, ...]:
        """Take in what has been written since the last time, by any session, and return what was amiss.

        Raises `BriefingError` where the file can't be read.
        """
        with self._guard:
            self._catch_up()
            concerns = self._folder.concerns()
            return (*(Problem(FILE, None, text, costs=False) for text in concerns), *self._memory.problems)

    def is_read(self, article: str) -> bool:
        """Return whether the article with this id has been read."""
        return article in self._memory.read

    def read_ids(self) -> frozenset[str]:
        """Return the ids of all articles that have been read."""
        return frozenset(self._memory.read)

    def mark_read(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return those of the articles that were unread until now; that is what undoing takes back."""
        changed = tuple(dict.fromkeys(article for article in articles if not self.is_read(article)))
        self._add([{"read": group} for group in _groups(changed)])
        return changed

    def mark_unread(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return those of the articles that were read until now."""
        changed = tuple(dict.fromkeys(article for article in articles if self.is_read(article)))
        self._add([{"unread": group} for group in _groups(changed)])
        return changed

    def position(self, article: str) -> Position | None:
        """Return where the reader was in the article; None where it has not been opened."""
        match self._memory.places.get(article):
            case [int(offset), str(words)]:
                return Position(max(0, offset), words)
            case _:
                return None

    def set_position(self, article: str, position: Position) -> None:
        """Remember where the reader is in the article."""
        if self.position(article) != position:
            self._add([{"places": {article: [position.offset, position.words]}}])

    def choice(self, name: str, default: Choice = None) -> Choice:
        """Return what was chosen last under this name: "theme", "sort", "widths", "last-article"."""
        return self._memory.choices.get(name, default)

    def choose(self, choices: Mapping[str, Choice]) -> None:
        """Remember some choices by their names; only those that differ are written."""
        changed = {name: value for name, value in choices.items() if self._memory.choices.get(name, _UNSET) != value}
        if changed:
            self._add([{"choices": changed}])

    def _add(self, values: Sequence[Object]) -> None:
        for value in values:
            self._memory.take(value)
        if not values:
            return
        with self._guard, self._folder.writing() as writing:
            # What others have written comes first: it was there before, and this is the last word.
            self._catch_up()
            writing.append(FILE, b"".join(map(lines.written, values)))
            self._catch_up()
            if self._memory.lines > _LINES_TOO_MANY and self._memory.lines > 2 * self._memory.lines_needed:
                self._write_anew(writing)

    def _catch_up(self) -> None:
        added, are_all = self._file.added()
        memory = _Memory() if are_all else self._memory
        for line in added:
            memory.take_line(line)
        self._memory = memory

    def _write_anew(self, writing: Writing) -> None:
        content = b"".join(map(lines.written, self._memory.as_values()))
        self._file.write_anew(writing, content, keep=bool(self._memory.problems))
        self._catch_up()


class _Memory:
    """What the lines say when read from the first to the last."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.places: dict[str, object] = {}
        self.choices: dict[str, Choice] = {}
        self.problems: list[Problem] = []
        self.lines = 0

    @property
    def lines_needed(self) -> int:
        """How many lines would do."""
        return (len(self.read) + len(self.places)) // _PER_LINE + 3

    def take_line(self, line: bytes) -> None:
        self.lines += 1
        found = lines.read(line)
        if found.value is None:
            self.problems.append(Problem(FILE, self.lines, f"it can't be read: {found.reason}"))
        else:
            self.take(found.mended or found.value)

    def take(self, value: Object) -> None:
        read, unread, places, choices = (value.get(key) for key in ("read", "unread", "places", "choices"))
        if isinstance(read, list):
            self.read.update(article for article in read if isinstance(article, str))
        if isinstance(unread, list):
            self.read.difference_update(article for article in unread if isinstance(article, str))
        if isinstance(places, dict):
            self.places.update(places)
        if isinstance(choices, dict):
            self.choices.update(choices)

    def as_values(self) -> Iterator[Object]:
        """Return what the fewest lines would hold."""
        for group in _groups(sorted(self.read)):
            yield {"read": group}
        for names in _groups(list(self.places)):
            yield {"places": {name: self.places[name] for name in names}}
        yield {"choices": dict(self.choices)}


_UNSET: Final = object()


def _groups(names: Sequence[str]) -> list[list[str]]:
    return [list(names[first : first + _PER_LINE]) for first in range(0, len(names), _PER_LINE)]

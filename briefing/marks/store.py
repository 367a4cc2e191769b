"""The store of marks: a folder with one file per article; what was saved is on the disk, whatever comes after."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from briefing.errors import BriefingError
from briefing.export.notes_jsonl import version_of
from briefing.marks.article_file import ENDING, ArticleFile, Problem, file_name, needs_before, parsed
from briefing.marks.folder import Folder, Stamp
from briefing.marks.lock import PATIENCE, LockedError
from briefing.marks.merging import merged
from briefing.marks.writing import Writing
from briefing.model import Article, ArticleRef, Mark
from briefing.values import dataclass

_FILES_AT_ONCE: Final = 32
"""Files that are written before others have their turn: some tenths of a second on a slow disk."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """All marks that could be read, deleted ones among them, by article and id; and what was amiss."""

    marks: tuple[Mark, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def standing(self) -> tuple[Mark, ...]:
        """The marks that are not deleted."""
        return tuple(mark for mark in self.marks if not mark.deleted)


@dataclass(frozen=True, slots=True)
class Refused:
    """A mark that could not be written, and why: the caller keeps it and may try again."""

    mark: Mark
    error: BriefingError


class MarkStore:
    """The marks in one folder. Any number of stores, threads and processes may use the same folder at once."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self.path = folder
        self._folder = Folder(folder, patience=patience)
        self._guard = threading.Lock()
        self._known: dict[str, tuple[Stamp, ArticleFile]] = {}
        self._loaded: Loaded | None = None

    def load(self) -> Loaded:
        """Return all marks, as they are on the disk now; the same object where no file has changed.

        Raises `BriefingError` where the folder itself can't be read; a file that can't is a problem.
        """
        with self._guard:
            return self._load()

    def marks_of(self, article: Article | ArticleRef) -> tuple[Mark, ...]:
        """Return the marks made under the id of `article` that are not deleted, in text order, bookmarks first.

        `briefing.marks.binding` finds those of an article that has another id now.
        """
        found = [mark for mark in self.load().standing if mark.article.id == article.id]
        return tuple(sorted(found, key=_place))

    def save(self, mark: Mark) -> Mark:
        """Return the mark as it is on the disk now: what the user did last wins over what others wrote meanwhile.

        Where another version of the same revision, or a later one, has been written since, it goes into the history and
        the mark gets the next revision. Raises `BriefingError`, with the reason, when it can't be written.
        """
        with self._guard, self._folder.writing() as writing:
            names = self._folder.stamps(ENDING)
            name = file_name(mark.article, names)
            file = self._fresh(name)
            there = file.marks.get(mark.id)
            if there and there.revision >= mark.revision and version_of(there) != version_of(mark):
                mark = replace(mark, revision=there.revision + 1)
            saved = file.add(mark)
            if saved is not there:
                writing.note_for_git()
                self._replace(writing, name, file)
                writing.sync()
            return saved

    def take(self, marks: Sequence[Mark]) -> tuple[Mark | Refused, ...]:
        """Return each of the marks as it is on the disk now, or why not: the revisions decide, as they are given.

        Many are written at once, a file for each article, and between some files others have their turn.
        """
        of_article: dict[str, list[int]] = {}
        for number, mark in enumerate(marks):
            of_article.setdefault(mark.article.id, []).append(number)
        groups = list(of_article.values())
        taken: dict[int, Mark | Refused] = {}
        for first in range(0, len(groups), _FILES_AT_ONCE):
            some = groups[first : first + _FILES_AT_ONCE]
            try:
                with self._guard, self._folder.writing() as writing:
                    writing.note_for_git()
                    names = tuple(self._folder.stamps(ENDING))
                    for numbers in some:
                        name = file_name(marks[numbers[0]].article, names)
                        taken |= self._take(writing, name, marks, numbers)
                    writing.sync()
            except BriefingError as error:
                left = some if not isinstance(error, LockedError) else groups[first:]
                for number in (number for numbers in left for number in numbers):
                    if not isinstance(taken.get(number), Refused):
                        taken[number] = Refused(marks[number], error)
                if isinstance(error, LockedError):
                    break
        return tuple(taken[number] for number in range(len(marks)))

    def _take(
        self, writing: Writing, name: str, marks: Sequence[Mark], numbers: list[int]
    ) -> dict[int, Mark | Refused]:
        """Write the marks of one article."""
        try:
            file = self._fresh(name)
            before = dict(file.marks)
            for number in numbers:
                file.add(marks[number])
            if any(before.get(key) is not mark for key, mark in file.marks.items()):
                self._replace(writing, name, file)
        except (OSError, BriefingError) as error:
            told = self._folder.explained(error)
            return {number: Refused(marks[number], told) for number in numbers}
        return {number: file.marks[marks[number].id] for number in numbers}

    def _load(self) -> Loaded:
        stamps = self._folder.stamps(ENDING)
        if self._loaded is not None and stamps == {name: known[0] for name, known in self._known.items()}:
            return self._loaded
        problems = [Problem(str(self.path), None, concern, costs=False) for concern in self._folder.concerns()]
        by_id: dict[str, Mark] = {}
        for name, stamp in stamps.items():
            known = self._known.get(name)
            if known is None or known[0] != stamp:
                try:
                    known = (stamp, self._fresh(name))
                except BriefingError as error:
                    problems.append(Problem(name, None, error.message))
                    continue
                self._known[name] = known
            problems += known[1].problems
            for key, mark in known[1].marks.items():
                there = by_id.get(key)
                by_id[key] = mark if there is None else merged(there, mark)
        self._known = {name: known for name, known in self._known.items() if name in stamps}
        self._loaded = Loaded(tuple(sorted(by_id.values(), key=_order)), tuple(problems))
        return self._loaded

    def _fresh(self, name: str) -> ArticleFile:
        content = self._folder.read(name)
        if content is None:
            return ArticleFile()
        return needs_before(name, content) or parsed(name, content, self._folder.before(name))

    def _replace(self, writing: Writing, name: str, file: ArticleFile) -> None:
        if not file.is_whole:
            writing.set_aside(name, self._folder.read(name) or b"")
        writing.replace(name, file.content())


def _order(mark: Mark) -> tuple[str, str]:
    return mark.article.id, mark.id


def _place(mark: Mark) -> tuple[int, int, str]:
    anchor = mark.anchor
    start = -1 if anchor is None or anchor.start is None else anchor.start
    end = -1 if anchor is None or anchor.end is None else anchor.end
    return start, -end, mark.id

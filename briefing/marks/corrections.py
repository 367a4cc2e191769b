"""The store of corrections: one file in the config folder, with the care that marks have."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from briefing.marks.article_file import Problem
from briefing.marks.corrections_file import FILE, CorrectionsFile, parsed
from briefing.marks.folder import Folder, Stamp
from briefing.marks.lock import PATIENCE
from briefing.model import Correction
from briefing.values import dataclass

_ENDING: Final = ".jsonl"


@dataclass(frozen=True, slots=True)
class Kept:
    """All corrections that could be read, those taken back among them, by what they are about; and what was amiss."""

    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def standing(self) -> tuple[Correction, ...]:
        """The corrections that are not taken back."""
        return tuple(one for one in self.corrections if not one.deleted)


class CorrectionStore:
    """The corrections in one folder. Any number of stores, threads and processes may use the same folder at once."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = Folder(folder, patience=patience)
        self._guard = threading.Lock()
        self._stamp: Stamp | None = None
        self._kept: Kept | None = None

    def load(self) -> Kept:
        """Return all corrections, as they are on the disk now; the same object where the file has not changed.

        Raises `BriefingError` where the file can't be read; a line that can't is a problem.
        """
        with self._guard:
            stamp = self._folder.stamps(_ENDING).get(FILE)
            if self._kept is None or stamp != self._stamp:
                file = self._fresh()
                found = sorted(file.corrections.values(), key=lambda one: one.subject)
                self._kept, self._stamp = Kept(tuple(found), tuple(file.problems)), stamp
            return self._kept

    def put(self, correction: Correction) -> Correction:
        """Return the correction as it is on the disk now: what the user did last wins over what was said before.

        Where something else was said about the same subject, it goes into the history and the correction gets the next
        revision; one that is taken back is put as such. Raises `BriefingError` when it can't be written.
        """
        return self.put_all((correction,))[0]

    def put_all(self, corrections: Sequence[Correction]) -> tuple[Correction, ...]:
        """Return the corrections as they are on the disk now: all of them, or none where `BriefingError` is raised."""
        if not corrections:
            return ()
        with self._guard, self._folder.writing() as writing:
            file = self._fresh()
            before = dict(file.corrections)
            put = tuple(file.add(_latest(file.corrections.get(one.subject), one)) for one in corrections)
            if file.corrections != before:
                if not file.is_whole:
                    writing.set_aside(FILE, self._folder.read(FILE) or b"")
                writing.note_for_git()
                writing.replace(FILE, file.content())
                writing.sync()
            return put

    def _fresh(self) -> CorrectionsFile:
        content = self._folder.read(FILE)
        return parsed(content, None if content is None else self._folder.before(FILE))


def _latest(there: Correction | None, correction: Correction) -> Correction:
    """Return the correction as what was said last; the one that is there where it says the same."""
    if there is None:
        return correction
    if _said(there) == _said(correction):
        return there
    revision = max(correction.revision, there.revision + 1)
    return replace(correction, revision=revision, created=there.created, more=correction.more or there.more)


def _said(correction: Correction) -> tuple[object, ...]:
    return correction.kind, correction.type, correction.words, correction.deleted

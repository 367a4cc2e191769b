"""The last steps of the user, kept in the state folder so that they can be undone after a restart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from briefing.export.notes_jsonl import as_object, mark_of
from briefing.export.notes_shape import NoMarkError, Object
from briefing.marks import lines
from briefing.marks.corrections_file import as_object as correction_object
from briefing.marks.corrections_file import correction_of
from briefing.marks.folder import Folder
from briefing.marks.lock import PATIENCE
from briefing.model import Correction, Mark
from briefing.reading.history import Change, CorrectionChange, History, MarkChange, ReadChange

FILE: Final = "undo.jsonl"
MOST: Final = 50
"""Steps that are kept, of those done and of those undone each."""


class LastSteps:
    """The history of one session after another; of two at once, the one that kept its steps last counts."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = Folder(folder, patience=patience)

    def load(self) -> History:
        """Return the steps that were kept. Raises `BriefingError` where they can't be read; lines that are none are left.

        The anchors of their marks come without the texts of the articles: the store has them.
        """
        done: list[Change] = []
        undone: list[Change] = []
        for line in (self._folder.read(FILE) or b"").split(b"\n"):
            value = lines.read(line).value if line else None
            change = _change(value) if value else None
            if value and change:
                (undone if value.get("undone") is True else done).append(change)
        return History(tuple(done), tuple(undone))

    def save(self, history: History) -> None:
        """Keep the last of the steps. Raises `BriefingError` where they can't be written."""
        content = b"".join(map(lines.written, _values(history)))
        if content == (self._folder.read(FILE) or b""):
            return
        with self._folder.writing() as writing:
            writing.replace(FILE, content)
            writing.sync()


def _values(history: History) -> Iterator[Mapping[str, object]]:
    for change in history.done[-MOST:]:
        yield _object(change)
    for change in history.undone[-MOST:]:
        yield {**_object(change), "undone": True}


def _object(change: Change) -> Object:
    if isinstance(change, ReadChange):
        return {"words": change.words, "ids": sorted(change.ids), "read": change.read}
    if isinstance(change, CorrectionChange):
        return {"words": change.words, "said": _said(change.after), "said_before": _said(change.before)}
    return {"words": change.words, "before": _mark_object(change.before), "after": _mark_object(change.after)}


def _said(corrections: Iterable[Correction]) -> list[Object]:
    return [correction_object(one) | {"history": []} for one in corrections]


def _mark_object(mark: Mark | None) -> Object | None:
    """Return the mark without its history: the store has it, and whoever undoes goes on from there."""
    return None if mark is None else as_object(mark) | {"history": []}


def _change(value: Object) -> Change | None:
    words, ids, read = str(value.get("words", "")), value.get("ids"), value.get("read")
    if isinstance(ids, list) and isinstance(read, bool):
        return ReadChange(words, frozenset(name for name in ids if isinstance(name, str)), read)
    said, said_before = value.get("said"), value.get("said_before")
    try:
        if isinstance(said, list) and isinstance(said_before, list):
            return CorrectionChange(words, _corrections(said_before), _corrections(said))
        before, after = (mark_of(mark) if isinstance(mark := value.get(key), dict) else None
                         for key in ("before", "after"))  # fmt: skip
    except NoMarkError:
        return None
    return MarkChange(words, before, after) if before or after else None


def _corrections(values: Iterable[object]) -> tuple[Correction, ...]:
    return tuple(correction_of(value) for value in values if isinstance(value, dict))

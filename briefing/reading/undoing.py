"""Undo and redo: the last change taken back, and done again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from briefing.model import Correction, changed_mark, taken_back
from briefing.reading import shelf as shelving
from briefing.reading.corrections import with_corrections
from briefing.reading.history import Change, CorrectionChange, History, ReadChange, did
from briefing.reading.state import Reading, noticed, with_marks


def undone(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with the last change taken back."""
    if not reading.history.done:
        return noticed(reading, "nothing to undo")
    *before, last = reading.history.done
    there = _applied(reading, last.undone(), now)
    history = History(tuple(before), (*reading.history.undone, last))
    return replace(there, history=history, notice=f"undone: {last.words}")


def redone(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with the change that was taken back last done again."""
    if not reading.history.undone:
        return noticed(reading, "nothing to do again")
    *before, last = reading.history.undone
    there = _applied(reading, last, now)
    history = replace(did(reading.history, last), undone=tuple(before))
    return replace(there, history=history, notice=f"done again: {last.words}")


def _applied(reading: Reading, change: Change, now: datetime) -> Reading:
    if isinstance(change, ReadChange):
        return replace(reading, shelf=shelving.marked(reading.shelf, change.ids, read=change.read))
    if isinstance(change, CorrectionChange):
        return replace(reading, corrections=with_corrections(reading.corrections, _corrections(change, now)))
    wanted = change.after or change.before
    there = reading.marks.found(wanted) if wanted else None
    if wanted is None or there is None:
        return noticed(reading, "that mark is not there any more")
    as_wanted = replace(
        wanted, article=there.article, deleted=change.after is None or wanted.deleted, revision=there.revision,
        changed=there.changed, history=there.history,
    )  # fmt: skip
    return with_marks(reading, (changed_mark(there, as_wanted, now=now),), saved=False)


def _corrections(change: CorrectionChange, now: datetime) -> tuple[Correction, ...]:
    """Return what the change says, and what it leaves unsaid as taken back."""
    told = {one.subject for one in change.after}
    left = (taken_back(one, now=now) for one in change.before if one.subject not in told)
    return (*change.after, *left)

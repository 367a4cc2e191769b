"""What the sessions before have left: what was read, marked and said, where the reader was, and the last steps."""

from __future__ import annotations

import os
from dataclasses import field

from briefing.errors import BriefingError
from briefing.marks import CorrectionStore, MarkStore, ReadingState
from briefing.marks.last_steps import LastSteps
from briefing.model import Mark
from briefing.reading.corrections import Corrections, with_corrections, with_list
from briefing.reading.frame import Pane
from briefing.reading.history import History
from briefing.reading.rows import Sort
from briefing.settings.places import Places
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Restored:
    """What was left by the sessions before."""

    read: frozenset[str] = frozenset()
    marks: tuple[Mark, ...] = ()
    article: str = ""
    """The id of the article that was open last."""
    row: int = 0
    """How many lines below the top of the page the cursor was."""
    focus: Pane = Pane.LIST
    sort: Sort = Sort.NEWEST
    theme: str = ""
    problems: tuple[str, ...] = ()
    corrections: Corrections = field(default_factory=Corrections)
    history: History = field(default_factory=History)
    """The last steps, to be undone."""


def restored(
    state: ReadingState, marked: MarkStore, steps: LastSteps, corrections: CorrectionStore, places: Places
) -> Restored:
    """Return what the stores hold, and the user's own names; what could not be read of it is named, not raised."""
    problems = []
    try:
        problems += [str(problem) for problem in state.load()]
        loaded = marked.load()
        problems += [str(problem) for problem in loaded.problems]
        marks = loaded.marks
        history = steps.load()
    except BriefingError as error:
        problems.append(error.message)
        marks = ()
        history = History()
    said = _corrections(corrections, places, problems)
    return Restored(
        state.read_ids(),
        marks,
        str(state.choice("article", "")),
        row if isinstance(row := state.choice("row"), int) else 0,
        Pane.READER if state.choice("focus") == Pane.READER.name else Pane.LIST,
        Sort.__members__.get(str(state.choice("sort")), Sort.NEWEST),
        str(state.choice("theme", "")),
        tuple(problems),
        said,
        history,
    )


def _corrections(store: CorrectionStore, places: Places, problems: list[str]) -> Corrections:
    """Return what the user has said of names and stories; what could not be read of it is added to `problems`."""
    there = Corrections()
    if places.entities.exists():
        from briefing.settings.entities import load

        listed = load(places.entities)
        # The file's name is enough on the one line that there is for it.
        problems += [problem.message.removeprefix(f"{places.config}{os.sep}") for problem in listed.problems]
        there = with_list(there, listed.names)
    try:
        kept = store.load()
    except BriefingError as error:
        problems.append(error.message)
        return there
    problems += [str(problem) for problem in kept.problems]
    return with_corrections(there, kept.corrections)

"""What can be undone: each change with what undoes it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.model import Correction, Mark
from briefing.values import dataclass

MOST: Final = 200
"""Changes remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class ReadChange:
    """Articles that were marked as read, or as unread."""

    words: str
    """What was done, for the notice: "12 articles read"."""
    ids: frozenset[str]
    read: bool

    def undone(self) -> ReadChange:
        """Return the change that takes this one back."""
        return replace(self, read=not self.read)


@dataclass(frozen=True, slots=True)
class MarkChange:
    """A mark that was made, changed or deleted."""

    words: str
    before: Mark | None
    """None where it was made."""
    after: Mark | None
    """None where it was deleted."""

    def undone(self) -> MarkChange:
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class CorrectionChange:
    """What was said of names or stories, for all articles."""

    words: str
    before: tuple[Correction, ...]
    """What had been said about the same, where something had."""
    after: tuple[Correction, ...]

    def undone(self) -> CorrectionChange:
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


Change = ReadChange | MarkChange | CorrectionChange


@dataclass(frozen=True, slots=True)
class History:
    """The changes that can be undone and those that were, the latest last."""

    done: tuple[Change, ...] = ()
    undone: tuple[Change, ...] = ()


def did(history: History, change: Change) -> History:
    """Return the history after a new change: what was undone before can't be done again."""
    return History((*history.done, change)[-MOST:])

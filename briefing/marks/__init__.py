"""What the user made and where the user was: written so that nothing acknowledged is lost."""

from briefing.marks.article_file import Problem
from briefing.marks.corrections import CorrectionStore, Kept
from briefing.marks.last_steps import LastSteps
from briefing.marks.lock import LockedError
from briefing.marks.merging import merged
from briefing.marks.reading_state import Choice, Position, ReadingState
from briefing.marks.store import Loaded, MarkStore, Refused

__all__ = [
    "Choice",
    "CorrectionStore",
    "Kept",
    "LastSteps",
    "Loaded",
    "LockedError",
    "MarkStore",
    "Position",
    "Problem",
    "ReadingState",
    "Refused",
    "merged",
]

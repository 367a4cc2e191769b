"""The tabs of the story screen: each an entry in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from briefing.reading.story.card import card
from briefing.reading.story.dated import timeline
from briefing.reading.story.gaps import gaps
from briefing.reading.story.laying import Laid
from briefing.reading.story.names import names
from briefing.reading.story.new import new
from briefing.reading.story.table import table
from briefing.reading.story.view import StoryView


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to look at a story; its key is that of the action "story_" and its name."""

    name: str
    title: str
    lines: Callable[[StoryView], Laid] | None
    """What it shows as lines to move in; None where it draws two texts."""

    def laid(self, view: StoryView) -> Laid:
        """Return what it shows of `view`."""
        return self.lines(view) if self.lines else Laid()


TABS: Final[tuple[Tab, ...]] = (
    Tab("card", "story", card),
    Tab("compare", "compare", table),
    Tab("timeline", "timeline", timeline),
    Tab("new", "new", new),
    Tab("beside", "beside", None),
    Tab("gaps", "gaps", gaps),
    Tab("names", "names", names),
)
"""Every tab, in the order of the screen's first line."""
BY_NAME: Final = {tab.name: tab for tab in TABS}
BESIDE: Final = "beside"

"""The story screen as a value: what is known of the story, which tab is shown, and where one is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.model import Analysis, Span
from briefing.reading.page import Page
from briefing.reading.rows import Row
from briefing.reading.story.laying import NARROW, Laid, Target
from briefing.reading.story.reports import Reports

if TYPE_CHECKING:
    from briefing.stories import Group, Story
    from briefing.stories.news import News

HEADINGS: Final = 2
"""Lines above a tab: the tabs and a rule."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A story that is to be gathered: that of one article."""

    row: Row
    words: Span | None = None
    """Words of the article, whose line in the story is to be shown."""
    turn: int = 0
    """How often it was gathered anew because the user has said something else of names or stories."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one was in a tab."""

    cursor: int = 0
    top: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """Two reports side by side, and the fact that both tell to which they are scrolled."""

    reports: tuple[int, int]
    """Numbers of the two among the story's."""
    pages: tuple[Page, Page]
    facts: tuple[int, ...]
    """Numbers of the lines of the comparison that both tell, in the order of the first text."""
    number: int = 0
    """Which of the facts is shown."""
    side: int = 0
    """The one that keys go to."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """The story screen."""

    wish: Wish
    width: int = 80
    height: int = 22
    heard: bool = False
    """Whether the screen is listened to: then nothing stands side by side, to be read across."""
    is_open: bool = True
    """False while one has gone from it to an article, and may come back."""
    stage: str = ""
    """What is being done for it beside the screen; empty when that is all."""
    group: Group | None = None
    """None while it is being looked for."""
    reports: Reports | None = None
    story: Story | None = None
    """What came out of comparing; None until that is done."""
    news: News | None = None
    """What it tells that was not known when one last read."""
    analyses: Mapping[str, Analysis] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Those of the story's reports, by the id of their article."""
    tab: str = "card"
    unfolded: frozenset[Target] = frozenset()
    """The lines whose grounds are shown, and the headings whose lines are."""
    column: int = 0
    """The report in whose column the cursor is."""
    cursor: int = 0
    """A number among the targets of what is laid."""
    top: int = 0
    laid: Laid = field(default_factory=Laid)
    spots: Mapping[str, Spot] = field(default_factory=lambda: MappingProxyType({}))
    """Where one was in the other tabs."""
    beside: Beside | None = None
    search: str = ""
    """What was searched for."""

    @property
    def is_narrow(self) -> bool:
        """Whether what would stand in columns stands one below the other."""
        return self.heard or self.width < NARROW

    @property
    def target(self) -> Target | None:
        """What the line under the cursor leads to."""
        return self.laid.targets[self.cursor] if self.cursor < len(self.laid.targets) else None

    @property
    def room(self) -> int:
        """How many lines of a tab are seen at once."""
        return max(1, self.height - HEADINGS - len(self.laid.head))

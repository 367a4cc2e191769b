"""The story screen: what it asks for beside the screen, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from briefing.keymap import STORY
from briefing.reading.state import Reading
from briefing.reading.story.view import StoryView, Wish
from briefing.tui import happened
from briefing.tui.reading_screen import ReadingScreen, stopped

if TYPE_CHECKING:
    from briefing.tui.telling import Teller


class StoryScreen(ReadingScreen, inherit_bindings=False):
    """The panes, and the story screen in their place."""

    _teller: Teller | None = None

    @property
    def has_keys(self) -> str:
        """The screen whose own keys are in force."""
        return STORY if self.reading.story_open else ""

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Do what the state asks for, and have a story told that was not told yet."""
        super().watch_reading(before, after)
        if after.story and (before.story is None or before.story.wish is not after.story.wish):
            self._tell(after.story.wish)

    def _tell(self, wish: Wish) -> None:
        """Have the story of an article told; what is found comes onto the story screen."""
        # Loaded when a story is first asked for: the first frame does not wait for it.
        from briefing.stories import Choices
        from briefing.tui.telling import Remembered, Teller

        self._teller = self._teller or Teller(self.outside.session, Remembered(), alone=self.looking)
        rows = self.reading.shelf.rows
        errand = partial(self._teller.tell, wish, rows, self.post_message, choices=Choices(), stopped=stopped)
        self.run_beside("story", errand)

    def _put(self, wish: Wish, step: Callable[[StoryView], StoryView]) -> None:
        """Take what came for a story, unless another one was wished for since."""
        view = self.reading.story
        if view and view.wish is wish:
            self.reading = replace(self.reading, story=step(view))

    @on(happened.StoryStaged)
    def _on_story_staged(self, message: happened.StoryStaged) -> None:
        from briefing.reading.story.moving import staged

        self._put(message.wish, partial(staged, stage=message.stage))

    @on(happened.StoryGathered)
    def _on_story_gathered(self, message: happened.StoryGathered) -> None:
        from briefing.reading.story.moving import gathered

        self._put(message.wish, partial(gathered, group=message.group, stage=message.stage))

    @on(happened.StoryTold)
    def _on_story_told(self, message: happened.StoryTold) -> None:
        from briefing.reading.story.moving import told

        self._put(message.wish, partial(told, group=message.group, story=message.story))

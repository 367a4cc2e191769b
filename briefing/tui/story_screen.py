"""The story screen: what it asks for beside the screen, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from briefing.keymap import STORY
from briefing.reading.choice import Choice
from briefing.reading.corrections import Corrections
from briefing.reading.rows import Sort
from briefing.reading.shelf import with_stories
from briefing.reading.state import Reading, offering
from briefing.reading.table import Table
from briefing.tui import happened
from briefing.tui.panes import LinePane
from briefing.tui.reading_screen import ReadingScreen, stopped

if TYPE_CHECKING:
    from briefing.reading.story.view import StoryView, Wish
    from briefing.stories import Choices
    from briefing.tui.telling import Teller


class StoryScreen(ReadingScreen, inherit_bindings=False):
    """The panes, and the story screen in their place."""

    _teller: Teller | None = None
    _grouped: tuple[Table, Corrections, Choices] | None = None
    """The rows that were last to be grouped, and what the user had said of stories."""

    @property
    def has_keys(self) -> str:
        """The screen whose own keys are in force."""
        return STORY if self.reading.story_open else ""

    def change(self, does: Callable[..., Reading]) -> None:
        """Change the state by a step that needs the time."""
        self.reading = does(self.reading, now=datetime.now().astimezone())

    def offer(self, choice: Choice | None) -> None:
        """Show a list to choose from."""
        self.reading = offering(self.reading, choice)
        self.place()

    @on(LinePane.Clicked)
    def _on_story_click(self, message: LinePane.Clicked) -> None:
        view = self.reading.story_open
        if view is None or message.pane.name != STORY or self.reading.choice or self.reading.prompt:
            return
        from briefing.reading.drawing.story import tab_at
        from briefing.reading.steps import step
        from briefing.reading.story.pointing import clicked

        if message.line:
            self.reading = clicked(self.reading, message.line, message.column)
        elif name := tab_at(view, message.column, self.keys, width=view.width):
            self.reading = step(self.reading, f"story_{name}") or self.reading

    @on(LinePane.Wheeled)
    def _on_story_wheel(self, message: LinePane.Wheeled) -> None:
        if self.reading.story_open and message.pane.name == STORY and not self.reading.choice:
            from briefing.reading.story.pointing import wheeled

            self.reading = wheeled(self.reading, message.by)

    def take_apart(self) -> None:
        """Take a report out of the story, or a name from a thing."""
        from briefing.reading.story.choosing import taken_apart

        self.change(taken_apart)

    def offer_stories(self) -> None:
        """Show the stories that may be joined to the one that is open."""
        from briefing.reading.story.choosing import others

        self.offer(others(self.reading))

    def join(self, article: str) -> None:
        """Join the story of an article to the one that is open."""
        from briefing.reading.story.choosing import joined

        self.change(partial(joined, article=article))

    @property
    def teller(self) -> Teller:
        """What finds and compares the reports of a story."""
        # Loaded when a story is first asked for: the first frame does not wait for it.
        from briefing.tui.telling import Remembered, Teller

        self._teller = self._teller or Teller(
            self.outside.session, Remembered(self.outside.session.analysis), alone=self.looking
        )
        return self._teller

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Do what the state asks for: have a story told, or the list grouped, that was not yet."""
        super().watch_reading(before, after)
        if after.story and (before.story is None or before.story.wish is not after.story.wish):
            self._tell(after.story.wish)
        elif after.story and after.corrections is not before.corrections:
            # What was said of names or stories may make it another story.
            wish = replace(after.story.wish, turn=after.story.wish.turn + 1)
            self.reading = replace(after, story=replace(after.story, wish=wish))
        if after.shelf.sort is Sort.STORY and after.shelf.complete:
            self._group(after)

    def _tell(self, wish: Wish) -> None:
        """Have the story of an article told; what is found comes onto the story screen.

        An article that was opened for the first time in this session is new, although it is on the screen.
        """
        from briefing.stories import choices_of
        from briefing.tui.newness import new_in

        reading = self.reading
        session, post = self.outside.session, self.post_message
        read = reading.shelf.read - ({wish.row.id} - self.left.read)
        tell = partial(
            self.teller.tell,
            wish,
            reading.shelf,
            post,
            choices=choices_of(reading.corrections.standing()),
            own=reading.corrections.names,
            news=partial(new_in, session=session, read=read, post=post),
            stopped=stopped,
        )
        self.run_beside("story", tell)

    def look_for_news(self) -> None:
        """Show what is new in the stories since one last read."""
        from briefing.reading.news import overview
        from briefing.stories import choices_of
        from briefing.tui.newness import look_for_news

        self.offer(overview())
        reading = self.reading
        look = partial(
            look_for_news,
            self.outside.session,
            reading.shelf,
            self.post_message,
            teller=self.teller,
            choices=choices_of(reading.corrections.standing()),
            own=reading.corrections.names,
            stopped=stopped,
        )
        self.run_beside("find", look)

    def _group(self, reading: Reading) -> None:
        """Have the list grouped into stories, where it has changed since, or what the user says of stories has."""
        asked = self._grouped
        if asked and asked[0] is reading.shelf.table and asked[1] is reading.corrections:
            return
        from briefing.stories import choices_of

        table, choices = reading.shelf.table, choices_of(reading.corrections.standing())
        self._grouped = (table, reading.corrections, choices)
        if not asked or asked[0] is not table or asked[2] != choices:
            group = partial(self.teller.group, table, self.post_message, choices=choices, stopped=stopped)
            self.run_beside("stories", group)

    @on(happened.GroupingStaged)
    def _on_grouping_staged(self, message: happened.GroupingStaged) -> None:
        shelf = self.reading.shelf
        stories = replace(shelf.stories, stage=message.stage)
        # What is grouped already stays as it is until the new stories are there.
        there = with_stories(shelf, stories) if stories.table is None else replace(shelf, stories=stories)
        self.reading = replace(self.reading, shelf=there)

    @on(happened.WasGrouped)
    def _on_grouped(self, message: happened.WasGrouped) -> None:
        self.reading = replace(self.reading, shelf=with_stories(self.reading.shelf, message.stories))

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

        self._put(message.wish, partial(told, group=message.group, story=message.story, news=message.news))

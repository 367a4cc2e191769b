"""The part of the screen that opens articles and keeps what is done: what follows from a step, and runs beside it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

from textual import on
from textual.worker import get_current_worker

from briefing.keymap import Keymap
from briefing.model import Article, Unreadable
from briefing.reading import offers
from briefing.reading.choice import Ask
from briefing.reading.drawing.pieces import Signs
from briefing.reading.frame import Pane
from briefing.reading.opening import analysed, at_rest, opened, read_analysis, renewed, wanting
from briefing.reading.page import CONTEXT_LINES
from briefing.reading.seeking import FILTER
from briefing.reading.shelf import counted
from briefing.reading.state import Reading, arrived, focused, noticed, offering, with_homes, with_marks
from briefing.reading.table import Table
from briefing.tui import errands, happened
from briefing.tui.outside import Outside
from briefing.tui.panes import Painter
from briefing.tui.panes_screen import PanesScreen
from briefing.tui.restored import Restored
from briefing.tui.themes import Theme, Themes

NOTICE_SECONDS: Final = 8.0
"""How long a message stands in the status line when no key is pressed: long enough to read it twice."""

SOON: Final = 0.1
"""Seconds that the first frame waits for the disk at most: too few to be noticed."""

NEWER: Final = "the file was changed: this is the new text"


class ReadingScreen(PanesScreen, inherit_bindings=False):
    """The panes, and what their state asks for, done beside the screen; each change of it is kept."""

    def __init__(
        self,
        outside: Outside,
        themes: Themes,
        keys: Keymap,
        *,
        theme: Theme,
        may_restore_theme: bool,
        signs: Signs,
        reading: Reading,
    ) -> None:
        super().__init__(keys, theme=theme, signs=signs, reading=reading)
        self.outside = outside
        self.themes = themes
        self._may_restore_theme = may_restore_theme
        self._kept = reading
        """The state as it was last kept."""
        self.looking = ThreadPoolExecutor(max_workers=1, thread_name_prefix="looking")
        self.left = Restored()
        """What the session before had left, to begin where it ended."""
        self._is_begun = False
        """Whether the list was complete once: from then on no article is opened that nobody asked for."""
        self._is_shown = False
        """Whether the first frame was drawn."""
        self._is_restored = False
        """Whether it was asked for what the sessions before have left."""
        self._followed: Table | None = None
        """The list whose changes the open article and the marks have followed."""

    def on_mount(self) -> None:
        """Begin to look through the files, once there is something to look at."""
        self.top.where = "  ".join(self.outside.session.paths)
        self.call_after_refresh(self._fill)

    def sized(self) -> None:
        """Go on from the sessions before, so that the first frame shows what they left; if it comes soon enough."""
        if self._is_restored:
            return
        try:
            left, listed = self.outside.session.beginning.result(SOON)
        except TimeoutError:
            return
        self._is_restored = True
        self._on_restored(happened.WasRestored(left))
        if listed:
            self._on_list(happened.ListChanged(listed))

    def _fill(self) -> None:
        self._is_shown = True
        fill = partial(errands.fill, self.outside.session, self.post_message, is_restored=self._is_restored)
        self._is_restored = True
        self.run_beside("fill", partial(fill, stopped=stopped))

    # What follows from a step.

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Do what the state asks for: open the article that is wanted, keep what has changed."""
        super().watch_reading(before, after)
        if after.prompt and after.prompt.label == FILTER and before.prompt is None:
            # Before the first letter is typed: with 100,000 titles it takes longer than a key may wait.
            self.run_beside("fold", partial(getattr, after.shelf.table, "folded"))
        if after.wanted and after.wanted is not before.wanted:
            target = after.wanted
            load = partial(errands.load, self.outside.session, target.row, target.at, self.post_message)
            if self._is_shown:
                self.run_beside("load", load)
            else:
                # The list is to be seen first: to read an article takes as long as to draw it.
                self.call_after_refresh(self.run_beside, "load", load)
        if after.page and after.corrections.names.fingerprint != before.corrections.names.fingerprint:
            self._look(after.page.article)
        self._keep(self._kept, after)
        self._kept = after
        if after.shelf.table is not self._followed and after.shelf.complete and at_rest(after):
            # Only then: what is posted between two changes of size keeps Textual from passing over the first.
            self.call_later(self._follow)
        if after.notice and after.notice != before.notice:
            self.set_timer(NOTICE_SECONDS, partial(self._take_notice_away, after.notice))

    def _take_notice_away(self, notice: str) -> None:
        if self.reading.notice == notice:
            self.reading = noticed(self.reading, "")

    def _follow(self) -> None:
        """Open the article anew whose text was changed, and look where the marks belong, once nothing is under way."""
        table = self.reading.shelf.table
        if table is self._followed or not self.reading.shelf.complete or not at_rest(self.reading):
            return
        self._followed = table
        self.reading = renewed(self.reading)
        if self.reading.marks.count:
            standing = self.reading.marks.standing()
            house = partial(errands.house, self.outside.session, standing, table, self.post_message)
            self.run_beside("house", house)

    def _keep(self, before: Reading, after: Reading) -> None:
        """Have kept what has changed."""
        if before.shelf.read is not after.shelf.read:
            self.outside.keep_read(before.shelf.read, after.shelf.read)
        if (told := read_analysis(after)) is not None and told is not read_analysis(before):
            self.outside.keep_report(told)
        if before.marks is not after.marks:
            self.outside.keep_marks(before.marks.by_article, after.marks.by_article)
        if before.corrections is not after.corrections:
            self.outside.keep_corrections(before.corrections.by_subject, after.corrections.by_subject)
        if before.history is not after.history:
            self.outside.keep_steps(after.history)
        is_left = before.page and (after.page is None or before.page.article is not after.page.article)
        if before.page and (is_left or before.focus is not after.focus):
            self.outside.keep_place(before.page)
        if is_left or before.focus is not after.focus:
            self.keep_choices()

    def keep_all(self) -> None:
        """Have kept where the reader is, and what was chosen."""
        if self.reading.page:
            self.outside.keep_place(self.reading.page)
        self.keep_choices()

    def keep_choices(self) -> None:
        """Have kept what was chosen on the screen."""
        self.outside.keep_choices(self.reading, self.painter.theme.name)

    # What runs beside the screen and comes back as a message.

    def run_beside(self, group: str, errand: Callable[[], None]) -> None:
        """Run an errand in a thread; one of the same group that still runs is stopped."""
        self.run_worker(errand, thread=True, exclusive=True, group=group)

    def find(self, words: str, *, without: str = "") -> None:
        """Look for `words` in all articles but the one with the id `without`; what is found comes into the choice."""
        session, table = self.outside.session, self.reading.shelf.table
        self.run_beside(
            "find", partial(errands.find, session, table, words, self.post_message, without=without, stopped=stopped)
        )

    @on(happened.WasRestored)
    def _on_restored(self, message: happened.WasRestored) -> None:
        left = message.left
        self.left = left
        if self._may_restore_theme and left.theme in self.themes:
            self.painter = Painter(self.themes[left.theme])
        shelf = counted(replace(self.reading.shelf, read=left.read, sort=left.sort, complete=False))
        there = with_marks(
            replace(self.reading, shelf=shelf, history=left.history, corrections=left.corrections),
            left.marks,
            saved=True,
        )
        self._kept = there
        self.reading = noticed(there, left.problems[0] if left.problems else "")

    @on(happened.ListChanged)
    def _on_list(self, message: happened.ListChanged) -> None:
        listed = message.listed
        there = arrived(self.reading, listed.table, complete=listed.complete, left_out=listed.left_out)
        there = noticed(there, listed.notice) if listed.notice else there
        if there.page is None and there.wanted is None and not self._is_begun:
            self._is_begun = listed.complete
            row = there.shelf.row_of(self.left.article) if self.left.article else None
            current = there.shelf.current if listed.complete and there.frame.wide else None
            if row:
                there = focused(wanting(there, row), self.left.focus)
            elif current and current.readable:
                there = wanting(there, current, is_asked_for=False)
        self.reading = there

    @on(happened.WasLoaded)
    def _on_loaded(self, message: happened.WasLoaded) -> None:
        wanted, found = self.reading.wanted, message.found
        if wanted is None or wanted.row is not message.row:
            return
        if isinstance(found, Unreadable):
            # Where nobody asked for it but the session before, what the list says of its disk tells why.
            is_coming_back = wanted.row.id == self.left.article and self.reading.page is None
            why = self.reading.notice if is_coming_back else ""
            told = replace(self.reading, wanted=None, notice=why or f"{found.path}: {found.reason}")
            self.reading = told if told.page else focused(told, Pane.LIST)
            return
        before = self.reading.page
        at, row = message.at, CONTEXT_LINES
        if before and wanted.is_newer:
            # Imported here: texts seldom change while they are read.
            from briefing.marks.reading_state import Position

            at, row = Position.at(before.article.text, before.at).within(found.text), before.row
        elif before is None and found.id == self.left.article:
            row = self.left.row
        there = opened(self.reading, found, at=at, row=row)
        self.reading = noticed(there, NEWER) if wanted.is_newer else there
        self._look(found)

    def _look(self, article: Article) -> None:
        own, alone = self.reading.corrections.names, self.looking
        look = partial(errands.look, self.outside.session, article, self.post_message)
        self.run_beside("look", partial(look, own=own, alone=alone, stopped=stopped))

    @on(happened.WasAnalysed)
    def _on_analysed(self, message: happened.WasAnalysed) -> None:
        self.reading = analysed(self.reading, message.analysis)

    @on(happened.WasFound)
    def _on_found(self, message: happened.WasFound) -> None:
        choice = self.reading.choice
        if choice is None or choice.about != message.about or choice.ask not in (Ask.MENTION, Ask.HIT, Ask.NEWS):
            return
        grown = offers.with_found(choice, message.options, complete=message.complete)
        self.reading = offering(self.reading, grown)
        if len(grown.options) != len(choice.options):
            self.place()

    @on(happened.MarksKept)
    def _on_kept(self, message: happened.MarksKept) -> None:
        there = with_marks(self.reading, message.marks, saved=True)
        self._kept = replace(self._kept, marks=there.marks)
        self.reading = there

    @on(happened.HomesFound)
    def _on_homes(self, message: happened.HomesFound) -> None:
        there = with_homes(self.reading, message.homes)
        self._kept = replace(self._kept, marks=there.marks)
        self.reading = there

    @on(happened.WasRefused)
    def _on_refused(self, message: happened.WasRefused) -> None:
        self.reading = noticed(self.reading, message.reason)


def stopped() -> bool:
    """Return whether the errand that asks is not wanted any more."""
    return get_current_worker().is_cancelled

"""The part of the screen that is about names: the index of all of them, and what is put right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from briefing.reading.choice import Ask, Choice
from briefing.reading.state import Reading, noticed, offering
from briefing.tui.happened import NamesGathered
from briefing.tui.reading_screen import stopped
from briefing.tui.story_screen import StoryScreen

if TYPE_CHECKING:
    from briefing.tui.naming import Namer


class NamesScreen(StoryScreen, inherit_bindings=False):
    """The panes, and the list of all names over them."""

    _namer: Namer | None = None

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Do what the state asks for; names that were gathered before something was said of names are gathered anew."""
        super().watch_reading(before, after)
        if self._namer and self._namer.own.fingerprint != after.corrections.names.fingerprint:
            self._namer = None
            self.workers.cancel_group(self, "names")

    def show_names(self) -> None:
        """Show the names of all articles, and have those gathered that are not known yet."""
        # Loaded when the index is first asked for: the first frame does not wait for it.
        from briefing.reading.name_index import NameIndex
        from briefing.reading.naming import index
        from briefing.tui.naming import Looking, Namer

        own = self.reading.corrections.names
        if self._namer is None:
            self._namer = Namer(Looking(self.outside.session, own, alone=self.looking), own)
            self.reading = replace(self.reading, names=NameIndex(complete=False))
        self.offer(index(self.reading.names or NameIndex(complete=False), own=own))
        table = self.reading.shelf.table
        self.run_beside("names", partial(self._namer.gather, table, self.post_message, stopped=stopped))

    def correct(self, entity: str = "") -> None:
        """Offer what can be said of the name under the cursor, or of the entity with that id."""
        from briefing.reading import correcting

        menu = correcting.menu(self.reading, entity)
        if menu:
            self.offer(menu)
        else:
            self.reading = noticed(self.reading, "go to a name in the article first: e, or select its words with v")

    def correct_listed(self, ask: Ask, value: str) -> None:
        """Offer what can be said of an entity of the article by its id, or of a name of the index."""
        from briefing.reading.correcting import OF_INDEX

        self.correct(OF_INDEX + value if ask is Ask.INDEX else value)

    def put_right(self, choice: Choice, value: str) -> None:
        """Say of a name what was chosen, or offer the names that it may be the same as."""
        from briefing.reading import correcting

        if choice.ask is Ask.CORRECT and value == correcting.SAME:
            self.offer(correcting.others(self.reading, choice.about))
        else:
            self.change(partial(correcting.said, asked=choice, value=value))
            if choice.about.startswith(correcting.OF_INDEX):
                self.show_names()

    @on(NamesGathered)
    def _on_names(self, message: NamesGathered) -> None:
        from briefing.reading.naming import index, regathered

        if message.fingerprint != self.reading.corrections.names.fingerprint:
            return
        choice = self.reading.choice
        self.reading = replace(self.reading, names=message.index)
        if choice and choice.ask is Ask.INDEX:
            self.reading = offering(
                self.reading, regathered(choice, index(message.index, own=self.reading.corrections.names))
            )
            self.place()

"""The part of the screen that searches all articles, live as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from textual import on

from briefing.reading import choice as choosing
from briefing.reading import shelf as shelving
from briefing.reading.choice import Ask, Choice, Option
from briefing.reading.frame import Pane
from briefing.reading.prompt import Prompt
from briefing.reading.state import focused, noticed, offering
from briefing.tui import errands, happened
from briefing.tui.names_screen import NamesScreen
from briefing.tui.reading_screen import stopped

COMPLETE: Final = "tab"
KEEP: Final = "ctrl+s"
FORGET: Final = "ctrl+x"
AS_LIST: Final = "ctrl+l"


class SearchScreen(NamesScreen, inherit_bindings=False):
    """What is asked of the index, and what it answers."""

    def search(self) -> None:
        """Show the list of what is found, with the searches that are kept."""
        # Loaded when something is searched for: the first frame does not wait for it.
        from briefing.reading.finding import search

        self.offer(search(self.reading))
        self.run_beside("prepare", partial(self.outside.session.prepare_search, self.reading.shelf.table))

    def searching_key(self, asked: Choice, key: str, character: str | None) -> None:
        """Do what a key asks for in the list of what is found."""
        from briefing.reading import finding

        text = asked.prompt.text.strip()
        if key == KEEP:
            self.change(partial(finding.kept, words=text))
        elif key == FORGET and not text:
            self.change(partial(finding.forgotten, option=asked.option))
            self.offer(finding.search(self.reading))
        elif key == AS_LIST and text:
            self.offer(None)
            self._show(asked.prompt.text.lstrip())
        else:
            after = self._completed(asked) if key == COMPLETE else None
            self.search_for(after or choosing.keyed(asked, key, character))

    def search_for(self, asked: Choice) -> None:
        """Take what is typed, and have it searched for where it is something else than before."""
        # A space behind the last word says that it does not go on.
        before, text = self.reading.choice, asked.prompt.text.lstrip()
        if asked.ask is not Ask.SEARCH:
            self.reading = offering(self.reading, asked)
            return
        if not text and asked.prompt != (before.prompt if before else None):
            from briefing.reading.finding import untyped

            asked = untyped(asked, self.reading)
        self.reading = offering(self.reading, asked)
        if text and before and text != before.prompt.text.lstrip():
            self._ask(text)

    def chosen_search(self, asked: Choice, option: Option) -> None:
        """Search for what is kept."""
        from briefing.reading.finding import KEPT, search

        text = str(option.value).removeprefix(KEPT)
        self.offer(replace(search(self.reading), height=asked.height))
        if self.reading.choice:
            self.search_for(choosing.on_line(self.reading.choice, Prompt("", text, len(text))))

    def _ask(self, text: str) -> None:
        errand = partial(errands.search, self.outside.session, text, self.reading, self.post_message, stopped=stopped)
        self.outside.session.end_search()
        self.run_beside("search", errand)

    def _show(self, text: str) -> None:
        """Have only what is found shown in the list."""
        errand = partial(errands.find_all, self.outside.session, text, self.reading, self.post_message)
        self.run_beside("search list", errand)

    def _completed(self, asked: Choice) -> Choice | None:
        from briefing.reading.finding import completed

        word = asked.prompt.text[: asked.prompt.at].rpartition(":")[2].strip('"')
        names = self.outside.session.names_like(word) if word else ()
        return completed(asked, sources=self.reading.shelf.table.sources, names=names)

    @on(happened.WasSearched)
    def _on_searched(self, message: happened.WasSearched) -> None:
        from briefing.reading.finding import with_searched

        asked = self.reading.choice
        if asked:
            grown = with_searched(asked, message.found)
            self.reading = offering(self.reading, grown)
            if len(grown.options) != len(asked.options):
                self.place()

    @on(happened.AllFound)
    def _on_all_found(self, message: happened.AllFound) -> None:
        if message.fault:
            self.reading = noticed(self.reading, message.fault)
        elif message.table is self.reading.shelf.table:
            shelf = shelving.searched(self.reading.shelf, message.text, message.numbers)
            there = replace(self.reading, shelf=shelf)
            self.reading = there if message.is_again else focused(there, Pane.LIST)
        else:
            self._show(message.text)

    @on(happened.ListChanged)
    def _on_list_searched(self) -> None:
        """Search anew for what the list shows, when the list has changed."""
        shelf = self.reading.shelf
        if shelf.search:
            errand = partial(errands.find_all, self.outside.session, shelf.search, self.reading, self.post_message)
            self.run_beside("search list", partial(errand, is_again=True))

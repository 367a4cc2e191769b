"""The part of the screen that hands words on: to the clipboard, with or without their source, and links to the browser."""

from __future__ import annotations

from dataclasses import replace

from briefing.reading import offers
from briefing.reading.citing import citation
from briefing.reading.frame import Pane
from briefing.reading.motion import sentence_at
from briefing.reading.state import noticed
from briefing.tui.search_screen import SearchScreen


class CopyingScreen(SearchScreen, inherit_bindings=False):
    """What is copied, and what is opened outside."""

    def copy(self) -> None:
        """Copy the selection, else the sentence under the cursor; a fact with its source."""
        self._copy(with_source=self.reading.focus is Pane.FACTS)

    def cite(self) -> None:
        """Copy the selection, else the sentence, with its source."""
        self._copy(with_source=True)

    def open_or_copy(self, address: str) -> None:
        """Open an address, or copy it, as was chosen."""
        if address.startswith(offers.OPEN):
            self.outside.open(address.removeprefix(offers.OPEN))
        else:
            self._copy_text(address.removeprefix(offers.COPY))

    def _copy(self, *, with_source: bool) -> None:
        page = self.reading.page
        if self.reading.story_open:
            from briefing.reading.story.quoting import quoted

            if words := quoted(self.reading.story_open):
                self._copy_text(words)
            return
        if page is None or self.reading.focus is Pane.LIST:
            return
        fact = self.reading.panel.fact if self.reading.focus is Pane.FACTS else None
        span = fact.span if fact else page.selection or sentence_at(page.article.text, page.at)
        self._copy_text(citation(page.article, span) if with_source else span.of(page.article.text))
        self.reading = replace(self.reading, page=replace(page, anchor=None))

    def _copy_text(self, text: str) -> None:
        sequence, said = self.outside.copying(text)
        self.app.send(sequence)
        self.reading = noticed(self.reading, said)

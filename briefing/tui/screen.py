"""The one screen: what keys and the mouse ask for, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from textual import events, on

from briefing.keymap import Pending
from briefing.model import Article, Entity
from briefing.reading import bookmarks, offers
from briefing.reading import choice as choosing
from briefing.reading.choice import Ask, Choice, Option
from briefing.reading.frame import Pane
from briefing.reading.jumps import Place
from briefing.reading.motion import sentence_at
from briefing.reading.pointing import clicked, wheeled
from briefing.reading.prompt import edited, typed
from briefing.reading.state import Reading, going, noticed, offering
from briefing.reading.steps import EVERYWHERE, answered, asked, step
from briefing.tui.panes import LinePane, Painter, TopBar
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.themes import named


class MainScreen(ReadingScreen, inherit_bindings=False):
    """The list, the reader and the facts, and the keys that move them."""

    _pending = Pending()
    _before_preview: Painter | None = None

    # What comes from outside.

    def on_key(self, event: events.Key) -> None:
        """Do what a key asks for: in a list to choose from, in the line being typed, else by the table of keys."""
        event.stop()
        event.prevent_default()
        character = event.character if event.is_printable else None
        if self.reading.notice:
            self.reading = noticed(self.reading, "")
        if self.reading.choice:
            self._choosing_key(self.reading.choice, event.key, character)
        elif self.reading.prompt:
            self._prompt_key(event.key, character)
        else:
            key = character if character and character != " " else event.key
            self._pending, command, count = self.keys.fed(self._pending, key)
            self.query_one(TopBar).pending = f"{self._pending.count}{''.join(self._pending.keys)}  ".lstrip()
            if command:
                self.act(command.action, count)

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted words into the line being typed; anywhere else they are nobody's keys."""
        event.stop()
        if self.reading.choice:
            self.reading = offering(self.reading, choosing.pasted(self.reading.choice, event.text))
        elif self.reading.prompt:
            self.reading = asked(self.reading, typed(self.reading.prompt, event.text))

    @on(LinePane.Clicked)
    def _on_line_click(self, message: LinePane.Clicked) -> None:
        if message.pane.name in set(Pane) and not self.reading.choice and not self.reading.prompt:
            self.reading = clicked(self.reading, Pane(message.pane.name), message.line, message.column)

    @on(LinePane.Wheeled)
    def _on_line_wheel(self, message: LinePane.Wheeled) -> None:
        if message.pane.name in set(Pane) and not self.reading.choice:
            self.reading = wheeled(self.reading, Pane(message.pane.name), message.by)

    # What keys ask for.

    def act(self, action: str, count: int | None = None) -> None:
        """Do the action of that name."""
        does = ACTIONS.get(action)
        if does:
            does(self)
        else:
            self.reading = step(self.reading, action, count) or self.reading

    def leave(self) -> None:
        """Go back by one pane; from the list, end."""
        if self.reading.focus is Pane.LIST and not self.reading.quiet:
            self.app.leave()
        else:
            self.reading = step(self.reading, "leave") or self.reading

    def open(self) -> None:
        """Open what is under the cursor: an article, the words of a fact, the mentions of a name, a link."""
        page = self.reading.page
        if self.reading.focus is not Pane.READER or page is None:
            self.reading = step(self.reading, "open") or self.reading
            return
        link = next((link for link in page.article.links if link.span.overlaps(page.word)), None)
        entity = offers.mention_here(self.reading)
        if link:
            self.offer(offers.address(link.url, may_open=self.outside.may_open(link.url)))
        elif entity:
            self._mentions(page.article, entity)

    def _mentions(self, article: Article, entity: Entity) -> None:
        self.offer(offers.mentions(article, entity))
        self.find(entity.name, without=article.id)

    def copy(self) -> None:
        """Copy the selection, else the sentence under the cursor."""
        page = self.reading.page
        if page is None or self.reading.focus is Pane.LIST:
            return
        span = page.selection or sentence_at(page.article.text, page.at)
        self._copy_text(span.of(page.article.text))
        self.reading = replace(self.reading, page=replace(page, anchor=None))

    def _copy_text(self, text: str) -> None:
        sequence, said = self.outside.copying(text)
        self.app.send(sequence)
        self.reading = noticed(self.reading, said)

    def _with_address(self, does: str) -> None:
        if does.startswith(offers.OPEN):
            self.outside.open(does.removeprefix(offers.OPEN))
        else:
            self._copy_text(does.removeprefix(offers.COPY))

    def offer(self, choice: Choice | None) -> None:
        """Show a list to choose from."""
        self.reading = offering(self.reading, choice)
        self.place()

    def redraw(self) -> None:
        """Draw all anew, whatever the terminal has made of it."""
        self.refresh(layout=True)

    def preview_themes(self) -> None:
        """Show the themes, each as the cursor comes to it."""
        self._before_preview = self.painter
        names = ((theme.name, theme.title) for theme in self.themes)
        self.offer(offers.themes(names, current=self.painter.theme.name))

    def change(self, does: Callable[..., Reading]) -> None:
        """Change the state by a step that needs the time."""
        self.reading = does(self.reading, now=datetime.now().astimezone())

    def _choosing_key(self, choice: Choice, key: str, character: str | None) -> None:
        if key == "escape":
            self._end_choice()
            if choice.ask is Ask.THEME and self._before_preview:
                self.painter = self._before_preview
        elif key == "enter":
            if choice.option:
                self._chosen(choice, choice.option)
        else:
            after = choosing.keyed(choice, key, character)
            self.reading = offering(self.reading, after)
            if choice.ask is Ask.THEME and after.option and isinstance(after.option.value, str):
                self.painter = Painter(named(self.themes, after.option.value))

    def _end_choice(self) -> None:
        self.reading = offering(self.reading, None)
        self.place()

    def _chosen(self, choice: Choice, option: Option) -> None:
        self._end_choice()
        value = option.value
        if isinstance(value, Place):
            self.reading = going(self.reading, value)
        elif choice.ask in (Ask.COMMAND, Ask.KEYS):
            self.act(value)
        elif choice.ask is Ask.THEME:
            self.painter = Painter(named(self.themes, value))
            self.keep_choices()
        elif choice.ask is Ask.LINK:
            self.offer(offers.address(value, may_open=self.outside.may_open(value)))
        elif choice.ask is Ask.ADDRESS:
            self._with_address(value)
        elif choice.ask is Ask.NAME and self.reading.page and self.reading.page.analysis:
            entity = next(one for one in self.reading.page.analysis.entities if one.id == value)
            self._mentions(self.reading.page.article, entity)

    def _prompt_key(self, key: str, character: str | None) -> None:
        prompt = self.reading.prompt
        if prompt is None:
            return
        if key == "escape" or (key == "backspace" and not prompt.text):
            self.reading = step(self.reading, "cancel") or self.reading
        elif key == "enter":
            self.reading = answered(self.reading)
            if prompt.label == EVERYWHERE and prompt.text.strip():
                self.offer(offers.hits(prompt.text.strip()))
                self.find(prompt.text.strip())
        else:
            self.reading = asked(self.reading, typed(prompt, character) if character else edited(prompt, key))


ACTIONS: Final[Mapping[str, Callable[[MainScreen], None]]] = {
    "open": MainScreen.open,
    "leave": MainScreen.leave,
    "quit": lambda screen: screen.app.leave(),
    "copy": MainScreen.copy,
    "bookmark": lambda screen: screen.change(bookmarks.bookmarked),
    "undo": lambda screen: screen.change(bookmarks.undone),
    "redo": lambda screen: screen.change(bookmarks.redone),
    "bookmarks": lambda screen: screen.offer(offers.bookmarks(screen.reading)),
    "entities": lambda screen: screen.offer(offers.names(screen.reading)),
    "links": lambda screen: screen.offer(offers.links(screen.reading.page.article) if screen.reading.page else None),
    "palette": lambda screen: screen.offer(offers.commands(screen.keys)),
    "help": lambda screen: screen.offer(offers.keys(screen.keys)),
    "theme": MainScreen.preview_themes,
    "redraw": MainScreen.redraw,
}
"""What needs more than the state: the clipboard, the clock, a list to choose from."""

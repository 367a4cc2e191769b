"""The one screen, its parts put together: what keys and the mouse ask for, done."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from textual import events, on

from briefing.keymap import Pending
from briefing.model import Article, Entity
from briefing.reading import choice as choosing
from briefing.reading import marking, notebook, offers, undoing
from briefing.reading.choice import Ask, Choice, Option
from briefing.reading.colours import colour_of
from briefing.reading.frame import Pane
from briefing.reading.jumps import Place
from briefing.reading.opening import going
from briefing.reading.pointing import clicked, wheeled
from briefing.reading.prompt import completed, edited, typed
from briefing.reading.seeking import TAGS, answered, asked
from briefing.reading.state import noticed, offering
from briefing.reading.steps import step
from briefing.tui.notes_screen import NotesScreen
from briefing.tui.panes import LinePane, Painter

NOTHING_HERE: Final = "no name or link under the cursor: e goes to the next name, Tab to the facts"


class MainScreen(NotesScreen, inherit_bindings=False):
    """The list, the reader and the facts, and the keys that move them."""

    _pending = Pending()
    _before_preview: Painter | None = None

    # What comes from outside.

    def on_key(self, event: events.Key) -> None:
        """Do what a key asks for: in a list to choose from, in the line being typed, else by the table of keys."""
        if self.reading.draft:
            self._give_to_editor(event)
            return
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
            page = None if self.reading.story_open else self.reading.page
            colour = colour_of(key) if page and page.anchor is not None else None
            if colour and self._pending == Pending():
                self.change(partial(marking.highlighted, colour=colour))
                return
            self._pending, command, count = self.keys.fed(self._pending, key, screen=self.has_keys)
            self.top.pending = f"{self._pending.count}{''.join(self._pending.keys)}  ".lstrip()
            if command:
                self.act(command.action, count)

    def _give_to_editor(self, key: events.Key) -> None:
        """Let the editor have a key that it has not seen, and all that come after it."""
        editor = self.editor
        # A click beyond the edge of the screen takes the focus from it, and then no key would end the note.
        if editor and self.focused is not editor:
            key.stop()
            self.set_focus(editor)
            editor.post_message(events.Key(key.key, key.character))

    def on_paste(self, event: events.Paste) -> None:
        """Take pasted words into the line being typed; anywhere else they are nobody's keys."""
        event.stop()
        if self.reading.choice:
            self.search_for(choosing.pasted(self.reading.choice, event.text))
        elif self.reading.prompt:
            self.reading = asked(self.reading, typed(self.reading.prompt, event.text))

    @on(LinePane.Clicked)
    def _on_line_click(self, message: LinePane.Clicked) -> None:
        busy = self.reading.choice or self.reading.prompt or self.reading.draft
        if message.pane.name in set(Pane) and not busy:
            self.reading = clicked(self.reading, Pane(message.pane.name), message.line, message.column)

    @on(LinePane.Wheeled)
    def _on_line_wheel(self, message: LinePane.Wheeled) -> None:
        if message.pane.name in set(Pane) and not self.reading.choice:
            self.reading = wheeled(self.reading, Pane(message.pane.name), message.by)

    # What keys ask for.

    def act(self, action: str, count: int | None = None) -> None:
        """Do the action of that name."""
        does = None if self.reading.story_open and action not in IN_STORY else ACTIONS.get(action)
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
        if self.reading.attaching and page:
            self.change(partial(marking.attached, mark=self.reading.attaching))
            self.reading = replace(self.reading, attaching=None)
            return
        if self.reading.focus is not Pane.READER or page is None:
            self.reading = step(self.reading, "open") or self.reading
            return
        link = next((link for link in page.article.links if link.span.overlaps(page.word)), None)
        entity = offers.mention_here(self.reading)
        if link:
            self.offer(offers.address(link.url, may_open=self.outside.may_open(link.url)))
        elif entity:
            self._mentions(page.article, entity)
        else:
            self.reading = noticed(self.reading, NOTHING_HERE)

    def _mentions(self, article: Article, entity: Entity) -> None:
        self.offer(offers.mentions(article, entity))
        self.find(entity.name, without=article.id)

    def redraw(self) -> None:
        """Draw all anew, whatever the terminal has made of it."""
        self.app.redraw()

    def suspend(self) -> None:
        """Stop the program until the shell continues it, if there is one."""
        # The first process of a session has nobody above it there: once stopped, it would keep the terminal for ever.
        if os.getsid(0) == os.getpid():
            self.reading = noticed(self.reading, "there is no shell here to go to")
        else:
            self.app.action_suspend_process()

    def preview_themes(self) -> None:
        """Show the themes, each as the cursor comes to it."""
        self._before_preview = self.painter
        names = ((theme.name, theme.title) for theme in self.themes)
        self.offer(offers.themes(names, current=self.painter.theme.name))

    def _choosing_key(self, choice: Choice, key: str, character: str | None) -> None:
        if key == "escape":
            self.offer(None)
            if choice.ask is Ask.THEME and self._before_preview:
                self.painter = self._before_preview
        elif choice.ask in (Ask.NOTEBOOK, Ask.BOOKMARK) and key in ("ctrl+e", "ctrl+x"):
            self.do_in_notebook(choice, key)
        elif choice.ask in (Ask.NAME, Ask.INDEX) and key == "ctrl+e":
            if choice.option:
                self.offer(None)
                self.correct_listed(choice.ask, str(choice.option.value))
        elif choice.ask is Ask.COLOUR and (colour := colour_of(key)):
            self.offer(None)
            self.change(partial(marking.highlighted, colour=colour))
        elif key == "enter":
            if choice.option:
                self._chosen(choice, choice.option)
        elif choice.ask is Ask.SEARCH:
            self.searching_key(choice, key, character)
        else:
            after = choosing.keyed(choice, key, character)
            self.reading = offering(self.reading, after)
            if choice.ask is Ask.THEME and after.option and isinstance(after.option.value, str):
                self.painter = Painter(self.themes[after.option.value])

    def _chosen(self, choice: Choice, option: Option) -> None:
        self.offer(None)
        value = option.value
        if isinstance(value, Place):
            self.reading = going(self.reading, value)
        elif choice.ask in (Ask.COMMAND, Ask.KEYS):
            self.act(value)
        elif choice.ask is Ask.THEME:
            self.painter = Painter(self.themes[value])
            self.keep_choices()
        elif choice.ask is Ask.COLOUR:
            self.change(partial(marking.highlighted, colour=value))
        elif choice.ask is Ask.SEARCH:
            self.chosen_search(choice, option)
        elif choice.ask is Ask.STORY:
            self.join(value)
        elif choice.ask is Ask.INDEX:
            self.offer(offers.hits(value))
            self.find(value)
        elif choice.ask in (Ask.CORRECT, Ask.SAME):
            self.put_right(choice, value)
        elif choice.ask is Ask.NOTEBOOK:
            self.reattach(value)
        elif choice.ask is Ask.LINK:
            self.offer(offers.address(value, may_open=self.outside.may_open(value)))
        elif choice.ask is Ask.ADDRESS:
            self.open_or_copy(value)
        elif choice.ask is Ask.NAME and self.reading.page and self.reading.page.analysis:
            entity = next(one for one in self.reading.page.analysis.entities if one.id == value)
            self._mentions(self.reading.page.article, entity)

    def _prompt_key(self, key: str, character: str | None) -> None:
        prompt = self.reading.prompt
        if prompt is None:
            return
        if key == "escape" or (key == "backspace" and not prompt.text):
            self.reading = step(self.reading, "cancel") or self.reading
        elif key == "tab" and prompt.label == TAGS:
            known = marking.tags_known(self.reading.marks.standing())
            self.reading = replace(self.reading, prompt=completed(prompt, known))
        elif key == "enter":
            self.reading = answered(self.reading)
            if prompt.label == TAGS:
                self.change(partial(marking.tagged, words=prompt.text))
        else:
            self.reading = asked(self.reading, typed(prompt, character) if character else edited(prompt, key))


IN_STORY: Final = frozenset(
    {
        "quit", "undo", "redo", "news", "notebook", "bookmarks", "palette", "help", "theme", "redraw", "suspend", "story_apart",
        "story_join", "copy", "cite",
    }
)  # fmt: skip
"""What can be done on the story screen as well."""
ACTIONS: Final[Mapping[str, Callable[[MainScreen], None]]] = {
    "open": MainScreen.open,
    "leave": MainScreen.leave,
    "quit": lambda screen: screen.app.leave(),
    "copy": MainScreen.copy,
    "cite": MainScreen.cite,
    "bookmark": lambda screen: screen.change(marking.bookmarked),
    "delete": lambda screen: screen.change(marking.removed),
    "undo": lambda screen: screen.change(undoing.undone),
    "redo": lambda screen: screen.change(undoing.redone),
    "annotate": MainScreen.annotate,
    "colour": lambda screen: screen.offer(notebook.colours()),
    "tag": MainScreen.tag,
    "news": MainScreen.look_for_news,
    "notebook": lambda screen: screen.offer(notebook.notebook(screen.reading)),
    "bookmarks": lambda screen: screen.offer(notebook.bookmarks(screen.reading)),
    "correct": MainScreen.correct,
    "story_apart": MainScreen.take_apart,
    "story_join": MainScreen.offer_stories,
    "entities": lambda screen: screen.offer(offers.names(screen.reading)),
    "index": MainScreen.show_names,
    "links": lambda screen: screen.offer(offers.links(screen.reading.page.article) if screen.reading.page else None),
    "palette": lambda screen: screen.offer(offers.commands(screen.keys)),
    "help": lambda screen: screen.offer(offers.keys(screen.keys)),
    "theme": MainScreen.preview_themes,
    "search_all": MainScreen.search,
    "redraw": MainScreen.redraw,
    "suspend": MainScreen.suspend,
}
"""What needs more than the state: the clipboard, the clock, a list to choose from."""

"""The one screen: what keys and the mouse ask for, done."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from textual import events, on

from briefing.keymap import Pending
from briefing.model import Article, Entity
from briefing.reading import choice as choosing
from briefing.reading import marking, notebook, offers, undoing
from briefing.reading import page as paging
from briefing.reading.choice import Ask, Choice, Option
from briefing.reading.citing import citation
from briefing.reading.colours import colour_of
from briefing.reading.frame import Pane
from briefing.reading.jumps import Place
from briefing.reading.motion import sentence_at, word_before
from briefing.reading.pointing import clicked, wheeled
from briefing.reading.prompt import Prompt, completed, edited, typed
from briefing.reading.seeking import TAGS, answered, asked
from briefing.reading.state import focused, going, noticed, offering
from briefing.reading.steps import step
from briefing.tui.happened import NoteElsewhere, NoteFinished
from briefing.tui.panes import LinePane, Painter, TopBar
from briefing.tui.search_screen import SearchScreen
from briefing.tui.themes import named

if TYPE_CHECKING:
    from briefing.reading.story.view import StoryView


class MainScreen(SearchScreen, inherit_bindings=False):
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
            self.query_one(TopBar).pending = f"{self._pending.count}{''.join(self._pending.keys)}  ".lstrip()
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

    def _mentions(self, article: Article, entity: Entity) -> None:
        self.offer(offers.mentions(article, entity))
        self.find(entity.name, without=article.id)

    def copy(self) -> None:
        """Copy the selection, else the sentence under the cursor; a fact with its source."""
        page = self.reading.page
        if self.reading.story_open:
            self._copy_from_story(self.reading.story_open)
            return
        if self.reading.focus is Pane.FACTS:
            self.cite()
            return
        if page is None or self.reading.focus is Pane.LIST:
            return
        span = page.selection or sentence_at(page.article.text, page.at)
        self._copy_text(span.of(page.article.text))
        self.reading = replace(self.reading, page=replace(page, anchor=None))

    def _copy_from_story(self, view: StoryView) -> None:
        from briefing.reading.story.quoting import quoted

        if words := quoted(view):
            self._copy_text(words)

    def cite(self) -> None:
        """Copy the selection, else the sentence, with its source."""
        page = self.reading.page
        if self.reading.story_open:
            self._copy_from_story(self.reading.story_open)
            return
        if page is None or self.reading.focus is Pane.LIST:
            return
        fact = self.reading.panel.fact if self.reading.focus is Pane.FACTS else None
        span = fact.span if fact else page.selection or sentence_at(page.article.text, page.at)
        self._copy_text(citation(page.article, span))
        self.reading = replace(self.reading, page=replace(page, anchor=None))

    def correct(self, entity: str = "") -> None:
        """Offer what can be said of the name under the cursor, or of the entity with that id."""
        from briefing.reading import correcting

        menu = correcting.menu(self.reading, entity)
        if menu:
            self.offer(menu)
        else:
            self.reading = noticed(self.reading, "go to a name in the article first: e, or select its words with v")

    def _put_right(self, choice: Choice, value: str) -> None:
        """Say of a name what was chosen, or offer the names that it may be the same as."""
        from briefing.reading import correcting

        if choice.ask is Ask.CORRECT and value == correcting.SAME:
            self.offer(correcting.others(self.reading, choice.about))
        else:
            self.change(partial(correcting.said, asked=choice, value=value))

    def annotate(self) -> None:
        """Open the editor for a note."""
        self.reading = marking.drafting(self.reading)

    def tag(self) -> None:
        """Ask for tags, those of the mark under the cursor to begin with."""
        mark = marking.mark_here(self.reading)
        words = " ".join(mark.tags) if mark else ""
        self.reading = replace(self.reading, prompt=Prompt(TAGS, words, len(words)))

    @on(NoteFinished)
    def _on_note(self, message: NoteFinished) -> None:
        self.keep_note(message.words)

    @on(NoteElsewhere)
    def _on_note_elsewhere(self, message: NoteElsewhere) -> None:
        with self.app.suspend():
            words, said = self.outside.edited(message.words)
        if said:
            self.reading = noticed(self.reading, said)
        else:
            self.keep_note(words)

    def _copy_text(self, text: str) -> None:
        sequence, said = self.outside.copying(text)
        self.app.send(sequence)
        self.reading = noticed(self.reading, said)

    def _with_address(self, does: str) -> None:
        if does.startswith(offers.OPEN):
            self.outside.open(does.removeprefix(offers.OPEN))
        else:
            self._copy_text(does.removeprefix(offers.COPY))

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
            self._end_choice()
            if choice.ask is Ask.THEME and self._before_preview:
                self.painter = self._before_preview
        elif choice.ask in (Ask.NOTEBOOK, Ask.BOOKMARK) and key in ("ctrl+e", "ctrl+x"):
            self._with_notebook(choice, key)
        elif choice.ask is Ask.NAME and key == "ctrl+e":
            if choice.option:
                self._end_choice()
                self.correct(str(choice.option.value))
        elif choice.ask is Ask.COLOUR and (colour := colour_of(key)):
            self._end_choice()
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
                self.painter = Painter(named(self.themes, after.option.value))

    def _with_notebook(self, choice: Choice, key: str) -> None:
        """Write on the note under the cursor, or export all marks that are shown."""
        place = choice.option.value if choice.option else None
        if key == "ctrl+x":
            self.outside.export(notebook.marks_of(choice, self.reading.marks))
        elif isinstance(place, Place) and (mark := self.reading.marks.mark(place.article, place.mark)):
            self._end_choice()
            self.reading = marking.drafting_of(self.reading, mark)

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
            self._put_right(choice, value)
        elif choice.ask is Ask.NOTEBOOK:
            self._reattach(value)
        elif choice.ask is Ask.LINK:
            self.offer(offers.address(value, may_open=self.outside.may_open(value)))
        elif choice.ask is Ask.ADDRESS:
            self._with_address(value)
        elif choice.ask is Ask.NAME and self.reading.page and self.reading.page.analysis:
            entity = next(one for one in self.reading.page.analysis.entities if one.id == value)
            self._mentions(self.reading.page.article, entity)

    def _reattach(self, name: str) -> None:
        """Begin to attach a mark again that lost its words: the likely ones are selected, Enter attaches it to them."""
        page = self.reading.page
        one = next((one for one in page.marks if one.mark.id == name), None) if page else None
        if page is None or one is None:
            return
        there = focused(replace(self.reading, attaching=one.mark), Pane.READER)
        if one.span:
            last = word_before(page.article.text, one.span.end)
            at = paging.jumped(page, one.span.start)
            at = replace(at, anchor=at.at, select=paging.Select.WORDS)
            there = replace(there, page=paging.at_offset(at, last), focus=Pane.READER)
        self.reading = noticed(there, "select its words; Enter attaches it here, Esc leaves it as it is")

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

"""The part of the screen that makes notes: their editor, their tags, and marks that lost their words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from textual import on
from textual.widget import Widget

from briefing.reading import marking, notebook
from briefing.reading import page as paging
from briefing.reading.aims import Draft
from briefing.reading.choice import Choice
from briefing.reading.frame import Pane, choice_box
from briefing.reading.jumps import Place
from briefing.reading.motion import word_before
from briefing.reading.prompt import Prompt
from briefing.reading.seeking import TAGS
from briefing.reading.state import Reading, focused, noticed
from briefing.tui.copying_screen import CopyingScreen
from briefing.tui.happened import NoteElsewhere, NoteFinished

EDITOR_LINES: Final = 8
"""Lines of the editor for notes."""


class NotesScreen(CopyingScreen, inherit_bindings=False):
    """What is written on a text, and what becomes of it."""

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Do what the state asks for: show the editor, or take it away."""
        if before.draft is not after.draft:
            self._show_editor(after.draft)
        elif (editor := self.editor) and (before.width, before.height) != (after.width, after.height):
            self._place_editor(editor)
        super().watch_reading(before, after)

    def keep_all(self) -> None:
        """Have kept the note that is being written, where the reader is, and what was chosen."""
        if editor := self.editor:
            self.keep_note(str(getattr(editor, "text", "")))
        super().keep_all()

    @property
    def editor(self) -> Widget | None:
        """The editor of the note that is being written. One that was left a moment ago may still stand before it."""
        return next(reversed(self.query("NoteEditor")), None) if self.reading.draft else None

    def keep_note(self, words: str) -> None:
        """Keep the note that was being written."""
        self.change(partial(marking.drafted, words=words))

    def _show_editor(self, draft: Draft | None) -> None:
        # Loaded only when it is used: it costs as much as all the rest of the screen.
        from briefing.tui.note_editor import NoteEditor

        self.query(NoteEditor).remove()
        if draft is None:
            self.set_focus(None)
            return
        self.app.know_colours()
        text, accent = self.painter.style("text"), self.painter.style("heading-focus")
        editor = NoteEditor(draft.words, text, accent, is_heard=self.reading.heard)
        self._place_editor(editor)
        self.mount(editor)
        editor.focus()

    def _place_editor(self, editor: Widget) -> None:
        box = choice_box(self.reading.width, self.reading.height, EDITOR_LINES)
        editor.styles.offset = (box.x, box.y)
        editor.styles.width, editor.styles.height = box.width, box.height

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

    def do_in_notebook(self, choice: Choice, key: str) -> None:
        """Write on the note under the cursor, or export all marks that are shown."""
        place = choice.option.value if choice.option else None
        if key == "ctrl+x":
            self.outside.export(notebook.marks_of(choice, self.reading.marks))
        elif isinstance(place, Place) and (mark := self.reading.marks.mark(place.article, place.mark)):
            self.offer(None)
            self.reading = marking.drafting_of(self.reading, mark)

    def reattach(self, name: str) -> None:
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

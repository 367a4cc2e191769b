"""The small editor in which notes are written."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import TextArea

from briefing.errors import BriefingError
from briefing.tui.happened import NoteElsewhere, NoteFinished

DONE: Final = ("escape", "ctrl+s")
"""The keys that keep the note."""


class NoteEditor(TextArea, inherit_bindings=True):
    """Several lines of any text. Whatever is written is kept: leaving it is keeping it."""

    DEFAULT_CSS = """
    NoteEditor { position: absolute; layer: above; border: none; border-top: solid; padding: 0 1; scrollbar-size: 0 0; }
    NoteEditor:focus { border: none; border-top: solid; }
    NoteEditor .text-area--cursor { background: transparent; text-style: reverse; }
    NoteEditor .text-area--cursor-line { background: transparent; }
    """

    def __init__(self, words: str, text: Style, accent: Style, *, is_heard: bool = False) -> None:
        """Begin with some words; where the screen `is_heard`, no line is drawn above them."""
        super().__init__(words, soft_wrap=True, show_line_numbers=False, tab_behavior="indent")
        self.styles.background = _colour(text.bgcolor and text.bgcolor.name)
        self.styles.color = _colour(text.color and text.color.name)
        self.styles.border_top = ("blank" if is_heard else "solid", _colour(accent.color and accent.color.name))
        self.move_cursor(self.document.end)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Return by how much the text was scrolled so that the cursor is seen.

        Textual asks for it in the midst of an edit as well, when the cursor still stands in a line that has just been
        deleted; it asks again when the cursor has moved.
        """
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the editor; blank ones when it has been taken away.

        A frame that was laid out before may still hold it then, and its styles are gone.
        """
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in DONE or event.key == "ctrl+e":
            event.stop()
            event.prevent_default()
            self.post_message(NoteFinished(self.text) if event.key in DONE else NoteElsewhere(self.text))
        else:
            await super()._on_key(event)


def edited_outside(words: str, environment: Mapping[str, str]) -> str:
    """Return `words` after the user's editor has been at them: $VISUAL, $EDITOR, else vi.

    Raises BriefingError where the editor can't be started or fails; the words are as they were then.
    """
    editor = shlex.split(environment.get("VISUAL") or environment.get("EDITOR") or "vi")
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "note.md"
        path.touch(mode=0o600)
        path.write_text(words, encoding="utf-8")
        try:
            done = subprocess.run([*editor, os.fspath(path)], check=False)
        except OSError as error:
            raise BriefingError(f"{editor[0]} could not be started: {error.strerror}") from error
        if done.returncode:
            raise BriefingError(f"{editor[0]} ended with status {done.returncode}: the note is as it was")
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")


def _colour(name: str | None) -> Color:
    """Return one of a theme's colours as Textual has it."""
    if name is None or name == "default":
        return Color.parse("ansi_default")
    return Color.parse(name if name.startswith("#") else f"ansi_{name}")

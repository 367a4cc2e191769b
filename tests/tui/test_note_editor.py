"""The editor of notes, on its own."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App, ComposeResult

from briefing.settings import Settings
from briefing.tui.note_editor import NoteEditor
from tests.tui.conftest import Opened

LINES = 9


class Desk(App[None]):
    """A screen with nothing but the editor, so high that the note just fits."""

    def compose(self) -> ComposeResult:
        editor = NoteEditor("\n".join(["a line"] * LINES), Style.parse("white on black"), Style.parse("red on black"))
        editor.styles.height = LINES + 2
        yield editor


@pytest.mark.parametrize(
    "keys",
    [["enter"] * 3 + ["ctrl+z"] * 3, ["enter"] * 3 + ["backspace"] * 9, ["enter"] * 3 + ["shift+up"] * 4 + ["delete"]],
    ids=["undo", "backspace", "selection"],
)
async def test_lines_can_go_when_the_note_fits_again_without_them(keys: list[str]) -> None:
    desk = Desk()
    async with desk.run_test(size=(40, LINES + 4)) as pilot:
        editor = desk.query_one(NoteEditor)
        editor.focus()
        await pilot.press(*keys)
        assert editor.document.line_count <= LINES


@pytest.mark.parametrize("is_heard", [False, True])
async def test_a_line_is_drawn_above_a_note_only_where_it_is_seen(opened: Opened, *, is_heard: bool) -> None:
    async with opened(settings=Settings(screen_reader=is_heard)) as screen:
        await screen.press("enter", "a")
        assert screen.app.main.query(NoteEditor)
        assert ("──" in screen.text) is not is_heard

"""Where the terminal's cursor stands for those who listen to the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.keymap import Keymap
from briefing.reading.cursor import cursor_cell
from briefing.reading.drawing.bars import status_line
from briefing.reading.drawing.facts import facts_line
from briefing.reading.drawing.listing import list_line
from briefing.reading.drawing.pieces import HEARD, Piece
from briefing.reading.drawing.sheet import sheet_line
from briefing.reading.frame import Pane
from briefing.reading.opening import analysed, opened
from briefing.reading.prompt import typed
from briefing.reading.seeking import asked
from briefing.reading.state import Reading, arrived, resized
from briefing.reading.steps import step
from briefing.reading.table import Table
from tests.reading.samples import HARBOUR, TIDE, UNDATED, analysis_of_harbour, rows


def after(there: Reading, *actions: str) -> Reading:
    for action in actions:
        there = step(there, action) or there
    return there


def reader(width: int) -> Reading:
    """Return the harbour's article open, the keys going to it, on a screen that is listened to."""
    listed = arrived(resized(Reading(heard=True), width=width, height=24), Table().grown(rows(HARBOUR, TIDE, UNDATED)))
    return analysed(opened(after(listed, "open"), HARBOUR), analysis_of_harbour())


def behind_cursor(there: Reading) -> str:
    """Return what the screen shows from the cursor to the end of its line."""
    column, row = cursor_cell(there)
    frame = there.frame
    drawn: tuple[Piece, ...]
    if row == there.height - 1:
        drawn = status_line(there, Keymap(), width=there.width)
    elif there.focus is Pane.LIST and frame.list:
        drawn = list_line(there, row - frame.list.y, width=frame.list.width, signs=HEARD)
    elif there.focus is Pane.FACTS and frame.facts:
        drawn = facts_line(there, row - frame.facts.y - 1, width=frame.facts.width)
    else:
        assert frame.reader
        width, margin = frame.reader.width, frame.margin
        drawn = sheet_line(there, row - frame.reader.y, width=width, margin=margin, signs=HEARD)
    return "".join(piece.text for piece in drawn)[column:].rstrip()


@pytest.mark.parametrize("width", [40, 80, 120, 200])
class TestAtAnyWidth:
    def test_in_the_list_it_is_on_the_row(self, width: int) -> None:
        there = after(reader(width), "leave")
        assert "Harbour closed" in behind_cursor(there)
        assert "Spring tide" in behind_cursor(after(there, "down"))

    def test_in_the_article_it_is_on_the_word(self, width: int) -> None:
        there = after(reader(width), *["next_word"] * 7)
        assert there.page
        assert behind_cursor(there).split()[0].startswith(there.page.word.of(HARBOUR.text))

    def test_among_the_facts_it_is_on_the_fact(self, width: int) -> None:
        there = after(reader(width), "pane_right")
        assert there.focus is Pane.FACTS
        assert behind_cursor(there)

    def test_while_words_are_typed_it_is_behind_them(self, width: int) -> None:
        there = after(reader(width), "search")
        assert there.prompt
        there = asked(there, typed(there.prompt, "tide"))
        column, row = cursor_cell(there)
        shown = "".join(piece.text for piece in status_line(there, Keymap(), width=width))
        assert row == there.height - 1
        assert shown[:column].endswith("tide")

    def test_no_two_panes_stand_side_by_side(self, width: int) -> None:
        frame = reader(width).frame
        assert not frame.rules
        assert [frame.list, frame.facts] == [None, None]


def test_a_message_is_gone_to() -> None:
    there = replace(reader(80), notice="copied")
    assert behind_cursor(there).strip().startswith("copied")

"""What the last line says: what one can do where one is, and all of a message."""

from __future__ import annotations

from dataclasses import replace

from briefing.keymap import Keymap
from briefing.reading import offers
from briefing.reading.drawing.bars import status_line
from briefing.reading.drawing.pieces import ASCII
from briefing.reading.opening import opened
from briefing.reading.state import Reading, arrived, resized
from briefing.reading.steps import step
from briefing.reading.table import Table
from tests.reading.samples import HARBOUR, rows


def after(there: Reading, action: str) -> Reading:
    """Return the state after an action."""
    return step(there, action) or there


def said(there: Reading) -> str:
    """Return the last line of a terminal that knows ASCII only."""
    return "".join(piece.text for piece in status_line(there, Keymap(), width=there.width, signs=ASCII))


def reader() -> Reading:
    """Return an article open in a narrow terminal."""
    listed = arrived(resized(Reading(), width=80, height=24), Table().grown(rows(HARBOUR)))
    return opened(after(listed, "open"), HARBOUR)


def test_while_words_are_selected_it_says_what_can_be_done_with_them() -> None:
    line = said(after(reader(), "select"))
    assert line.rstrip().endswith("SELECT  a note  y copy  c colour")
    assert line.startswith(" J next article")


def test_a_message_that_needs_the_whole_line_has_it() -> None:
    message = "a mark is not on the disk yet; again: leave, and have them printed, every one"
    assert said(replace(reader(), notice=message)).strip() == message
    assert said(replace(reader(), notice="copied")).split()[0] == "copied"
    assert said(replace(reader(), notice="copied")).rstrip().endswith("%")


def test_a_message_is_said_under_a_list_too() -> None:
    there = replace(reader(), choice=offers.keys(Keymap()), notice="2 marks written to notes.md")
    assert said(there).strip() == "2 marks written to notes.md"


def test_keys_have_letters_where_the_terminal_has_no_arrows() -> None:
    assert "Up Down move" in said(replace(reader(), choice=offers.keys(Keymap())))

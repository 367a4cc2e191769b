from __future__ import annotations

from briefing.keymap import Keymap
from briefing.reading.drawing.story import tab_at
from briefing.reading.story.pointing import clicked, wheeled
from briefing.reading.story.tabs import TABS
from tests.reading.story.telling import in_story
from tests.reading.story.test_story_screen import view_of


def test_a_click_puts_the_cursor_on_a_line_and_a_second_one_opens_it() -> None:
    there = in_story("post", "wire")
    line = next(number for number, one in enumerate(view_of(there).laid.lines) if one.target == 1) + 2

    on_it = clicked(there, line, 10)

    assert view_of(on_it).cursor == 1
    assert clicked(on_it, line, 10).wanted


def test_a_click_on_a_tab_names_it() -> None:
    view = view_of(in_story("post", "wire"))
    names = [tab_at(view, column, Keymap(), width=120) for column in range(120)]

    assert list(dict.fromkeys(names)) == [*(tab.name for tab in TABS), ""]


def test_the_wheel_scrolls() -> None:
    there = in_story("post", "wire", "reprint", height=12)

    assert view_of(wheeled(there, 1)).top == 3
    assert view_of(wheeled(wheeled(there, 1), -1)).top == 0


def test_a_click_chooses_one_of_two_texts() -> None:
    there = in_story("post", "wire", tab="beside")

    beside = view_of(clicked(there, 10, 100)).beside

    assert beside
    assert beside.side == 1

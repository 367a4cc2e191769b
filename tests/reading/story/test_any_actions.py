"""Any sequence of actions on the story screen, at any size: nothing raises, and every line is as wide as the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.keymap import Keymap
from briefing.reading.drawing.bars import status_line, top_line
from briefing.reading.drawing.pieces import ASCII, UNICODE
from briefing.reading.drawing.story import story_line
from briefing.reading.opening import opened
from briefing.reading.prompt import typed
from briefing.reading.seeking import answered, asked
from briefing.reading.state import Reading, resized
from briefing.reading.steps import STEPS, step
from briefing.reading.story.moving import staged
from briefing.reading.story.steps import STORY_STEPS
from briefing.reading.story.view import HEADINGS
from briefing.reading.wrapping import cells
from tests.reading.story.telling import ARTICLES, POST, in_story, reading, with_story

OTHERS = ("load", "type", "answer", "resize", "story arrives", "stage")
ACTIONS = st.sampled_from([*STORY_STEPS, *STEPS, *OTHERS])
MEMBERS = (("post", "wire", "reprint"), ("post", "wire"), ("tide",), ("post", "wire", "reprint", "tide"))
NARROWEST = 24
"""Cells below which a line may be cut at the edge of the screen."""


def done(there: Reading, action: str, number: int) -> Reading:
    match action:
        case "load" if there.wanted:
            return opened(there, ARTICLES[there.wanted.row.id], at=there.wanted.at or 0)
        case "type" if there.prompt:
            return asked(there, typed(there.prompt, "tolna monday xyz"[number % 16 :]))
        case "answer":
            return answered(there)
        case "resize":
            return resized(there, width=10 + 3 * number, height=3 + number // 2)
        case "story arrives" if there.story:
            return with_story(there, *MEMBERS[number % len(MEMBERS)])
        case "stage" if there.story:
            return replace(there, story=staged(there.story, f"{number} of 60 read."))
    return step(there, action, number or None) or there


def drawn(there: Reading) -> None:
    view, width = there.story_open, there.width
    if view is None:
        return
    signs = UNICODE if there.height % 2 else ASCII
    lines = [top_line(there, width=width, where="", pending="", signs=signs), status_line(there, Keymap(), width=width)]
    lines += (story_line(view, row, Keymap(), width=width, signs=signs) for row in range(max(1, there.height - 2)))
    for pieces in lines:
        assert width < NARROWEST or sum(cells(piece.text) for piece in pieces) == width
    assert 0 <= view.cursor <= max(0, len(view.laid.targets) - 1)
    own = [number for number, line in enumerate(view.laid.lines) if line.target == view.cursor]
    assert view.top <= max(0, len(view.laid.lines) - view.room)
    assert not own or view.room + HEADINGS <= view.height + len(view.laid.head) + HEADINGS


@settings(deadline=timedelta(seconds=20), max_examples=120)
@given(
    st.lists(st.tuples(ACTIONS, st.integers(0, 60)), max_size=40),
    st.sampled_from([(120, 40), (80, 24), (40, 20), (24, 6)]),
    st.sampled_from(MEMBERS),
)
def test_nothing_that_is_done_breaks_the_story_screen(
    actions: list[tuple[str, int]], size: tuple[int, int], members: tuple[str, ...]
) -> None:
    there = in_story(*members, width=size[0], height=size[1])
    for action, number in actions:
        there = done(there, action, number)
        drawn(there)


def test_a_story_that_is_still_looked_for_can_be_walked_about_in() -> None:
    there = opened(reading(), POST)
    for action in ("story", *STORY_STEPS):
        there = step(there, action) or there
        drawn(there)

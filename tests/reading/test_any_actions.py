"""Any sequence of actions, at any size: nothing raises, and every pane can be drawn at its width."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.keymap import Keymap
from briefing.model import Article
from briefing.reading import correcting, marking, notebook, offers, undoing
from briefing.reading.choice import keyed
from briefing.reading.drawing.bars import pane_heading, status_line, top_line
from briefing.reading.drawing.choices import choice_line
from briefing.reading.drawing.facts import facts_line
from briefing.reading.drawing.listing import list_line
from briefing.reading.drawing.pieces import ASCII, UNICODE, Piece
from briefing.reading.drawing.sheet import sheet_line
from briefing.reading.frame import Pane
from briefing.reading.opening import analysed, opened
from briefing.reading.pointing import clicked, wheeled
from briefing.reading.prompt import typed
from briefing.reading.seeking import answered, asked
from briefing.reading.state import Reading, offering, resized
from briefing.reading.steps import STEPS, step
from briefing.reading.wrapping import cells
from tests.reading.samples import HARBOUR, MARKED, TIDE, UNDATED, analysis_of_harbour
from tests.reading.test_marking import NOW
from tests.reading.test_steps import reading

ARTICLES = {article.id: article for article in (HARBOUR, TIDE, UNDATED, MARKED)}
MARKS: dict[str, Callable[[Reading], Reading]] = {
    "bookmark": lambda there: marking.bookmarked(there, now=NOW),
    "note": lambda there: marking.drafted(marking.drafting(there), "a note\nof two lines", now=NOW),
    "highlight": lambda there: marking.highlighted(there, "blue", now=NOW),
    "tag": lambda there: marking.tagged(there, "one two", now=NOW),
    "remove": lambda there: marking.removed(there, now=NOW),
    "undo": lambda there: undoing.undone(there, now=NOW),
    "redo": lambda there: undoing.redone(there, now=NOW),
}
OTHERS = ["correct", "load", "analyse", "type", "answer", "resize", "click", "wheel", "offer", "choose"]
NARROWEST = 24
"""Cells below which a line may be cut at the edge of its pane."""
ACTIONS = st.sampled_from([*STEPS, *MARKS, *OTHERS])
NUMBERS = st.integers(0, 60)


def done(there: Reading, action: str, number: int) -> Reading:
    """Return the reading after an action of the user or of what runs beside the screen."""
    after = step(there, action, number or None)
    if after is not None:
        return after
    if action in MARKS:
        return MARKS[action](there)
    page = there.page
    match action:
        case "load" if there.wanted:
            return opened(there, article(there.wanted.row.id), at=there.wanted.at or 0)
        case "analyse" if page and page.article is HARBOUR:
            return analysed(there, analysis_of_harbour())
        case "type" if there.prompt:
            return asked(there, typed(there.prompt, "harbour tide xyz"[: number % 16]))
        case "answer":
            return answered(there)
        case "resize":
            return resized(there, width=10 + 3 * number, height=3 + number // 2)
        case "click":
            return clicked(there, list(Pane)[number % 3], number // 3, number)
        case "wheel":
            return wheeled(there, list(Pane)[number % 3], number - 30)
        case "offer":
            return offering(there, [offers.names(there), notebook.notebook(there), offers.keys(Keymap())][number % 3])
        case "correct":
            menu = correcting.menu(there) if number % 3 else correcting.others(there, "e1")
            values = [str(option.value) for option in menu.options if not option.is_heading] if menu else []
            if menu and values and values[number % len(values)] != correcting.SAME:
                return correcting.said(there, menu, values[number % len(values)], now=NOW)
            return offering(there, menu)
        case "choose" if there.choice:
            return offering(there, keyed(there.choice, "down", None) if number % 4 else None)
    return there


def article(name: str) -> Article:
    return ARTICLES[name]


def drawn(there: Reading) -> None:
    """Draw every line of every pane, and see that it is as wide as its pane."""
    frame, width = there.frame, there.width
    signs = UNICODE if there.height % 2 else ASCII
    fits(top_line(there, width=width, where="somewhere", pending="", signs=signs), width)
    fits(status_line(there, Keymap(), width=width), width)
    for row in range(there.height):
        if frame.list:
            fits(list_line(there, row, width=frame.list.width, signs=signs), frame.list.width)
            fits(pane_heading(there, Pane.LIST, width=frame.list.width, signs=signs), frame.list.width)
        if frame.reader:
            fits(sheet_line(there, row, width=frame.reader.width, margin=frame.margin, signs=signs), frame.reader.width)
        if frame.facts:
            fits(facts_line(there, row, width=frame.facts.width), frame.facts.width)
        if there.choice:
            fits(choice_line(there.choice, row, width=width, signs=signs), width)


def fits(pieces: tuple[Piece, ...], width: int) -> None:
    assert width < NARROWEST or sum(cells(piece.text) for piece in pieces) == width


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(ACTIONS, NUMBERS), max_size=40), st.sampled_from([(120, 40), (80, 24), (40, 20), (200, 60)]))
def test_nothing_that_is_done_breaks_the_screen(actions: list[tuple[str, int]], size: tuple[int, int]) -> None:
    there = reading(width=size[0], height=size[1])
    for action, number in actions:
        there = done(there, action, number)
        drawn(there)

"""The shortest ways from pen to pen and from cell to cell lead there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing.tui.terminal.moves import moved
from briefing.tui.terminal.pens import PLAIN, Pen, blank, pen_of, turned
from tests.tui.terminal.emulator import Emulator

ALL_PENS = ("", "1", "1;31", "3;4;97", "7", "9;48;5;234", "38;5;12;48;5;234", "4;38;2;1;2;3", "101", "1;4;38;5;1")
pens = some.sampled_from(ALL_PENS).map(pen_of)
places = some.tuples(some.integers(0, 29), some.integers(0, 9))


@given(pens, pens)
def test_a_turned_pen_writes_like_one_taken_afresh(before: Pen, after: Pen) -> None:
    turning, fresh = Emulator(3, 1), Emulator(3, 1)

    turning.feed(turned(None, before) + turned(before, after) + "x")
    fresh.feed(turned(None, after) + "x")

    assert turning.cells() == fresh.cells()
    assert len(turned(before, after)) <= len(turned(None, after))


@given(places, places)
def test_the_shortest_way_leads_there(start: tuple[int, int], end: tuple[int, int]) -> None:
    walked = Emulator(30, 10)

    walked.feed(f"\x1b[{start[1] + 1};{start[0] + 1}H" + moved(*start, *end))

    assert (walked.screen.cursor.x, walked.screen.cursor.y) == end


@pytest.mark.parametrize(
    ("start", "end", "way"),
    [
        ((4, 4), (4, 4), ""),
        ((4, 4), (5, 4), "\x1b[C"),
        ((4, 4), (2, 4), "\b\b"),
        ((4, 4), (0, 4), "\r"),
        ((40, 4), (0, 5), "\r\n"),
        ((4, 4), (4, 6), "\x1b[2B"),
        ((None, 4), (9, 4), "\x1b[10G"),
        ((None, None), (0, 0), "\x1b[H"),
        ((None, None), (0, 7), "\x1b[8H"),
        ((30, 2), (7, 9), "\x1b[10;8H"),
    ],
)
def test_a_way_is_short(start: tuple[int | None, int | None], end: tuple[int, int], way: str) -> None:
    assert moved(*start, *end) == way


def test_what_means_nothing_makes_no_pen() -> None:
    assert pen_of("38") == pen_of("38;5") == pen_of("38;2;1;2") == pen_of("77;x") == pen_of("48;5;") == PLAIN
    assert pen_of("31;0") == PLAIN


def test_only_the_ground_of_a_blank_is_seen_unless_something_lies_over_it() -> None:
    assert blank(pen_of("1;3;31;42")) == pen_of("42")
    assert blank(pen_of("4;31;42")) == pen_of("4;31;42")

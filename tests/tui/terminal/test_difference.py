"""What is sent makes any terminal show what is wanted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from briefing.tui.terminal.cells import Row, cells
from briefing.tui.terminal.difference import difference
from briefing.tui.terminal.frames import Grid
from briefing.tui.terminal.hand import Place
from briefing.tui.terminal.pens import PLAIN, pen_of
from briefing.tui.terminal.scrolling import Scroll, best_scroll
from tests.tui.terminal.emulator import Emulator, written_out

PENS = ("", "1", "31", "48;5;234", "38;5;12;48;5;234", "4", "7", "1;3;38;2;1;2;3", "2;9;41")
LETTERS = "ab .─é“—"
GLYPHS = (*LETTERS, *LETTERS, "  ", "          ", "漢", "e\u0301", "o\u0308\u0323", "ก็", "🙂", "語", "Ж")

pens = some.sampled_from(PENS)
texts = some.lists(some.sampled_from(GLYPHS), min_size=1, max_size=14).map("".join)
segments = some.lists(some.tuples(texts, pens), max_size=5)


def frame(lines: list[list[tuple[str, str]]], columns: list[int]) -> str:
    """Return lines of segments as Textual writes them, each from a column on."""
    return "\n".join(
        f"\x1b[{y + 1};{x + 1}H" + "".join(f"\x1b[{pen}m{text}\x1b[0m" if pen else text for text, pen in line)
        for y, (line, x) in enumerate(zip(lines, columns, strict=True))
    )


@some.composite
def frames(draw: some.DrawFn, height: int, width: int) -> str:
    lines = draw(some.lists(segments, min_size=height, max_size=height))
    columns = draw(some.lists(some.integers(0, width - 1), min_size=height, max_size=height))
    return frame(lines, columns)


@some.composite
def sequences(draw: some.DrawFn) -> tuple[int, int, list[str]]:
    width, height = draw(some.integers(1, 34)), draw(some.integers(1, 9))
    return width, height, draw(some.lists(frames(height, width), min_size=1, max_size=4))


def shows(emulator: Emulator, rows: list[Row]) -> bool:
    wanted = Emulator(emulator.screen.columns, emulator.screen.lines)
    wanted.feed(written_out(rows))
    return emulator.cells() == wanted.cells()


@given(sequences(), some.booleans())
def test_after_any_frames_the_terminal_shows_the_last_state(drawn: tuple[int, int, list[str]], fills: bool) -> None:
    width, height, all_frames = drawn
    grid, shown, place = Grid(width, height), Grid(width, height).rows, Place(pen=PLAIN)
    emulator = Emulator(width, height)
    emulator.feed("\x1b[m\x1b[2J")

    for one in all_frames:
        grid.draw(one)
        sent, place = difference(shown, grid.rows, place, fills=fills)
        emulator.feed(sent)
        shown = [row.copy() for row in grid.rows]

        assert shows(emulator, grid.rows)


@given(some.data(), some.integers(-5, 5), some.booleans())
def test_what_moves_is_shown_right(data: some.DataObject, by: int, fills: bool) -> None:
    width, height = 40, 12
    before, after = Grid(width, height), Grid(width, height)
    before.draw(data.draw(frames(height, width)))
    top, bottom = sorted(data.draw(some.tuples(some.integers(0, height - 1), some.integers(0, height - 1))))
    after.draw(data.draw(frames(height, width)))
    for row in range(top, bottom + 1):
        if top <= row + by <= bottom:
            after.rows[row] = before.rows[row + by].copy()
    emulator = Emulator(width, height)
    emulator.feed(written_out(before.rows))

    sent, _ = difference(before.rows, after.rows, Place(), fills=fills)
    emulator.feed(sent)

    assert shows(emulator, after.rows)


def prose(first: int, last: int, width: int = 76) -> list[Row]:
    return [
        list(cells(f"  {'line ' * (number % 7 + 3)}{number} and so on".ljust(width)[:width], PLAIN))
        for number in range(first, last)
    ]


def test_a_line_further_is_scrolled() -> None:
    assert best_scroll(prose(0, 20), prose(1, 21), range(20)) == Scroll(0, 19, 1, is_plain=True)
    sent, _ = difference(prose(0, 20), prose(1, 21), Place())
    assert sent == "\x1b[H\x1b[M\x1b[20H\x1b[m  " + "line " * 9 + "20 and so on\x1b[K"


def test_a_line_back_is_scrolled_within_what_stays() -> None:
    head = prose(100, 101)
    before, after = head + prose(5, 20) + head, head + prose(4, 19) + head

    assert best_scroll(before, after, range(1, 16)) == Scroll(1, 15, -1, is_plain=True)
    sent, _ = difference(before, after, Place())
    assert sent.startswith("\x1b[2;16r\x1b[2H\x1b[L\x1b[r\x1b[2H\x1b[m  line")
    assert len(sent) < 90


def test_a_page_further_is_not_scrolled_for_one_line() -> None:
    assert best_scroll(prose(0, 20), prose(19, 39), range(20)) is None


def test_one_letter_takes_one_letter() -> None:
    before, after = prose(0, 1), prose(0, 1)
    after[0][4] = ("x", PLAIN)

    assert difference(before, after, Place(4, 0, PLAIN)) == ("x", Place(5, 0, PLAIN))


def test_nothing_is_sent_for_nothing() -> None:
    assert difference(prose(0, 9), prose(0, 9), Place()) == ("", Place())


def test_a_coloured_end_of_line_is_erased_only_where_the_terminal_fills() -> None:
    ground = pen_of("48;5;234")
    before, after = prose(3, 4), [list(cells("end".ljust(76), ground))]

    filled, _ = difference(before, after, Place(0, 0, PLAIN), fills=True)
    assert filled == "\x1b[48;5;234mend\x1b[K"
    written, _ = difference(before, after, Place(0, 0, PLAIN), fills=False)
    assert written == "\x1b[48;5;234mend" + " " * 73


def test_after_a_glyph_of_unsure_width_the_cursor_is_placed_anew() -> None:
    sent, place = difference([[(" ", PLAIN)] * 9], [list(cells("a🙂b     ", PLAIN))], Place(0, 0, PLAIN), fills=True)

    assert sent == "a  \x1b[2G🙂\x1b[4Gb"
    assert place == Place(4, 0, PLAIN)

"""Nothing but the program's own sequences leaves."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.cells import cell_len

from briefing.tui.clipboard import copying
from briefing.tui.terminal.cells import NARROW, cells, clusters, is_sure
from briefing.tui.terminal.frames import Grid
from briefing.tui.terminal.pens import PLAIN
from briefing.tui.terminal.shadow import Shadow
from briefing.tui.terminal.wall import passing

OWN = re.compile(r"\x1b\[[\d;]*[HmKMLXGABCDr]|\x1b\[2J|\x1b\[\?2026[hl]|[\r\n\b]")
EVIL = (
    "\x1b]0;PWNED\x07", "\x1b]52;c;UEVO\x07", "\x1b[2J", "\x1b[31m", "\x1b[5;5H", "\x9b31m", "\x1bc", "\x1b[6n", "\x1bP+q\x1b\\",
    "\x1b[?1049l", "\x1b[21t", "\x1b]8;;http://x\x07", "\x1b(0", "\x0e", "\x07", "\x08", "\r", "\x7f", "\u202e", "\u2066",
    "\x1b", "\x85", "\u2028", "\udc9b", "\U000e0041",
)  # fmt: skip
evil = some.lists(some.one_of(some.sampled_from(EVIL), some.text(max_size=5)), max_size=8).map("".join)


@given(some.lists(evil, max_size=4), some.booleans())
def test_a_text_cannot_speak_to_the_terminal(texts: list[str], fills: bool) -> None:
    shadow = Shadow(fills=fills)
    sent = ""

    for text in texts:
        shadow.draw(f"\x1b[1;1H\x1b[1m{text}\x1b[0m\x1b[1;1H", 40, 4)
        sent += shadow.update()

    rest = OWN.sub("", sent.replace("\x1b[r\x1b[m\x1b[2J", ""))
    assert not re.search(
        r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\U000e0000-\U000e007f]", rest
    )
    assert "PWNED\x07" not in sent
    sent.encode()


@given(evil)
def test_what_is_no_sequence_of_the_programs_does_not_pass(text: str) -> None:
    found = passing(text)

    assert found is None or text == found.sequence
    assert passing(text + "\x1b]0;title\x07") is None


@pytest.mark.parametrize(
    "written",
    ["\x1b[?1049h", "\x1b[?25l", "\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x07", "\x1b]52;c;UEVO\x07"],
)
def test_the_programs_own_pass(written: str) -> None:
    found = passing(written)

    assert found is not None
    assert found.sequence == written


@pytest.mark.parametrize("environment", [{}, {"TMUX": "1"}, {"TERM": "screen"}])
@pytest.mark.parametrize("length", [0, 1, 3, 2000])
def test_what_is_copied_passes(environment: dict[str, str], length: int) -> None:
    found = passing(copying("word" * length, environment) or "")

    assert found is not None
    assert found.is_copy


@pytest.mark.parametrize(
    "written",
    [
        "\x1b]52;c;?\x07",
        "\x1b]52;c;UE\x1bVO\x07",
        "\x1b]0;x\x07",
        "\x1b[?1049h\x1b[2J",
        "\x1b[6n",
        "\x1b]22;text\x07",
        "x",
        "",
    ],
)
def test_others_do_not_pass(written: str) -> None:
    assert passing(written) is None


def test_a_sure_glyph_is_as_wide_as_it_is_taken_to_be() -> None:
    characters = [chr(code) for code in range(0x20, 0x11000) if not 0xD800 <= code < 0xE000]
    sure = [character for character in characters if is_sure(character)]

    assert [one for one in sure if cell_len(one) != (1 if one in NARROW else 2)] == []
    assert [one for one in sure if unicodedata.category(one) in {"Mn", "Me", "Cc", "Cf"}] == []
    assert not is_sure("e\u0301")


@given(some.text())
def test_cells_take_as_much_room_as_textual_thinks(text: str) -> None:
    assert len(cells(text, PLAIN)) == sum(cell_len(cluster) for cluster in clusters(text))


@given(some.text(alphabet=some.characters(min_codepoint=0x20, max_codepoint=0x4FF)))
def test_what_the_terminal_has_no_letters_for_is_told_in_others(text: str) -> None:
    shown = "".join(glyph for glyph, _ in cells(text, PLAIN, "ascii"))

    assert shown.isascii()
    assert len(cells(text, PLAIN, "ascii")) == len(cells(text, PLAIN))


def test_quotes_and_dashes_have_likenesses() -> None:
    shown = "".join(glyph for glyph, _ in cells("“naïve” — 漢…", PLAIN, "ascii"))

    assert shown == '"naive" - ??.'


def test_half_of_a_wide_glyph_is_never_left() -> None:
    grid = Grid(6, 1)
    grid.draw("\x1b[1;1H漢漢漢")
    grid.draw("\x1b[1;2Hx")
    assert [glyph for glyph, _ in grid.rows[0]] == [" ", "x", "漢", "", "漢", ""]
    grid.draw("\x1b[1;6H語")
    assert [glyph for glyph, _ in grid.rows[0]] == [" ", "x", "漢", "", " ", " "]
    grid.draw("\x1b[9;9H語\x1b[1;99Hx")
    assert [glyph for glyph, _ in grid.rows[0]] == [" ", "x", "漢", "", " ", " "]


def test_lines_that_are_drawn_are_drawn_in_ascii_too() -> None:
    assert "".join(glyph for glyph, _ in cells("── │ …", PLAIN, "ascii")) == "-- | ."

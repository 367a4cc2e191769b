from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.drawing.pieces import Piece
from briefing.reading.story.laying import Laying, Report, flowing
from briefing.reading.wrapping import cells

WORDS = st.lists(st.text(alphabet="ab 宽\u00a0-é", max_size=20), max_size=6)


@given(WORDS, st.integers(4, 40))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(words: list[str], width: int) -> None:
    pieces = [Piece(text, str(number)) for number, text in enumerate(words)]

    lines = list(flowing(pieces, width))

    drawn = "".join(piece.text for line in lines for piece in line)
    assert all(sum(cells(piece.text) for piece in line) <= width for line in lines)
    assert drawn.replace(" ", "").replace("\u00a0", "") == "".join(words).replace(" ", "").replace("\u00a0", "")


def test_words_keep_their_looks_across_lines() -> None:
    lines = list(flowing([Piece("one two ", "a"), Piece("three", "b")], 8))

    assert lines == [(Piece("one two", "a"),), (Piece("three", "b"),)]


def test_words_that_belong_together_stay_on_one_line() -> None:
    lines = list(flowing([Piece("said the Harbour\u00a0Post", "a")], 14))

    assert [line[0].text for line in lines] == ["said the", "Harbour\u00a0Post"]


def test_lines_hang_below_their_lead() -> None:
    laying = Laying(16)
    laying.target(Report("a"))
    laying.hanging((Piece(" = ", "mark"),), (Piece("one two three four", "text"),))

    lines = laying.done().lines

    assert ["".join(piece.text for piece in line.pieces) for line in lines] == [" = one two", "   three four"]
    assert {line.target for line in lines} == {0}


def test_headings_and_blank_lines_lead_to_nothing() -> None:
    laying = Laying(40)
    laying.target(Report("a"))
    laying.line(Piece("one", "text"))
    laying.heading("TWO")
    laying.blank()
    laying.blank()

    assert [line.target for line in laying.done().lines] == [0, None, None]

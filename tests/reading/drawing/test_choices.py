"""What the lines of a list to choose from say."""

from __future__ import annotations

from briefing.keymap import Keymap
from briefing.reading import offers
from briefing.reading.choice import Ask, Choice, Option, choice
from briefing.reading.drawing.choices import choice_line
from briefing.reading.drawing.pieces import ASCII, UNICODE, Signs


def drawn(asked: Choice, signs: Signs) -> list[str]:
    """Return all lines of a list, each with its words alone."""
    count = len(asked.options) + 2
    return ["".join(piece.text for piece in choice_line(asked, at, width=80, signs=signs)) for at in range(count)]


def test_the_keys_and_the_signs_are_told_in_the_letters_that_the_terminal_has() -> None:
    lines = drawn(offers.keys(Keymap()), ASCII)
    assert not [line for line in lines if not line[:20].isascii()]
    assert any(line.split()[:2] == ["j", "Down"] for line in lines)
    assert any(line.split()[:4] == ["*", "not", "read", "yet"] for line in lines)
    assert any("↓" in line for line in drawn(offers.keys(Keymap()), UNICODE))


def test_lines_of_a_search_are_not_counted_beside_the_number_of_its_articles() -> None:
    found = (Option("Harbour closed", "1"), Option("the harbour was closed", "1"))
    assert "2" not in drawn(choice(Ask.SEARCH, "1 ARTICLE", found, empty=""), UNICODE)[0]
    assert " 2 " in drawn(choice(Ask.NAME, "NAMES", found, empty=""), UNICODE)[0]

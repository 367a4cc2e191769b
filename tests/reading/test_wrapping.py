from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.reading.wrapping import cells, padded, shortened, wrapped

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]) | st.just(" "), max_size=300)


def lines(text: str, width: int) -> list[str]:
    return [span.of(text) for span in wrapped(text, Span(0, len(text)), width=width)]


@given(TEXTS, st.integers(2, 90))
def test_wrapping_loses_and_adds_no_character(text: str, width: int) -> None:
    assert "".join(lines(text, width)) == text


@given(TEXTS, st.integers(2, 90))
def test_no_line_is_wider_than_asked_for(text: str, width: int) -> None:
    assert all(cells(line.rstrip(" ")) <= width for line in lines(text, width))


@given(TEXTS, st.integers(2, 90))
def test_every_line_but_the_only_one_holds_something(text: str, width: int) -> None:
    found = lines(text, width)

    assert len(found) == 1 or all(found)


def test_a_line_breaks_between_words() -> None:
    assert lines("one two three", 8) == ["one two ", "three"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines("some 5\N{NO-BREAK SPACE}000 men", 9) == ["some ", "5\N{NO-BREAK SPACE}000 men"]


def test_a_word_wider_than_the_line_is_parted_after_a_hyphen() -> None:
    assert lines("secretary-general", 12) == ["secretary-", "general"]


def test_a_word_without_a_hyphen_is_parted_where_the_line_ends() -> None:
    assert lines("abcdefgh", 3) == ["abc", "def", "gh"]


def test_wide_characters_count_two_cells() -> None:
    assert lines("北京北京北京", 4) == ["北京", "北京", "北京"]


def test_what_is_too_long_is_cut_at_a_word_and_says_so() -> None:
    assert shortened("Harbour closed again", 17) == "Harbour closed…"


@given(TEXTS, st.integers(1, 40))
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert cells(shortened(text, width)) <= width


def test_padding_counts_cells() -> None:
    assert padded("北", 4) == "北  "

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import panel as paneling
from briefing.reading.panel import Panel
from briefing.reading.wrapping import cells
from tests.reading.samples import analysis_of_harbour


def panel(*, width: int = 28, height: int = 20) -> Panel:
    return paneling.filled(Panel(width, height), analysis_of_harbour())


def text(there: Panel) -> list[str]:
    return ["".join(piece.text for piece in line.pieces).rstrip() for line in there.lines]


def test_the_event_comes_first_and_who_says_so_below() -> None:
    assert text(panel())[0].startswith("WHAT   accident: collided")
    assert "WHO SAYS SO" in text(panel())


def test_a_claim_shows_the_articles_words() -> None:
    assert " the harbour would open again" in text(panel(width=30))


def test_the_cursor_goes_from_fact_to_fact() -> None:
    there = paneling.moved(panel(), 1)

    assert there.fact == analysis_of_harbour().key_facts[1]
    assert paneling.moved(there, 5).fact == there.fact


def test_what_was_not_looked_at_is_said_below() -> None:
    long = replace(analysis_of_harbour(), remarks=("only the first 200,000 characters were looked at",))

    assert "only the first 200,000" in text(paneling.filled(Panel(), long))


@given(st.integers(12, 100))
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    assert all(cells(line) <= width for line in text(panel(width=width)))


@given(st.integers(1, 10), st.lists(st.integers(-3, 3), max_size=10))
def test_the_fact_under_the_cursor_is_in_view(height: int, moves: list[int]) -> None:
    there = panel(height=height)
    for by in moves:
        there = paneling.moved(there, by)
        own = [number for number, line in enumerate(there.lines) if line.fact == there.cursor]

        assert any(there.top <= number < there.top + height for number in own)


def test_the_facts_of_another_article_are_taken_away() -> None:
    assert paneling.emptied(panel()).lines == ()

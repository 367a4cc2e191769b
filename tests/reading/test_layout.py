from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article
from briefing.reading.layout import LineKind, about, laid_out
from tests.reading.samples import HARBOUR, MARKED, TIDE


def shown(article: Article, width: int) -> list[str]:
    layout = laid_out(article, width=width)
    return [line.before + (line.words or line.span.of(article.text).rstrip()) for line in layout.lines]


def test_the_title_stands_above_a_line_about_the_article_and_the_text() -> None:
    assert shown(HARBOUR, 60)[:5] == [
        "Harbour closed after collision",
        "Harbour Post · Tue 16 Jan 2024 · 1 min",
        "",
        "The harbour of Ansel was closed on Monday. Two ships had",
        "collided in fog. Nobody was hurt.",
    ]


def test_without_a_headline_the_line_about_the_article_comes_first() -> None:
    assert shown(TIDE, 60) == ["Mon 15 Jan 2024 · 1 min", "", "The tide rose by a metre."]


def test_headings_lists_and_quotations_look_like_what_they_are() -> None:
    layout = laid_out(MARKED, width=40)

    assert shown(MARKED, 40)[3:] == ["Three of them", "", "1. first rule", "2. second rule", "", "│ somebody's words"]
    assert [line.kind for line in layout.lines if line.has_text] == [
        LineKind.TITLE,
        LineKind.HEADING,
        LineKind.TEXT,
        LineKind.TEXT,
        LineKind.QUOTE,
    ]


def test_what_the_reader_should_know_of_the_file_is_said_above_the_text() -> None:
    odd = replace(TIDE, remarks=("not UTF-8, read as Windows-1252",))

    assert shown(odd, 60)[1] == "! not UTF-8, read as Windows-1252"


def test_the_time_of_publication_is_told_where_it_is_known() -> None:
    timed = replace(TIDE, published=datetime(2024, 1, 15, 6, 30, tzinfo=UTC))

    assert about(timed, width=60) == "Mon 15 Jan 2024 06:30 · 1 min"


def test_what_does_not_fit_of_the_line_about_the_article_is_left_out_whole() -> None:
    assert about(HARBOUR, width=20) == "Harbour Post · 1 min"


def test_the_day_is_told_shorter_before_it_is_left_out() -> None:
    timed = replace(HARBOUR, published=datetime(2024, 1, 16, 6, 30, tzinfo=UTC))
    assert about(timed, width=36) == "Harbour Post · Tue 16 Jan 2024 06:30"
    assert about(timed, width=35) == "Harbour Post · Tue 16 Jan 2024"
    assert about(timed, width=29) == "Harbour Post · 16 Jan 2024"
    assert about(replace(HARBOUR, published=None), width=22) == "Harbour Post · no date"
    assert about(replace(HARBOUR, published=None), width=21) == "Harbour Post · 1 min"


@given(st.text(st.sampled_from("ab c.\n"), max_size=200), st.integers(4, 40))
def test_all_words_of_the_text_are_shown_in_order(text: str, width: int) -> None:
    article = Article("x", "x.txt", "x", text)

    layout = laid_out(article, width=width)

    spoken = "".join(line.span.of(text) for line in layout.lines)
    assert "".join(spoken.split()) == "".join(text.split())


@given(st.integers(0, len(HARBOUR.text) - 1), st.integers(4, 80))
def test_every_letter_is_on_the_line_that_is_said_to_show_it(offset: int, width: int) -> None:
    layout = laid_out(HARBOUR, width=width)
    line = layout.lines[layout.line_of(offset)]

    assert HARBOUR.text[offset].isspace() or line.span.start <= offset < line.span.end

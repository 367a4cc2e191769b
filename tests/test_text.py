"""Sentences and paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.text import paragraphs, sentences

PROSE = st.text(alphabet=" \n.!?…\"”'()[]-,aAbB1Mr", max_size=120)


def told(text: str, *, headline_end: int | None = None) -> list[str]:
    return [span.of(text) for span in sentences(text, headline_end=headline_end)]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert told("Maj. Gen. Qassem Suleimani died. He was 62.") == ["Maj. Gen. Qassem Suleimani died.", "He was 62."]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    text = "Ferry sinks. Two lost\n\nTwo people were lost."

    assert told(text, headline_end=21) == ["Ferry sinks. Two lost", "Two people were lost."]


def test_a_paragraph_ends_where_a_blank_line_begins() -> None:
    text = "\n one\ntwo \n \n\nthree"

    assert [span.of(text) for span in paragraphs(text)] == ["one\ntwo", "three"]


@given(PROSE)
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    assert "".join("".join(part.split()) for part in told(text)) == "".join(text.split())


@given(PROSE)
def test_no_sentence_begins_or_ends_with_white_space_or_is_empty(text: str) -> None:
    assert all(part and part == part.strip() for part in told(text))


@given(PROSE)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    spans = paragraphs(text)

    assert all(any(whole.contains(part) for whole in spans) for part in sentences(text))

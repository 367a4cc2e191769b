"""Sentences and paragraphs."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import paragraphs, sentences

CORPUS = tomllib.loads((Path(__file__).parent / "corpus" / "sentences.toml").read_text(encoding="utf-8"))
PROSE = st.text(alphabet=" \n.!?…\"”“'()[]-,aAbB1Mr", max_size=120)


def told(text: str, *, headline_end: int | None = None) -> list[str]:
    return [span.of(text) for span in sentences(text, headline_end=headline_end)]


@pytest.mark.parametrize("text", [text for group in CORPUS["whole"] for text in group["texts"]])
def test_a_sentence_stays_whole(text: str) -> None:
    assert told(text) == [text]


@pytest.mark.parametrize("example", CORPUS["parted"], ids=lambda example: str(example["why"]))
def test_a_text_parts_into_its_sentences(example: dict[str, str | list[str]]) -> None:
    assert told(str(example["text"])) == example["into"]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    text = "Ferry sinks. Two lost\n\nTwo people were lost."

    assert told(text, headline_end=21) == ["Ferry sinks. Two lost", "Two people were lost."]


def test_a_day_behind_a_headline_is_a_sentence_of_its_own() -> None:
    text = "Ferry sinks Saturday, January 31, 2009\n\nTwo people were lost."

    assert told(text, headline_end=38) == ["Ferry sinks", "Saturday, January 31, 2009", "Two people were lost."]


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


@given(PROSE, PROSE)
def test_text_before_a_paragraph_only_shifts_its_sentences(before: str, text: str) -> None:
    lead = f"{before.strip()}x\n\n"

    assert told(lead + text)[-len(told(text)) or len(told(lead + text)) :] == told(text)


@pytest.mark.parametrize(
    "part", [".", ". ", "... A ", '"... A ', "\n \n", "[1]", ". [1] ", "“. A", "A b c In the ", "U. "]
)
def test_no_text_takes_long(part: str) -> None:
    begun = time.process_time()

    sentences(part * (100_000 // len(part)))

    assert time.process_time() - begun < 2

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import quotes
from briefing.model import Analysis, Article
from briefing.text import sentences


class Case(TypedDict):
    why: str
    text: str
    quotes: list[list[str]]


def cases() -> list[Case]:
    corpus = Path(__file__).parents[2] / "corpus" / "quotes.toml"
    found: list[Case] = tomllib.loads(corpus.read_text(encoding="utf-8"))["case"]
    return found


def analysed(text: str) -> Analysis:
    return quotes.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text)))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["why"])
def test_a_quote_is_found_with_its_speaker(case: Case) -> None:
    found = analysed(case["text"]).quotes

    told = [
        [quote.span.of(case["text"]), quote.speaker.span.of(case["text"]) if quote.speaker else ""] for quote in found
    ]
    assert told == case["quotes"]


@given(st.text(alphabet="ab sS.,\n“”‘’\"'`«»said", max_size=200))
def test_quotes_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = analysed(text).quotes

    assert all(quote.span.end <= len(text) for quote in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))

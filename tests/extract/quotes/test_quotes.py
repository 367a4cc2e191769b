from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.said import analysed, examples, words


@pytest.mark.parametrize(("why", "text", "expected"), examples("quotes"), ids=lambda part: part[:60])
def test_a_quote_is_found_with_its_speaker(why: str, text: str, expected: list[list[str]]) -> None:
    told = [[quote.span.of(text), words(text, quote.speaker)] for quote in analysed(text).quotes]

    assert told == expected, why


@given(st.text(alphabet="ab sS.,\n“”‘’\"'`«»said", max_size=200))
def test_quotes_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = analysed(text).quotes

    assert all(quote.span.end <= len(text) for quote in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))

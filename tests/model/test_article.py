"""Spans among each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span, excerpt, holding


@given(st.lists(st.integers(0, 60), unique=True, max_size=20), st.integers(0, 60), st.integers(1, 9))
def test_the_span_that_holds_another_is_the_one_that_looking_at_each_finds(
    edges: list[int], start: int, length: int
) -> None:
    edges.sort()
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    inner = Span(start, start + length)

    assert holding(spans, inner) == next((one for one in spans if one.contains(inner)), None)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The ferry sank", "The ferry sank"),
        ("Two were hurt", "Two were hurt …"),
        ("Two were hurt when it hit the quay", "Two were hurt when it hit the quay"),
        ("a mate said", "a mate said"),
    ],
)
def test_an_excerpt_tells_that_its_clause_goes_on(words: str, told: str) -> None:
    text = "The ferry sank\n\nTwo were\nhurt when it hit the quay, a mate said."
    start = text.replace("\n", " ").index(words)

    assert excerpt(text, Span(start, start + len(words))) == told

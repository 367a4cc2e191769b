"""Spans among each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span, holding


@given(st.lists(st.integers(0, 60), unique=True, max_size=20), st.integers(0, 60), st.integers(1, 9))
def test_the_span_that_holds_another_is_the_one_that_looking_at_each_finds(
    edges: list[int], start: int, length: int
) -> None:
    edges.sort()
    spans = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    inner = Span(start, start + length)

    assert holding(spans, inner) == next((one for one in spans if one.contains(inner)), None)

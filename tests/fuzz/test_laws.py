"""What must hold for any bytes, tried with a few of them: `make fuzz` tries many more, and follows the code they reach."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.laws import LAWS, NAMES, bounded
from tests.fuzz.seeds import SEARCHES

PIECES = (
    b"---\n", b"title: ", b"date 2024-01-20 ", b"|||||\n", b"tags: [a, b]\n", b"&a ", b"*a", b"<<: ", b"!!python/name:os ", b"{",
    b"[", b"<p>", b"</p>", b"<!--", b"# ", b"> ", b"[x](javascript:a)", b'{"text": "', b'"}\n', b"\x1b]52;c;", b"\x9b2J",
    "\u202e\u2066\u200b".encode(), "e\u0301\u0301".encode(), b"\xff\xfe", b"\0", b"\r", b" ", b"\n\n", b"On Monday ", b"20 Jan 2024 ",
    b"12 people ", b"were killed ", b"more than ", b"$5 million ", b"the ministry said ", b'"', "“".encode(), "”".encode(), b"he ",
    b"according to ", b"denied that ", b"John A. Smith ", b"the U.S. ", b"(UN) ", b"-", b",", b".", b"who ", b"and ", b"9", b"A ", b"a",
)  # fmt: skip
"""What the patterns of the program look for, and what is sent to break it."""


def inputs(*, most: int) -> st.SearchStrategy[bytes]:
    """Return what pieces make in a row, and the same said over and over."""
    row = st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=30).map(b"".join)
    names = st.integers(0, len(NAMES) - 1).map(lambda number: bytes([number]))
    again = st.builds(lambda begun, unit: begun + (unit * most)[:most], names, row)
    return st.builds(lambda begun, words: begun + words, names, row) | again | st.sampled_from(SEARCHES)


@pytest.mark.parametrize("law", sorted(LAWS.keys() - {"stretching"}))
def test_whatever_the_bytes_the_law_holds_within_its_steps(law: str) -> None:
    checked = bounded(LAWS[law])

    @settings(max_examples=60)
    @given(inputs(most=4_000))
    def tried(data: bytes) -> None:
        checked(data)

    tried()


@pytest.mark.parametrize("unit", PIECES)
def test_a_text_that_says_one_thing_for_pages_is_no_more_than_pages_of_work(unit: bytes) -> None:
    bounded(LAWS["stretching"])(unit)

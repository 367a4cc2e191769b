from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.attribution.marks import quoted


def inner(text: str) -> list[str]:
    return [one.span.of(text) for one in quoted(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said ''we go'' today.", ["we go"]),
        ("He said ``we go'' today.", ["we go"]),
        ("«We go,» she said.", ["We go,"]),
        ("„We go“, she said.", ["We go"]),
        ("She wrote “we “really” go” again.", ["we “really” go"]),
        ("The players’ lounge and the ’90s.", []),
        ("‘The players’ lounge is shut,’ he said.", ["The players’ lounge is shut,"]),
        ('A 6" plank, a "new" one.', ["new"]),
        ("“Never closed, he said.\n\n“Closed,” she said.", ["Never closed, he said.", "Closed,"]),
        ('"Opened\n\n"again," he said.', ["Opened", "again,"]),
        ('"Opened and never closed, he said.\n\nNobody spoke.', []),
    ],
)
def test_marks_are_paired(text: str, stretches: list[str]) -> None:
    assert inner(text) == stretches


@given(st.text(alphabet="as .,\n“”‘’\"'`«»„", max_size=120))
def test_stretches_lie_inside_their_marks_in_order(text: str) -> None:
    found = quoted(text)

    assert all(one.outer.contains(one.span) for one in found)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))
    assert all("\n" not in one.span.of(text) for one in found)

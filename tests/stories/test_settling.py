"""Settling: reports on the wrong side of two alike events."""

from __future__ import annotations

from typing import Final

from briefing.stories.nearness import Near
from briefing.stories.settling import settled
from briefing.stories.sketches import Sketch, sketch
from briefing.stories.vectors import Vector, vectors

HERE: Final = "Firefighters put out a blaze in a supermarket in Wellington on Sunday, Somerset police said. Report {}."
THERE: Final = "Firefighters put out a blaze in a supermarket in Banstead on Friday, Surrey police said. Report {}."
NUMBER: Final = 10
STRAY: Final = 4
"""It tells of the first fire, and stands with the second."""
GROUPS: Final = ([0, 1, 2, 3], [4, 5, 6, 7, 8, 9])


def made() -> tuple[list[Sketch], list[Vector]]:
    sketches = [sketch((HERE if number <= STRAY else THERE).format("abcdefghij"[number])) for number in range(NUMBER)]
    return sketches, vectors(sketches)


def near(*, copies: dict[int, int] | None = None) -> Near:
    behind = copies or {}
    own = [number for number in range(NUMBER) if number not in behind]
    return Near(tuple((one, other, 0.5) for other in own for one in own if one < other), behind)


def test_a_report_goes_where_its_own_words_are() -> None:
    sketches, found = made()

    after = settled(GROUPS, near(), found, sketches.__getitem__, lambda _one, _other: True)

    assert after == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_what_the_user_keeps_apart_does_not_come_together() -> None:
    sketches, found = made()

    after = settled(GROUPS, near(), found, sketches.__getitem__, lambda one, other: {one, other} != {STRAY, 0})

    assert [0, 1, 2, 3] in after
    assert [STRAY] in after


def test_a_report_that_is_as_like_to_both_stands_alone() -> None:
    texts = [(HERE if number < STRAY else THERE).format("abcdefghij"[number]) for number in range(NUMBER)]
    texts[STRAY] = f"{HERE.format('x')} {THERE.format('y')}"
    sketches = [sketch(text) for text in texts]

    after = settled(GROUPS, near(), vectors(sketches), sketches.__getitem__, lambda _one, _other: True)

    assert after == [[0, 1, 2, 3], [5, 6, 7, 8, 9], [STRAY]]


def test_a_reprint_goes_with_its_first() -> None:
    sketches, found = made()

    after = settled(GROUPS, near(copies={5: STRAY}), found, sketches.__getitem__, lambda _one, _other: True)

    assert after == [[0, 1, 2, 3, 4, 5], [6, 7, 8, 9]]


def test_groups_that_nothing_joins_stay_as_they_are() -> None:
    sketches, found = made()

    after = settled(GROUPS, Near((), {}), found, sketches.__getitem__, lambda _one, _other: True)

    assert after == [list(group) for group in GROUPS]

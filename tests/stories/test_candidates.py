from __future__ import annotations

from briefing.stories.candidates import MOST, likely, telling
from tests.stories.reports import report

FERRY = "Two ferries collided off Tolna in fog, the coastguard said."
AGAIN = "The coastguard towed one of the ferries to Tolna after the collision in fog."
BREAD = "Bakers in Estmark bake more bread than ever, a guild said."


def found(text: str, *others: str) -> list[int]:
    words = telling(report("one", text).article)
    return likely(words, [(number, telling(report(str(number), other).article)) for number, other in enumerate(others)])


def test_reports_that_begin_with_the_same_rare_words_are_candidates() -> None:
    assert found(FERRY, BREAD, AGAIN) == [1]


def test_the_likeliest_come_first() -> None:
    assert found(FERRY, AGAIN, FERRY) == [1, 0]


def test_words_that_stand_everywhere_tell_nothing() -> None:
    assert not telling(report("one", "It was said that there will be more of it.").article)


def test_there_is_a_bound() -> None:
    assert len(found(FERRY, *[FERRY] * 10)) <= MOST

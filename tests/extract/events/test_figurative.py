from datetime import date

import pytest

from briefing.model import Article
from briefing.pipeline import analyse


def triggers(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [event.trigger.of(text) for event in found.events]


@pytest.mark.parametrize(
    "text",
    [
        "The canisters testify to the force of the blast in Orlby.",
        "Outside the school, piles of empty gas canisters testify to the fires that youths lit in Orlby.",
    ],
)
def test_a_thing_does_not_testify(text: str) -> None:
    assert "testify" not in triggers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two officers testified on Monday.",
        "Erik Berg and a cousin testified on Monday.",
        "The suspect testified on Monday.",
    ],
)
def test_people_testify(text: str) -> None:
    assert "testified" in triggers(text)

from datetime import date

import pytest

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse


def what(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [line.label for part in sections(found) if part.heading == "WHAT" for line in part.lines]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Berg is not sure she can vote for Ola Lund on Monday, she told reporters in Orlby.",
        "Ola Lund said on Monday that it would have been kind had Ann Berg congratulated him on his election.",
    ],
)
def test_what_is_doubted_or_only_supposed_is_not_told_as_a_deed(text: str) -> None:
    assert not any("vote" in label or "congratulated" in label for label in what(text))


def test_a_deed_is_told() -> None:
    assert what("Ann Berg voted for Ola Lund in Orlby on Monday.") != []

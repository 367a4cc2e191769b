"""Bodies of a state, called by the state's name."""

from __future__ import annotations

import pytest

from briefing.extract import entities
from briefing.extract.entities.bodies import bodies
from briefing.extract.entities.tokens import tokenised
from briefing.model import Analysis, Article, MentionForm


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US military said so.", [("US military", "The US military")]),
        ("It hit Iraq's security forces.", [("Iraq security forces", "Iraq's security forces")]),
        ("US forces and the British government", [("US military", "US forces"), ("British government", "the British government")]),
        ("Iraqi government officials spoke.", []),
        ("Iraqi and Kurdish officials spoke.", []),
    ],
)  # fmt: skip
def test_a_body_is_found_with_the_article_before_it(text: str, found: list[tuple[str, str]]) -> None:
    assert [(body.name, body.span.of(text)) for body in bodies(tokenised(text))] == found


def test_the_military_and_the_forces_of_a_country_are_one_thing_related_to_it() -> None:
    text = "The US military said so on Monday. US forces were hurt in Iraq, and the US sent more."

    found = entities.recognise(Analysis(Article(id="a", path="a.txt", title="", text=text))).entities

    country = next(entity for entity in found if entity.name == "US")
    military = next(entity for entity in found if entity.name == "US military")
    assert military.related == (country.id,)
    assert [(mention.span.of(text), mention.form) for mention in military.mentions] == [
        ("The US military", MentionForm.NOMINAL),
        ("US forces", MentionForm.NOMINAL),
    ]

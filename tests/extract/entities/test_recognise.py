"""The recogniser as a whole: names in, entities out."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract import entities
from briefing.model import Analysis, Article, Entity, EntityType, MentionForm


def found_in(text: str) -> tuple[Entity, ...]:
    return entities.recognise(Analysis(Article(id="a", path="a.txt", title="", text=text))).entities


def test_an_acronym_in_brackets_is_one_thing_with_its_long_form() -> None:
    text = "The missiles were seen by US Central Command (CENTCOM) on Saturday. CENTCOM gave no details."

    command = next(entity for entity in found_in(text) if entity.name == "US Central Command")

    assert command.type is EntityType.ORG
    assert [mention.span.of(text) for mention in command.mentions if mention.form is MentionForm.NAME] == [
        "US Central Command",
        "CENTCOM",
        "CENTCOM",
    ]


def test_a_people_is_related_to_its_country_and_not_merged_with_it() -> None:
    found = found_in("Iran fired missiles on Monday. The Iranian general denied that Iran had aimed at the town.")

    country = next(entity for entity in found if entity.type is EntityType.GPE)
    people = next(entity for entity in found if entity.type is EntityType.NORP)
    assert people.related == (country.id,)


def test_text_without_capitals_has_no_entities() -> None:
    assert found_in("nobody said anything of note, and the rest is silence") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AaBbÉéЖжם中 \n.'’-\"(1\u00a0&@/", max_size=80))
def test_every_name_lies_in_the_text_and_names_never_overlap(text: str) -> None:
    found = found_in(text)

    spans = sorted(mention.span for entity in found for mention in entity.mentions if mention.form is MentionForm.NAME)
    assert all(span.end <= len(text) and len(span) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))

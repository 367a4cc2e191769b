import pytest

from briefing.model import Entity, EntityMention, EntityType, MentionForm, Span
from tests.extract.said import analysed


def entity(
    text: str,
    number: int,
    name: str,
    *others: str,
    form: MentionForm = MentionForm.NOMINAL,
    of: EntityType = EntityType.ORG,
) -> Entity:
    """Return an entity with its first mention by `name` and one mention for each of the others."""
    mentions = [EntityMention(Span(text.index(name), text.index(name) + len(name)))]
    mentions += [EntityMention(Span(text.index(other), text.index(other) + len(other)), form) for other in others]
    return Entity(f"e{number}", of, name, tuple(sorted(mentions, key=lambda mention: mention.span)))


def test_a_pronoun_leads_to_its_entity() -> None:
    text = "Ola Berg left at noon. “We will be back on Monday,” he said."
    found = analysed(text, entity(text, 1, "Ola Berg", "he said"[:2], form=MentionForm.PRONOUN))

    assert [quote.speaker and quote.speaker.entity for quote in found.quotes] == ["e1"]


def test_officials_of_a_country_are_not_the_country() -> None:
    text = "The base was hit at noon, according to two Norwegian officials."
    found = analysed(text, entity(text, 1, "Norwegian"))

    assert [claim.source and claim.source.entity for claim in found.claims] == [None]


def test_a_person_after_a_title_is_the_source() -> None:
    text = "Harbour master Ola Berg of Tromso said the ferry was safe."
    found = analysed(text, entity(text, 1, "Ola Berg"), entity(text, 2, "Tromso"))

    assert [claim.source and claim.source.entity for claim in found.claims] == ["e1"]


def test_the_statement_is_that_of_whoever_was_last_heard() -> None:
    text = (
        "The Harbour Union warned of a strike. “We have waited for an answer since March,” the statement said. "
        "Ferries sailed on time."
    )
    found = analysed(text, entity(text, 1, "Harbour Union"))

    assert [quote.speaker and quote.speaker.entity for quote in found.quotes] == ["e1"]


def test_without_entities_the_words_stand_alone() -> None:
    found = analysed("The mayor said the bridge was safe.")

    assert [claim.source and claim.source.entity for claim in found.claims] == [None]


def test_the_one_who_tells_in_a_relative_clause_is_the_one_it_hangs_on() -> None:
    text = "Ola Berg, who told police that he had seen nothing, left town."
    found = analysed(text, entity(text, 1, "Ola Berg", of=EntityType.PERSON))

    assert [claim.source and claim.source.entity for claim in found.claims] == ["e1"]


def test_an_office_is_the_person_named_behind_it() -> None:
    text = "The union’s leader, Ola Berg, said that it would strike."
    found = analysed(text, entity(text, 1, "Ola Berg", of=EntityType.PERSON))

    assert [claim.source and claim.source.entity for claim in found.claims] == ["e1"]


def test_who_is_told_is_not_who_says_it() -> None:
    text = "The captain told Ola Berg that the engine had failed."
    found = analysed(text, entity(text, 1, "Ola Berg", of=EntityType.PERSON))

    assert [claim.source and claim.source.entity for claim in found.claims] == [None]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ("", "e1"),
        ("She left early. ", "e1"),
        ("The crowd cheered for Per Lie. ", "e1"),
        ("Per Lie went home. ", None),
    ],
    ids=["at once", "after more of her", "somebody is named on the way", "somebody heads a sentence"],
)
def test_she_is_the_one_who_spoke_before(between: str, speaker: str | None) -> None:
    text = f"Mia Toft said that the bank was sound. {between}“There is no risk to anyone,” she said."
    people = [entity(text, 1, "Mia Toft", of=EntityType.PERSON)]
    if "Per Lie" in between:
        lie = entity(text, 2, "Per Lie", "she said", form=MentionForm.PRONOUN, of=EntityType.PERSON)
        pronoun = text.index("she said")
        mentions = (lie.mentions[0], EntityMention(Span(pronoun, pronoun + 3), MentionForm.PRONOUN))
        people.append(Entity("e2", EntityType.PERSON, "Per Lie", mentions))

    found = analysed(text, *people)

    assert found.quotes[0].speaker is not None
    assert found.quotes[0].speaker.entity == (speaker or "e2")


def test_a_she_is_never_a_man() -> None:
    text = "Mr Ola Berg said it would rain. “I packed my boots,” she said."
    found = analysed(text, entity(text, 1, "Ola Berg", of=EntityType.PERSON))

    assert [quote.speaker and quote.speaker.entity for quote in found.quotes] == [None]

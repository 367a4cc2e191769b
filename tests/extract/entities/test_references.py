"""Nouns and pronouns that mean a thing named before."""

from __future__ import annotations

from briefing.extract.entities.references import Named, references
from briefing.extract.entities.tokens import tokenised
from briefing.model import EntityType

ORG, PERSON, FAC = EntityType.ORG, EntityType.PERSON, EntityType.FAC


def meant(text: str, **types: EntityType) -> list[tuple[str, str]]:
    """Return each reference of `text` with the name that it means; `types` gives the names, _ for a blank."""
    names = {tuple(name.split("_")): number for number, name in enumerate(types)}
    sentences = tokenised(text)
    named = [
        [
            Named(at, at + len(words), number)
            for at in range(len(sentence.words))
            for words, number in names.items()
            if sentence.words[at : at + len(words)] == words
        ]
        for sentence in sentences
    ]
    listed = list(types)
    return [
        (reference.span.of(text), listed[reference.thing])
        for reference in references(sentences, named, list(types.values()))
    ]


def test_the_group_is_what_was_called_one() -> None:
    text = "Ansar, an Iran-backed militia group, met Reuters. The group said it would go on."

    assert meant(text, Ansar=ORG, Reuters=ORG) == [("The group", "Ansar"), ("it", "Ansar")]


def test_the_base_is_the_one_with_base_in_its_name() -> None:
    assert meant("Rockets hit Ain Base near Camp Lee. The base burned.", Ain_Base=FAC, Lee=FAC) == [
        ("The base", "Ain_Base")
    ]


def test_a_group_between_two_doubtful_ones_means_neither() -> None:
    assert meant("Ansar fought Badr. The group won.", Ansar=ORG, Badr=ORG) == []


def test_he_is_the_only_person_before() -> None:
    assert meant("Ali Omar spoke. He left, and Reuters saw him.", Ali_Omar=PERSON, Reuters=ORG) == [
        ("He", "Ali_Omar"),
        ("him", "Ali_Omar"),
    ]


def test_he_between_two_people_means_neither() -> None:
    assert meant("Ali Omar met Ben Obi. He left.", Ali_Omar=PERSON, Ben_Obi=PERSON) == []


def test_the_minister_is_the_person_with_the_office() -> None:
    text = "Minister Ali Omar met Ben Obi. The minister left."

    assert meant(text, Ali_Omar=PERSON, Ben_Obi=PERSON) == [("The minister", "Ali_Omar")]


def test_what_they_called_is_of_the_subject_and_they_elsewhere_is_nobody() -> None:
    text = "Ansar cited what they called a crime. They were many."

    assert meant(text, Ansar=ORG) == [("they", "Ansar")]

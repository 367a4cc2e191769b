from briefing.extract import claims, quotes
from briefing.model import Analysis, Article, Entity, EntityMention, EntityType, MentionForm, Span
from briefing.text import sentences


def entity(text: str, number: int, name: str, *others: str, form: MentionForm = MentionForm.NOMINAL) -> Entity:
    """Return an entity with its first mention by `name` and one mention for each of the others."""
    mentions = [EntityMention(Span(text.index(name), text.index(name) + len(name)))]
    mentions += [EntityMention(Span(text.index(other), text.index(other) + len(other)), form) for other in others]
    return Entity(f"e{number}", EntityType.ORG, name, tuple(sorted(mentions, key=lambda mention: mention.span)))


def analysed(text: str, *entities: Entity) -> Analysis:
    found = Analysis(Article("a", "a.txt", "", text), sentences(text), entities)
    return claims.recognise(quotes.recognise(found))


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

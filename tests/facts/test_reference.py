from briefing.facts.ground import ground
from briefing.facts.reference import is_clear, is_open
from briefing.model import Analysis, Article, Entity, EntityMention, EntityType, MentionForm, Source, Span


def found(text: str, names: dict[str, EntityType]) -> Analysis:
    entities = tuple(
        Entity(
            f"e{number}",
            kind,
            name,
            (EntityMention(Span(text.index(name), text.index(name) + len(name)), MentionForm.NAME),),
        )
        for number, (name, kind) in enumerate(names.items())
    )
    stops = [at + 1 for at, sign in enumerate(text) if sign == "."]
    starts = [0, *(stop + 1 for stop in stops[:-1])]
    return Analysis(Article("a", "a.txt", "", text), tuple(map(Span, starts, stops)), entities=entities)


def source(text: str, words: str) -> Source:
    return Source(Span(text.index(words), text.index(words) + len(words)), "e0")


def test_a_pronoun_is_clear_where_one_person_alone_is_named_before_it() -> None:
    text = "Berg met nobody. He left in May."
    one = found(text, {"Berg": EntityType.PERSON})

    assert is_clear(one, ground(one), source(text, "He"))


def test_a_pronoun_is_not_clear_between_two_persons() -> None:
    text = "Berg met Lund. He left in May."
    two = found(text, {"Berg": EntityType.PERSON, "Lund": EntityType.PERSON})

    assert not is_clear(two, ground(two), source(text, "He"))


def test_a_pronoun_is_not_clear_far_behind_a_name() -> None:
    text = "Berg came. It rained. He left in May."
    far = found(text, {"Berg": EntityType.PERSON})

    assert not is_clear(far, ground(far), source(text, "He"))


def test_the_company_is_open_between_two() -> None:
    text = "Berg Mills sued Lund Works. The company lost."
    two = found(text, {"Berg Mills": EntityType.ORG, "Lund Works": EntityType.ORG})
    one = found(text, {"Berg Mills": EntityType.ORG})

    assert is_open(two, ground(two), source(text, "The company"))
    assert not is_open(one, ground(one), source(text, "The company"))

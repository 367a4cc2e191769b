import pytest

from briefing.facts.told import told
from briefing.model import Analysis, Article, Claim, Entity, EntityMention, EntityType, Source, Span


def said_by(text: str, source: str, cue: str, names: dict[str, EntityType]) -> str:
    """Return the words for the source of the one claim of `text`, whose source was found to be `source`."""

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    entities = tuple(
        Entity(f"e{number}", kind, name, (EntityMention(at(name)),))
        for number, (name, kind) in enumerate(names.items())
    )
    claim = Claim("c1", at("the road was closed"), at(cue), Source(at(source), None))
    found = told(Analysis(Article("a", "a.txt", "", text), entities=entities, claims=(claim,)))
    assert found[0].source is not None
    return found[0].source.span.of(text)


@pytest.mark.parametrize(
    ("text", "source", "names", "whole"),
    [
        ("Some party figures said the road was closed.", "Some party", {}, "Some party figures"),
        ("Police in Marl and Orlby said the road was closed.", "Police in Marl", {}, "Police in Marl and Orlby"),
        (
            "Arts and Sciences said the road was closed.",
            "Sciences",
            {"Arts and Sciences": EntityType.ORG},
            "Arts and Sciences",
        ),
        (
            "The unit, Harbour Radio, said the road was closed.",
            "The unit",
            {"Harbour Radio": EntityType.ORG},
            "Harbour Radio",
        ),
        (
            "Ola Berg, the head of works, said the road was closed.",
            "the head of works",
            {"Ola Berg": EntityType.PERSON},
            "Ola Berg",
        ),
        ("Capt. Ida Lund said the road was closed.", "Capt", {"Ida Lund": EntityType.PERSON}, "Capt. Ida Lund"),
        (
            "Harbour Watch, a name under which many groups act since last autumn, said the road was closed.",
            "last autumn",
            {"Harbour Watch": EntityType.ORG},
            "Harbour Watch",
        ),
        (
            "They left the barracks of the Guard, a police source said the road was closed.",
            "the Guard",
            {},
            "a police source",
        ),
        (
            "In Marl the road was closed, said Harbour ranking officer Ida Lund.",
            "Harbour",
            {"Ida Lund": EntityType.PERSON},
            "Ida Lund",
        ),
        ("The council in 2015 said the road was closed.", "The council in 2015", {}, "The council"),
        ("The council later said the road was closed.", "The council", {}, "The council"),
        ("The council, Berg said, the road was closed.", "Berg", {}, "Berg"),
    ],
    ids=[
        "a noun",
        "a second place",
        "the first word",
        "a firm",
        "an office",
        "a rank",
        "an aside",
        "somebody else",
        "behind the cue",
        "a year",
        "an adverb",
        "a comma",
    ],
)
def test_a_source_is_told_whole(text: str, source: str, names: dict[str, EntityType], whole: str) -> None:
    assert said_by(text, source, "said", names) == whole

import pytest

from briefing.facts.sayers import whole
from briefing.facts.speakers import is_said
from briefing.model import Analysis, Article, Claim, ClaimStatus, Source, Span


def claim(text: str, source: str, cue: str, content: str) -> tuple[Analysis, Claim]:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    said = Claim("c1", at(content), at(cue), Source(at(source), None), ClaimStatus.STATED)
    return Analysis(Article("a", "a.txt", "", text), claims=(said,)), said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        ("Two officials said the road was closed.", "Two officials", "said", "the road was closed", True),
        ("The back added 101 yards on the ground.", "The back", "added", "101 yards on the ground", False),
        ("The mayor added the road was closed.", "The mayor", "added", "the road was closed", True),
        ("Acme Corp., Orlby, N.J., reported the road was closed.", "Orlby", "reported", "the road was closed", False),
        ("The Orlby, Texas, maker of boots said it was late.", "Orlby", "said", "it was late", False),
        ("Crews were called to the burning mill.", "Crews", "called", "to the burning mill", False),
        ("The search was called off after three days.", "The search", "called", "after three days", False),
        ("The blasts claimed at least nine lives.", "The blasts", "claimed", "at least nine lives", False),
        ("She had the full support of the unions.", "She", "support", "of the unions", False),
        ("A quarter of a point said a lot.", "A quarter of a point", "said", "a lot", False),
        ("Valley Notes, 20 June 2024", "Valley", "Notes", "20 June 2024", False),
        ("It was late, Lund told the court.", "the court", "told", "It was late", False),
        ("A fund, called Alpine, owns the harbour.", "A fund", "called", "owns the harbour", False),
        ("The man police say fired the shots ran.", "man police", "say", "fired the shots", False),
        ("It was the third time AROS said it had met.", "third time AROS", "said", "it had met", False),
        ("He defended FIFA, which is on trial, saying it was late.", "FIFA", "saying", "it was late", False),
        ("Lund left the room, saying it was late.", "Lund", "saying", "it was late", True),
        ("Everything Lund says is a lie, most think.", "Everything Lund", "says", "is a lie", False),
        ("Members, called to service by the state, ran.", "Members", "called", "to service by the state", False),
        ("His body mass index says he is heavy.", "His body mass index", "says", "he is heavy", False),
        ("Most said it was late and dark.", "Most", "said", "it was late and dark", False),
        ("The Post quoted a man as saying so.", "The Post", "quoted", "a man as saying so", False),
        ("He shut up said it was late and dark.", "He shut up", "said", "it was late and dark", False),
    ],
    ids=[
        "plain",
        "a back that adds yards",
        "a mayor that adds",
        "the seat of a firm",
        "the seat of a maker",
        "passive",
        "called off",
        "lives",
        "a noun",
        "an amount",
        "a name",
        "told",
        "called",
        "whom police name",
        "an occasion",
        "whom more is told of",
        "going on",
        "what is said",
        "called to a place",
        "a measure",
        "nobody",
        "quoting",
        "no name",
    ],
)
def test_only_who_says_something_is_a_speaker(
    text: str, source: str, cue: str, content: str, *, expected: bool
) -> None:
    found, said = claim(text, source, cue, content)

    assert is_said(found, said) is expected


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("The head of the harbour said it was late.", "harbour", "The head of the harbour"),
        ("Guides, who know some of the best walks, said it was late.", "some of the best walks", "Guides"),
        ("The harbour said it was late.", "The harbour", "The harbour"),
    ],
    ids=["behind a preposition", "within a relative clause", "whole already"],
)
def test_a_speaker_is_told_whole(text: str, source: str, speaker: str) -> None:
    _, said = claim(text, source, "said", "it was late")

    told = whole(text, said)

    assert told.source is not None
    assert told.source.span.of(text) == speaker

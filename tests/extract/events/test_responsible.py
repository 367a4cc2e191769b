import pytest

from briefing.extract import events
from briefing.model import Analysis, Article, Claim, ClaimStatus, Source, Span
from briefing.text import sentences

LEAD = "Rockets struck the port of Brenn on Monday. "


def doers(text: str, status: ClaimStatus, *, source: str, cue: str, content: str) -> list[str]:
    def at(words: str) -> Span:
        start = text.rindex(words)
        return Span(start, start + len(words))

    said = Claim("c1", at(content), at(cue), Source(at(source), None), status)
    found = events.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text), claims=(said,)))
    return [one.span.of(text) for one in found.events[0].agent]


@pytest.mark.parametrize(
    ("sentence", "status", "source", "cue", "content", "doer"),
    [
        (
            "The Brigade of the North claimed responsibility.",
            ClaimStatus.CLAIMED_RESPONSIBILITY,
            "the North",
            "claimed responsibility",
            "claimed responsibility",
            "The Brigade of the North",
        ),
        (
            "The attack was claimed by the Northern Front, a militia.",
            ClaimStatus.CLAIMED,
            "the Northern Front",
            "was claimed",
            "The attack",
            "the Northern Front",
        ),
        (
            "The Northern Front said it was behind the attack.",
            ClaimStatus.STATED,
            "The Northern Front",
            "said",
            "it was behind the attack",
            "The Northern Front",
        ),
    ],
    ids=["in the active", "in the passive", "in other words"],
)
def test_a_claim_of_responsibility_gives_the_agent(
    sentence: str, status: ClaimStatus, source: str, cue: str, content: str, doer: str
) -> None:
    assert doers(LEAD + sentence, status, source=source, cue=cue, content=content) == [doer]


def test_a_claim_beside_such_a_sentence_gives_no_agent() -> None:
    text = LEAD + "A guard was wounded, the command said. The attack was claimed by nobody."

    assert (
        doers(
            text,
            ClaimStatus.CLAIMED_RESPONSIBILITY,
            source="the command",
            cue="said",
            content="A guard was wounded",
        )
        == []
    )

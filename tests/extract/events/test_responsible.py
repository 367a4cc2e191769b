import pytest

from briefing.extract import events
from briefing.model import Analysis, Article, Claim, ClaimStatus, Source, Span
from briefing.text import sentences

LEAD = "Rockets struck the port of Brenn on Monday. "


def doers(text: str, status: ClaimStatus, said: tuple[str, str, str]) -> list[str]:
    """Return the agents where the claim with the source, the cue and the content `said` is known."""

    def at(words: str) -> Span:
        start = text.rindex(words)
        return Span(start, start + len(words))

    source, cue, content = map(at, said)
    claim = Claim("c1", content, cue, Source(source, None), status)
    found = events.recognise(Analysis(Article("a", "a.txt", "", text), sentences(text), claims=(claim,)))
    return [one.span.of(text) for one in found.events[0].agent]


@pytest.mark.parametrize(
    ("sentence", "status", "said", "doer"),
    [
        (
            "The Brigade of the North claimed responsibility.",
            ClaimStatus.CLAIMED_RESPONSIBILITY,
            ("the North", "claimed responsibility", "claimed responsibility"),
            "The Brigade of the North",
        ),
        (
            "The attack was claimed by the Northern Front, a militia.",
            ClaimStatus.CLAIMED,
            ("the Northern Front", "was claimed", "The attack"),
            "the Northern Front",
        ),
        (
            "The Northern Front said it was behind the attack.",
            ClaimStatus.STATED,
            ("The Northern Front", "said", "it was behind the attack"),
            "The Northern Front",
        ),
    ],
    ids=["in the active", "in the passive", "in other words"],
)
def test_a_claim_of_responsibility_gives_the_agent(
    sentence: str, status: ClaimStatus, said: tuple[str, str, str], doer: str
) -> None:
    assert doers(LEAD + sentence, status, said) == [doer]


def test_a_claim_beside_such_a_sentence_gives_no_agent() -> None:
    text = LEAD + "A guard was wounded, the command said. The attack was claimed by nobody."
    said = ("the command", "said", "A guard was wounded")

    assert doers(text, ClaimStatus.CLAIMED_RESPONSIBILITY, said) == []

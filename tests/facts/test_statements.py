from briefing.facts.ground import ground
from briefing.facts.statements import statements
from briefing.model import Article
from briefing.pipeline import analyse


def labels(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text))
    return [fact.label for fact in statements(found, ground(found))]


def test_who_denies_has_a_line_and_who_says_the_same_again_has_none() -> None:
    text = (
        "A fire closed the harbour of Orlby on Monday. Ida Lund, the mayor, said that the pumps had failed in the night.\n\n"
        "“The pumps had failed in the night,” Lund said. The pump maker denied that its pumps had failed."
    )

    told = labels(text)

    assert told.index("denied by pump maker") < len(told)
    assert told.count("Ida Lund said") == 1


def test_nobody_is_no_speaker() -> None:
    text = "A fire closed the harbour of Orlby on Monday. Many said that the pumps had failed in the night."

    assert labels(text) == []

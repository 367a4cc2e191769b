import pytest

from briefing.facts.ground import ground
from briefing.facts.statements import statements
from briefing.model import Article
from briefing.pipeline import analyse


def words(text: str) -> list[str]:
    found = analyse(Article("a", "a.txt", "", text))
    return [fact.span.of(text) for fact in statements(found, ground(found))]


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "A fire closed the harbour of Orlby. Police in Orlby said on Monday that the pumps had failed in the night.",
            "the pumps had failed in the night",
        ),
        (
            "A fire closed the harbour of Orlby. Ida Lund, the mayor, told jurors in Mardle that the pumps had failed in the night.",
            "the pumps had failed in the night",
        ),
    ],
)
def test_what_is_said_begins_behind_whom_and_when_it_was_told(text: str, said: str) -> None:
    assert words(text) == [said]


def test_no_statement_ends_with_a_word_that_wants_another() -> None:
    text = "A fire closed the harbour of Orlby. The harbour is near the old stadium, which, Ida Lund said, is full of people on Mondays."

    assert not [said for said in words(text) if said.endswith("which")]


def test_the_company_is_the_one_that_the_article_names() -> None:
    text = (
        "Lenna Mills Inc. will close its works in Orlby. Lenna Mills Inc. lost $40 million last year, and Lenna Mills Inc. has dismissed its chief.\n\n"
        "The company said that its works in Mardle would stay open until the end of the year."
    )

    assert labels(text) == ["Lenna Mills Inc. said"]

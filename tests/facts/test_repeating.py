from datetime import date

from briefing.facts import sections
from briefing.model import Article
from briefing.pipeline import analyse


def told(text: str) -> list[tuple[str, str]]:
    found = analyse(Article("a", "a.txt", "", text, published=date(2026, 3, 4)))
    return [(part.heading, line.label) for part in sections(found) for line in part.lines]


def test_a_sum_that_what_happened_names_has_no_line_of_its_own() -> None:
    lines = told("The attorney general of Lenna is suing Ola Lund for $40 million, she said in Orlby on Monday.")

    assert any(heading == "WHAT" and "$40 million" in label for heading, label in lines)
    assert not any(heading == "FIGURES" for heading, _ in lines)


def test_a_toll_has_its_line_though_what_happened_names_it() -> None:
    lines = told("A bomb blast in Orlby on Monday left 40 people killed and injured, police said.")

    assert ("HURT", "40 killed or injured") in lines or ("FIGURES", "40 killed or injured") in lines


def test_who_says_what_happened_stands_beside_it_and_not_below_it() -> None:
    lines = told("Police said a bus hit a tram in Orlby on Monday. Two people were hurt, doctors said.")

    assert not any(heading == "WHO SAYS SO" and label.lower().startswith("police") for heading, label in lines)


def test_a_share_that_a_statement_tells_has_no_line_of_its_own() -> None:
    lines = told(
        "Berg led Lund in Orlby on Monday. A survey showed that 54 percent of teachers would vote for Berg, its authors said."
    )

    assert not (any("54 %" in label for _, label in lines) and any("survey" in label for _, label in lines))

import pytest

from briefing.extract.claims.lessons import labelled, own_texts


def test_labels_become_ranges_and_the_numbers_of_a_line_are_its_own() -> None:
    text, claims = labelled(["{s1 Berg} {c1 said} {t1 {s2 Lie} had {c2 denied} {t2 it}}.", "{c1 No word} came."])

    assert text == "Berg said Lie had denied it.\n\nNo word came."
    words = [[text[start:end] for key in ("source", "cue", "content") for start, end in one[key]] for one in claims]
    assert words == [["Berg", "said", "Lie had denied it"], ["Lie", "denied", "it"], ["No word"]]


@pytest.mark.parametrize("line", ["{s1 Berg said it.", "Berg} said it."])
def test_a_brace_that_stands_alone_is_told(line: str) -> None:
    with pytest.raises(ValueError, match="a brace"):
        labelled([line])


def test_every_own_claim_has_a_cue() -> None:
    assert all(claim["cue"] for _, claims in own_texts() for claim in claims)

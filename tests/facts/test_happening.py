import pytest

from briefing.facts.happening import what_label
from briefing.model import Article
from briefing.pipeline import analyse


def label(text: str) -> str:
    found = analyse(Article("a", "a.txt", "", text))
    return what_label(found, found.events[0])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The president will appoint Dr. Regine Vahl as envoy on Monday.", "will appoint Dr. Regine Vahl as envoy on Monday"),
        ("Acme agreed to buy Delta Foods for $20 million.", "agreed to buy Delta Foods for $20 million"),
        ("Police did not arrest the treasurer in Velmont.", "did not arrest the treasurer in Velmont"),
        ("The novelist Ada Brill died.", "novelist Ada Brill died"),
        ("The coach was dismissed by the club in Orlby.", "coach dismissed by the club in Orlby"),
        ("The council condemned the bombing Aug. 7 of a bank.", "condemned the bombing Aug. 7 of a bank"),
    ],
)  # fmt: skip
def test_a_label_says_what_happened_and_whether_it_did(text: str, told: str) -> None:
    assert label(text) == told

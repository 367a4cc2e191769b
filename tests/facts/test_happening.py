import pytest

from briefing.facts.happening import what_label
from briefing.model import Article
from briefing.pipeline import analyse


def label(text: str) -> str:
    found = analyse(Article("a", "a.txt", "", text))
    return what_label(found, found.events[0])


def test_what_stands_behind_an_infinitive_is_no_verb_of_its_own() -> None:
    found = analyse(Article("a", "a.txt", "", "The council decided on Friday to remove suspended mayor Arlen Vahl."))

    assert [event.trigger.of(found.article.text) for event in found.events] == ["remove"]


def test_victims_whom_no_number_counts_are_told() -> None:
    text = "A bomb exploded at a bank in Brenn on Friday, killing a police officer and a guard."
    found = analyse(Article("a", "a.txt", "", text))

    assert [what_label(found, event) for event in found.events][1] == "killing a police officer"


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

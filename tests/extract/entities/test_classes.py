"""The class of whole names."""

from __future__ import annotations

import pytest

from briefing.extract.entities.classes import NO_NAME, classed
from briefing.extract.entities.tagger import CLASSES, Found
from briefing.extract.entities.tokens import Sentence, tokenised
from briefing.extract.entities.whole import Gathered, traits


class Opinion:
    """A model that always gives the same shares."""

    def __init__(self, shares: dict[str, float]) -> None:
        self.shares = shares

    def set(self, sequence: object) -> None:
        """Look at nothing."""

    def tag(self) -> list[str]:
        """Return the class with the largest share."""
        return [max(self.shares, key=lambda label: self.shares[label])]

    def marginal(self, label: str, index: int) -> float:
        """Return the share that was given."""
        return self.shares.get(label, 0.0) if index == 0 else 0.0


def named(sentence: Sentence, word: str, label: str, share: float) -> Found:
    """Return the name of one word that the tagger found with some doubt."""
    at = sentence.words.index(word)
    other = (1 - share) / (len(CLASSES) - 1)
    return Found(at, at + 1, label, share, tuple(share if label == told else other for told in CLASSES))


def test_a_class_that_the_whole_article_speaks_for_wins_over_a_doubtful_tagger() -> None:
    (sentence,) = tokenised("Shares in Zentrala fell.")
    doubtful = named(sentence, "Zentrala", "PLACE", 0.5)

    [[found]] = classed([sentence], [[doubtful]], Opinion({"ORG": 0.9, "PLACE": 0.1}), source="own")

    assert found.label == "ORG"
    assert found.trust < 0.9


def test_a_sure_tagger_keeps_its_class_against_a_doubtful_second_opinion() -> None:
    (sentence,) = tokenised("Shares in Zentrala fell.")
    sure = named(sentence, "Zentrala", "PLACE", 0.99)

    assert classed([sentence], [[sure]], Opinion({"ORG": 0.55, "PLACE": 0.45}), source="own") == [[sure]]


def test_what_is_no_name_goes() -> None:
    (sentence,) = tokenised("Beans are sold in Leon.")
    doubtful = named(sentence, "Beans", "PERSON", 0.5)

    assert classed([sentence], [[doubtful]], Opinion({NO_NAME: 0.95, "PERSON": 0.05}), source="own") == [[]]


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("Marta Zentrala spoke. Zentrala left.", "L=PERSON"),
        ("The Zonal Press Office met. ZPO closed.", "A=ORG"),
        ("Only Lima, Zentrala and Quito voted.", "<and=PERSON"),
    ],
)
def test_a_name_is_seen_beside_the_others_of_its_article(text: str, trait: str) -> None:
    sentences = tokenised(text)
    long = {"Marta": ("Marta", 2, "PERSON"), "Zonal": ("Zonal", 3, "ORG"), "Quito": ("Quito", 1, "PLACE")}
    names: list[list[Found]] = []
    for sentence in sentences:
        inside: list[Found] = []
        for word in ("Marta", "Zonal", "Zentrala", "ZPO", "Quito"):
            if word in sentence.words and not any(name.end > sentence.words.index(word) for name in inside):
                _, size, label = long.get(word, (word, 1, "PERSON"))
                name = named(sentence, word, label, 0.8)
                inside.append(Found(name.start, name.start + size, label, 0.8, name.shares))
        names.append(sorted(inside, key=lambda name: name.start))

    gathered = Gathered(sentences, names)

    seen = [traits(gathered, number, name, source="own") for number, inside in enumerate(names) for name in inside]
    assert any(trait in of_name for of_name in seen)

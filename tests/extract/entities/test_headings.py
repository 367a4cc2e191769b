"""Headings, written as they would stand in a sentence."""

from __future__ import annotations

import pytest

from briefing.extract.entities.headings import passage
from briefing.extract.entities.tokens import tokenised


def read(text: str) -> list[str]:
    return [" ".join(sentence.words) for sentence in passage(tokenised(text)).sentences]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("IRAN STRIKES ERBIL AT NIGHT", "Iran strikes Erbil at night"),
        ("US SAYS MISSILES WERE FIRED FROM IRAQ", "US says missiles were fired from Iraq"),
        (
            "Israel Attacks Soldiers As Negotiations Begin In Cairo",
            "Israel attacks soldiers as negotiations begin in Cairo",
        ),
    ],
)
def test_ordinary_words_of_a_heading_lose_their_capitals(heading: str, sentence: str) -> None:
    assert read(heading) == [sentence]


def test_what_the_article_writes_small_is_no_name_in_its_heading() -> None:
    assert (
        read("Quuxes Attack Erbil Without Reason\n\nThe quuxes came to Erbil.")[0]
        == "quuxes attack Erbil without reason"
    )


def test_what_the_article_writes_with_a_capital_keeps_it() -> None:
    assert read("ZORBLAX HITS ERBIL\n\nThe ship of Zorblax was seen near Erbil.")[0] == "Zorblax hits Erbil"


def test_a_word_that_nothing_is_known_of_is_no_name_where_all_is_in_capitals() -> None:
    assert read("ZORBLAX HITS ERBIL") == ["zorblax hits Erbil"]


def test_a_sentence_stays_as_it_is() -> None:
    assert read("Iran struck Erbil, the officials of NATO said.") == [
        "Iran struck Erbil , the officials of NATO said ."
    ]

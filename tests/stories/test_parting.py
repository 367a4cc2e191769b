from __future__ import annotations

from datetime import date

import pytest

from briefing.model import Article
from briefing.stories import grouped
from briefing.stories.parting import parted
from briefing.stories.reprints import reprints
from briefing.stories.sketches import sketch
from briefing.stories.vectors import vectors

DAY = date(2024, 5, 6)
KARSK = (
    "An earthquake of magnitude 5.6 shook the port of Karsk on Monday. Mayor Pavel Brandt said {} of 12 hurt were at home.",
    "The earthquake in Karsk damaged {} and 12 people were hurt. The magnitude was 5.6, the Estmark institute said.",
    "Pavel Brandt, mayor of Karsk, thanked {} after the earthquake of magnitude 5.6 that hurt 12 people.",
    "In Karsk {} looked at houses that the earthquake had cracked. It had a magnitude of 5.6 and hurt 12, said Brandt.",
)
TOLNA = (
    "An earthquake of magnitude 7.1 killed 340 people on the island of Tolna. Governor Ines Halloran asked {} for help.",
    "Halloran said {} had come to Tolna, where an earthquake of magnitude 7.1 killed 340 people.",
    "The earthquake on Tolna had a magnitude of 7.1 and killed 340. {} reached Governor Halloran's island by boat.",
    "On Tolna, where 340 died in an earthquake of magnitude 7.1, {} put up tents, Ines Halloran said.",
)
WHO = ("firemen", "three schools", "engineers", "nurses", "the army", "a choir", "teachers", "sailors")
SYLLABLES = ("ba", "le", "mo", "ri", "su", "te", "vo", "ka")


def reports(patterns: tuple[str, ...]) -> list[str]:
    """Return eight reports, each with two of the patterns and words of its own."""
    return [
        f"{patterns[n % 4].format(WHO[n])} {patterns[(n + 1 + n // 4) % 4].format(WHO[-n])} It was {own_words(n, patterns[0][-9])}."
        for n in range(len(WHO))
    ]


def own_words(number: int, end: str) -> str:
    return " ".join(end + SYLLABLES[number] + one + other for one in SYLLABLES[:5] for other in SYLLABLES[3:])


def groups(texts: list[str]) -> list[list[int]]:
    sketches = [sketch(text) for text in texts]
    return sorted(parted(range(len(texts)), vectors(sketches), lambda number: sketches[number]))


def test_two_earthquakes_are_two_events() -> None:
    found = groups(reports(KARSK) + reports(TOLNA))

    assert found == [list(range(8)), list(range(8, 16))]


@pytest.mark.parametrize("patterns", [KARSK, TOLNA])
def test_one_earthquake_is_one_event(patterns: tuple[str, ...]) -> None:
    assert groups(reports(patterns)) == [list(range(8))]


def test_two_reports_are_never_parted() -> None:
    assert groups([KARSK[0], TOLNA[0]]) == [[0, 1]]


def test_a_sketch_knows_the_names_and_the_opening() -> None:
    found = sketch("The ferry left Tolna. Ferry and ferry, said Holub. " + "It was late. " * 60 + "Nobody saw Karsk.")

    assert {"tolna", "holub", "karsk"} <= found.names()
    assert "ferry" not in found.names()
    assert "karsk" not in found.opening()
    assert dict(found.counted())["ferry"] == 3


def test_an_empty_text_has_an_empty_sketch() -> None:
    assert list(sketch("").counted()) == []


def test_five_hundred_copies_of_three_texts_are_three_sets() -> None:
    texts = [
        " ".join(f"{pattern.format(word)} He spoke to {word} {number}." for word in WHO)
        for number, pattern in enumerate((KARSK[0], KARSK[1], TOLNA[0]))
    ]
    found = reprints([Article(f"{n:03}", f"{n}.txt", "", f"{texts[n % 3]} Paper {n}.") for n in range(500)])

    assert sorted(map(len, found)) == [166, 167, 167]


def test_a_story_of_five_hundred_reports_takes_bounded_time() -> None:
    texts = [f"{text} Street {n} of {n % 37} lost {n % 23} windows." for n in range(63) for text in reports(KARSK)]
    found = grouped([Article(f"{n:03}", f"{n}.txt", "", text, published=DAY) for n, text in enumerate(texts)])

    assert sum(len(group.articles) for group in found) == 504

from dataclasses import replace

from briefing.keymap import COMMANDS, Keymap
from briefing.model import Link
from briefing.reading import offers
from briefing.reading.choice import Choice
from briefing.reading.jumps import Place
from tests.reading.samples import HARBOUR, analysis_of_harbour, span
from tests.reading.test_steps import reader


def texts(there: Choice) -> list[str]:
    return [option.text for option in there.options]


def test_every_command_is_in_the_help() -> None:
    assert {command.title for command in COMMANDS} <= set(texts(offers.keys(Keymap())))


def test_names_are_listed_by_their_types() -> None:
    assert texts(offers.names(reader())) == ["PLACE", "Ansel", "PERSON", "Ida Brandt"]


def test_a_name_lists_its_mentions_with_the_words_around_them() -> None:
    there = offers.mentions(HARBOUR, analysis_of_harbour().entities[0])

    assert texts(there)[1:] == [
        "The harbour of Ansel was closed on Monday.",
        "The coastguard of Ansel found oil on the water.",
    ]
    assert there.options[2].value == Place("harbour", span(HARBOUR, "Ansel", nth=1).start)


def test_mentions_elsewhere_stand_under_a_heading_of_their_own() -> None:
    there = offers.mentions(HARBOUR, analysis_of_harbour().entities[0])
    found = tuple(offers.found_in(replace(HARBOUR, id="other"), "ansel"))

    grown = offers.with_found(there, found, complete=True)

    assert texts(grown).count(offers.ELSEWHERE) == 1
    assert len(grown.options) == len(there.options) + 3


def test_words_are_found_whole_together_or_apart() -> None:
    assert not tuple(offers.found_in(HARBOUR, "Ans"))
    assert [option.text for option in offers.found_in(HARBOUR, "oil water")] == [
        "The coastguard of Ansel found oil on the water."
    ]
    assert not tuple(offers.found_in(HARBOUR, "oil submarine"))
    assert not tuple(offers.found_in(HARBOUR, " "))


def test_links_are_shown_with_their_address() -> None:
    linked = replace(HARBOUR, url="https://post.example/1", links=(Link(span(HARBOUR, "fog"), "https://fog.example"),))

    assert [(option.text, option.detail) for option in offers.links(linked).options] == [
        ("this article", "https://post.example/1"),
        ("fog", "https://fog.example"),
    ]


def test_an_address_that_may_not_be_opened_can_only_be_copied() -> None:
    assert texts(offers.address("javascript:alert(1)", may_open=False)) == ["copy the address"]

from __future__ import annotations

from briefing.model import EventType
from briefing.stories.unsaid import SLOTS, asked, main_kind, unsaid
from tests.stories.reports import report

ATTACK = "Rebels attacked the base at Karsk with rockets on 3 May 2024, the army said."


def slots(*texts: str) -> set[str]:
    return {one.slot for one in unsaid([report(str(number), text) for number, text in enumerate(texts)])}


def test_what_no_report_answers_is_a_gap() -> None:
    assert {"killed", "injured", "claim"} <= slots(ATTACK)


def test_a_report_that_denies_deaths_is_not_silent_on_them() -> None:
    assert "killed" not in slots(ATTACK + " No deaths were reported.")


def test_one_report_that_answers_is_enough() -> None:
    assert "killed" not in slots(ATTACK, "Rebels attacked the base at Karsk on Friday. Four soldiers were killed.")


def test_who_answers_is_told() -> None:
    reports = [report("a", ATTACK), report("b", ATTACK + " Four soldiers were killed.")]

    [killed] = [one for one in asked(reports) if one.slot == "killed"]

    assert killed.told == ("b",)


def test_a_town_and_a_day_anywhere_in_the_text_tell_where_and_when() -> None:
    assert not {"where", "when"} & slots("The river burst its banks. People in Karsk fled on 3 May 2024.")


def test_texts_without_an_event_are_asked_nothing() -> None:
    reports = [report("a", "Blue.")]

    assert main_kind(reports) is None
    assert asked(reports) == ()


def test_every_kind_asks_for_slots_that_there_are() -> None:
    for kind in EventType:
        assert len(set(SLOTS.get(kind, ("who",)))) == len(SLOTS.get(kind, ("who",)))

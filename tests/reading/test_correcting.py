from dataclasses import replace

import pytest

from briefing.model import CorrectionKind, EntityType, Names, pairs
from briefing.reading.choice import Choice, pasted
from briefing.reading.correcting import BACK, NONE, OF_INDEX, PART, SAME, TYPE, menu, others, said, told
from briefing.reading.corrections import Corrections, with_list
from briefing.reading.frame import Pane
from briefing.reading.name_index import NamedThing, NameIndex
from briefing.reading.opening import analysed
from briefing.reading.state import Reading, focused
from briefing.reading.undoing import redone, undone
from tests.reading.samples import HARBOUR, analysis_of_harbour, span
from tests.reading.test_marking import NOW
from tests.reading.test_steps import after, reader, reading


def on_a_name() -> Reading:
    """Return the reading with the cursor on "Ansel", the harbour's town."""
    return after(reader(), "next_entity")


def menu_of(there: Reading, entity: str = "") -> Choice:
    found = menu(there, entity)
    assert found is not None
    return found


def values(asked: Choice) -> list[str]:
    return [option.value for option in asked.options if isinstance(option.value, str) and not option.is_heading]


def chosen(there: Reading, value: str, entity: str = "") -> Reading:
    return said(there, menu_of(there, entity), value, now=NOW)


def test_what_can_be_said_of_a_name_is_offered() -> None:
    asked = menu_of(on_a_name())

    assert asked.title == "“Ansel” is …"
    assert set(values(asked)) == {NONE, SAME, *(TYPE + kind for kind in EntityType)}


def test_where_nothing_is_open_or_the_cursor_is_in_the_list_nothing_is_offered() -> None:
    assert menu(reading()) is None
    assert menu(focused(on_a_name(), Pane.LIST)) is None


def test_a_word_that_is_no_name_can_be_said_to_be_one() -> None:
    there = after(reader(), "paragraph_down", "word_right")
    asked = menu_of(there)
    assert asked.title == "“harbour”, no name so far, is …"
    assert NONE not in values(asked)

    there = chosen(there, TYPE + EntityType.FAC)

    assert there.corrections.names.typed == (("harbour", EntityType.FAC),)


def test_no_name() -> None:
    there = chosen(on_a_name(), NONE)

    assert there.corrections.names.none == (("Ansel", None),)
    assert there.notice == "“Ansel” is no name, in all articles; u takes it back"


def test_what_is_said_moves_neither_the_cursor_nor_the_marks() -> None:
    before = on_a_name()

    there = analysed(chosen(before, NONE), replace(analysis_of_harbour(), entities=()))

    assert before.page is not None
    assert there.page is not None
    assert (there.page.at, there.page.top, there.page.marks) == (before.page.at, before.page.top, before.page.marks)
    assert there.page.names == ()


def test_the_cursor_of_the_facts_stays_on_its_fact_when_they_are_found_anew() -> None:
    there = after(focused(analysed(reader(), analysis_of_harbour()), Pane.FACTS), "down")
    fact = there.panel.fact
    fewer = analysis_of_harbour()
    fewer = replace(fewer, panel=fewer.panel[1:])

    again = analysed(there, fewer)

    assert fact is not None
    assert again.panel.fact == fact


def test_all_names_of_an_entity_are_given_its_type_together() -> None:
    there = chosen(on_a_name(), TYPE + EntityType.ORG, entity="e2")

    assert there.corrections.names.typed == (("Ida Brandt", EntityType.ORG),)
    assert there.notice.startswith("“Ida Brandt” is an organisation, in all")


def test_another_name_can_be_picked_or_typed() -> None:
    there = on_a_name()
    asked = others(there, "")
    assert asked is not None
    assert values(asked) == ["Ida Brandt"]

    picked = said(there, asked, "Ida Brandt", now=NOW)
    typed = pasted(asked, "the  town of Ansel")
    assert typed.option is not None
    as_typed = said(there, typed, str(typed.option.value), now=NOW)

    assert picked.corrections.names.one == (("Ansel", "Ida Brandt"),)
    assert as_typed.corrections.names.one == (("Ansel", "the town of Ansel"),)
    assert said(there, asked, "Ansel", now=NOW).corrections == there.corrections


def test_two_names_of_an_entity_can_be_parted() -> None:
    found = analysis_of_harbour()
    ansel, ida = found.entities
    both = replace(found, entities=(replace(ansel, mentions=(*ansel.mentions, ida.mentions[0])),))
    there = after(analysed(reader(), both), "next_entity")
    asked = menu_of(there)
    assert PART + "Ida Brandt" in values(asked)

    there = chosen(there, PART + "Ida Brandt")

    assert pairs(there.corrections.standing(), CorrectionKind.NOT_ONE_NAME) == (("Ansel", "Ida Brandt"),)
    assert there.notice.startswith("“Ansel” and “Ida Brandt” are two")


def test_what_is_selected_is_one_name_and_the_longer_name_around_it_is_none() -> None:
    there = after(reader(), "next_entity", "next_entity", "select")
    assert there.page is not None
    assert there.page.selection == span(HARBOUR, "Ida")

    there = chosen(there, TYPE + EntityType.PERSON)

    assert there.corrections.names.typed == (("Ida", EntityType.PERSON),)
    assert there.corrections.names.none == (("Ida Brandt", None),)
    assert there.page is not None
    assert there.page.selection is None


def test_a_selection_that_is_a_name_is_that_name() -> None:
    there = after(reader(), "next_entity", "next_entity", "select", "word_right")

    assert menu_of(there).title == "“Ida Brandt” is …"


def test_what_was_said_is_undone_and_done_again() -> None:
    there = chosen(chosen(on_a_name(), NONE), TYPE + EntityType.ORG)

    back = undone(there, now=NOW)
    further = undone(back, now=NOW)
    again = redone(redone(further, now=NOW), now=NOW)

    assert back.corrections.names.none == (("Ansel", None),)
    assert further.corrections.names == Names()
    assert [one.deleted for one in further.corrections.by_subject.values()] == [True]
    assert again.corrections.names == there.corrections.names


def test_what_was_said_long_ago_can_be_taken_back_from_the_menu() -> None:
    there = replace(chosen(on_a_name(), NONE), history=reading().history)
    asked = menu_of(there)
    (back,) = [option for option in asked.options if str(option.value).startswith(BACK)]
    assert back.text == "“Ansel” is no name"

    there = chosen(there, str(back.value))

    assert there.corrections.names == Names()
    assert there.notice.startswith("taken back: “Ansel” is no name")


def test_the_users_list_stays_below_what_is_said_and_comes_up_again() -> None:
    listed = Names(typed=(("Ansel", EntityType.GPE),))
    there = replace(on_a_name(), corrections=with_list(Corrections(), listed))

    said_none = chosen(there, NONE)

    assert said_none.corrections.names.typed == ()
    assert undone(said_none, now=NOW).corrections.names == listed


@pytest.mark.parametrize(
    ("value", "words"),
    [(NONE, "“Ansel” is no name"), (TYPE + EntityType.LAW, "“Ansel” is a law, a treaty")],
)
def test_corrections_are_told_in_words(value: str, words: str) -> None:
    (one,) = chosen(on_a_name(), value).corrections.standing()

    assert told(one) == words


def test_a_name_of_the_index_is_put_right_without_an_article() -> None:
    there = replace(reading(), names=NameIndex((NamedThing("Tide Lines", EntityType.PERSON, 3, 4),), 3))

    after_it = chosen(there, TYPE + EntityType.ORG, OF_INDEX + "Tide Lines")

    assert menu_of(there, OF_INDEX + "Tide Lines").title == "“Tide Lines” is …"
    assert after_it.corrections.names.typed == (("Tide Lines", EntityType.ORG),)
    assert menu(there, OF_INDEX + "Nobody") is None


def test_a_name_of_the_index_can_be_the_same_as_another_of_it() -> None:
    things = (NamedThing("Tide Lines", EntityType.ORG, 3, 4), NamedThing("TL", EntityType.ORG, 1, 1))
    there = replace(reading(), names=NameIndex(things, 3))
    asked = others(there, OF_INDEX + "Tide Lines")
    assert asked is not None

    there = said(there, asked, "TL", now=NOW)

    assert [option.text for option in asked.options] == ["ELSEWHERE", "TL"]
    assert there.corrections.names.one == (("TL", "Tide Lines"),)

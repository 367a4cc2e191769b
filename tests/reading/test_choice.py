from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import choice as choosing
from briefing.reading.choice import Ask, Choice, Option

OPTIONS = (
    Option("PEOPLE", "", is_heading=True),
    Option("Ida Brandt", "e1", "twice"),
    Option("Rafe Tolland", "e2", "once"),
    Option("PLACES", "", is_heading=True),
    Option("Ansel", "e3", "twice"),
)


def asked() -> Choice:
    return choosing.choice(Ask.NAME, "NAMES", OPTIONS, empty="nothing")


def value(there: Choice) -> object:
    return there.option.value if there.option else None


def typing(there: Choice, words: str) -> Choice:
    for character in words:
        there = choosing.keyed(there, character, character)
    return there


def test_the_cursor_begins_on_the_first_option_and_passes_headings() -> None:
    assert value(asked()) == "e1"
    assert value(choosing.moved(asked(), 2)) == "e3"
    assert value(choosing.moved(asked(), 9)) == "e3"


def test_typing_narrows_by_words_and_details() -> None:
    assert [option.text for option in typing(asked(), "TWICE an").shown] == ["Ida Brandt", "Ansel"]


def test_what_was_typed_can_be_taken_back() -> None:
    there = choosing.keyed(typing(asked(), "ansel"), "ctrl+u", None)

    assert there.shown == OPTIONS


def test_nothing_is_chosen_where_nothing_fits() -> None:
    assert typing(asked(), "zebra").option is None


def test_options_that_come_later_leave_the_cursor_where_it_is() -> None:
    there = choosing.moved(asked(), 1)

    assert value(choosing.with_options(there, (Option("Karsk", "e4"),), complete=True)) == "e2"


@given(
    st.lists(st.sampled_from(["down", "up", "pagedown", "pageup", "a", "e", "backspace"]), max_size=25),
    st.integers(1, 6),
)
def test_the_cursor_is_always_in_view(keys: list[str], height: int) -> None:
    there = choosing.sized(asked(), height)
    for key in keys:
        there = choosing.keyed(there, key, key if len(key) == 1 else None)

        assert not there.shown or there.top <= there.cursor < there.top + height
        assert not there.shown or there.option is not None

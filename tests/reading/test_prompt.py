from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.prompt import LONGEST, Prompt, edited, typed

KEYS = ["backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "left", "right", "home", "end", "f5"]


def after(*keys: str) -> Prompt:
    prompt = Prompt("/")
    for key in keys:
        prompt = edited(prompt, key) if len(key) > 1 else typed(prompt, key)
    return prompt


def test_letters_are_typed_at_the_cursor() -> None:
    assert after("a", "c", "left", "b").text == "abc"


def test_a_word_is_taken_back_at_once() -> None:
    assert after(*"air base", "ctrl+w").text == "air "
    assert after(*"air", "ctrl+w").text == ""


def test_pasted_lines_become_one_and_controls_are_left_out() -> None:
    assert typed(Prompt("/"), "one\ntwo\x1b[31m").text == "one two[31m"


def test_a_line_does_not_grow_without_end() -> None:
    assert len(typed(Prompt("/"), "x" * 2 * LONGEST).text) == LONGEST


@given(st.lists(st.sampled_from([*KEYS, "a", " ", "é", "北"]), max_size=40))
def test_the_cursor_stays_within_the_line(keys: list[str]) -> None:
    prompt = after(*keys)

    assert 0 <= prompt.at <= len(prompt.text)

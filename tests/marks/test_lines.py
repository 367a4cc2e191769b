from hypothesis import given
from hypothesis import strategies as st

from briefing.marks import lines
from briefing.marks.lines import State

VALUES = st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.lists(st.text()), max_size=4)


@given(VALUES)
def test_what_is_written_is_read_as_whole(value: dict[str, object]) -> None:
    value.pop("~", None)

    line = lines.written(value)

    assert line.count(b"\n") == 1
    assert lines.read(line[:-1]) == lines.Line(State.WHOLE, value)


@given(VALUES, st.data())
def test_one_flipped_bit_anywhere_is_seen_and_can_be_put_right(value: dict[str, object], data: st.DataObject) -> None:
    value.pop("~", None)
    line = bytearray(lines.written(value)[:-1])
    place = data.draw(st.integers(0, len(line) * 8 - 1))

    line[place // 8] ^= 1 << place % 8
    found = lines.read(bytes(line))

    assert found.state is not State.WHOLE
    assert value in (found.value, found.mended)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_line_or_have_a_reason(line: bytes) -> None:
    found = lines.read(line)

    assert found.value is not None or found.reason


def test_a_line_changed_by_hand_is_taken_as_it_stands() -> None:
    line = lines.written({"note": "the old words"})[:-1].replace(b"old", b"newer")

    assert lines.read(line) == lines.Line(State.CHANGED, {"note": "the newer words"})


def test_nothing_that_could_disturb_a_terminal_stands_in_a_line() -> None:
    line = lines.written({"note": "\x1b[31m \x9b31m \u202e \u2028 \x7f \ud800"})

    assert line.isascii()
    assert lines.read(line[:-1]).value == {"note": "\x1b[31m \x9b31m \u202e \u2028 \x7f \ud800"}

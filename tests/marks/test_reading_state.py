from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.marks import Position, ReadingState


def test_what_was_read_is_read_after_a_restart(tmp_path: Path) -> None:
    ReadingState(tmp_path).mark_read(["a", "b"])

    again = ReadingState(tmp_path)
    again.load()

    assert again.read_ids() == {"a", "b"}
    assert again.is_read("a")
    assert not again.is_read("c")


def test_marking_tells_what_it_changed_so_that_it_can_be_undone(tmp_path: Path) -> None:
    state = ReadingState(tmp_path)
    state.mark_read(["a"])

    changed = state.mark_read(["a", "b", "c", "b"])
    state.mark_unread(changed)

    assert changed == ("b", "c")
    assert state.read_ids() == {"a"}


def test_two_sessions_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    here, there = ReadingState(tmp_path), ReadingState(tmp_path)
    here.load()
    there.load()

    here.mark_read(["a"])
    there.mark_read(["b"])
    here.load()
    here.mark_unread(["b"])
    there.set_position("a", Position(10, "words"))
    here.choose({"theme": "dusk"})
    there.choose({"sort": "source"})

    for state in (here, there, ReadingState(tmp_path)):
        state.load()
        assert state.read_ids() == {"a"}
        assert state.position("a") == Position(10, "words")
        assert (state.choice("theme"), state.choice("sort")) == ("dusk", "source")


def test_what_is_as_it_was_is_not_written_again(tmp_path: Path) -> None:
    state = ReadingState(tmp_path)
    state.mark_read(["a"])
    state.set_position("a", Position(3))
    state.choose({"theme": "dusk"})
    size = (tmp_path / "reading.jsonl").stat().st_size

    state.mark_read(["a"])
    state.set_position("a", Position(3))
    state.choose({"theme": "dusk"})

    assert (tmp_path / "reading.jsonl").stat().st_size == size


def test_many_lines_are_written_anew_and_other_sessions_notice(tmp_path: Path) -> None:
    here, there = ReadingState(tmp_path), ReadingState(tmp_path)
    there.mark_read(["first"])
    lines = b"".join(b'{"places": {"a": [%d, ""]}}\n' % number for number in range(5000))
    with (tmp_path / "reading.jsonl").open("ab") as file:
        file.write(lines)

    here.mark_read(["second"])
    there.load()

    assert len((tmp_path / "reading.jsonl").read_bytes().splitlines()) < 10
    assert there.read_ids() == here.read_ids() == {"first", "second"}
    assert there.position("a") == Position(4999)


def test_a_half_written_line_costs_that_line_only(tmp_path: Path) -> None:
    state = ReadingState(tmp_path)
    state.mark_read(["a"])
    with (tmp_path / "reading.jsonl").open("ab") as file:
        file.write(b'{"read": ["b')

    state.mark_read(["c"])
    again = ReadingState(tmp_path)
    problems = again.load()

    assert again.read_ids() == {"a", "c"}
    assert [problem.line for problem in problems] == [2]


def test_what_stands_in_a_foreign_file_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "reading.jsonl").write_bytes(b'{"read": 7, "places": {"a": "x"}, "choices": []}\n[]\n\xff\n')
    state = ReadingState(tmp_path)

    assert len(state.load()) == 2
    assert state.position("a") is None


@given(st.text(max_size=60), st.data(), st.text(max_size=60))
def test_a_place_is_found_again_when_the_text_above_it_grows(text: str, data: st.DataObject, above: str) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = Position.at(text, offset)

    found = place.within(above + text)

    assert 0 <= found <= len(above + text)
    assert (above + text).startswith(place.words, found)
    assert place.within(text) == offset

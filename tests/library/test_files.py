"""Numbers of files in little room: as a set has them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.files import Files

NUMBERS = st.one_of(st.integers(-5, 40), st.integers(1 << 40, (1 << 40) + 40), st.just(-1 << 62))


@given(st.lists(NUMBERS, max_size=20), st.lists(NUMBERS, max_size=10))
def test_files_are_left_as_in_a_set(numbers: list[int], gone: list[int]) -> None:
    files = Files(numbers)
    wanted = {number for number in numbers if number}
    for number in gone:
        assert (number in files) == (number in wanted)
        files.discard(number)
        wanted.discard(number)

    assert sorted(files) == sorted(wanted)


@given(st.lists(NUMBERS, max_size=20, unique=True))
def test_each_file_has_a_place_of_its_own(numbers: list[int]) -> None:
    files = Files(numbers)
    places = [files.place(number) for number in numbers if number > 0]

    assert len(set(places)) == len(places)
    assert all(0 <= place < files.room - 1 for place in places)
    assert files.place((1 << 40) + 41) == files.room - 1

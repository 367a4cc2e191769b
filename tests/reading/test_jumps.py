from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.jumps import MOST, Jumps, Place, back, forward, left

HERE, THERE, FAR = Place("a", 1), Place("a", 50), Place("b", 3)


def test_going_back_and_forward_ends_where_it_began() -> None:
    jumps = left(left(Jumps(), HERE), THERE)

    jumps, place = back(jumps, FAR)
    assert place == THERE
    jumps, place = forward(jumps, THERE)
    assert place == FAR


def test_a_new_jump_forgets_what_was_ahead() -> None:
    jumps, _ = back(left(Jumps(), HERE), THERE)

    assert forward(left(jumps, FAR), HERE)[1] is None


def test_nothing_is_behind_the_first_place() -> None:
    assert back(Jumps(), HERE) == (Jumps(), None)


@given(st.lists(st.integers(0, 300), max_size=300))
def test_the_oldest_places_are_forgotten(places: list[int]) -> None:
    jumps = Jumps()
    for at in places:
        jumps = left(jumps, Place("a", at))

    assert len(jumps.behind) <= MOST

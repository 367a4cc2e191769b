"""Values are as the dataclasses of the standard library are, of which they are told apart by nothing but their start."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from inspect import signature

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import values


@values.dataclass(frozen=True, slots=True, order=True)
class Made:
    """A value made here."""

    number: int
    words: tuple[str, ...] = ()
    kept: list[int] = field(default_factory=list, compare=False, repr=False)
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.words))


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Standard:
    """The same value, made by the standard library."""

    number: int
    words: tuple[str, ...] = ()
    kept: list[int] = field(default_factory=list, compare=False, repr=False)
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.words))


@values.dataclass(frozen=True, slots=True, eq=False)
class Own:
    """A value that is equal to itself alone, and says itself what it is."""

    number: int = 0

    def __repr__(self) -> str:
        return "itself"


@values.dataclass(frozen=True, slots=True)
class Loose:
    """A value that compares itself."""

    number: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose) and self.number % 10 == other.number % 10

    def __hash__(self) -> int:
        return self.number % 10


@values.dataclass(frozen=True, slots=True)
class Empty:
    """A value without fields."""


parts = st.tuples(st.integers(-2, 2), st.lists(st.sampled_from("ab"), max_size=2).map(tuple))


@given(parts, parts)
def test_values_compare_and_hash_as_those_of_the_standard_library(
    one: tuple[int, tuple[str, ...]], other: tuple[int, tuple[str, ...]]
) -> None:
    made, standard = (Made(*one), Made(*other)), (Standard(*one), Standard(*other))

    assert (made[0] == made[1]) == (standard[0] == standard[1])
    assert (made[0] < made[1], made[0] <= made[1]) == (standard[0] < standard[1], standard[0] <= standard[1])
    assert (made[0] > made[1], made[0] >= made[1]) == (standard[0] > standard[1], standard[0] >= standard[1])
    assert hash(made[0]) == hash(standard[0])
    assert repr(made[0]).removeprefix("Made") == repr(standard[0]).removeprefix("Standard")


@given(parts)
def test_a_value_is_copied_packed_and_changed_without_loss(one: tuple[int, tuple[str, ...]]) -> None:
    made = Made(*one, kept=[3])

    for same in (copy.deepcopy(made), pickle.loads(pickle.dumps(made)), replace(made)):  # noqa: S301 - packed here
        assert same == made
        assert (same.kept, same.length) == ([3], len(one[1]))
    assert replace(made, number=9).number == 9
    assert dataclasses.asdict(made) == dataclasses.asdict(Standard(*one, kept=[3]))


def test_a_value_is_made_as_one_of_the_standard_library() -> None:
    assert Made(1, words=("a",)) == Made(number=1, words=("a",), kept=[2])
    assert Made(1).kept is not Made(1).kept
    with pytest.raises(TypeError, match=r"Made.__init__\(\) missing 1 required positional argument: 'number'"):
        Made()  # type: ignore[call-arg]  # what is tested
    with pytest.raises(TypeError, match="unexpected keyword argument 'length'"):
        Made(1, length=2)  # type: ignore[call-arg]  # what is tested


def test_a_class_tells_its_parameters_before_the_first_value_is_made() -> None:
    @values.dataclass(frozen=True, slots=True)
    class New:
        """A value that nobody has made yet."""

        number: int
        words: tuple[str, ...] = ()

    assert str(signature(New)) == "(number, words=())"
    assert str(signature(New)) == str(signature(New(1).__class__))


def test_a_value_does_not_change() -> None:
    made = Made(1)

    with pytest.raises(FrozenInstanceError):
        made.number = 2  # type: ignore[misc]  # what is tested
    with pytest.raises(FrozenInstanceError):
        del made.number
    with pytest.raises((AttributeError, TypeError)):
        made.other = 2  # type: ignore[attr-defined]  # what is tested
    assert not hasattr(made, "__dict__")


def test_what_a_class_says_itself_is_left_as_it_is() -> None:
    assert Loose(1) == Loose(11)
    assert hash(Loose(1)) == hash(Loose(11))
    assert repr(Own()) == "itself"
    assert Own() != Own()
    assert len({Own(), Own()}) == 2
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_values_of_two_classes_are_never_equal() -> None:
    assert Loose.__eq__(Loose(1), Made(1)) is False
    assert Made.__eq__(Made(1), Standard(1)) is NotImplemented
    assert Made.__ne__(Made(1), Standard(1)) is NotImplemented


def test_a_value_matches_by_its_fields_in_their_order() -> None:
    match Made(1, ("a",)):
        case Made(number, words):
            assert (number, words) == (1, ("a",))


def test_nothing_but_frozen_values_with_slots_is_made() -> None:
    with pytest.raises(TypeError, match="frozen"):
        values.values(frozen=False, slots=True)

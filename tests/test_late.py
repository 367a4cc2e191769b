"""What is loaded or made late is the same as if it had been there at once."""

from __future__ import annotations

import dataclasses
import re
import sys
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from briefing.late import Late, sparing
from briefing.late_parts import LatePattern, making_late

NAME = "colorsys"
"""A module of the standard library that nothing here imports."""


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the module not be loaded yet, whatever ran before."""
    monkeypatch.delitem(sys.modules, NAME, raising=False)


@pytest.mark.usefixtures("unloaded")
def test_a_module_is_loaded_when_something_of_it_is_asked_for() -> None:
    with sparing((Late(NAME),)):
        import colorsys

        assert isinstance(sys.modules[NAME], Late)
        assert colorsys.rgb_to_hsv(0, 0, 1) == (2 / 3, 1, 1)
        assert not isinstance(sys.modules[NAME], Late)


@pytest.mark.usefixtures("unloaded")
def test_a_function_that_is_taken_out_loads_its_module_when_it_is_called() -> None:
    with sparing((Late(NAME, functions=("rgb_to_hsv",)),)):
        from colorsys import rgb_to_hsv

        assert isinstance(sys.modules[NAME], Late)
        assert rgb_to_hsv(0, 0, 1) == (2 / 3, 1, 1)


@pytest.mark.usefixtures("unloaded")
def test_nobody_else_meets_a_module_that_is_late() -> None:
    with sparing((Late(NAME, bases=("Base",)),)):
        pass

    assert NAME not in sys.modules


@pytest.mark.usefixtures("unloaded")
def test_what_is_asked_for_later_is_loaded_beside_what_is_there() -> None:
    with sparing((Late(NAME),)):
        import colorsys as taken
    import colorsys as there

    assert taken.ONE_THIRD == there.ONE_THIRD


def test_a_late_pattern_finds_what_a_pattern_finds() -> None:
    late, known = LatePattern(r"(\d+) men", re.IGNORECASE), re.compile(r"(\d+) men", re.IGNORECASE)
    taken = late.search

    for text in ("12 Men and 14 men", "nobody"):
        assert str(taken(text)) == str(known.search(text))
        assert str(late.match(text)) == str(known.match(text))
        assert late.fullmatch(text) is None
        assert late.sub("some", text) == known.sub("some", text)
        assert late.findall(text) == known.findall(text)  # type: ignore[operator]  # what it passes on has no type
    assert late.groups == 1


def test_only_the_own_patterns_and_those_of_the_screen_are_late() -> None:
    with making_late():
        assert isinstance(re.compile("a"), re.Pattern)

    assert isinstance(re.compile("b"), re.Pattern)


def shaped() -> tuple[type, type, type]:
    """Return dataclasses of three kinds, made as dataclasses are at the moment."""

    @dataclasses.dataclass
    class Open:
        number: int
        words: list[str] = field(default_factory=list)
        kept: str = field(default="", compare=False)

    @dataclasses.dataclass(frozen=True)
    class Shut:
        number: int
        word: str = "none"

    @dataclasses.dataclass(frozen=True)
    class Longer(Shut):
        more: int = 0

        def __hash__(self) -> int:
            return 7

    return Open, Shut, Longer


def test_late_dataclasses_are_as_the_others() -> None:
    with making_late():
        late = shaped()
    known = shaped()

    assert dataclasses.dataclass is dataclass
    for one, other in zip(late, known, strict=True):
        assert [part.name for part in fields(one)] == [part.name for part in fields(other)]
        assert repr(one(3)).rpartition(".")[2] == repr(other(3)).rpartition(".")[2]
        assert one(3) == one(3)
        assert one(3) != one(4)
        assert replace(one(3), number=4) == one(4)
        assert vars(one)["__match_args__"] == vars(other)["__match_args__"]
    assert late[0](3).words == []
    assert vars(late[0])["kept"] == vars(known[0])["kept"] == ""
    assert late[0].__hash__ is None
    assert hash(late[1](3)) == hash(late[1](3))
    assert hash(late[2](3)) == 7
    assert late[2](3).more == 0
    with pytest.raises(FrozenInstanceError):
        late[1](3).number = 4

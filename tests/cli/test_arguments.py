from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.cli.arguments import Arguments, arguments
from briefing.cli.command import HELP, Command, Option
from briefing.errors import BriefingError

TRY = Command(
    "briefing try",
    "try.",
    (("briefing try", "try it"),),
    "",
    (
        Option(("-f", "--format"), "print it so", "FORM", ("text", "json")),
        Option(("-o", "--only"), "look at these", "WORD"),
        Option(("-j", "--json"), "print JSON"),
        HELP,
    ),
    operand="PATH",
)
BARE = Command("briefing bare", "do.", (("briefing bare", "do it"),), "", (HELP,))


def complaint(*typed: str, command: Command = TRY) -> str:
    with pytest.raises(BriefingError) as caught:
        arguments(command, typed)
    assert caught.value.status == 2
    return str(caught.value)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ([], Arguments(frozenset(), {}, ())),
        (["a", "--json", "b"], Arguments(frozenset({"json"}), {}, ("a", "b"))),
        (["-jftext", "a"], Arguments(frozenset({"json"}), {"format": "text"}, ("a",))),
        (["--format=json", "--only", "x y"], Arguments(frozenset(), {"format": "json", "only": "x y"}, ())),
        (["-", "a"], Arguments(frozenset(), {}, ("-", "a"))),
        (["a", "--", "--json", "--"], Arguments(frozenset(), {}, ("a", "--json", "--"))),
        (["a b\n", "é"], Arguments(frozenset(), {}, ("a b\n", "é"))),
    ],
)
def test_options_may_stand_before_and_behind_paths(typed: list[str], read: Arguments) -> None:
    assert arguments(TRY, typed) == read


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["a", "--jsno"], 'try has no option --jsno\n  did you mean "--json"?'),
        (["--formt=text"], 'try has no option --formt\n  did you mean "--format"?'),
        (["--quite"], "try has no option --quite\n  see: briefing try --help"),
        (["-x"], "try has no option -x\n  see: briefing try --help"),
        (["--js"], 'try has no option --js\n  did you mean "--json"?'),
        (["--format"], "--format needs a value\n  one of: text, json"),
        (["a", "-f"], "--format needs a value\n  one of: text, json"),
        (["--only", "--json"], "--only needs a value\n  for example: --only WORD"),
        (["--format", "jsn"], '--format has no "jsn"\n  did you mean "json"?'),
        (["-f", "png"], '--format has no "png"\n  there is: text, json'),
        (["--json=yes"], '--json takes no value, and "yes" was given'),
    ],
)
def test_a_wrong_option_is_named_with_what_to_do(typed: list[str], said: str) -> None:
    assert complaint(*typed) == said


def test_a_command_without_operands_names_the_one_it_was_given() -> None:
    assert complaint("x", command=BARE) == 'bare takes nothing behind it, and "x" was given'


@settings(deadline=None)
@given(some.lists(some.sampled_from(["--", "-", "-f", "--format", "text", "-j", "--json=", "--x", "-5", "", "a"])))
def test_any_arguments_are_read_or_complained_of(typed: list[str]) -> None:
    try:
        read = arguments(TRY, typed)
    except BriefingError as error:
        assert error.message  # noqa: PT017 - either outcome is right
    else:
        assert set(read.operands) <= set(typed)

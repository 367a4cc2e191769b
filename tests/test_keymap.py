from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.keymap import COMMANDS, STORY, Keymap, Pending, keymap, keys_of, markdown_table, shown
from briefing.reading.drawing.bars import HINTS, WORDS


def actions(*typed: str, keys: Keymap | None = None) -> list[tuple[str, int | None]]:
    """Return what is done when these keys are typed one after the other."""
    pending, done = Pending(), []
    for key in typed:
        pending, command, count = (keys or Keymap()).fed(pending, key)
        if command:
            done.append((command.action, count))
    return done


def test_a_key_does_its_action() -> None:
    assert actions("j") == [("down", None)]


def test_a_count_goes_before_a_key() -> None:
    assert actions("1", "0", "j", "j") == [("down", 10), ("down", None)]


def test_two_keys_make_one_action() -> None:
    assert actions("]", "f", "[", "b") == [("next_fact", None), ("previous_bookmark", None)]


def test_a_key_that_fits_nothing_drops_what_was_begun() -> None:
    assert actions("]", "x", "j") == [("down", None)]


def test_no_key_does_two_things_on_one_screen() -> None:
    for is_own in (False, True):
        commands = [command for command in COMMANDS if (command.where == STORY) is is_own]
        notations = [keys_of(notation) for command in commands for notation in command.keys]

        assert len(notations) == len(set(notations))


def test_a_screen_with_keys_of_its_own_has_them_before_the_others() -> None:
    keys = Keymap()
    of_story, elsewhere = keys.fed(Pending(), "t", screen=STORY)[1], keys.fed(Pending(), "t")[1]

    assert of_story
    assert elsewhere
    assert (of_story.action, elsewhere.action) == ("story_timeline", "tag")
    assert keys.fed(Pending(), "j", screen=STORY)[1] == keys.fed(Pending(), "j")[1]


def test_a_key_of_ones_own_is_taken_only_from_commands_of_the_same_screen() -> None:
    keys = keymap({"story_compare": ["t"]})

    assert keys.command("story_timeline").keys == ()
    assert keys.command("tag").keys == ("t",)


def test_no_key_is_the_beginning_of_another() -> None:
    notations = [keys_of(notation) for command in COMMANDS for notation in command.keys]

    assert not [(one, two) for one in notations for two in notations if one != two and two[: len(one)] == one]


def test_no_digit_is_a_command() -> None:
    assert not [command for command in COMMANDS if any(key[0].isdigit() for key in command.keys)]


def test_the_users_keys_take_the_place_of_the_usual_ones() -> None:
    mine = keymap({"down": ("n", "<C-n>")})

    assert actions("n", "ctrl+n", keys=mine) == [("down", None), ("down", None)]
    assert actions("j", keys=mine) == []


def test_keys_can_be_taken_away() -> None:
    assert actions("j", keys=keymap({"down": ()})) == []


def test_an_unknown_action_is_named_with_the_nearest_one() -> None:
    with pytest.raises(BriefingError, match="nxt_article") as error:
        keymap({"nxt_article": ("J",)})

    assert "next_article" in error.value.hint


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(BriefingError, match="<Hyper-x>"):
        keymap({"down": ("<Hyper-x>",)})


def test_keys_that_another_command_would_always_take_first_are_refused() -> None:
    with pytest.raises(BriefingError, match='"foo" of help begins with "f" of facts'):
        keymap({"help": ("foo",)})


def test_keys_are_shown_as_people_write_them() -> None:
    assert [shown(notation) for notation in ("<C-d>", "<PageDown>", "]n", "<F1>")] == ["^D", "PgDn", "]n", "F1"]


def test_the_table_tells_every_command_once() -> None:
    table = markdown_table()

    assert all(table.count(f"| {command.title} |") == 1 for command in COMMANDS)


def test_the_readme_shows_this_table() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")

    assert f"<!-- keys -->\n\n{markdown_table()}\n<!-- /keys -->" in readme


def test_the_status_line_speaks_only_of_commands_there_are() -> None:
    known = {command.action for command in COMMANDS}

    assert {action for hints in HINTS.values() for action in hints} <= known & set(WORDS)


@given(st.lists(st.sampled_from([*"0123456789jk][fnbZ", "escape", "ctrl+d"]), max_size=12))
def test_whatever_is_typed_the_next_plain_key_after_escape_works(typed: list[str]) -> None:
    assert actions(*typed, "escape", "j")[-1] == ("down", None)

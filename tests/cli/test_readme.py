from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.cli import config, facts, reader
from briefing.cli.command import Command
from briefing.cli.keys import checked
from briefing.cli.notes import exporting, importing, listing
from briefing.formats.decoding import FORMATS
from briefing.settings import NAMES, load

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = tuple(each.COMMAND for each in (reader, facts, config, listing, exporting, importing))


def settings_shown() -> str:
    found = re.search(r"```toml\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_shown(command: Command) -> None:
    assert f"\n    {command.name} " in README


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(settings_shown(), encoding="utf-8")

    settings = checked(load(path), named_in=path)

    assert (settings.measure, settings.keys["help"]) == (76, ("<F1>",))


def test_every_setting_is_shown() -> None:
    assert [name for name in NAMES if not re.search(rf"^\[?{name}\b", settings_shown(), re.MULTILINE)] == []


def test_the_first_screen_shows_the_two_commands_that_set_everything_up() -> None:
    first = README.splitlines()[:24]
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [line.split()[1] for line in first if line.startswith("    make ")] == ["run", "test"]
    assert {"run", "test"} <= set(targets)


def test_every_format_is_shown() -> None:
    assert [form.SUFFIXES for form in FORMATS if not any(f"`{suffix}`" in README for suffix in form.SUFFIXES)] == []


def test_there_is_a_place_for_the_keys() -> None:
    assert re.search(r"^<!-- keys -->\n(.*\n)*<!-- /keys -->$", README, re.MULTILINE)

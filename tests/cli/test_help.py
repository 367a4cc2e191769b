from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import brief, config, entities, facts, index, main, notes, reader, search, stories
from briefing.cli.command import NAMES, Command, Option
from briefing.cli.help_text import WIDTH, help_text
from briefing.cli.notes import exporting, importing, listing

GOLDEN = Path(__file__).parent / "golden"
COMMANDS = {
    "": reader.COMMAND,
    "facts": facts.COMMAND,
    "entities": entities.COMMAND,
    "stories": stories.COMMAND,
    "brief": brief.COMMAND,
    "search": search.COMMAND,
    "index": index.COMMAND,
    "config": config.COMMAND,
    "notes": notes.COMMAND,
    "notes list": listing.COMMAND,
    "notes export": exporting.COMMAND,
    "notes import": importing.COMMAND,
}


def golden(name: str) -> str:
    return (GOLDEN / f"{'-'.join(['help', *name.split()])}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_is_the_golden_text(name: str, flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*name.split(), flag]) == 0

    assert capsys.readouterr() == (golden(name), "")


def test_every_command_has_its_help_here() -> None:
    assert {name.split(" ")[0] for name in COMMANDS if name} == set(NAMES)


def test_the_first_help_names_every_command() -> None:
    assert [name for name in NAMES if f"briefing {name}" not in golden("")] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal_of_80_columns(name: str) -> None:
    assert [line for line in golden(name).splitlines() if len(line) > WIDTH] == []


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_what_an_option_does_is_a_plain_clause(command: Command) -> None:
    said = [option.does for option in command.options]

    assert [text for text in said if text.endswith(".") or text[0].isupper()] == []


def test_help_wins_over_other_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--bogus", "nowhere", "--help"]) == 0

    assert capsys.readouterr().out == golden("facts")


def test_help_behind_two_dashes_is_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--", "--help"]) == 2

    assert "--help" in capsys.readouterr().err


def test_a_long_sentence_hangs_below_its_beginning() -> None:
    option = Option(
        ("-x", "--example"), "do something that takes a great many words to say and more room than there is"
    )
    command = Command("briefing try", "try.", (("briefing try", "try it"),), "", (option,))

    *_, first, second = help_text(command).splitlines()

    assert first.index("do something") == len(second) - len(second.lstrip())

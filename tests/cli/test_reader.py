from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from briefing import __version__, resources
from briefing.cli import main, reader
from briefing.settings import Places, Settings

ROOT = Path(__file__).parents[2]
AS_SCREEN = """
import fcntl, os, sys, termios, types
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
screen = types.ModuleType("briefing.tui.app")
def run(paths, *, settings, places):
    print("keys from a terminal:", sys.__stdin__.isatty())
    print("opened:", [article.text for article in articles(paths)])
    return 0
screen.run = run
sys.modules["briefing.tui.app"] = screen
from briefing.library import articles
from briefing.cli import main
sys.exit(main(["-"]))
"""


class Screen(ModuleType):
    """Stands where the real one is, so that what it is asked to open can be seen."""

    def __init__(self) -> None:
        super().__init__("briefing.tui.app")
        self.opened: list[tuple[tuple[str, ...], Settings, Places]] = []

    def run(self, paths: Sequence[str], *, settings: Settings, places: Places) -> int:
        self.opened.append((tuple(paths), settings, places))
        return 0


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    made = Screen()
    monkeypatch.setitem(sys.modules, "briefing.tui.app", made)
    monkeypatch.setattr(reader, "is_terminal", lambda: True)
    monkeypatch.setattr(reader, "is_piped", lambda: False)
    return made


def test_paths_are_opened_on_the_screen(screen: Screen, home: Path, tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0

    ((paths, settings, places),) = screen.opened
    assert (paths, settings) == ((str(tmp_path),), Settings())
    assert places.config == home / ".config" / "briefing"


def test_nothing_given_opens_the_samples(screen: Screen) -> None:
    assert main([]) == 0

    assert screen.opened[0][0] == (str(resources.seeds()),)


def test_nothing_given_opens_the_folders_of_the_settings(screen: Screen, settings_file: Path, tmp_path: Path) -> None:
    settings_file.write_text(f"folders = ['{tmp_path}']\nmeasure = 60\n", encoding="utf-8")

    assert main([]) == 0

    paths, settings, _ = screen.opened[0]
    assert (paths, settings.measure) == ((str(tmp_path),), 60)


def test_a_folder_called_like_a_command_is_opened_by_its_path(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "facts").mkdir()
    monkeypatch.chdir(tmp_path)

    assert main(["./facts"]) == 0

    assert screen.opened[0][0] == ("./facts",)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["/nowhere/at/all"], "/nowhere/at/all"),
        (["--bogus"], "briefing has no option --bogus"),
        (["fcats", "--json"], 'there is no file or folder "fcats", and no such command\n  did you mean "facts"?'),
        (["-"], '"-" reads what is piped into briefing, and nothing is'),
    ],
)
def test_what_cannot_be_opened_is_said_and_no_screen_opens(
    typed: list[str], said: str, screen: Screen, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2

    assert said in capsys.readouterr().err
    assert screen.opened == []


def test_a_wrong_setting_is_said_and_no_screen_opens(
    screen: Screen, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write_text('[keys]\nnext_artcle = "J"\n', encoding="utf-8")

    assert main([]) == 2

    assert capsys.readouterr().err.startswith(f'briefing: {settings_file}, line 2: "next_artcle" is no action')
    assert screen.opened == []


def test_output_that_is_no_terminal_is_said_in_one_line(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reader, "is_terminal", lambda: False)

    assert main([]) == 2

    assert capsys.readouterr().err == (
        "briefing: standard output is no terminal; to print, use: briefing facts PATH...\n"
    )
    assert screen.opened == []


def test_on_a_terminal_that_can_only_print_the_facts_are_printed(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    article = tmp_path / "gull.txt"
    article.write_text(" date 2024-01-21 A gull was seen at the harbour of Ansel on Friday, the mayor said.\n")

    assert main([str(article)]) == 0

    printed = capsys.readouterr()
    assert printed.err == "briefing: this terminal (TERM=dumb) has no screen: the facts are printed\n"
    assert "Ansel" in printed.out
    assert screen.opened == []


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_the_version_is_printed_without_a_terminal(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([flag]) == 0

    assert capsys.readouterr() == (f"briefing {__version__}\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_what_is_piped_in_is_read_while_keys_come_from_the_terminal() -> None:
    master, slave = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", AS_SCREEN],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    ) as process:
        os.close(slave)
        process.communicate(b"piped text")
        shown = drained(master)

    assert b"keys from a terminal: True" in shown
    assert b"opened: ['piped text']" in shown
    assert process.returncode == 0


def drained(terminal: int) -> bytes:
    """Return what was written to the terminal, whose other end is closed."""
    shown = b""
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other end has gone
            chunk = b""
        if not chunk:
            os.close(terminal)
            return shown
        shown += chunk

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import __version__, resources
from briefing.cli import main


def entries(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert main(["config"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return dict(line.split("\t") for line in out.splitlines())


def test_it_prints_where_everything_lies(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = home / ".config" / "briefing"

    printed = entries(capsys)

    assert printed["version"] == __version__
    assert printed["settings"] == f"{config / 'settings.toml'} (not there yet)"
    assert printed["marks"] == f"{config / 'marks'} (not there yet)"
    assert printed["state"] == f"{home / '.local' / 'state' / 'briefing'} (not there yet)"
    assert printed["cache"] == f"{home / '.cache' / 'briefing'} (not there yet)"
    assert printed["samples"] == str(resources.seeds())


def test_it_makes_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries(capsys)

    assert list(home.iterdir()) == []


def test_it_prints_the_settings_in_force(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text(
        'folders = ["/news", "/wire"]\nmeasure = 60\nmouse = true\n[keys]\nhelp = ["<F1>", "x"]\n', encoding="utf-8"
    )

    printed = entries(capsys)

    assert printed["settings"] == str(settings_file)
    assert printed["folders"] == "/news, /wire"
    assert (printed["measure"], printed["mouse"]) == ("60", "true")
    assert printed["keys.help"] == "<F1> x"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[keys]\nhelp = "?"\nhlep = "x"\n', 'line 3: "hlep" is no action\n  did you mean "help"?'),
        ('[keys]\n\nhelp = "<Foo>"\n', 'line 3: "<Foo>" is no key'),
    ],
)
def test_a_key_that_cannot_be_is_named_with_its_line(
    text: str, said: str, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write_text(text, encoding="utf-8")

    assert main(["config"]) == 2

    assert capsys.readouterr().err.startswith(f"briefing: {settings_file}, {said}")

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two articles that name the same person, one without a date, and a file that is none."""
    (tmp_path / "a.txt").write_text(
        " date 2024-05-06 The fire burned for hours, Jane Doe said. Doe left.", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text("Jane Doe spoke\n\nThe mayor, Jane Doe, spoke.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    return tmp_path


def test_names_are_printed_with_their_counts_and_days(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entities", str(folder)]) == 1

    out, err = capsys.readouterr()
    assert out == "Jane Doe\tPERSON\t2\t4\t2024-05-06\t2024-05-06\n"
    assert err.startswith(f"briefing: {folder / 'c.txt'}: ")


def test_json_is_one_line_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["entities", "--json", str(folder / "b.txt")]) == 0

    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row == {"name": "Jane Doe", "type": "PERSON", "articles": 1, "mentions": 2, "first": None, "last": None}


def test_what_the_users_list_says_is_one_is_one_line(
    folder: Path, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings_file.parent / "entities.toml").write_text('[person]\n"J. Doe" = ["Jane Doe"]\n', encoding="utf-8")

    assert main(["entities", str(folder / "a.txt"), str(folder / "b.txt")]) == 0

    assert capsys.readouterr().out.split("\t")[0] == "Jane Doe"

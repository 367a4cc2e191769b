"""`briefing search`: what it prints, and what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.resources import seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text("source: AP\n date 2024-01-20 Missiles hit the air base in Iraq.", encoding="utf-8")
    (made / "b.txt").write_text(" date 2024-02-01 The harbour was closed.", encoding="utf-8")
    return made


def test_a_line_has_day_source_title_path_and_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", '"air base"', str(folder)]) == 0

    title = "Missiles hit the air base in Iraq"
    assert capsys.readouterr() == (f"2024-01-20\tAP\t{title}\t{folder}/a.txt\t{title}.\n", "")


def test_json_tells_the_places(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--json", "harbour", str(folder)]) == 0

    told = json.loads(capsys.readouterr().out)
    assert (told["path"], told["date"], told["source"]) == (f"{folder}/b.txt", "2024-02-01", None)
    assert told["hits"] == [{"start": 4, "end": 11, "words": "The harbour was closed."}]


def test_nothing_found_is_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "nothing", str(folder)]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_file_that_cannot_be_read_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.txt").write_bytes(b"")
    assert main(["search", "harbour", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("2024-02-01")
    assert told.err == f"briefing: {folder}/c.txt: the file is empty\n"


def test_at_most_so_many_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--most", "2", "the", str(seeds())]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_names_are_found_once_they_are_indexed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--jobs", "1", str(seeds())]) == 0
    capsys.readouterr()
    assert main(["search", 'entity:"US Central Command"', str(seeds())]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "nothing is searched for"),
        ([" "], "nothing is searched for"),
        (["sorce:ap"], 'did you mean "source:"?'),
        (["words", "-"], "what is piped in is not searched"),
        (["--most", "none", "words"], '--most takes a number from 1, not "none"'),
        (["words", "nowhere-at-all"], "nowhere-at-all"),
    ],
)
def test_what_it_cannot_do_it_says(typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", *typed]) == 2
    assert said in capsys.readouterr().err

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.brief import first_day
from briefing.errors import BriefingError

TODAY = date(2024, 5, 8)
FERRY = (
    "title: Ferry aground\nsource: The Wire\n"
    " date 2024-05-06 Twelve people were hurt when the ferry Larkspur ran aground off Tolna on Sunday, the coastguard said."
)
AGAIN = (
    "title: Fourteen hurt\nsource: Tolna Post\n"
    " date 2024-05-07 Fourteen people were hurt when the ferry Larkspur ran aground off Tolna on Sunday, the coastguard said."
)
BREAD = " date 2024-05-06 Bakers in Estmark bake more bread than ever, a guild of bakers said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports of one event and an article on another."""
    for name, text in (("a", FERRY), ("b", AGAIN), ("c", BREAD)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_briefing_tells_its_stories_and_then_the_other_articles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", str(folder)]) == 0

    said = capsys.readouterr().out
    assert said.startswith("BRIEFING, 6 TO 7 MAY 2024\n")
    assert "3 articles from 2 outlets, 1 without one: 1 story, 1 event told by one report." in " ".join(said.split())
    assert "Injured: 12 (The Wire, 6 May), then 14 (Tolna Post, 7 May)" in said
    assert said.index("TOLD BY ONE REPORT") > said.index("REPORTS")


@pytest.mark.parametrize(("form", "begins"), [("markdown", "# Briefing"), ("html", "<!DOCTYPE html>"), ("json", "{")])
def test_a_briefing_comes_in_other_forms(
    form: str, begins: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "--format", form, str(folder)]) == 0

    assert capsys.readouterr().out.startswith(begins)


def test_since_a_day_the_rest_is_left_out_and_said_to_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--since", "2024-05-07", str(folder)]) == 0

    said = capsys.readouterr().out
    assert said.startswith("BRIEFING: WHAT IS NEW SINCE TUE 7 MAY 2024\n")
    assert "2 reports from 2 outlets, 1 new" in said
    assert "Left out: 1 earlier article of events of which nothing has been" in said


def test_the_json_tells_weights_facts_and_changes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--json", str(folder)]) == 0

    told = json.loads(capsys.readouterr().out)
    (story,) = told["stories"]
    assert (told["version"], told["since"], len(told["single"])) == (1, None, 1)
    assert sum(story["weight"][part] for part in ("origins", "harm", "recency", "novelty")) == pytest.approx(
        story["weight"]["total"]
    )
    assert [(change["before"]["value"], change["after"][-1]["value"]) for change in story["changes"]] == [(12, 14)]
    assert {"article", "start", "end", "quote", "said_by", "also"} <= set(story["key_facts"][0])


def test_a_day_that_nobody_knows_is_one_clear_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--since", "tomorow", str(folder)]) == 2

    said = capsys.readouterr()
    assert said.err == (
        'briefing: --since does not know the day "tomorow"\n  write 2024-01-21, today, yesterday or "3 days"\n'
    )
    assert said.out == ""


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("today", TODAY),
        ("yesterday", date(2024, 5, 7)),
        ("3 days", date(2024, 5, 5)),
        ("1 day ago", date(2024, 5, 7)),
    ],
)
def test_a_day_can_be_told_in_words(words: str, day: date) -> None:
    assert first_day(words, today=TODAY) == day


@pytest.mark.parametrize("words", ["2024-02-30", "2024-13-01", "20240501", "-1 days", "", "١ days"])
def test_what_is_no_day_is_said_to_be_none(words: str) -> None:
    with pytest.raises(BriefingError, match="--since"):
        first_day(words, today=TODAY)


def test_two_forms_at_once_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", "--json", "--format", "html", str(folder)]) == 2

    assert "--json and --format html do not go together" in capsys.readouterr().err


def test_no_article_is_said_and_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(tmp_path)]) == 0

    assert capsys.readouterr().out == "BRIEFING\nThere are no articles.\n"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(tmp_path / "nowhere")]) != 0

    assert "there is no file or folder" in capsys.readouterr().err.splitlines()[0]


def test_a_file_that_cannot_be_read_costs_nobody_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")

    assert main(["brief", str(folder)]) == 1

    said = capsys.readouterr()
    assert ("e.txt" in said.err, "1 story" in said.out) == (True, True)


def test_printing_a_briefing_loads_no_screen(folder: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "briefing", "brief", str(folder)]

    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), check=False)

    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert imported & {"textual", "rich", "numpy", "asyncio"} == set()

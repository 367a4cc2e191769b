from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing import resources
from briefing.cli import main
from briefing.export.json_text import Json
from briefing.marks.corrections import CorrectionStore
from briefing.model import CorrectionKind, new_correction
from briefing.settings import user_places
from tests.export.schema import CONTRACT, problems

FERRY = " date 2024-05-06 Twelve people were hurt when the ferry Larkspur ran aground off Tolna on Sunday, the coastguard said."
AGAIN = " date 2024-05-07 The ferry Larkspur, which ran aground off Tolna on Sunday with 80 people aboard, was towed away, the coastguard said."
BREAD = " date 2024-05-06 Bakers in Estmark bake more bread than ever, a guild of bakers said."
SCHEMA = CONTRACT.with_name("stories.schema.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two reports of one event, a third article, and a copy of it."""
    for name, text in (("a", FERRY), ("b", AGAIN), ("c", BREAD), ("d", BREAD)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Json]]:
    assert main(["stories", "--json", str(folder)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def names(row: dict[str, Json]) -> list[str]:
    articles = row["articles"]
    assert isinstance(articles, list)
    return sorted(Path(str(article["path"])).name for article in articles)


def test_reports_of_one_event_are_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = told(folder, capsys)

    paths = [names(row) for row in rows]

    assert paths == [["a.txt", "b.txt"], ["c.txt", "d.txt"]]


def test_stories_are_joined_and_split_as_the_user_has_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = told(folder, capsys)
    ferry, again, bread = (str(row["id"]) for row in map(_article, (rows[0], rows[0], rows[1]), (0, 1, 0)))
    now = datetime(2024, 5, 8, tzinfo=UTC)
    CorrectionStore(user_places().config).put_all(
        (
            new_correction(CorrectionKind.STORY_SPLIT, ferry, again, now=now),
            new_correction(CorrectionKind.STORY_JOINED, again, bread, now=now),
        )
    )

    assert sorted(map(names, told(folder, capsys))) == [["a.txt"], ["b.txt", "c.txt", "d.txt"]]


def test_the_timeline_tells_days_as_exactly_as_the_text_and_they_are_not_told_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (
        ("a", f"{FERRY} It was built in 1994 and last repaired in March 2021."),
        ("b", f"{AGAIN} It ran aground before, on 3 June 2019."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["stories", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    days = [line.split(" ")[2] for line in lines[lines.index("TIMELINE") :] if line.startswith("  ")]
    assert days[:2] == ["1994", "2019-06-03"]
    assert "2021-03" in days
    assert not [line for line in lines if line.startswith(("1 date", "1 time"))]


def _article(row: dict[str, Json], number: int) -> dict[str, Json]:
    articles = row["articles"]
    assert isinstance(articles, list)
    article = sorted(articles, key=lambda one: str(one["path"]) if isinstance(one, dict) else "")[number]
    assert isinstance(article, dict)
    return article


def test_a_story_reads_as_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", str(folder)]) == 0

    assert "the ferry Larkspur" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_costs_nobody_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")

    assert main(["stories", "--json", str(folder)]) == 1

    said = capsys.readouterr()
    assert (len(said.out.splitlines()), "e.txt" in said.err) == (2, True)


def test_nothing_to_read_gives_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(tmp_path, capsys) == []


@pytest.mark.skipif(not SCHEMA.exists(), reason="the contract is not here")
def test_what_is_printed_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    rule = json.loads(SCHEMA.read_text(encoding="utf-8"))

    rows = told(resources.seeds(), capsys)

    assert [problem for row in rows for problem in problems(row, rule, whole=rule)] == []

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.marks import CorrectionStore
from briefing.model import CorrectionKind, EntityType, new_correction

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(" date 2024-05-06 The fire at Ember Field burned for hours, Jane Doe said.", encoding="utf-8")
    return path


def entities(article: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert main(["facts", "--json", str(article)]) == 0
    found = json.loads(capsys.readouterr().out)["entities"]
    return {entity["name"]: entity["type"] for entity in found}


def test_the_users_list_is_honoured_and_corrections_win_over_it(
    article: Path, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings_file.parent / "entities.toml").write_text('[building]\n"Ember Field" = []\n', encoding="utf-8")
    assert entities(article, capsys)["Ember Field"] == "FAC"

    store = CorrectionStore(settings_file.parent)
    store.put(new_correction(CorrectionKind.TYPE, "Ember Field", now=NOON, type=EntityType.PRODUCT))
    store.put(new_correction(CorrectionKind.NO_NAME, "Jane Doe", now=NOON))

    assert entities(article, capsys) == {"Ember Field": "PRODUCT"}


def test_what_is_wrong_in_the_list_is_said_beside_the_data(
    article: Path, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings_file.parent / "entities.toml").write_text("[prson]\nA = []\n", encoding="utf-8")

    assert main(["stories", "--json", str(article)]) == 0

    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err.splitlines()[0].endswith('entities.toml, line 1: "prson" is no type of names')
    assert err.splitlines()[1:] == ['  did you mean "person"?']


def test_the_folder_of_the_lists_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0

    told = dict(line.split("\t", 1) for line in capsys.readouterr().out.splitlines())
    assert told["own names"].startswith(str(home))
    assert "corrections.jsonl" in told["corrections"]

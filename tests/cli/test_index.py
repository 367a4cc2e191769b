"""`briefing index`: all analysed beforehand, once, and gone on with where it was ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.index import _words
from briefing.library.indexing import Progress
from briefing.library.kept_analyses import Analyses
from briefing.resources import seeds
from briefing.settings import user_places

HEEDING = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from briefing.cli import main; sys.exit(main())"
)
"""The program, heeding ^C also where the tests run in the background of a shell, which has it ignored."""
ARTICLES = 200
"""So many that some of them are still to be done when the first are kept."""
TEXT = (
    "The harbour of Ansel was closed on Monday after {0} ships collided. Mayor Ida Brandt said {0} people were hurt. "
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(ARTICLES):
        (made / f"{number:03}.txt").write_text(f" date 2024-01-21 {TEXT.format(number + 2) * 8}", encoding="utf-8")
    return made


def test_what_was_indexed_is_not_analysed_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--jobs", "2", str(seeds())]) == 0
    count = int(capsys.readouterr().out.split(" ")[0])
    assert count >= 14
    assert main(["index", str(seeds())]) == 0

    assert capsys.readouterr().out == f"{count} articles, 0 of them analysed now\n"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert main(["index", "--jobs", "1", str(folder)]) == 1
    told = capsys.readouterr()
    assert told.out == f"{ARTICLES} articles, {ARTICLES} of them analysed now\n"
    assert f"briefing: {folder}/empty.txt: the file is empty\n" in told.err


def test_what_was_indexed_is_printed_from_the_cache(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["facts", "--json", str(seeds())]) == 0
    made = capsys.readouterr().out
    (user_places().cache / "analyses-1.sqlite").unlink()
    assert main(["index", str(seeds())]) == 0
    capsys.readouterr()
    monkeypatch.setattr("briefing.pipeline.analyse", None)

    assert main(["facts", "--json", str(seeds())]) == 0
    assert capsys.readouterr().out == made


@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGKILL])
def test_ended_in_between_it_goes_on_from_there(
    folder: Path, ended_by: signal.Signals, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", HEEDING, "index", "--jobs", "1", str(folder)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, cwd=Path(__file__).parents[2]
    )
    kept = Analyses(user_places().cache)
    while running.poll() is None and not count(kept):
        kept.close()
        kept = Analyses(user_places().cache)
    kept.close()
    (os.killpg if ended_by is signal.SIGINT else os.kill)(running.pid, ended_by)
    out, said = running.communicate(timeout=60)

    assert running.returncode == -ended_by
    assert out == b""
    assert ended_by is signal.SIGKILL or said == b""
    assert main(["index", "--jobs", "1", str(folder)]) == 0
    done = re.fullmatch(rf"{ARTICLES} articles, (\d+) of them analysed now\n", capsys.readouterr().out)
    assert done
    assert 0 < int(done[1]) < ARTICLES


def count(kept: Analyses) -> int:
    file = user_places().cache / "analyses-1.sqlite"
    return int(file.exists() and kept._ready().ask("select count(*) from analyses")[0][0])


def test_a_cache_that_cannot_be_written_is_an_error(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    (home / ".cache").mkdir()
    (home / ".cache" / "briefing").write_bytes(b"")

    assert main(["index", str(seeds())]) == 1
    assert "can't be written" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [["--jobs", "0"], ["--jobs", "many"], ["-n", "-2"], ["-"]])
def test_what_it_cannot_do_it_says(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", *typed]) == 2
    assert len(capsys.readouterr().err.splitlines()) <= 2


def test_how_far_it_is_fits_a_line() -> None:
    assert _words(Progress(1234, 0), 0, 0.0) == "1,234 articles found so far"
    assert _words(Progress(50_000, 100_000), 9_000, 100.0) == (
        "[############............] 50,000 of 100,000, 90 a second, 9 min left"
    )
    assert len(_words(Progress(999_999, 10_000_000), 1, 999_999.0)) < 80

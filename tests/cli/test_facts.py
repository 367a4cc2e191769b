from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import resources
from briefing.cli import main
from tests.export.schema import CONTRACT, SHARED, contract, problems, span_problems

ROOT = Path(__file__).parents[2]
FERRY = " date 2024-05-06 Twelve people were hurt when a ferry ran aground on Sunday, the coastguard said."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two articles and, between them, a file that is none."""
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(PNG)
    (tmp_path / "c.txt").write_text("The bridge stays closed\n\nIt opens on Friday.", encoding="utf-8")
    return tmp_path


def briefing(*typed: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "briefing", *typed], check=False, cwd=ROOT, input=given, capture_output=True
    )


def answered(out: str) -> list[Path]:
    return [Path(json.loads(line)["article"]["path"]) for line in out.splitlines()]


def test_json_is_one_line_an_article_in_the_order_of_the_paths(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", "--json", str(folder / "c.txt"), str(folder / "a.txt")]) == 0

    assert answered(capsys.readouterr().out) == [folder / "c.txt", folder / "a.txt"]


def test_what_cannot_be_read_is_named_and_costs_nobody_the_rest(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", "--json", str(folder)]) == 1

    out, err = capsys.readouterr()
    assert answered(out) == [folder / "a.txt", folder / "c.txt"]
    assert err.startswith(f"briefing: {folder / 'b.txt'}: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_an_empty_folder_prints_nothing(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--format", form, str(tmp_path)]) == 0

    assert capsys.readouterr() == ("", "")


def test_a_path_that_is_not_there_is_named_before_anything_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["facts", str(folder / "a.txt"), str(folder / "d.txt")]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert str(folder / "d.txt") in err.splitlines()[0]


def test_without_a_path_the_samples_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--json"]) == 0

    assert {path.parent for path in answered(capsys.readouterr().out)} == {resources.seeds()}


def test_without_a_path_the_folders_of_the_settings_are_read(
    folder: Path, settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.txt").unlink()
    settings_file.write_text(f"folders = ['{folder}']\n", encoding="utf-8")

    assert main(["facts", "--json"]) == 0

    assert answered(capsys.readouterr().out) == [folder / "a.txt", folder / "c.txt"]


def test_a_folder_of_the_settings_that_is_not_there_is_named_with_the_settings(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write_text("folders = ['/nowhere/at/all']\n", encoding="utf-8")

    assert main(["facts"]) == 2

    assert capsys.readouterr().err == (
        f'briefing: there is no folder "/nowhere/at/all"\n  it is named in {settings_file}, under folders\n'
    )


def test_a_wrong_setting_is_named_with_its_line(settings_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings_file.write_text("\nmesure = 60\n", encoding="utf-8")

    assert main(["facts"]) == 2

    assert capsys.readouterr().err == (
        f'briefing: {settings_file}, line 2: "mesure" is no part of the settings\n  did you mean "measure"?\n'
    )


def test_standard_input_is_an_article() -> None:
    done = briefing("facts", "--json", "-", given=FERRY.encode())

    line = json.loads(done.stdout)
    assert (done.returncode, line["article"]["published"]) == (0, "2024-05-06")
    assert line["article"]["text"].startswith("Twelve people")


@pytest.mark.parametrize("typed", [("facts", "--json", "seeds"), ("facts", "seeds"), ("config",)])
def test_a_pipe_that_is_closed_ends_it_in_silence(typed: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", *typed], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.wait()

    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_an_interruption_ends_it_in_silence_as_shells_expect() -> None:
    # What runs in the background of a shell is born deaf to this signal: the handler is set as at a terminal.
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from briefing.cli import main; sys.exit(main(['facts', '--json', 'seeds', '-']))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        process.wait()

    assert (process.returncode, said) == (-signal.SIGINT, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_named() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            check=False,
            args=[sys.executable, "-m", "briefing", "facts", "--json", "seeds"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
        )

    assert done.returncode == 1
    assert done.stderr == b"briefing: standard output cannot be written: no space left on device\n"


PRINTING = (
    ("facts", "--format", "text", "seeds"),
    ("facts", "--format", "markdown", "seeds"),
    ("facts", "--format", "json", "seeds"),
    ("notes", "list"),
    ("notes", "export"),
    ("config",),
    ("--help",),
    ("--version",),
)


@pytest.mark.parametrize("typed", PRINTING, ids=" ".join)
def test_printing_imports_nothing_of_the_screen(typed: tuple[str, ...]) -> None:
    done = subprocess.run(
        check=False,
        args=[sys.executable, "-X", "importtime", "-m", "briefing", *typed],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "briefing" in imported
    assert imported & {"textual", "rich", "numpy", "asyncio"} == set()


def test_a_name_that_would_steer_the_terminal_is_made_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        (tmp_path / "a\x1b[31m\n.txt").write_bytes(PNG)
    except OSError:
        pytest.skip("this system has no such names")

    assert main(["facts", str(tmp_path)]) == 1

    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies beside the checkout only")
@pytest.mark.parametrize("where", [resources.seeds(), SHARED / "seeds"], ids=["samples", "reports"])
def test_what_is_printed_keeps_the_contract(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = contract()

    assert main(["facts", "--json", os.fspath(where)]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [problem for line in lines for problem in problems(line, rule, whole=rule)] == []
    assert [problem for line in lines for problem in span_problems(line, line["article"]["text"])] == []

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.notes.importing import FIRST_BATCH
from briefing.export.json_text import Json

ROOT = Path(__file__).parents[2]


def mark(name: str, **changes: Json) -> dict[str, Json]:
    article: Json = {"id": "a1", "path": "ferry.txt", "title": "Ferry aground", "published": "2024-05-06"}
    made: dict[str, Json] = {
        "id": name,
        "kind": "note",
        "article": article,
        "start": 12,
        "end": 20,
        "quote": "12 people",
        "note": "Which source?\nAsk the coastguard.",
        "tags": ["to check"],
        "created": "2024-05-06T10:00:00+00:00",
        "changed": "2024-05-06T10:00:00+00:00",
        "revision": 1,
    }
    return made | changes


def file_of(folder: Path, *lines: dict[str, Json] | str) -> str:
    path = folder / "notes.jsonl"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return str(path)


def exported(capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["notes", "export"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_without_notes_there_is_nothing_to_print(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main(["notes", what]) for what in ("list", "export")] == [0, 0]

    assert capsys.readouterr() == ("", "")
    assert list(home.iterdir()) == []


def test_each_mark_that_was_taken_is_acknowledged_by_its_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"m{number}" for number in range(5 * FIRST_BATCH)]

    assert main(["notes", "import", file_of(tmp_path, *map(mark, names))]) == 0

    assert capsys.readouterr() == ("".join(f"{name}\n" for name in names), "")


def test_what_was_taken_is_exported_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = mark("m1")

    main(["notes", "import", "--format", "jsonl", file_of(tmp_path, given)])

    (line,) = exported(capsys).splitlines()
    got = json.loads(line)
    article = {**got["article"]}
    assert {key: got[key] for key in given if key != "article"} == {
        key: value for key, value in given.items() if key != "article"
    }
    assert (article["id"], article["title"]) == ("a1", "Ferry aground")


def test_an_export_taken_in_elsewhere_is_exported_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text: dict[str, Json] = {"text": "The whole text of the article.", "text_id": "t1"}
    lines = (mark("m1", **text), mark("m2", text_id="t1"), mark("m3", deleted=True, revision=2))
    main(["notes", "import", file_of(tmp_path, *lines)])
    first = exported(capsys)
    (tmp_path / "first.jsonl").write_text(first, encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))

    main(["notes", "import", str(tmp_path / "first.jsonl")])

    assert exported(capsys) == first


def test_a_line_that_is_no_mark_is_named_and_the_others_are_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_of(tmp_path, mark("m1"), "{oops", "", mark("m2", kind="scribble"), mark("m3"))

    assert main(["notes", "import", file]) == 1

    out, err = capsys.readouterr()
    assert out == "m1\nm3\n"
    assert [line[: len("briefing: line 2")] for line in err.splitlines()] == ["briefing: line 2", "briefing: line 4"]


def test_marks_are_taken_from_a_pipe(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "notes", "import", "-"],
        cwd=ROOT,
        input=json.dumps(mark("m1")).encode(),  # without a line end
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"m1\n", b"")


def test_marks_are_taken_though_nobody_hears_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = file_of(tmp_path, *(mark(f"m{number:03}") for number in range(100)))
    with subprocess.Popen(
        [sys.executable, "-m", "briefing", "notes", "import", file],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.wait()

    assert (process.returncode, said) == (0, b"")
    assert len(exported(capsys).splitlines()) == 100


def test_the_list_has_a_line_for_each_mark_that_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    late = mark("m2", start=2, kind="highlight", note=None, tags=["a", "b"])
    main(["notes", "import", file_of(tmp_path, mark("m1"), late, mark("m3", deleted=True))])
    capsys.readouterr()

    assert main(["notes", "list"]) == 0

    assert capsys.readouterr().out == (
        "2024-05-06\thighlight\tFerry aground\t12 people\t\ta, b\n"
        "2024-05-06\tnote\tFerry aground\t12 people\tWhich source? Ask the coastguard.\tto check\n"
    )


def test_nothing_in_a_note_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["notes", "import", file_of(tmp_path, mark("\x1b[31m", note="\x1b]52;c;x\x07 \u202eabc"))])
    main(["notes", "list"])
    main(["notes", "export"])

    assert not {"\x1b", "\x07", "\u202e"} & set(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "briefing: notes needs to know what to do\n  one of: list, export, import\n"),
        (["exprt"], 'briefing: notes has no "exprt"\n  did you mean "export"?\n'),
        (["list", "x"], 'briefing: notes list takes nothing behind it, and "x" was given\n'),
        (["export", "--format", "pdf"], 'briefing: --format has no "pdf"\n'),
        (["import"], 'briefing: notes import takes one FILE, or "-" for standard input; none was given\n'),
        (["import", "/nowhere/x"], 'briefing: "/nowhere/x" cannot be read: no such file or directory\n'),
        (["import", "/"], 'briefing: "/" cannot be read: is a directory\n'),
    ],
)
def test_what_cannot_be_done_is_said(typed: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes", *typed]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(said)


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("markdown", "Which source?"),
        ("org", "Which source?"),
        ("readwise", "Which source?"),
        ("w3c", '"TextQuoteSelector"'),
    ],
)
def test_marks_are_exported_for_other_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, told: str
) -> None:
    main(["notes", "import", file_of(tmp_path, mark("m1"), mark("m2", deleted=True, note="gone"))])
    capsys.readouterr()

    assert main(["notes", "export", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert told in printed
    assert "gone" not in printed


def test_clippings_of_a_reading_device_are_taken_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clippings = tmp_path / "My Clippings.txt"
    clippings.write_text(
        "The Harbour (Ida Brandt)\n"
        "- Your Highlight on page 3 | Location 40-41 | Added on Monday, May 6, 2024 10:00:00 AM\n\n"
        "Two ships had collided in fog.\n==========\n",
        encoding="utf-8",
    )

    for _ in range(2):
        assert main(["notes", "import", "--format", "clippings", str(clippings)]) == 0
    first, second = capsys.readouterr().out.split()
    assert first == second
    main(["notes", "list"])
    assert capsys.readouterr().out.count("Two ships had collided") == 1


def test_a_file_of_another_program_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.json").write_text("no JSON at all")

    assert main(["notes", "import", "--format", "hypothesis", str(tmp_path / "notes.json")]) == 1
    assert "note 1:" in capsys.readouterr().err

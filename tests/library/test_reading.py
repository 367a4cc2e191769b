"""Reading: bounds, reasons, and what changed since the walk."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from briefing.library import MOST_BYTES, Entry, articles, read, reading, walk
from briefing.model import Article, Unreadable


def test_articles_come_in_the_order_of_the_walk_with_what_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2024-01-21 One fell.\n|||||\nTwo fell.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(bytes(100))
    (tmp_path / "c.md").write_text("# Three\n\nfell.", encoding="utf-8")
    found = list(articles([tmp_path]))

    assert [item.path for item in found] == [str(tmp_path / name) for name in ("a.txt", "a.txt", "b.txt", "c.md")]
    assert [item.title if isinstance(item, Article) else item.reason for item in found] == [
        "One fell",
        "Two fell",
        "no text: it holds NUL bytes",
        "Three",
    ]
    assert isinstance(found[0], Article)
    assert found[0].published == date(2024, 1, 21)


def test_of_a_big_file_the_first_part_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("wörd " * (MOST_BYTES // 5), encoding="utf-8")
    (found,) = read(Entry(str(path)))

    assert isinstance(found, Article)
    assert len(found.text.encode()) <= MOST_BYTES
    assert "only the first 4 MB of the file were read" in found.remarks


def test_a_file_that_is_no_longer_there_has_a_reason(tmp_path: Path) -> None:
    assert read(Entry("gone.txt")) == (Unreadable("gone.txt", "it is no longer there"),)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is locked for root")
def test_a_locked_file_has_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Words.", encoding="utf-8")
    path.chmod(0)

    assert read(Entry(str(path))) == (Unreadable(str(path), "you are not allowed to read it"),)


def test_a_file_that_became_a_link_or_a_pipe_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.", encoding="utf-8")
    (entry,) = walk([tmp_path])
    path.unlink()
    path.symlink_to("/etc/passwd")

    assert read(entry) == (Unreadable(str(path), "it has become a link"),)
    path.unlink()
    os.mkfifo(path)
    assert read(entry) == (Unreadable(str(path), "it is a named pipe, no file"),)


def test_a_reason_of_the_walk_is_kept_and_nothing_opened() -> None:
    assert read(Entry("/dev/zero", "it is a device, no file")) == (Unreadable("/dev/zero", "it is a device, no file"),)


def test_standard_input_is_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    receiving, sending = os.pipe()
    os.write(sending, b'{"title": "One", "text": "It fell."}\n{"text": "Two fell."}')
    os.close(sending)
    monkeypatch.setattr(reading, "_STANDARD_INPUT_FILE", receiving)
    found = read(Entry("-"))
    os.close(receiving)

    assert [item.title for item in found if isinstance(item, Article)] == ["One", "Two fell"]
    assert {item.path for item in found} == {"-"}


def test_a_folder_of_plain_text_loads_no_parser_of_yaml_or_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2024-01-21 It’s one.", encoding="utf-8")
    program = (
        "import sys; from briefing.library import articles; "
        f"print(len(list(articles([{str(tmp_path)!r}]))), sorted({{'yaml', 'markdown_it', 'frontmatter', 'textual', 'rich'}} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "1 []\n"

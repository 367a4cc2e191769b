"""Walking: the order, what is left out, and what is not opened."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.library import Entry, walk


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Words of {name}.", encoding="utf-8")
    return folder


def names(folder: Path, *paths: Path) -> list[str]:
    return [os.path.relpath(entry.path, folder) for entry in walk(paths or [folder])]


def reasons(folder: Path) -> dict[str, str]:
    return {os.path.relpath(entry.path, folder): entry.reason for entry in walk([folder]) if entry.reason}


def test_files_come_sorted_by_the_parts_of_their_path(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.md", "a.txt", "a/b/c.jsonl", "B.txt", "a-b.txt")

    assert names(tmp_path) == [os.path.relpath(path, tmp_path) for path in sorted(tmp_path.rglob("*.*"))]


def test_paths_come_in_the_order_given(tmp_path: Path) -> None:
    made(tmp_path, "a/1.txt", "b/1.txt", "c.txt")

    assert names(tmp_path, tmp_path / "c.txt", tmp_path / "b", tmp_path / "a") == ["c.txt", "b/1.txt", "a/1.txt"]


def test_hidden_files_and_other_kinds_are_left_out_and_counted(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", ".git/c.txt", "picture.png", "page.html", "noending", "b.txt~")
    found = walk([tmp_path])

    assert [entry.path for entry in found] == [str(tmp_path / "a.txt")]
    assert found.left_out == 6


def test_walking_twice_gives_the_same(tmp_path: Path) -> None:
    found = walk([made(tmp_path, "a.txt", "b/c.txt", "d.png")])

    assert list(found) == list(found)
    assert found.left_out == 1


def test_a_file_given_by_name_is_tried_whatever_its_kind(tmp_path: Path) -> None:
    made(tmp_path, "page.html", ".hidden")

    assert names(tmp_path, tmp_path / "page.html", tmp_path / ".hidden") == ["page.html", ".hidden"]


def test_what_is_reached_twice_comes_once(tmp_path: Path) -> None:
    made(tmp_path, "a/1.txt", "a/b/2.txt", "a/x.png")
    a = tmp_path / "a"

    assert names(tmp_path, a, a) == ["a/1.txt", "a/b/2.txt"]
    assert names(tmp_path, a / "b", a) == ["a/b/2.txt", "a/1.txt"]
    assert names(tmp_path, a / "1.txt", a) == ["a/1.txt", "a/b/2.txt"]
    assert names(tmp_path, a, a / "1.txt", a / "1.txt", a / "x.png") == ["a/1.txt", "a/b/2.txt", "a/x.png"]


def test_links_that_loop_end(tmp_path: Path) -> None:
    made(tmp_path, "a/1.txt")
    (tmp_path / "a" / "here").symlink_to(".")
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "itself.txt").symlink_to("itself.txt")

    assert names(tmp_path) == ["a/1.txt", "itself.txt"]
    assert reasons(tmp_path) == {"itself.txt": "the link leads back to itself"}


def test_links_that_leave_the_folder_are_skipped_with_a_word(tmp_path: Path) -> None:
    made(tmp_path, "out/secret.txt", "in/a.txt")
    (tmp_path / "in" / "file.txt").symlink_to("../out/secret.txt")
    (tmp_path / "in" / "folder").symlink_to("../out")
    (tmp_path / "in" / "nothing.txt").symlink_to("nowhere")
    (tmp_path / "in" / "zero.txt").symlink_to("/dev/zero")

    assert reasons(tmp_path / "in") == {
        "file.txt": "the link leads out of the folder",
        "folder": "the link leads out of the folder",
        "nothing.txt": "the link leads to nothing",
        "zero.txt": "the link leads out of the folder",
    }


def test_a_link_within_the_folder_adds_nothing_but_what_is_left_out_else(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", ".store/b", "inside.png")
    (tmp_path / "copy.txt").symlink_to("a.txt")
    (tmp_path / "b.txt").symlink_to(".store/b")
    (tmp_path / "c.txt").symlink_to(".store/b")

    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_a_link_given_by_name_is_followed(tmp_path: Path) -> None:
    made(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "one.txt").symlink_to("real/a.txt")

    assert names(tmp_path, tmp_path / "link") == ["link/a.txt"]
    assert names(tmp_path, tmp_path / "one.txt") == ["one.txt"]


def test_pipes_sockets_and_devices_are_named_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")

        assert reasons(tmp_path) == {"pipe.txt": "it is a named pipe, no file", "socket.txt": "it is a socket, no file"}
    assert [entry.reason for entry in walk(["/dev/null"])] == ["it is a device, no file"]


def test_folders_in_folders_may_be_deep(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Words.", encoding="utf-8")

    assert len(names(tmp_path)) == 1


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert names(tmp_path) == []


def test_a_path_that_does_not_exist_is_a_wrong_use(tmp_path: Path) -> None:
    made(tmp_path, "report.txt")

    with pytest.raises(BriefingError) as caught:
        walk([tmp_path / "reprot.txt"])
    assert caught.value.status == 2
    assert "reprot.txt" in caught.value.message
    assert "report.txt" in caught.value.hint


def test_a_file_that_goes_while_it_is_walked_costs_nobody_the_rest(tmp_path: Path) -> None:
    (tmp_path / "given.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for name in "abc":
        (tmp_path / "folder" / f"{name}.txt").write_text("Words.", encoding="utf-8")
    walked = iter(walk([tmp_path / "given.txt", tmp_path / "folder"]))
    first = [next(walked), next(walked)]
    (tmp_path / "folder" / "b.txt").unlink()

    assert [Path(entry.path).name for entry in (*first, *walked)] == ["given.txt", "a.txt", "b.txt", "c.txt"]


def test_names_are_shown_without_what_could_steer_a_terminal() -> None:
    assert Entry("a\x1b]0;x\x07\u202eb\n.txt").shown == "ab␤.txt"


def test_a_hyphen_is_standard_input() -> None:
    assert list(walk(["-", "-"])) == [Entry("-")]

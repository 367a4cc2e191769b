import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.export.notes_jsonl import earlier
from briefing.marks import LockedError, MarkStore
from briefing.marks.lock import locked
from briefing.model import MarkKind, changed_mark, deleted_mark, new_mark
from tests.marks.making import GULL, NOON, TIDE, note


def file_of(store: MarkStore, name: str) -> Path:
    return next(store.path.glob(f"*{name}*.jsonl"))


def test_what_was_saved_is_there_for_another_session(tmp_path: Path) -> None:
    saved = MarkStore(tmp_path / "marks").save(note())

    assert MarkStore(tmp_path / "marks").load().marks == (saved,)


def test_nothing_is_made_before_something_is_saved(tmp_path: Path) -> None:
    loaded = MarkStore(tmp_path / "marks").load()

    assert loaded.marks == ()
    assert loaded.problems == ()
    assert not list(tmp_path.iterdir())


def test_the_folder_and_its_files_are_private(tmp_path: Path) -> None:
    store = MarkStore(tmp_path / "config" / "marks")

    store.save(note())
    store.save(replace(note(), note="again", revision=2))

    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert set(modes.values()) == {0o700, 0o600}
    assert all(mode == (0o700 if "." not in name or name == ".before" else 0o600) for name, mode in modes.items())


def test_the_first_line_tells_the_article_and_each_mark_has_one_line(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note("one"))
    store.save(note("two"))

    written = file_of(store, "a-gull-what-it-saw").read_text().splitlines()

    assert written[0].startswith('{"article": {"id": "gull"')
    assert sum('"kind": "note"' in line for line in written) == 2


def test_an_edit_wins_over_what_another_session_wrote_meanwhile_and_keeps_it(tmp_path: Path) -> None:
    here, there = MarkStore(tmp_path), MarkStore(tmp_path)
    first = here.save(note("first"))
    there.save(changed_mark(first, replace(first, note="there"), now=NOON))

    saved = here.save(changed_mark(first, replace(first, note="here"), now=NOON))

    assert saved.note == "here"
    assert saved.revision == 3
    assert [version.note for version in earlier(saved)] == ["first", "there"]
    assert there.load().marks == (saved,)


def test_saving_the_same_mark_again_writes_nothing(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    saved = store.save(note())
    before = file_of(store, "gull").stat()

    assert store.save(saved) == saved
    assert file_of(store, "gull").stat() == before


def test_a_deleted_mark_stays_deleted_when_an_old_copy_is_taken(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(deleted_mark(store.save(note()), now=NOON))

    store.take([note()])

    assert store.load().standing == ()
    assert store.marks_of(GULL) == ()
    assert len(store.load().marks) == 1


def test_of_two_contents_of_one_revision_both_are_kept(tmp_path: Path) -> None:
    one, other = note("one"), replace(note("one"), note="other")
    forth, back = MarkStore(tmp_path / "forth"), MarkStore(tmp_path / "back")

    forth.take([one, other])
    back.take([other])
    back.take([one])

    assert forth.load().marks == back.load().marks
    (mark,) = forth.load().marks
    assert {mark.note, *(version.note for version in earlier(mark))} == {"one", "other"}


def test_marks_of_one_id_in_two_files_are_one_mark(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note())

    store.save(replace(note(), article=TIDE, revision=2))

    (mark,) = store.load().marks
    assert mark.article == TIDE
    assert store.marks_of(GULL) == ()


def test_a_broken_line_costs_that_line_only_is_named_and_set_aside(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    marks = store.take([note(f"note {number}") for number in range(4)])
    path = file_of(store, "gull")
    rows = path.read_bytes().split(b"\n")
    rows[3] = b"\0" * len(rows[3])
    harmed = b"\n".join(rows)
    path.write_bytes(harmed)

    loaded = store.load()
    store.save(note("late"))

    assert len(loaded.marks) == len(marks) - 1
    assert [problem.line for problem in loaded.problems] == [4]
    assert [kept.read_bytes() for kept in (tmp_path / "set-aside").iterdir()] == [harmed]
    assert len(store.load().marks) == len(marks)
    assert store.load().problems == ()


def test_what_a_cut_takes_comes_back_from_the_generation_before(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.take([note(f"note {number}") for number in range(4)])
    store.save(note("late"))
    path = file_of(store, "gull")
    path.write_bytes(b"")

    loaded = store.load()

    assert {mark.note for mark in loaded.marks} == {f"note {number}" for number in range(4)}
    assert any("empty" in problem.reason for problem in loaded.problems)


def test_words_changed_by_hand_are_taken(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note("look again"))
    path = file_of(store, "gull")
    path.write_text(path.read_text().replace("look again", "look more closely"))

    loaded = store.load()

    assert [mark.note for mark in loaded.marks] == ["look more closely"]
    assert [problem.costs for problem in loaded.problems] == [False]


def test_a_mark_written_by_hand_needs_no_checksum(tmp_path: Path) -> None:
    line = (
        '{"kind": "note", "note": "by hand", "article": {"id": "gull", "path": "g", "title": "G"}, '
        '"created": "", "changed": "", "revision": 1}'
    )
    (tmp_path / "mine.jsonl").write_text(line)

    assert [mark.note for mark in MarkStore(tmp_path).load().marks] == ["by hand"]


def test_who_stops_with_the_lock_blocks_nobody_for_long_and_costs_no_mark(tmp_path: Path) -> None:
    store = MarkStore(tmp_path, patience=0.05)
    store.save(note("first"))

    with locked(tmp_path / ".lock"), pytest.raises(LockedError, match="another session"):
        store.save(note("second"))

    assert store.save(note("second")).note == "second"


def test_threads_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        store = MarkStore(tmp_path)
        for number in range(10):
            store.save(note(f"{name} {number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(MarkStore(tmp_path).load().marks) == 40


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_can_not_be_written_is_said_and_can_be_read(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    saved = store.save(note("first"))
    tmp_path.chmod(0o500)

    with pytest.raises(BriefingError):
        store.save(note("second"))

    tmp_path.chmod(0o700)
    assert store.load().marks == (saved,)


def test_a_folder_that_others_may_write_in_is_pointed_out(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note())
    tmp_path.chmod(0o777)

    assert any("others may write" in problem.reason for problem in MarkStore(tmp_path).load().problems)


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "marks").write_text("")

    with pytest.raises(BriefingError):
        MarkStore(tmp_path / "marks").save(note())


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note("one"))
    (tmp_path / ".17-1.tmp").write_bytes(b"half")

    store.save(note("two"))

    assert not list(tmp_path.glob(".*.tmp"))


def test_marks_of_an_article_come_in_text_order_bookmarks_of_the_whole_first(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    anchored = note()
    whole = new_mark(GULL, MarkKind.BOOKMARK, now=NOON)
    store.take([anchored, whole, note(article=TIDE)])

    assert store.marks_of(GULL) == (whole, anchored)


def test_the_same_object_comes_back_while_nothing_changes(tmp_path: Path) -> None:
    store = MarkStore(tmp_path)
    store.save(note("one"))
    loaded = store.load()

    assert store.load() is loaded
    MarkStore(tmp_path).save(note("two"))
    assert store.load() is not loaded

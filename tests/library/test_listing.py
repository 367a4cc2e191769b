"""The list of a session: what it says is what a fresh walk says, whatever became of the files and of the cache."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.library import Entry, Listed, Listing, articles
from briefing.library import looking as looking_module
from briefing.library.catalogue import FILE
from briefing.library.reading import contents
from briefing.model import Article, Unreadable
from briefing.reading.rows import Row, row_of
from briefing.reading.table import Table


def told(table: Table) -> list[Row]:
    """Return the rows of a table in an order of their own."""
    return sorted(map(table.row, table.numbers()), key=lambda row: row.key)


def fresh(*paths: Path) -> list[Row]:
    """Return the rows that a walk makes which knows nothing from before."""
    return sorted(map(row_of, articles(paths)), key=lambda row: row.key)


def looked(*paths: Path, cache: Path | None) -> Listed:
    """Return what a session of its own says in the end."""
    listing = Listing([str(path) for path in paths], cache)
    listing.kept()
    *_, last = listing.looked_through()
    listing.close()
    return last


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    (made / "below").mkdir(parents=True)
    (made / "a.txt").write_text(" date 2024-01-21 One fell.\n|||||\nTwo fell.", encoding="utf-8")
    (made / "below" / "b.md").write_text(
        "---\ndate: 2024-02-01T10:00:00+02:00\nsource: AP\n---\n# Three\n\nfell.", encoding="utf-8"
    )
    (made / "c.txt").write_bytes(bytes(100))
    (made / "left-out.png").write_bytes(b"")
    age(made)
    return made


def age(folder: Path) -> None:
    """Let the files be so old that they are not looked at twice."""
    for path in folder.rglob("*.*"):
        if not path.is_symlink():
            os.utime(path, ns=(10**18, 10**18))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are opened from now on."""
    opened: list[str] = []

    def noted(entry: Entry) -> bytes | Unreadable:
        opened.append(Path(entry.path).name)
        return contents(entry)

    monkeypatch.setattr(looking_module, "contents", noted)
    return opened


def test_the_second_time_the_list_is_there_at_once_and_no_file_is_opened(
    folder: Path, tmp_path: Path, reads: list[str]
) -> None:
    first = looked(folder, cache=tmp_path / "cache")
    reads.clear()
    listing = Listing([str(folder)], tmp_path / "cache")
    kept = listing.kept()
    *_, last = listing.looked_through()
    listing.close()

    assert kept is not None
    assert told(first.table) == told(kept.table) == told(last.table) == fresh(folder)
    assert kept.left_out == last.left_out == 1
    assert reads == []


def test_only_what_changed_is_opened(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    looked(folder, cache=tmp_path / "cache")
    reads.clear()
    (folder / "a.txt").write_text("Another one fell.", encoding="utf-8")
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    (folder / "below" / "b.md").unlink()
    last = looked(folder, cache=tmp_path / "cache")

    assert reads == ["a.txt", "new.txt"]
    assert told(last.table) == fresh(folder)


def test_a_file_that_was_only_touched_keeps_its_row(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    before = looked(folder, cache=tmp_path / "cache")
    os.utime(folder / "a.txt", ns=(10**18, 2 * 10**18))
    reads.clear()
    after = looked(folder, cache=tmp_path / "cache")

    assert reads == ["a.txt"]
    assert set(after.table.file) == set(before.table.file)


def test_a_file_changed_within_a_tick_of_the_clock_is_seen_to_have_changed(folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("One fell.", encoding="utf-8")
    status = (folder / "a.txt").stat()
    looked(folder, cache=tmp_path / "cache")
    (folder / "a.txt").write_text("Two fell.", encoding="utf-8")
    os.utime(folder / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))

    assert told(looked(folder, cache=tmp_path / "cache").table) == fresh(folder)


def kept(cache: Path) -> Path:
    (file,) = (cache / "lists").iterdir()
    return file


def become_a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


def something_else(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("create table files (a, b)")
    database.close()


def of_version(file: Path, version: int) -> None:
    with sqlite3.connect(file) as database:
        database.execute(f"pragma user_version = {version}")
    database.close()


def without_table(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("drop table articles")
    database.close()


def of_other_kinds(file: Path, change: str) -> None:
    with sqlite3.connect(file) as database:
        database.execute(change)
    database.close()


def nameless(file: Path) -> None:
    # What SQLite says of it is no text either.
    file.write_bytes(file.read_bytes().replace(b"create table files", b"create tab\xb4\xffe files"))


def overwritten(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(index % 251 for index in range(len(data) - 4096))
    file.write_bytes(data)


def flipped(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[-30] ^= 1
    file.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "deleted": shutil.rmtree,
    "the catalogue deleted": lambda cache: (cache / FILE).unlink(),
    "the lists deleted": lambda cache: shutil.rmtree(cache / "lists"),
    "the catalogue is no database": lambda cache: (cache / FILE).write_bytes(b"not a database at all" * 99),
    "the catalogue is empty": lambda cache: (cache / FILE).write_bytes(b""),
    "the catalogue is cut": lambda cache: os.truncate(cache / FILE, 8192),
    "the catalogue is of something else": lambda cache: something_else(cache / FILE),
    "the catalogue is of another version": lambda cache: of_version(cache / FILE, 99),
    "the catalogue has lost a table": lambda cache: without_table(cache / FILE),
    "the tables of the catalogue have no names": lambda cache: nameless(cache / FILE),
    "a title is no text": lambda cache: of_other_kinds(cache / FILE, "update articles set title = x'b4ff'"),
    "a hash is missing": lambda cache: of_other_kinds(cache / FILE, "update files set digest = null"),
    "a number is too large": lambda cache: of_other_kinds(cache / FILE, "update articles set minutes = 1 << 40"),
    "the pages of the catalogue are overwritten": lambda cache: overwritten(cache / FILE),
    "a list is cut": lambda cache: os.truncate(kept(cache), 200),
    "a list is overwritten": lambda cache: kept(cache).write_bytes(b"x" * 999),
    "a letter of a list is changed": lambda cache: flipped(kept(cache)),
    "the cache is a file": become_a_file,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_became_of_the_cache_the_list_is_that_of_the_files(folder: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "cache"
    looked(folder, cache=cache)
    DAMAGES[damage](cache)
    (folder / "a.txt").write_text("Another one fell.", encoding="utf-8")
    age(folder)
    last = looked(folder, cache=cache)

    assert told(last.table) == fresh(folder)
    if damage == "the cache is a file":
        assert last.notice.endswith(f": {cache}")
        assert last.notice.startswith("the cache can't be written, ")
    else:
        assert last.notice == ""
        assert told(looked(folder, cache=cache).table) == fresh(folder)


def test_without_a_cache_the_list_is_that_of_the_files(folder: Path) -> None:
    assert told(looked(folder, cache=None).table) == fresh(folder)


def test_a_catalogue_that_somebody_else_holds_is_gone_on_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.database.PATIENCE_SECONDS", 0.01)
    cache = tmp_path / "cache"
    looked(folder, cache=cache)
    other = sqlite3.connect(cache / FILE, isolation_level=None)
    other.execute("begin exclusive")
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    last = looked(folder, cache=cache)
    other.close()

    assert told(last.table) == fresh(folder)
    assert last.notice == f"the cache can't be written, another session is writing to it: {cache}"


def test_a_cache_that_is_deleted_while_it_is_used_is_made_anew(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    cache = tmp_path / "cache"
    listing = Listing([str(folder)], cache)
    list(listing.looked_through())
    shutil.rmtree(cache)
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    after = listing.after([(str(folder), "new.txt")])

    assert after is not None
    assert (told(after.table), after.notice) == (fresh(folder), "")
    *_, last = listing.looked_through()
    assert (told(last.table), last.notice) == (fresh(folder), "")
    listing.close()
    age(folder)
    looked(folder, cache=cache)
    reads.clear()
    assert told(looked(folder, cache=cache).table) == fresh(folder)
    assert reads == []


def test_what_another_session_took_in_is_listed_though_the_cache_is_deleted_then(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (folder / "a.txt").rename(tmp_path / "a.txt")
    listing = Listing([str(folder)], cache)
    list(listing.looked_through())
    (tmp_path / "a.txt").rename(folder / "a.txt")
    (folder / "a.txt").touch()
    looked(folder, cache=cache)
    shutil.rmtree(cache)
    *_, last = listing.looked_through()
    listing.close()

    assert told(last.table) == fresh(folder)


def test_a_cache_that_another_session_made_anew_is_shared_again(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    listing = Listing([str(folder)], cache)
    list(listing.looked_through())
    shutil.rmtree(cache)
    looked(folder, cache=cache)
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    *_, last = listing.looked_through()
    (folder / "newer.txt").write_text("A newer one fell.", encoding="utf-8")
    *_, later = listing.looked_through()
    listing.close()

    assert last.notice == later.notice == ""
    assert told(later.table) == fresh(folder)
    assert told(looked(folder, cache=cache).table) == fresh(folder)


def test_two_sessions_at_once_say_the_same(folder: Path, tmp_path: Path) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Number {number} fell.", encoding="utf-8")
    one, other = (Listing([str(folder)], tmp_path / "cache") for _ in range(2))
    first, second = one.looked_through(), other.looked_through()
    *_, of_one = first
    *_, of_other = second

    assert told(of_one.table) == told(of_other.table) == fresh(folder)
    (folder / "59.txt").unlink()
    *_, of_other = other.looked_through()
    *_, of_one = one.looked_through()
    assert told(of_one.table) == told(of_other.table) == fresh(folder)
    one.close()
    other.close()


def test_a_look_that_was_stopped_is_gone_on_with(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Number {number} fell.", encoding="utf-8")
    age(folder)
    listing = Listing([str(folder)], tmp_path / "cache")
    assert list(listing.looked_through(stopped=lambda: len(reads) >= 20)) == [] or len(reads) < 43
    listing.close()
    before = len(reads)

    assert told(looked(folder, cache=tmp_path / "cache").table) == fresh(folder)
    assert len(reads) == 43
    assert 0 < before < 43


def test_a_folder_that_is_not_there_any_more_stays_in_the_list_and_it_is_said(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "o.txt").write_text("Other words.", encoding="utf-8")
    before = looked(folder, other, cache=tmp_path / "cache")
    folder.rename(tmp_path / "elsewhere")
    (other / "p.txt").write_text("More words.", encoding="utf-8")
    after = looked(folder, other, cache=tmp_path / "cache")

    assert len(after.table) == len(before.table) + 1
    assert after.notice.startswith(f"{folder} is not there now: the list is as it was on ")
    (tmp_path / "elsewhere").rename(folder)
    again = looked(folder, other, cache=tmp_path / "cache")
    assert told(again.table) == fresh(folder, other)
    assert again.notice == ""


@pytest.mark.parametrize("name", ["", "below"])
def test_a_folder_that_cannot_be_looked_into_now_is_listed_as_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    cache = tmp_path / "cache"
    before = told(looked(folder, cache=cache).table)
    scan = os.scandir

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if path == str(folder / name):
            raise PermissionError
        return scan(path)

    with monkeypatch.context() as refused:
        refused.setattr(os, "scandir", refusing)
        last = looked(folder, cache=cache)

    (added,) = [row for row in told(last.table) if row not in before]
    assert [row for row in told(last.table) if row in before] == before
    assert (added.path, added.title) == (str(folder / name), "you are not allowed to read it")
    assert told(looked(folder, cache=cache).table) == before


def test_a_path_that_never_was_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="there is no file or folder"):
        Listing([str(tmp_path / "never")], tmp_path / "cache")


def test_a_folder_that_was_emptied_is_an_empty_list(folder: Path, tmp_path: Path) -> None:
    looked(folder, cache=tmp_path / "cache")
    shutil.rmtree(folder)
    folder.mkdir()
    last = looked(folder, cache=tmp_path / "cache")

    assert (len(last.table), last.notice) == (0, "")


def test_a_folder_that_changes_all_the_time_is_not_kept_all_the_time(folder: Path, tmp_path: Path) -> None:
    listing = Listing([str(folder)], tmp_path / "cache")
    list(listing.looked_through())
    before = kept(tmp_path / "cache").read_bytes()
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    after = listing.after([(str(folder), "new.txt")])
    listing.close()

    assert after is not None
    assert told(after.table) == fresh(folder)
    assert kept(tmp_path / "cache").read_bytes() == before
    assert told(looked(folder, cache=tmp_path / "cache").table) == fresh(folder)


def test_names_in_other_letters_and_links_are_opened_again(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    odd = os.fsencode(folder) + b"/caf\xe9\n.txt"
    Path(os.fsdecode(odd)).write_text("Words of a café.", encoding="utf-8")
    (folder / "target.dat").write_text("Words behind a link.", encoding="utf-8")
    (folder / "link.txt").symlink_to("target.dat")
    looked(folder, cache=tmp_path / "cache")
    listing = Listing([str(folder)], tmp_path / "cache")
    kept = listing.kept()

    assert kept is not None
    found = [listing.article(kept.table.row(number)) for number in kept.table.numbers()]
    assert {one.text for one in found if isinstance(one, Article)} == {"Words of a café.", "Words behind a link."}


def test_an_article_that_is_gone_has_a_reason(folder: Path) -> None:
    listing = Listing([str(folder)], None)
    *_, last = listing.looked_through()
    row = next(row for row in told(last.table) if row.readable)
    Path(row.path).unlink()

    assert listing.article(row) == Unreadable(row.path, "it is no longer there")


def test_single_changes_are_taken_in_without_looking_at_all(folder: Path, tmp_path: Path, reads: list[str]) -> None:
    listing = Listing([str(folder)], tmp_path / "cache")
    list(listing.looked_through())
    reads.clear()
    (folder / "a.txt").write_text("Another one fell.", encoding="utf-8")
    (folder / "new.txt").write_text("A new one fell.", encoding="utf-8")
    (folder / "below" / "b.md").unlink()
    names = [(str(folder), name) for name in ("a.txt", "new.txt", ".hidden", "half.tmp")]
    after = listing.after([*names, (str(folder / "below"), "b.md")])

    assert after is not None
    assert reads == ["a.txt", "new.txt"]
    assert told(after.table) == fresh(folder)
    assert listing.after([(str(folder), "below")]) is None
    *_, again = listing.looked_through()
    assert told(again.table) == fresh(folder)
    listing.close()
    assert told(looked(folder, cache=tmp_path / "cache").table) == fresh(folder)


NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt", "sub/d.md", "e.jsonl", "x.png"])
TEXTS = st.sampled_from(
    ["One fell.", "Two fell.\n|||||\nThree fell.", '{"text": "Four"}\n{"text": "Five"}', "", "\0\0"]
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["write", "delete", "rename", "session", "alone", "lose"]), NAMES, TEXTS, NAMES),
    max_size=14,
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_after_any_changes_the_list_says_what_a_fresh_walk_says(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("any")
    folder, cache = root / "articles", root / "cache"
    (folder / "sub").mkdir(parents=True)
    session = Listing([str(folder)], cache)
    list(session.looked_through())
    for what, name, text, other in changes:
        path = folder / name
        match what:
            case "write":
                path.write_text(text, encoding="utf-8")
            case "delete":
                path.unlink(missing_ok=True)
            case "rename" if path.exists():
                path.rename(folder / other)
            case "session":
                assert told(looked(folder, cache=cache).table) == fresh(folder)
            case "lose":
                shutil.rmtree(cache, ignore_errors=True)
            case "alone":
                (folder / name).touch()
                session.after([(str((folder / one).parent), (folder / one).name) for one in {name, other}])
    *_, last = session.looked_through()
    session.close()

    assert told(last.table) == fresh(folder)
    assert told(looked(folder, cache=cache).table) == fresh(folder)

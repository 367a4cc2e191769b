"""Watching: what happens in a folder is told, nothing else wakes it, and it ends when it is told to."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from queue import Queue

import pytest

from briefing.library import Listed, Listing, watching
from briefing.library import watcher as watcher_module
from briefing.library.watcher import Watcher
from briefing.library.watching import Watch

PATIENCE = 20.0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells")
def test_what_comes_changes_and_goes_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("Words.", encoding="utf-8")
    watch = Watch()
    watch.begin([str(tmp_path)])
    watch.add(str(tmp_path))
    (tmp_path / "new.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "old.txt").unlink()
    told = watch.wait()
    watch.close()

    assert told == frozenset({(str(tmp_path), "new.txt"), (str(tmp_path), "old.txt")})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells")
def test_a_new_folder_asks_for_a_look_at_all(tmp_path: Path) -> None:
    watch = Watch()
    watch.begin([str(tmp_path)])
    watch.add(str(tmp_path))
    (tmp_path / "below").mkdir()
    told = watch.wait()
    watch.close()

    assert told is None


def test_where_nothing_tells_it_is_looked_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "FEW_SECONDS", 0.01)
    watch = Watch()
    watch.add(str(tmp_path))
    told = watch.wait()
    watch.close()

    assert told is None


def test_a_folder_that_something_came_to_is_looked_at_sooner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "FEW_SECONDS", 0.01)
    monkeypatch.setattr(watching, "SHARE_AFTER_CHANGE", 0)
    watch = Watch()
    watch.add(str(tmp_path))
    watch.cost = PATIENCE
    (tmp_path / "new.txt").write_text("Words.", encoding="utf-8")
    told = watch.wait()
    watch.close()

    assert told is None


def test_reading_all_files_once_does_not_put_off_the_next_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("One fell.", encoding="utf-8")
    times = iter((100.0, 200.0, 203.0))
    watch = Watch()
    monkeypatch.setattr(watcher_module, "Watch", lambda: watch)
    monkeypatch.setattr(time, "thread_time", lambda: next(times))
    listing = Listing([str(tmp_path)], None)
    watcher = Watcher(listing)
    list(watcher.looked_through(lambda: False))
    first = watch.cost
    list(watcher.looked_through(lambda: False))
    watcher.end()
    listing.close()

    assert first < 0.001
    assert watch.cost == 3.0


@pytest.mark.parametrize("name", ["wire.jsonl", "mounted"])
def test_what_nobody_tells_of_is_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(watching, "FEW_SECONDS", 0.01)
    (tmp_path / "wire.jsonl").write_text("", encoding="utf-8")
    watch = Watch()
    watch.begin([str(tmp_path / name)])
    if name == "mounted":
        (tmp_path / name).mkdir()
    else:
        (tmp_path / name).write_text('{"title": "New", "text": "Words."}', encoding="utf-8")
    told = watch.wait()
    watch.close()

    assert told is None


@pytest.mark.parametrize("is_told", [True, False])
def test_a_list_follows_its_files_until_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_told: bool
) -> None:
    monkeypatch.setattr(watching, "FEW_SECONDS", 0.05)
    if not is_told:
        monkeypatch.setattr(sys, "platform", "elsewhere")
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("One fell.", encoding="utf-8")
    listing = Listing([str(folder)], tmp_path / "cache")
    watcher = Watcher(listing)
    lists: Queue[Listed] = Queue()
    *_, first = watcher.looked_through(lambda: False)
    watcher.start(lists.put)
    (folder / "below").mkdir()
    (folder / "below" / "b.txt").write_text("Two fell.", encoding="utf-8")
    grown = lists.get(timeout=PATIENCE)
    while len(grown.table) < 2:
        grown = lists.get(timeout=PATIENCE)
    (folder / "below" / "b.txt").unlink()
    shrunk = lists.get(timeout=PATIENCE)
    while len(shrunk.table) > 1:
        shrunk = lists.get(timeout=PATIENCE)
    watcher.end()
    listing.close()

    assert len(first.table) == 1
    assert "watching" not in {thread.name for thread in threading.enumerate()}

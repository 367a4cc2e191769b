"""Watching: what happens in a folder is told, nothing else wakes it, and it ends when it is told to."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from queue import Queue

import pytest

from briefing.library import Listed, Listing, watching
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

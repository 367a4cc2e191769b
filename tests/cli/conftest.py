from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder, which the program under test takes for the user's."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in (
        ("CONFIG", ".config"),
        ("STATE", ".local/state"),
        ("CACHE", ".cache"),
        ("DATA", ".local/share"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / place))
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def settings_file(home: Path) -> Path:
    """Return the place of the user's settings, where nothing lies yet."""
    folder = home / ".config" / "briefing"
    folder.mkdir(parents=True)
    return folder / "settings.toml"

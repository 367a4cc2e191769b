from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from briefing.errors import BriefingError
from briefing.settings import NAMES, Places, Settings, load, made, user_places

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="modes and XDG folders are of POSIX systems")


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(BriefingError) as caught:
        load(written(folder, text))
    assert caught.value.status == 2
    return str(caught.value)


def test_without_a_file_the_defaults_are_in_force(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.toml") == Settings()


def test_every_setting_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    absolute = (tmp_path / "wire").as_posix()

    loaded = load(
        written(
            tmp_path,
            f"""
            folders = ["~/briefings", "{absolute}"]
            measure = 66
            theme = "paper"
            mouse = true
            driver = "stock"
            [keys]
            help = "f1"
            next_article = ["J", "alt+down"]
            quit = []
            """,
        )
    )

    assert loaded.folders == (tmp_path / "briefings", tmp_path / "wire")
    assert (loaded.measure, loaded.theme, loaded.mouse, loaded.driver) == (66, "paper", True, "stock")
    assert loaded.keys == {"help": ("f1",), "next_article": ("J", "alt+down"), "quit": ()}


def test_a_byte_order_mark_is_no_part_of_the_settings(tmp_path: Path) -> None:
    assert load(written(tmp_path, "\ufeffmeasure = 66\n")).measure == 66


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("measure = 76\nmesure = 60\n", 'line 2: "mesure" is no part of the settings\n  did you mean "measure"?'),
        ("# colours\n[colours]\nred = 1\n", 'line 2: "colours" is no part of the settings\n  there is: folders,'),
        ("zzz.keys = 1\n", 'line 1: "zzz" is no part of the settings'),
        ("\nmeasure = 5\n", "line 2: measure is a number of columns from 20 to 400"),
        ("measure = true\n", "line 1: measure is a number"),
        ('measure = "wide"\n', "line 1: measure is a number"),
        ("theme = 3\n", "line 1: theme is the name of a theme"),
        ('mouse = "on"\n', "line 1: mouse is true or false\n  for example: mouse = true"),
        ('driver = "x"\n', 'line 1: driver is "cells" or "stock"\n  for example: driver = "stock"'),
        ('folders = "~/news"\n', "line 1: folders is a list of folders"),
        ('folders = ["news"]\n', 'line 1: "news" does not say where it lies\n  write "~/news"'),
        ("keys = 1\n", "line 1: keys is a table"),
        ('[keys]\nhelp = "?"\nquit = 1\n', 'line 3: the keys of "quit" are a key or a list of keys'),
        ('measure = 60\n[keys]\nmeasure = 1\n[other]\n"b" = 2\n', 'line 4: "other" is no part'),
        ("measure = \n", "line 1: invalid value"),
        ("measure = 60\nmeasure = 61\n", "line 2: cannot overwrite a value"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line_and_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text).startswith(f"{tmp_path / 'settings.toml'}, {said}")


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"measure = 60\ntheme = '\xe9t\xe9'\n")

    with pytest.raises(BriefingError, match="line 2: not UTF-8"):
        load(path)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()

    with pytest.raises(BriefingError, match=r"settings\.toml cannot be read"):
        load(tmp_path / "settings.toml")


PIECES = some.sampled_from([*NAMES, " = ", "[", "]", '"', "\n", ".", "#", "{", "}", "1", "true", "x"])


@given(text=some.lists(PIECES).map("".join) | some.text())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_text_is_settings_or_a_complaint_that_names_the_file(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    said = ""
    try:
        load(path)
    except BriefingError as error:
        said = error.message

    assert not said or said.startswith(str(path))


def test_the_settings_are_not_written_to(tmp_path: Path) -> None:
    path = written(tmp_path, "measure = 66 # narrower\n")

    load(path)

    assert path.read_text(encoding="utf-8") == "measure = 66 # narrower\n"
    assert [place.name for place in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have folders of their own")
def test_the_places_are_those_of_the_xdg_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))

    assert user_places() == Places(
        tmp_path / "config" / "briefing", tmp_path / "state" / "briefing", tmp_path / "cache" / "briefing"
    )
    assert list(tmp_path.iterdir()) == []


@POSIX_ONLY
def test_a_folder_is_made_with_its_parents_for_its_owner_alone(tmp_path: Path) -> None:
    folder = made(tmp_path / "config" / "briefing" / "marks")

    assert folder.is_dir()
    assert {place.stat().st_mode & 0o777 for place in (folder, folder.parent, folder.parent.parent)} == {0o700}


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    assert made(tmp_path) == tmp_path
    assert sys.platform == "win32" or tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")

    with pytest.raises(BriefingError, match="config") as caught:
        made(tmp_path / "config" / "briefing")

    assert caught.value.status == 1

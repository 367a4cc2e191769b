"""The user's settings: one TOML file that people write and the program never changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from briefing.reading.frame import DEFAULT_MEASURE
from briefing.settings.places import Places, made, user_places
from briefing.settings.toml_file import TomlFile, did_you_mean, nearest, read_toml
from briefing.values import dataclass

__all__ = ["Places", "Settings", "TomlFile", "did_you_mean", "load", "made", "nearest", "read_toml", "user_places"]

MEASURES: Final = range(20, 401)
STOCK: Final = "stock"
DRIVERS: Final = ("cells", STOCK)
"""What draws on the terminal: this program, which sends only the cells that changed, or Textual as it comes."""
NAMES: Final = ("folders", "measure", "theme", "mouse", "driver", "screen_reader", "keys")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force: the file's entries over the defaults."""

    folders: tuple[Path, ...] = ()
    """Where the articles are when none are named on the command line."""
    measure: int = DEFAULT_MEASURE
    """How many columns wide the text is set at most."""
    theme: str | None = None
    """A theme's name; None for the program's choice."""
    mouse: bool = False
    driver: str = DRIVERS[0]
    screen_reader: bool = False
    """Whether the screen is listened to."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The keys of an action by its name; an empty tuple takes its keys away."""


def load(path: Path) -> Settings:
    """Return the settings in the file at `path`; the defaults where there is none.

    Raises BriefingError for an entry that is unknown or has an impossible value, with its line.
    """
    file = read_toml(path)
    for name in file.entries:
        if name not in NAMES:
            raise file.unknown(name, known=NAMES, part_of="the settings")
    return Settings(
        folders=_folders(file),
        measure=_measure(file),
        theme=_theme(file),
        mouse=_switch(file, "mouse"),
        driver=_driver(file),
        screen_reader=_switch(file, "screen_reader"),
        keys=_keys(file),
    )


def _folders(file: TomlFile) -> tuple[Path, ...]:
    given = file.entries.get("folders", [])
    names = _strings(given)
    if names is None or "" in names:
        raise file.complaint("folders is a list of folders", key="folders", hint='for example: folders = ["~/news"]')
    folders = tuple(_in_home(name) for name in names)
    for name, folder in zip(names, folders, strict=True):
        if not folder.is_absolute():
            hint = f'write "~/{name}" for a folder in your home'
            raise file.complaint(f'"{name}" does not say where it lies', key="folders", hint=hint)
    return folders


def _in_home(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # "~nobody": there is no such user
        return Path(name)


def _measure(file: TomlFile) -> int:
    given = file.entries.get("measure", DEFAULT_MEASURE)
    if not isinstance(given, int) or isinstance(given, bool) or given not in MEASURES:
        what = f"measure is a number of columns from {MEASURES.start} to {MEASURES.stop - 1}"
        raise file.complaint(what, key="measure", hint=f"for example: measure = {DEFAULT_MEASURE}")
    return given


def _theme(file: TomlFile) -> str | None:
    given = file.entries.get("theme")
    if given is not None and (not isinstance(given, str) or not given):
        raise file.complaint("theme is the name of a theme", key="theme", hint='for example: theme = "dusk"')
    return given


def _switch(file: TomlFile, name: str) -> bool:
    given = file.entries.get(name, False)
    if not isinstance(given, bool):
        raise file.complaint(f"{name} is true or false", key=name, hint=f"for example: {name} = true")
    return given


def _driver(file: TomlFile) -> str:
    given = file.entries.get("driver", DRIVERS[0])
    if given not in DRIVERS:
        known = " or ".join(f'"{name}"' for name in DRIVERS)
        raise file.complaint(f"driver is {known}", key="driver", hint=f'for example: driver = "{STOCK}"')
    return str(given)


def _keys(file: TomlFile) -> Mapping[str, tuple[str, ...]]:
    given = file.entries.get("keys", {})
    if not isinstance(given, dict):
        raise file.complaint("keys is a table", key="keys", hint='write [keys], below it lines like: help = "?"')
    keys = {}
    for action, value in given.items():
        names = _strings([value] if isinstance(value, str) else value)
        if names is None or "" in names:
            what = f'the keys of "{action}" are a key or a list of keys'
            raise file.complaint(what, key=action, table="keys", hint=f'for example: {action} = ["x", "ctrl+x"]')
        keys[action] = names
    return MappingProxyType(keys)


def _strings(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    names = tuple(name for name in value if isinstance(name, str))
    return names if len(names) == len(value) else None

"""`briefing config`: where everything lies, and the settings in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from briefing import __version__, resources
from briefing.cli.arguments import arguments
from briefing.cli.command import HELP, Command
from briefing.cli.console import harmless, is_terminal, print_line
from briefing.cli.keys import checked
from briefing.keymap import keymap
from briefing.settings import Places, Settings, load, user_places

COMMAND: Final = Command(
    name="briefing config",
    does="print where everything lies and the settings in force.",
    usage=(("briefing config", "print one entry a line: its name and its value"),),
    about=(
        "Nothing is changed. The file of settings is yours: briefing reads it and never writes to it. The names of the "
        "actions, which stand under [keys] there, are printed with the keys in force."
    ),
    options=(HELP,),
)

Entry = tuple[str, str]


def run(typed: Sequence[str]) -> int:
    """Print the entries, aligned on a terminal, with a tab between name and value elsewhere."""
    arguments(COMMAND, typed)
    places = user_places()
    settings = checked(load(places.settings), named_in=places.settings)
    entries = [*_places(places), *_settings(settings), *_keys(settings)]
    width = max(len(name) for name, _ in entries) + 2
    for name, value in entries:
        print_line(f"{name:<{width}}{harmless(value)}" if is_terminal() else f"{name}\t{harmless(value)}")
    return 0


def _places(places: Places) -> Iterator[Entry]:
    yield "version", __version__
    yield "settings", _shown(places.settings)
    yield "own names", _shown(places.entities)
    yield "corrections", _shown(places.corrections)
    yield "own themes", _shown(places.themes)
    yield "marks", _shown(places.marks)
    yield "state", _shown(places.state)
    yield "cache", _shown(places.cache)
    yield "samples", _shown(resources.seeds())
    yield "themes", _shown(resources.themes())


def _settings(settings: Settings) -> Iterator[Entry]:
    yield "folders", ", ".join(map(str, settings.folders)) or "none: the samples are opened"
    yield "measure", str(settings.measure)
    yield "theme", settings.theme or "none named: as chosen on the screen"
    yield "mouse", "true" if settings.mouse else "false"
    yield "screen_reader", "true" if settings.screen_reader else "false"
    yield "driver", settings.driver


def _keys(settings: Settings) -> Iterator[Entry]:
    for command in keymap(settings.keys).commands:
        yield f"keys.{command.action}", " ".join(command.keys)


def _shown(place: Path) -> str:
    return str(place) if place.exists() else f"{place} (not there yet)"

"""The keys of the settings, looked at before the screen opens: a wrong one is named with its line."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError
from briefing.keymap import keymap
from briefing.settings import Settings, read_toml


def checked(settings: Settings, *, named_in: Path) -> Settings:
    """Return `settings`; raises BriefingError for the first entry of its keys that names no action or no key."""
    for action, keys in settings.keys.items():
        try:
            keymap({action: keys})
        except BriefingError as error:
            what = error.message.partition("]: ")[2] or error.message
            raise read_toml(named_in).complaint(what, key=action, table="keys", hint=error.hint) from error
    return settings

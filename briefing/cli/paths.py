"""The paths to read: those that were typed, else those of the settings, else the sample articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing import resources
from briefing.errors import BriefingError
from briefing.settings import Settings


def chosen(typed: Sequence[str], *, settings: Settings, named_in: Path) -> tuple[str, ...]:
    """Return the paths to read; raises BriefingError for the first that is not there.

    `named_in` is the file of the settings, for the message.
    """
    if typed:
        from briefing.library import walk

        walk(typed)
        return tuple(typed)
    for folder in settings.folders:
        if not folder.exists():
            raise BriefingError(f'there is no folder "{folder}"', hint=f"it is named in {named_in}, under folders")
    return tuple(str(folder) for folder in settings.folders) or (str(resources.seeds()),)

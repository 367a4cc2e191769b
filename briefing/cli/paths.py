"""The paths to read: those that were typed, else those of the settings, else the sample articles."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import resources
from briefing.errors import BriefingError
from briefing.library import walk
from briefing.settings import load, user_places


def chosen(typed: Sequence[str]) -> tuple[str, ...]:
    """Return the paths to read; raises BriefingError for the first that is not there.

    The settings are looked at only where no path was typed: what is wrong in them is no reason not to print a file.
    """
    if typed:
        walk(typed)
        return tuple(typed)
    named_in = user_places().settings
    folders = load(named_in).folders
    for folder in folders:
        if not folder.exists():
            raise BriefingError(f'there is no folder "{folder}"', hint=f"it is named in {named_in}, under folders")
    return tuple(str(folder) for folder in folders) or (str(resources.seeds()),)

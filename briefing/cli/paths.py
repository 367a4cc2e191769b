"""The paths to read: those that were typed, else those of the settings, else the sample articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing import resources
from briefing.errors import BriefingError
from briefing.settings import Settings

STANDARD_INPUT = "-"


def chosen(typed: Sequence[str], *, settings: Settings, named_in: Path) -> tuple[str, ...]:
    """Return the paths to read; raises BriefingError for the first that is not there.

    `named_in` is the file of the settings, for the message.
    """
    for path in typed:
        if path != STANDARD_INPUT and not os.path.lexists(path):
            raise BriefingError(f'there is no file or folder "{path}"', hint=_nearest(path))
    if typed:
        return tuple(typed)
    for folder in settings.folders:
        if not folder.exists():
            raise BriefingError(f'there is no folder "{folder}"', hint=f"it is named in {named_in}, under folders")
    return tuple(str(folder) for folder in settings.folders) or (str(resources.seeds()),)


def _nearest(path: str) -> str:
    from difflib import get_close_matches

    place = Path(path)
    try:
        near = get_close_matches(place.name, [other.name for other in place.parent.iterdir()], n=1)
    except (OSError, ValueError):
        near = []
    return f'did you mean "{place.with_name(near[0])}"?' if near else "give a file or a folder of articles"


def is_piped() -> bool:
    """Return whether standard input is something else than a terminal."""
    return sys.stdin is not None and not sys.stdin.isatty()

"""What comes with the program: the sample articles and the themes.

In a wheel their folders lie in this package; in a checkout and an editable install they lie beside
`briefing/`, where people look for them.
"""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError


def seeds() -> Path:
    """Return the folder of the sample articles."""
    return _folder("seeds")


def themes() -> Path:
    """Return the folder of the themes that come with the program."""
    return _folder("themes")


def _folder(name: str) -> Path:
    here = Path(__file__).resolve().parent
    for place in (here / name, here.parent.parent / name):
        if place.is_dir():
            return place
    raise BriefingError(f"the folder {name} is missing from the installation", hint="install the program again")

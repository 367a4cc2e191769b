"""The five colours of highlights: each has a key, a name and a letter for the margin."""

from __future__ import annotations

from typing import Final

COLOURS: Final = ("yellow", "green", "blue", "red", "violet")
"""By their keys 1 to 5."""


def colour_of(key: str) -> str | None:
    """Return the colour of a key, "1" to "5"; None for any other key."""
    return COLOURS[int(key) - 1] if key in {"1", "2", "3", "4", "5"} else None


def letter(colour: str | None) -> str:
    """Return the letter that stands for a colour in the margin; "H" for one that has no name here."""
    return colour[0].upper() if colour in COLOURS else "H"

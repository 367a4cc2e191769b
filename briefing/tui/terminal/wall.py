"""The wall: what may be sent to the terminal beside cells."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_sequence: Final = re.compile(
    r"\x1b\[\?(?P<mode>\d{1,5})(?P<switch>[hl])"  # a mode of the terminal, on or off
    r"|\x1b\[\?\d{1,5}\$p"  # whether the terminal knows a mode
    r"|\x1b\[[><]\d{0,4}u"  # how keys are told
    r"|\x07"
    r"|(?P<copy>\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)"
    r"|\x1bPtmux;\x1b\x1b\]52;c;[A-Za-z0-9+/=]*\x07\x1b\\"
    r"|\x1bP\x1b\]52;c;[A-Za-z0-9+/=]*\x07?\x1b\\(?:\x1bP[A-Za-z0-9+/=]*\x07?\x1b\\)*)"
).fullmatch


class Passing(NamedTuple):
    """A sequence of the program's own that makes no cells."""

    sequence: str
    mode: int | None = None
    """The mode that it switches."""
    is_on: bool = False
    is_copy: bool = False
    """Whether it asks the terminal to copy something."""


def passing(written: str) -> Passing | None:
    """Return what is written if it is one sequence that the program has a use for; None for a frame or anything else."""
    found = _sequence(written)
    if found is None:
        return None
    mode = found["mode"]
    return Passing(written, int(mode) if mode else None, found["switch"] == "h", found["copy"] is not None)

"""Kinds of terminals: what the terminal is said to be able to do."""

from __future__ import annotations

import codecs
import locale
from collections.abc import Mapping
from typing import Final

PLAIN: Final = frozenset({"C", "POSIX"})
MADE_OF_PLAIN: Final = "C.UTF-8"


def fills(terminal: str) -> bool:
    """Return whether a terminal of that name erases with the background colour; False where it is not known."""
    try:
        import curses

        curses.setupterm(terminal)
        return curses.tigetflag("bce") > 0
    except (ImportError, curses.error):
        return False


def has_colours(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal has colours and they are wanted; True where it is not known."""
    if environment.get("NO_COLOR"):
        return False
    terminal = environment.get("TERM")
    if not terminal or environment.get("COLORTERM"):
        return True
    try:
        import curses

        curses.setupterm(terminal)
        return curses.tigetnum("colors") > 0
    except (ImportError, curses.error):
        return True


def encoding(environment: Mapping[str, str]) -> str:
    """Return how the terminal takes letters, by what the locale says.

    Python makes UTF-8 of the locale C where it can (PEP 538); where C was asked for by name, C is meant.
    """
    if (
        environment.get("LANG") in PLAIN
        and environment.get("LC_CTYPE", MADE_OF_PLAIN) == MADE_OF_PLAIN
        and not environment.get("LC_ALL")
    ):
        return "ascii"
    try:
        return codecs.lookup(locale.getencoding()).name
    except LookupError:
        return "ascii"

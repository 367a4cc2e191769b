"""Kinds of terminals: what the terminal is said to be able to do."""

from __future__ import annotations

import codecs
import locale


def fills(terminal: str) -> bool:
    """Return whether a terminal of that name erases with the background colour; False where it is not known."""
    try:
        import curses

        curses.setupterm(terminal)
        return curses.tigetflag("bce") > 0
    except (ImportError, curses.error):
        return False


def encoding() -> str:
    """Return how the terminal takes letters, by what the locale says."""
    try:
        return codecs.lookup(locale.getencoding()).name
    except LookupError:
        return "ascii"

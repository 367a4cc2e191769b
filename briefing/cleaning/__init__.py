"""The one door for text of strangers: what could steer a terminal, or hide in a text, is taken out or made visible.

What comes in may hold escape sequences that set the clipboard, bidirectional controls that swap words,
and characters that nobody sees. What goes out holds no control character but the line feed, nothing
that reorders or hides its neighbours, and no more marks on a letter than any language piles up.
All offsets in the program are those of the cleaned text.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.cleaning.characters import HIGH, JOINERS, MARKS, NO_CHARACTERS, SELECTORS, UNSEEN

_HARMLESS: Final = re.compile(
    f"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{MARKS}{UNSEEN}{JOINERS}{SELECTORS}{NO_CHARACTERS}{HIGH}]*"
)
_BLANKS: Final = re.compile(r"\s+")
_LOOKED_AT: Final = 4096
"""Code points beyond the limit of a line that may still be taken out of it."""

_STEERING: Final = ("\x1b", "\x9b", "\x9d", "\x90", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Escape and its 8-bit kin, and what overrides or isolates the direction of writing."""


def cleaned(text: str) -> str:
    """Return `text` without anything that steers a terminal or hides; the same object where there is nothing to do.

    Line ends of all kinds become line feeds, tabs spaces. Whole escape sequences are taken out; what remains of
    broken ones is shown, as all controls are, by its picture. Joiners and selectors stay where a script or an emoji
    is spelt with them. Cleaning twice is cleaning once.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\t" in text:
        text = text.replace("\t", " ")
    # Most text is plain, and the built-in test many times as fast as a pattern.
    if (text.isascii() and text.replace("\n", "").isprintable()) or _HARMLESS.fullmatch(text):
        return text
    # Imported here: its patterns cost 20 ms that a folder of plain text has no use for.
    from briefing.cleaning.strange import made_harmless

    return made_harmless(text)


def cleaned_line(text: str, limit: int = 500) -> str:
    """Return `text` cleaned, as one line of at most `limit` characters, blanks pressed together, "…" where it was cut."""
    # Nothing within the limit hangs on what stands far behind it, and a title may be megabytes long.
    line = _BLANKS.sub(" ", cleaned(text[: 8 * limit + _LOOKED_AT])).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def cleaned_name(name: str) -> str:
    """Return a file's name or path for the eye: every blank of it kept, line ends shown, one line."""
    return cleaned(name).replace("\n", "\u2424")


def has_steering(text: str) -> bool:
    """Return whether `text`, not cleaned yet, holds what could steer a terminal or swap words: worth a remark."""
    return any(mark in text for mark in _STEERING)

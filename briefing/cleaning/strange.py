"""What is done with text that is not plain: sequences taken out, controls shown, hidden characters removed."""

from __future__ import annotations

import re
from typing import Final

from briefing.cleaning.characters import (
    HIGH,
    HIGH_NO_CHARACTERS,
    JOINERS,
    JOINING_SCRIPTS,
    MARKS,
    MARKS_HIGH,
    NO_CHARACTERS,
    PICTURES,
    SELECTORS,
    TAGS,
    UNSEEN,
    UNSEEN_HIGH,
)

MOST_MARKS: Final = 6
"""Combining marks on one letter: pointed and accented Hebrew has up to five, decomposed Vietnamese two."""

LONGEST_SEQUENCE: Final = 4096
"""Code points of an escape sequence that are looked at; a longer one is made visible, not swallowed."""

_BREAKS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_PAYLOAD: Final = f"[^\x00-\x1f\x7f-\x9f]{{0,{LONGEST_SEQUENCE}}}"
_SEQUENCE: Final = re.compile(
    "\x1b(?:"
    # Colours, cursor, modes. What ends a sequence seldom is more likely the first letter of a word, if one follows.
    r"\[[0-?]{0,64}(?:[A-HJKdfhlmnrsu]|(?:[!\"$'*]{1,2}|[ ](?=[@qtu]))?[@-~](?![A-Za-z]))"
    rf"|\]{_PAYLOAD}(?:\x07|\x1b\\|\x9c)"  # titles, links, the clipboard
    rf"|[PX^_]{_PAYLOAD}(?:\x1b\\|\x9c)"  # device control and its like
    r"|[()*+#%][0-9@-Z]"  # character sets, alignment
    ")"
)
_HIDDEN: Final = re.compile(f"[{UNSEEN}]+")
_HIDDEN_HIGH: Final = re.compile(f"[{UNSEEN_HIGH}]+")
_NO_CHARACTER: Final = re.compile(f"[{NO_CHARACTERS}]")
_NO_HIGH_CHARACTER: Final = re.compile(f"[{HIGH_NO_CHARACTERS}]")
_ANY_HIGH: Final = re.compile(f"[{HIGH}]")
_TAG_RUN: Final = re.compile(f"[{TAGS}]+")
_SELECTOR_RUN: Final = re.compile(f"([{SELECTORS}])[{SELECTORS}]+")
_LOOSE_SELECTOR: Final = re.compile(
    rf"[{SELECTORS}](?<![{PICTURES}][\ufe0e\ufe0f])(?!(?<=[0-9#*][\ufe0e\ufe0f])\u20e3)"
)
"""A selector that does not ask for an emoji, or for its plain form, behind a sign that has both."""
_JOINER_RUN: Final = re.compile(f"([{JOINERS}])[{JOINERS}]+")
_ANY_JOINER: Final = re.compile(f"[{JOINERS}]")
_LOOSE_JOINER: Final = re.compile(
    f"[{JOINERS}](?!(?<=[{JOINING_SCRIPTS}][{JOINERS}])[{JOINING_SCRIPTS}])"
    f"(?!(?<=[{PICTURES}\ufe0f\U000e007f]\u200d)[{PICTURES}])"
)
"""A joiner that no script and no emoji is spelt with."""
_LOOSE_MARKS: Final = re.compile(f"(?<![^\n ])[{MARKS}{MARKS_HIGH}]+")
_PILE: Final = re.compile(f"([{MARKS}{MARKS_HIGH}]{{{MOST_MARKS}}})[{MARKS}{MARKS_HIGH}]+")

_FLAG: Final = "\U0001f3f4"
_FLAG_TAGS: Final = frozenset(
    "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f" for name in ("gbeng", "gbsct", "gbwls")
)
"""What makes the black flag that of England, Scotland or Wales: the only tags with a meaning."""


def _visible_controls() -> dict[str, str]:
    shown = {chr(code): chr(0x2400 + code) for code in range(0x20) if code != 0x0A} | {"\x7f": "\u2421"}
    # Text that was once read with the wrong encoding has Windows-1252's quotation marks and dashes here.
    shown |= {chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
    return shown


_VISIBLE: Final = _visible_controls()


def made_harmless(text: str) -> str:
    """Return `text` cleaned, whatever it holds but carriage returns and tabs; the work behind `cleaned`."""
    text = _BREAKS.sub("\n", text)
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    text = _HIDDEN.sub("", text)
    text = _without_controls(text)
    if text.isascii():
        return text
    text = _NO_CHARACTER.sub("\ufffd", text)
    if _ANY_HIGH.search(text):
        text = _NO_HIGH_CHARACTER.sub("\ufffd", _HIDDEN_HIGH.sub("", text))
        text = _TAG_RUN.sub(_flag_tags, text)
    text = _LOOSE_SELECTOR.sub("", _SELECTOR_RUN.sub(r"\1", text))
    return _levelled(text)


def _without_controls(text: str) -> str:
    # One `replace` for each control that is there: a call for each character would be slow where there are millions.
    for control, picture in _VISIBLE.items():
        if control in text:
            text = text.replace(control, picture)
    return text


def _levelled(text: str) -> str:
    """Return `text` without needless joiners and without piles of marks."""
    # A joiner taken out can bring two piles together, and a mark taken out can leave a joiner without its letter.
    for _ in range(4):
        before = text
        text = _LOOSE_JOINER.sub("", _JOINER_RUN.sub(r"\1", text))
        text = _LOOSE_MARKS.sub("", text)
        text = _PILE.sub(r"\1", text)
        if text == before:
            return text
    return _PILE.sub(r"\1", _LOOSE_MARKS.sub("", _ANY_JOINER.sub("", text)))


def _flag_tags(found: re.Match[str]) -> str:
    is_flag = found.string[found.start() - 1 : found.start()] == _FLAG and found[0] in _FLAG_TAGS
    return found[0] if is_flag else ""

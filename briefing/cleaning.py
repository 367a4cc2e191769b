"""The one door for text of strangers: what could steer a terminal, or hide in a text, is taken out or made visible.

What comes in may hold escape sequences that set the clipboard, bidirectional controls that swap words,
and characters that nobody sees. What goes out holds no control character but the line feed, nothing
that reorders or hides its neighbours, and no more marks on a letter than any language piles up.
All offsets in the program are those of the cleaned text.
"""

from __future__ import annotations

import re
from typing import Final

MOST_MARKS: Final = 6
"""Combining marks on one letter: pointed and accented Hebrew has up to five, decomposed Vietnamese two."""

LONGEST_SEQUENCE: Final = 4096
"""Code points of an escape sequence that are looked at; a longer one is made visible, not swallowed."""

_MARKS: Final = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u0819"
    "\u081b-\u0823\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0897-\u089f\u08ca-\u08e1\u08e3-\u0902\u093a\u093c\u0941-\u0948"
    "\u094d\u0951-\u0957\u0962\u0963\u0981\u09bc\u09c1-\u09c4\u09cd\u0a01\u0a02\u0a3c\u0a41-\u0a51\u0a81\u0a82\u0abc"
    "\u0ac1-\u0acd\u0b3c\u0b41-\u0b44\u0b4d\u0bc0\u0bcd\u0c3e-\u0c40\u0c46-\u0c56\u0ccc\u0ccd\u0d41-\u0d44\u0d4d\u0dca"
    "\u0dd2-\u0dd6\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18\u0f19\u0f35\u0f37\u0f39"
    "\u0f71-\u0f7e\u0f80-\u0f84\u0f86\u0f87\u0f8d-\u0fbc\u0fc6\u102d-\u1030\u1032-\u1037\u1039\u103a\u103d\u103e"
    "\u135d-\u135f\u1712-\u1714\u1732\u1733\u1752\u1753\u1772\u1773\u17b7-\u17bd\u17c6\u17c9-\u17d3\u17dd\u18a9"
    "\u1920-\u1922\u1927\u1928\u1932\u1939-\u193b\u1a17\u1a18\u1a1b\u1a56-\u1a60\u1a62\u1a65-\u1a6c\u1a73-\u1a7f"
    "\u1ab0-\u1aff\u1b00-\u1b03\u1b34-\u1b3c\u1b6b-\u1b73\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    "\u302a-\u302d\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua69e\ua69f\ua6f0\ua6f1\ua802\ua806\ua80b\ua8c4\ua8c5"
    "\ua8e0-\ua8f1\ua926-\ua92d\ua947-\ua951\ua980-\ua982\ua9b3\ua9b6-\ua9bd\uaa29-\uaa36\uaa43\uaa4c\uaab0-\uaac1"
    "\uabe5\uabe8\uabed\ufb1e\ufe20-\ufe2f\U00010a01-\U00010a0f\U00010f46-\U00010f50\U0001d165-\U0001d169"
    "\U0001d16d-\U0001d172\U0001d17b-\U0001d182\U0001d185-\U0001d18b\U0001d1aa-\U0001d1ad\U0001d242-\U0001d244"
    "\U0001e000-\U0001e02a\U0001e8d0-\U0001e8d6\U0001e944-\U0001e94a"
)
"""Marks that take no cell of their own and can be piled up: of Unicode's Mn and Me those that a terminal stacks."""

_UNSEEN: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
"""What no one sees and no script here needs: soft hyphens, zero-width spaces, directions, fillers, annotations."""

_JOINERS: Final = "\u200c\u200d"
_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS: Final = "\U000e0000-\U000e007f"
_NO_CHARACTERS: Final = (
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
)  # fmt: skip

_JOINING_SCRIPTS: Final = (
    "\u0620-\u065f\u066e-\u06ff\u0700-\u07ff\u0840-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
    "\u1800-\u18af\u1a20-\u1aaf\u1b00-\u1b7f\ua840-\ua87f\ua980-\ua9df\U00010d00-\U00010d3f\U0001e900-\U0001e95f"
)
"""Scripts in which a joiner or non-joiner between two letters is part of the spelling: Persian, Hindi, Mongolian."""

_PICTURES: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u24c2\u25a0-\u27bf\u2934\u2935\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)

_HARMLESS: Final = re.compile(
    f"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{_MARKS}{_UNSEEN}{_JOINERS}{_SELECTORS}{_TAGS}{_NO_CHARACTERS}]*"
)
_BREAKS: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
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
_HIDDEN: Final = re.compile(f"[{_UNSEEN}]+")
_TAG_RUN: Final = re.compile(f"[{_TAGS}]+")
_SELECTOR_RUN: Final = re.compile(f"[{_SELECTORS}]+")
_JOINER_RUN: Final = re.compile(f"[{_JOINERS}]+")
_NO_CHARACTER: Final = re.compile(f"[{_NO_CHARACTERS}]")
_PILE: Final = re.compile(f"([{_MARKS}]{{{MOST_MARKS}}})[{_MARKS}]+")
_LOOSE_MARKS: Final = re.compile(f"(?<![^\n])[{_MARKS}]+")
_IS_JOINING: Final = re.compile(f"[{_JOINING_SCRIPTS}]")
_IS_PICTURE: Final = re.compile(f"[{_PICTURES}]")
_BLANKS: Final = re.compile(r"\s+")

_STEERING: Final = ("\x1b", "\x9b", "\x9d", "\x90", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Escape and its 8-bit kin, and what overrides or isolates the direction of writing."""

_FLAG: Final = "\U0001f3f4"
_FLAG_TAGS: Final = frozenset(
    "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f" for name in ("gbeng", "gbsct", "gbwls")
)
"""What makes the black flag that of England, Scotland or Wales: the only tags with a meaning."""


def _visible_controls() -> dict[str, str]:
    shown = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\u2421"}
    # Text that was once read with the wrong encoding has Windows-1252's quotation marks and dashes here.
    shown |= {chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
    return shown | {"\t": " "}


_VISIBLE: Final = _visible_controls()


def cleaned(text: str) -> str:
    """Return `text` without anything that steers a terminal or hides; the same object where there is nothing to do.

    Line ends of all kinds become line feeds, tabs spaces. Whole escape sequences are taken out; what remains of
    broken ones is shown, as all controls are, by its picture. Joiners and selectors stay where a script or an emoji
    is spelt with them. Cleaning twice is cleaning once.
    """
    # Most text is plain, and the built-in test many times as fast as a pattern.
    if (text.isascii() and text.replace("\n", "").isprintable()) or _HARMLESS.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", text)
    if "\x1b" in text:
        text = _SEQUENCE.sub("", text)
    text = _HIDDEN.sub("", text)
    text = _without_controls(text)
    if text.isascii():
        return text
    text = _NO_CHARACTER.sub("\ufffd", text)
    text = _TAG_RUN.sub(_flag_tags, text)
    text = _SELECTOR_RUN.sub(_selector, text)
    return _levelled(text)


def cleaned_line(text: str, limit: int = 500) -> str:
    """Return `text` cleaned, as one line of at most `limit` characters, blanks pressed together, "…" where it was cut."""
    # Nothing within the limit hangs on what stands far behind it, and a title may be megabytes long.
    line = _BLANKS.sub(" ", cleaned(text[: 8 * limit + LONGEST_SEQUENCE])).strip()
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def cleaned_name(name: str) -> str:
    """Return a file's name or path for the eye: every blank of it kept, line ends shown, one line."""
    return cleaned(name).replace("\n", "\u2424")


def has_steering(text: str) -> bool:
    """Return whether `text`, not cleaned yet, holds what could steer a terminal or swap words: worth a remark."""
    return any(mark in text for mark in _STEERING)


def _without_controls(text: str) -> str:
    # One `replace` for each control that is there: a call for each character would be slow where there are millions.
    for control, picture in _VISIBLE.items():
        if control != "\n" and control in text:
            text = text.replace(control, picture)
    return text


def _levelled(text: str) -> str:
    """Return `text` without needless joiners and without piles of marks."""
    # A joiner taken out can bring two piles together, and a mark taken out can leave a joiner without its letter.
    for _ in range(4):
        before = text
        text = _JOINER_RUN.sub(_joiner, text)
        text = _LOOSE_MARKS.sub("", text)
        text = _PILE.sub(r"\1", text)
        if text == before:
            return text
    return _PILE.sub(r"\1", _LOOSE_MARKS.sub("", _JOINER_RUN.sub("", text)))


def _flag_tags(found: re.Match[str]) -> str:
    is_flag = found.string[found.start() - 1 : found.start()] == _FLAG and found[0] in _FLAG_TAGS
    return found[0] if is_flag else ""


def _selector(found: re.Match[str]) -> str:
    """Return the one selector that asks for an emoji or for its plain form, behind a sign that has both."""
    first, (start, end), whole = found[0][0], found.span(), found.string
    if first not in "\ufe0e\ufe0f" or start == 0:
        return ""
    is_key = whole[end : end + 1] == "\u20e3" and whole[start - 1] in "0123456789#*"
    return first if is_key or _IS_PICTURE.match(whole, start - 1) else ""


def _joiner(found: re.Match[str]) -> str:
    first, (start, end), whole = found[0][0], found.span(), found.string
    if start == 0 or end == len(whole):
        return ""
    if _IS_JOINING.match(whole, start - 1) and _IS_JOINING.match(whole, end):
        return first
    before = start - 2 if whole[start - 1] in "\ufe0f\U000e007f" and start > 1 else start - 1
    is_emoji = _IS_PICTURE.match(whole, before) or whole[before] == "\U000e007f"
    return first if first == "\u200d" and is_emoji and _IS_PICTURE.match(whole, end) else ""

"""Plain prose laid out: lines joined to paragraphs, a headline line told from them, a title made where there is none."""

from __future__ import annotations

import re
from typing import Final

LONGEST_WRAPPED_LINE: Final = 160
"""Code points: no one wraps prose wider, so that a block with a longer line has a paragraph on each line."""
LONGEST_JOINED: Final = 20_000
"""Code points: a paragraph that has grown beyond this by joining lines is a log or a list, and is parted."""
LONGEST_HEADLINE: Final = 160
MADE_TITLE: Final = 90
"""Code points of a made title; what two lines of the article list hold at 80 columns."""

_ITEM: Final = re.compile(r"(?:[-*+•‣◦▪–—] |\d{1,3}[.)] |\([a-z0-9]{1,3}\) |>)")
_UNDERLINE: Final = re.compile(r"[=\-~_*]{3,}$")
_ABBREVIATION_END: Final = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St)\.$")
_DATELINE_END: Final = re.compile(r"\)\s*(?:[_—–-]{1,2}\s*)?$")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？]{1,3}[\"”’»)\]]{0,3}(?=\s|$)")
_NO_END: Final = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of cleaned plain text, each on one line.

    A blank line ends a paragraph; so does an indented line, one that begins a list item, and one that underlines
    the first. Where lines are too long to be wrapped ones each is a paragraph.
    """
    made: list[str] = []
    block: list[str] = []
    for line in text.split("\n"):
        if len(block) == 1 and not made and _UNDERLINE.match(line.strip()):
            made, block = [block[0].strip()], []
        elif line and not line.isspace():
            block.append(line)
        elif block:
            made += _block(block)
            block = []
    if block:
        made += _block(block)
    return made


def with_headline(made: list[str]) -> tuple[str | None, list[str]]:
    """Return the headline that `made` opens with, if any, and the paragraphs behind it."""
    if len(made) < 2 or not is_headline(made[0]):
        return None, made
    rest = made[1:]
    if _UNDERLINE.match(rest[0]):
        rest = rest[1:]
    return (made[0], rest) if rest else (None, made)


def is_headline(line: str) -> bool:
    """Return whether `line`, alone at the top of a text, reads like a headline: short, and no whole sentence."""
    if not 2 < len(line) <= LONGEST_HEADLINE or not any(char.isalpha() for char in line):
        return False
    if _ITEM.match(line) or _DATELINE_END.search(line):
        return False
    last = line.rstrip("\"'”’»)]")[-1:]
    if last == ".":
        return bool(_ABBREVIATION_END.search(line))
    return last not in ".,;:_-–—…。"


def made_title(text: str) -> str:
    """Return the first sentence of `text`, or as many of its words as a title holds and "…"."""
    first = text[: 4 * MADE_TITLE].split("\n", 1)[0].strip()
    for end in _SENTENCE_END.finditer(first):
        if not _NO_END.search(first, 0, end.end()):
            first = first[: end.end()]
            break
    if len(first) <= MADE_TITLE:
        return first.removesuffix(".") if not first.endswith("..") and not _NO_END.search(first) else first
    cut = first.rfind(" ", MADE_TITLE // 2, MADE_TITLE)
    return first[: cut if cut > 0 else MADE_TITLE - 1].rstrip(" ,;:–—-") + "…"


def _block(lines: list[str]) -> list[str]:
    if len(lines) == 1:
        return [lines[0].strip()]
    are_paragraphs = max(map(len, lines)) > LONGEST_WRAPPED_LINE
    made: list[str] = []
    open_lines: list[str] = []
    length = indent = 0
    in_item = False
    for line in lines:
        words = line.strip()
        own_indent = len(line) - len(line.lstrip())
        is_item = _ITEM.match(words) is not None
        # A line under an item hangs from it; elsewhere a step to the right opens a paragraph.
        is_indented = not in_item and own_indent >= indent + 2
        if open_lines and (are_paragraphs or is_item or is_indented or length > LONGEST_JOINED):
            made.append(" ".join(open_lines))
            open_lines, length, in_item = [], 0, False
        in_item = is_item or in_item
        open_lines.append(words)
        length += len(words) + 1
        indent = own_indent
    made.append(" ".join(open_lines))
    return made

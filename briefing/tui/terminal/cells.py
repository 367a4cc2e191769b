"""Cells: a text as a terminal sets it, one glyph a cell, and what a glyph may be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from rich.cells import cell_len

from briefing.tui.terminal.pens import PLAIN, Pen, blank

Cell: TypeAlias = tuple[str, Pen]
"""A glyph, which may be of several code points, and its pen. Behind a wide glyph comes a cell with none."""
Row: TypeAlias = list[Cell]

UNKNOWN: Final[Cell] = ("\x00", PLAIN)
"""A cell of which it is not known what the terminal shows there: no wanted cell is equal to it."""
LONGEST: Final = 16
"""Code points in a cell: a family of four with the colours of their skins has eleven."""
HELD: Final = 2048
"""Texts whose cells are remembered: a few screens of them."""

JOINER: Final = "\u200d"
JOINING: Final = "\u200c\u200d\ufe0e\ufe0f"
"""What joins glyphs, or says how one is to be drawn."""
STEERING_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
STEERING: Final = frozenset(
    "\u061c\u180e\u200b\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\ufff9\ufffa\ufffb"
    + "".join(map(chr, (*range(0x2060, 0x2070), *range(0xE0000, 0xE0080))))
)
"""What turns the direction of writing, or is not seen at all."""
LIKENESSES: Final = str.maketrans("‘’‚“”„«»‹›–—‐‑−…•·×\u00ad", "'''\"\"\"\"\"''-----.*.x-")
"""Letters that look alike in ASCII, where the terminal has no others."""

_SURE: Final = (
    r" -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u064a"
    r"\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u209c\u20a0-\u20bf\u2100-\u218b\u2190-\u2199\u2200-\u22ff"
    r"\u2500-\u25f9\u2605-\u2606\u2666\u2713\u2717\u2800-\u28ff\ufb00-\ufb06"
)
_SURE_WIDE: Final = r"\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60"
_is_narrow: Final = re.compile(f"[{_SURE}]*").fullmatch
_is_sure: Final = re.compile(f"[{_SURE}{_SURE_WIDE}]?").fullmatch
"""Whether every terminal sets a glyph as wide as it is taken to be here: a code point, old in Unicode, that stands alone."""


@lru_cache(maxsize=HELD)
def cells(text: str, pen: Pen, encoding: str = "utf-8") -> tuple[Cell, ...]:
    """Return `text` as cells. What steers a terminal becomes no glyph; what `encoding` lacks, its likeness or "?"."""
    void = (" ", blank(pen))
    if encoding == "utf-8" and _is_narrow(text):
        return tuple([void if glyph == " " else (glyph, pen) for glyph in text])
    found: list[Cell] = []
    for cluster in clusters(text):
        width = cell_len(cluster)
        if not width:
            continue
        shown = spelt(cluster, encoding)
        if shown == " ":
            found += [void] * width
        elif shown == cluster:
            found += [(shown, pen), *[("", pen)] * (width - 1)]
        else:
            found += [(letter, pen) for letter in shown.ljust(width, "?")]
    return tuple(found)


def clusters(text: str) -> list[str]:
    """Return what stands in one place each: a code point with those that take no place of their own or are joined to it.

    What steers a terminal stands alone.
    """
    found: list[str] = []
    joins = False
    for character in text:
        if character in STEERING or unicodedata.category(character) in STEERING_CATEGORIES:
            joins = False
            if cell_len(character):
                found.append("?")
            continue
        takes_none = character in JOINING or not cell_len(character)
        if takes_none or joins or (_is_flag(character) and found and _is_flag(found[-1])):
            if found and len(found[-1]) < LONGEST:
                found[-1] += character
        else:
            found.append(character)
        joins = character == JOINER
    return found


@lru_cache(maxsize=HELD)
def spelt(cluster: str, encoding: str) -> str:
    """Return a cluster in the letters that `encoding` has: itself, what it is made of, or "?"."""
    try:
        cluster.encode(encoding)
    except UnicodeEncodeError:
        folded = unicodedata.normalize("NFKD", cluster.translate(LIKENESSES))
        known = folded.encode(encoding, "ignore").decode(encoding)
        return known[:1] or "?"
    return cluster


@lru_cache(maxsize=HELD)
def is_sure(glyph: str) -> bool:
    """Return whether every terminal sets this glyph as wide as it is taken to be."""
    return _is_sure(glyph) is not None


def _is_flag(cluster: str) -> bool:
    return len(cluster) == 1 and "\U0001f1e6" <= cluster <= "\U0001f1ff"

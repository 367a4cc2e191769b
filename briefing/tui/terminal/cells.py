"""Cells: a text as a terminal sets it, one glyph a cell, and what a glyph may be."""

from __future__ import annotations

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
LIKENESSES: Final = str.maketrans("‘’‚“”„«»‹›–—‐‑−─│…•·×\u00ad", "'''\"\"\"\"\"''------|.*.x-")
"""Letters that look alike in ASCII, where the terminal has no others."""

_NARROW_RANGES: Final = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x377), (0x37A, 0x37F), (0x384, 0x482), (0x48A, 0x52F),
    (0x5D0, 0x5EA), (0x621, 0x64A), (0x1E00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x209C),
    (0x20A0, 0x20BF), (0x2100, 0x218B), (0x2190, 0x2199), (0x2200, 0x22FF), (0x2500, 0x25F9), (0x2605, 0x2606),
    (0x2666, 0x2666), (0x2713, 0x2713), (0x2717, 0x2717), (0x2800, 0x28FF), (0xFB00, 0xFB06),
)  # fmt: skip
_WIDE_RANGES: Final = (
    (0x3001, 0x3029), (0x3041, 0x3096), (0x30A1, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3),
    (0xFF01, 0xFF60),
)  # fmt: skip
NARROW: Final = frozenset("").union(*(map(chr, range(first, last + 1)) for first, last in _NARROW_RANGES))
"""Glyphs that every terminal sets one cell wide: old in Unicode, of one code point. Sets are ready sooner than patterns."""


@lru_cache(maxsize=HELD)
def cells(text: str, pen: Pen, encoding: str = "utf-8") -> tuple[Cell, ...]:
    """Return `text` as cells. What steers a terminal becomes no glyph; what `encoding` lacks, its likeness or "?"."""
    void = (" ", blank(pen))
    if encoding == "utf-8" and NARROW.issuperset(text):
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
    return glyph in NARROW or (len(glyph) == 1 and any(first <= ord(glyph) <= last for first, last in _WIDE_RANGES))


def _is_flag(cluster: str) -> bool:
    return len(cluster) == 1 and "\U0001f1e6" <= cluster <= "\U0001f1ff"

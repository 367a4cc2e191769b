"""The lines that a tab of the story screen shows, and what each of them leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from briefing.model import Span
from briefing.reading.drawing.pieces import Piece, in_lines
from briefing.reading.wrapping import cells, wrapped

MARGIN: Final = Piece("   ", "text")
"""What stands before a line that has no sign."""
WIDEST: Final = 116
"""Cells of a line of prose, its margin and labels among them, however wide the screen."""
NO_BREAK: Final = "\u00a0"
"""A space at which no line ends."""
AROUND: Final = 4
"""Cells that a line leaves free: those of the margin, and one behind it."""
CELL: Final = "cell"
"""How the words of a cell look that are under the cursor when their line is."""
CELL_SIGN: Final = "cell-sign"
"""The sign before them, which is not seen on other lines."""
NARROW: Final = 60
"""Cells below which columns stand one below the other."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a whole."""

    article: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the comparison, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the timeline, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that are folded away under a heading."""

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names that were taken for one thing."""

    thing: int
    """The number of the thing among the aliases."""
    name: str


Target: TypeAlias = Words | Report | Fact | Told | Fold | Name
"""What a line leads to."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line, and the number of the target that it belongs to; None for a heading or a blank one."""

    pieces: tuple[Piece, ...] = ()
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """What a tab shows at a width."""

    lines: tuple[StoryLine, ...] = ()
    targets: tuple[Target, ...] = ()
    head: tuple[tuple[Piece, ...], ...] = ()
    """Lines that stay at the top while the others scroll."""


class Laying:
    """Lines while they are laid one below the other."""

    def __init__(self, width: int) -> None:
        self.width = max(width, 12)
        self._lines: list[StoryLine] = []
        self._targets: list[Target] = []
        self._here: int | None = None

    def blank(self) -> None:
        """Lay an empty line, unless the one above is empty."""
        self._here = None
        if self._lines and self._lines[-1].pieces:
            self._lines.append(StoryLine())

    def heading(self, words: str, beside: str = "") -> None:
        """Lay a heading, an empty line above it."""
        self.blank()
        tail = (Piece(f"  {beside}", "dim"),) if beside else ()
        for number, piece in enumerate(in_lines(words, "fact-heading", width=self.width - AROUND)):
            self.line(MARGIN, piece, *(tail if not number else ()))

    def target(self, target: Target) -> None:
        """Let the next lines belong to `target`."""
        self._here = len(self._targets)
        self._targets.append(target)

    def untargeted(self) -> None:
        """Let the next lines lead to nothing."""
        self._here = None

    def line(self, *pieces: Piece) -> None:
        """Lay a line."""
        self._lines.append(StoryLine(pieces, self._here))

    def hanging(self, lead: Sequence[Piece], words: Iterable[Piece], *, indent: int | None = None) -> None:
        """Lay words behind `lead`, wrapped, the lines below the first indented as far as the lead is wide."""
        inset = sum(cells(piece.text) for piece in lead) if indent is None else indent
        first: tuple[Piece, ...] = tuple(lead)
        for pieces in flowing(
            words, min(self.width, WIDEST) - 1 - max(inset, sum(cells(piece.text) for piece in lead))
        ):
            self.line(*first, *pieces)
            first = (Piece(" " * inset, "text"),)

    def done(self, *, head: Iterable[tuple[Piece, ...]] = ()) -> Laid:
        """Return what was laid."""
        while self._lines and not self._lines[-1].pieces:
            self._lines.pop()
        return Laid(tuple(self._lines), tuple(self._targets), tuple(head))


def flowing(words: Iterable[Piece], width: int) -> Iterator[tuple[Piece, ...]]:
    """Yield pieces that follow each other as lines of at most `width` cells, broken between words."""
    pieces = tuple(words)
    text = "".join(piece.text for piece in pieces)
    if any(cells(word) > width for word in text.split(" ")):
        # A name that is longer than a line is parted between its words.
        text = text.replace(NO_BREAK, " ")
    ends: list[int] = []
    for piece in pieces:
        ends.append((ends[-1] if ends else 0) + len(piece.text))
    for line in wrapped(text, Span(0, len(text)), width=max(width, 4)):
        end = line.start + len(line.of(text).rstrip())
        start, drawn = line.start, []
        for piece, stop in zip(pieces, ends, strict=True):
            if stop > start and start < end:
                drawn.append(Piece(text[start : min(stop, end)], piece.style))
                start = stop
        yield tuple(drawn)

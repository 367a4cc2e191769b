"""The facts pane: the key facts as lines of its width, and the fact under its cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefing.model import Analysis, Fact, FactKind, FactRef, Line, Section, Span, excerpt
from briefing.reading.drawing.pieces import Piece, in_lines
from briefing.reading.wrapping import cells
from briefing.values import dataclass

CARD: Final = frozenset({"WHAT", "WHERE", "WHEN", "WHO", "WHOM", "ABOUT", "HURT", "COST"})
"""The sections whose heading stands beside their lines, not above them."""
LABEL_WIDTH: Final = 7
MOST_WORDS: Final = 2
"""Lines of the article's own words that a claim shows."""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """A line of the pane, and the fact it belongs to; None for a heading or a blank one."""

    pieces: tuple[Piece, ...] = ()
    fact: int | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """The key facts of the open article as the pane shows them."""

    width: int = 28
    height: int = 20
    analysis: Analysis | None = None
    """None while the facts are being looked for."""
    struck: frozenset[FactRef] = frozenset()
    """Facts that the user has struck as wrong: they are not shown."""
    shown: tuple[Fact, ...] = ()
    """The facts from top to bottom."""
    lines: tuple[PanelLine, ...] = ()
    cursor: int = 0
    """An index into `shown`."""
    top: int = 0

    @property
    def fact(self) -> Fact | None:
        """The fact under the cursor."""
        return self.shown[self.cursor] if self.cursor < len(self.shown) else None


def emptied(panel: Panel) -> Panel:
    """Return the panel while the facts of another article are being looked for."""
    return Panel(panel.width, panel.height)


def filled(panel: Panel, analysis: Analysis, *, struck: frozenset[FactRef] = frozenset(), cursor: int = 0) -> Panel:
    """Return the panel with the key facts of `analysis` that are not struck, the cursor on one of them."""
    sections = _standing(analysis, struck)
    shown = tuple(line.fact for section in sections for line in section.lines)
    there = replace(emptied(panel), analysis=analysis, struck=struck, shown=shown)
    there = replace(
        there, lines=tuple(_lines(analysis, sections, panel.width)), cursor=max(0, min(cursor, len(shown) - 1))
    )
    return in_view(there)


def sized(panel: Panel, *, width: int, height: int) -> Panel:
    """Return the panel for a pane of another size, the cursor on the same fact."""
    width, height = max(width, 12), max(height, 1)
    if (width, height) == (panel.width, panel.height):
        return panel
    lines = panel.lines
    if panel.analysis is not None and width != panel.width:
        lines = tuple(_lines(panel.analysis, _standing(panel.analysis, panel.struck), width))
    return in_view(replace(panel, width=width, height=height, lines=lines))


def moved(panel: Panel, by: int) -> Panel:
    """Return the panel with the cursor `by` facts further down, or up."""
    cursor = max(0, min(panel.cursor + by, len(panel.shown) - 1))
    return panel if cursor == panel.cursor else in_view(replace(panel, cursor=cursor))


def on_fact(panel: Panel, index: int) -> Panel:
    """Return the panel with the cursor on the fact `index`."""
    return moved(panel, index - panel.cursor)


def in_view(panel: Panel) -> Panel:
    """Return the panel scrolled as little as shows the cursor's fact, its heading too where it is the first below it."""
    own = [number for number, line in enumerate(panel.lines) if line.fact == panel.cursor]
    if not own:
        return panel
    first, last = own[0], own[-1]
    while first > 0 and panel.lines[first - 1].fact is None:
        first -= 1
    top = max(min(panel.top, first), last - panel.height + 1, 0)
    return panel if top == panel.top else replace(panel, top=top)


def evidence(panel: Panel) -> tuple[Span, ...]:
    """Return the words of every fact shown, in text order, each once."""
    return tuple(sorted({fact.span for fact in panel.shown}))


def _standing(analysis: Analysis, struck: frozenset[FactRef]) -> tuple[Section, ...]:
    """Return the sections without the facts that are struck, and without headings that have none left."""
    kept = (
        replace(
            section,
            lines=tuple(line for line in section.lines if FactRef(line.fact.kind, line.fact.label) not in struck),
        )
        for section in analysis.panel
    )
    return tuple(section for section in kept if section.lines)


def _lines(analysis: Analysis, sections: tuple[Section, ...], width: int) -> Iterator[PanelLine]:
    number = 0
    card_ended = False
    for section in sections:
        is_card = section.heading in CARD
        if not is_card:
            if number:
                yield PanelLine()
            yield PanelLine((Piece(section.heading, "fact-heading"),))
            card_ended = True
        elif card_ended:
            yield PanelLine()
            card_ended = False
        for index, line in enumerate(section.lines):
            label = section.heading if is_card and not index else ""
            indent = LABEL_WIDTH if is_card else 1
            yield from _fact_lines(analysis, line, label, number=number, width=width, indent=indent)
            number += 1
    for remark in analysis.remarks:
        yield PanelLine()
        for piece in in_lines(remark, "fact-doubt", width=width):
            yield PanelLine((piece,))


def _fact_lines(
    analysis: Analysis, line: Line, label: str, *, number: int, width: int, indent: int
) -> Iterator[PanelLine]:
    room = width - indent
    value = in_lines(line.label, "fact-value", width=room)
    notes = " · ".join(part for part in (_status(line), line.said_by) if part)
    style = "fact-doubt" if line.status in DOUBTFUL else "fact-source"
    if notes and cells(value[-1].text) + 2 + cells(notes) <= room:
        tail: tuple[Piece, ...] = (Piece("  ", "fact-source"), Piece(notes, style))
        more: list[Piece] = []
    else:
        tail, more = (), in_lines(notes, style, width=room) if notes else []
    if line.fact.kind in (FactKind.CLAIM, FactKind.QUOTE):
        more += _words(excerpt(analysis.article.text, line.fact.span), room)
    lead = Piece(label.ljust(indent), "fact-label")
    for index, piece in enumerate(value):
        last = index == len(value) - 1
        yield PanelLine((lead, piece, *(tail if last else ())), number)
        lead = Piece(" " * indent, "fact-label")
    for piece in more:
        yield PanelLine((Piece(" " * indent, "fact-label"), piece), number)


DOUBTFUL: Final = frozenset({"denied", "unconfirmed", "unclear", "claims"})
"""The words of status that must be seen at a glance."""


def _status(line: Line) -> str:
    """Return the word of status where the label does not say it already."""
    stem = line.status[:5]
    return "" if stem and stem in line.label else line.status


def _words(words: str, width: int) -> list[Piece]:
    pieces = in_lines(words, "fact-words", width=width)
    if len(pieces) > MOST_WORDS:
        last = pieces[MOST_WORDS - 1].text
        while last and cells(last) > width - 2:
            last = last.rpartition(" ")[0]
        pieces = [*pieces[: MOST_WORDS - 1], Piece(last + " …", "fact-words")]
    return pieces

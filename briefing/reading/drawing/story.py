"""The lines of the story screen: its tabs, a rule, and below them what the tab shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.keymap import Keymap, shown
from briefing.reading.drawing.pieces import Piece, Signs, ended, two_sided
from briefing.reading.drawing.sheet import page_line
from briefing.reading.story.beside import FOOT, MARGIN, in_columns
from briefing.reading.story.card import sign
from briefing.reading.story.evidence import origins
from briefing.reading.story.laying import CELL, CELL_SIGN, flowing
from briefing.reading.story.laying import MARGIN as MARGIN_PIECE
from briefing.reading.story.reports import short
from briefing.reading.story.slots import label
from briefing.reading.story.standing import standing
from briefing.reading.story.tabs import BESIDE, TABS
from briefing.reading.story.view import HEADINGS, StoryView
from briefing.reading.wrapping import cells, shortened

PLAIN: Final = str.maketrans({"→": ">", "›": ">", "–": "-", "…": "~"})
"""What stands for the signs that a terminal without Unicode has not, each as wide."""

CELLS: Final = {CELL: "fact-value", CELL_SIGN: "mark"}
"""How a cell under the cursor looks."""


def story_line(view: StoryView, number: int, keymap: Keymap, *, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return the line `number` of the story screen, from 0, `width` cells wide."""
    return tuple(_plain(piece, signs) for piece in _line(view, number, keymap, width, signs))


def _line(view: StoryView, number: int, keymap: Keymap, width: int, signs: Signs) -> tuple[Piece, ...]:
    if number == 0:
        return _tabs(view, keymap, width)
    if number == 1:
        return (Piece(signs.bar * width, "rule"),)
    if view.tab == BESIDE:
        return _beside(view, number - HEADINGS, width, signs)
    number -= HEADINGS
    head = view.laid.head
    if number < len(head):
        return ended(head[number], width, "text")
    index = view.top + number - len(head)
    if index >= len(view.laid.lines):
        return (Piece(" " * width, "text"),)
    line = view.laid.lines[index]
    if line.target is None or line.target != view.cursor:
        return ended(map(_idle, line.pieces), width, "text")
    here = tuple(Piece(piece.text, f"{CELLS.get(piece.style, piece.style)} fact-here") for piece in line.pieces)
    return ended(here, width, "fact-here")


def _idle(piece: Piece) -> Piece:
    """Return a piece as it looks where the cursor is on another line: no cell is lit there."""
    if piece.style == CELL_SIGN:
        return Piece(" " * cells(piece.text), "text")
    return Piece(piece.text, "text") if piece.style == CELL else piece


def _tabs(view: StoryView, keymap: Keymap, width: int) -> tuple[Piece, ...]:
    """Return the first line: the tabs with their keys, where there is little room only the one that is shown by name."""
    drawn = [piece for _, pieces in _each_tab(view, keymap, width) for piece in pieces]
    return two_sided(tuple(drawn), (), width, "text")


def tab_at(view: StoryView, column: int, keymap: Keymap, *, width: int) -> str:
    """Return the name of the tab that stands at a column of the first line; empty where none does."""
    end = 0
    for name, pieces in _each_tab(view, keymap, width):
        end += sum(cells(piece.text) for piece in pieces)
        if column < end:
            return name
    return ""


def _each_tab(view: StoryView, keymap: Keymap, width: int) -> Iterator[tuple[str, list[Piece]]]:
    commands = {tab.name: keymap.command(f"story_{tab.name}").keys for tab in TABS}
    keys = {name: shown(notations[0]) if notations else "" for name, notations in commands.items()}
    whole = sum(len(keys[tab.name]) + len(tab.title) + 4 for tab in TABS)
    for tab in TABS:
        is_here = tab.name == view.tab
        drawn = [Piece(" ", "bar"), Piece(keys[tab.name], "heading-focus" if is_here else "bar-key")]
        if is_here or whole < width:
            drawn.append(Piece(f" {tab.title}", "heading-focus" if is_here else "bar"))
        yield tab.name, [*drawn, Piece("  ", "bar")]


def _plain(piece: Piece, signs: Signs) -> Piece:
    if signs.dot == "·":
        return piece
    return Piece(piece.text.replace("·", signs.dot).translate(PLAIN), piece.style)


def _beside(view: StoryView, number: int, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return a line of two reports: their names, their texts, and below a rule the fact that both tell."""
    beside, room = view.beside, view.height - HEADINGS
    if beside is None:
        words = (
            "Two reports are needed to stand beside each other. + joins another story to it."
            if view.story
            else view.stage
        )
        lines = list(flowing((Piece(words, "dim"),), width - 4))
        return ended((MARGIN_PIECE, *lines[number]) if number < len(lines) else (), width, "text")
    upper, lower = beside.pages
    if in_columns(view):
        half = (width - 1) // 2
        if number <= upper.height:
            left = _of(view, 0, number, half, signs)
            right = _of(view, 1, number, width - half - 1, signs)
            return (*left, Piece(signs.rule, "rule"), *right)
        foot = number - upper.height - 1
    elif number <= upper.height:
        return _of(view, 0, number, width, signs)
    elif number <= upper.height + lower.height + 1:
        return _of(view, 1, number - upper.height - 1, width, signs)
    else:
        foot = number - upper.height - lower.height - 2
    if foot == 0:
        return (Piece(signs.bar * width, "rule"),)
    lines = _foot(view, width)
    return ended(lines[foot - 1] if number < room and foot <= len(lines) else (), width, "text")


def _of(view: StoryView, side: int, number: int, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return a line of one of the two, the first its name."""
    beside = view.beside
    if beside is None:
        return ()
    page = beside.pages[side]
    if number:
        return ended((Piece(" " * MARGIN, "text"), *page_line(page, number - 1)), width, "text")
    name = view.reports.name(page.article.id) if view.reports else ""
    day = f"  {short(page.article.day)}" if page.article.day else ""
    words = Piece(
        shortened(name, max(1, width - cells(day) - 5)), "heading-focus" if side == beside.side else "bar-name"
    )
    if side and not in_columns(view):
        drawn = (Piece(f"{signs.bar * 2} ", "rule"), words, Piece(f"{day} ", "dim"))
        left = width - sum(cells(piece.text) for piece in drawn)
        return (*drawn, Piece(signs.bar * max(0, left), "rule"))
    caret = signs.caret if side == beside.side else " "
    return ended((Piece(f" {caret} ", "mark"), words, Piece(day, "dim")), width, "text")


def _foot(view: StoryView, width: int) -> list[tuple[Piece, ...]]:
    """Return the lines below: which fact it is, and how what both say of it stands."""
    beside = view.beside
    if beside is None or view.story is None or not beside.facts:
        words = Piece("The two have no fact in common; J and K change the report.", "dim")
        return [(MARGIN_PIECE, *pieces) for pieces in flowing((words,), width - 4)]
    line = view.story.compare[beside.facts[beside.number]]
    count = f"{beside.number + 1}/{len(beside.facts)} "
    told = (Piece(label(line), "fact-value"), Piece(f"  {line.why} · {origins(line, view)}", "dim"))
    lines = list(flowing(told, width - 4 - len(count)))[: FOOT - 1]
    first = two_sided((sign(standing(line)), *lines[0]), (Piece(count, "dim"),), width, "text")
    return [first, *((MARGIN_PIECE, *pieces) for pieces in lines[1:])]

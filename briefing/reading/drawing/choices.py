"""The lines of a list to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from briefing.reading.choice import Ask, Choice, Option
from briefing.reading.drawing.pieces import Piece, Signs, ended, spelt, two_sided
from briefing.reading.wrapping import cells, padded, shortened

KEY_WIDTH = 20
COLUMNS: Final = ((0, 10), (56, 18), (76, 21))
"""The columns beside the options: from which width each is shown, and how wide it is."""


def choice_line(asked: Choice, number: int, *, width: int, signs: Signs) -> tuple[Piece, ...]:
    """Return the line `number` of the list: its title, what is typed, then the options."""
    if number == 0:
        lead = f"{signs.bar * 2} {shortened(asked.title, width - 16)} "
        # Of a search the title counts articles, each of which may have several lines.
        count = 0 if asked.ask is Ask.SEARCH else sum(not option.is_heading for option in asked.shown)
        state = f" {count}{'' if asked.complete else ' so far'} " if count else ""
        rest = signs.bar * max(0, width - cells(lead) - len(state) - 2)
        return (Piece(lead, "heading-focus"), Piece(rest + state + signs.bar * 2, "rule"))
    if number == 1:
        prompt = asked.prompt
        pieces = (
            Piece(f" {signs.caret} ", "bar-key"),
            Piece(prompt.text[: prompt.at], "bar-notice"),
            Piece(prompt.text[prompt.at : prompt.at + 1] or " ", "bar-notice cursor"),
            Piece(prompt.text[prompt.at + 1 :], "bar-notice"),
        )
        heads = _columns(asked.columns, width)
        typed = sum(cells(piece.text) for piece in pieces)
        beside = Piece(heads, "dim") if typed + cells(heads) <= width else Piece("", "dim")
        return (*ended(pieces, width - cells(beside.text), "text"), beside)
    index = asked.top + number - 2
    if not asked.shown:
        words = asked.empty if asked.complete else "Looking."
        if asked.options and asked.prompt.text:
            words = f"Nothing here holds “{asked.prompt.text}”."
        return ended((Piece(shortened(f"   {words if number == 2 else ''}", width), "dim"),), width, "text")
    if index >= len(asked.shown):
        return (Piece(" " * width, "text"),)
    option, here = asked.shown[index], index == asked.cursor
    if asked.ask in (Ask.KEYS, Ask.COMMAND):
        option = replace(option, detail=spelt(option.detail, signs))
    return _key(option, here, width) if asked.ask is Ask.KEYS else _option(option, here, width, signs)


def _key(option: Option, here: bool, width: int) -> tuple[Piece, ...]:
    """Return a line of the keys: the keys first, then what they do."""
    if option.is_heading:
        return ended((Piece(f" {shortened(option.text, width - 2)}", "day"),), width, "text")
    style = "row" if here else "row-plain"
    keys = Piece(padded(f"   {option.detail}", KEY_WIDTH), style if here else "bar-key")
    words = Piece(shortened(option.text, width - KEY_WIDTH), f"{style} {option.style}" if option.style else style)
    return ended((keys, words), width, style)


def _columns(columns: tuple[str, ...], width: int) -> str:
    """Return the columns that fit beside the options, the first to the right."""
    parts = zip(columns, COLUMNS, strict=False)
    shown = [(words, size) for words, (least, size) in parts if width >= least]
    return "".join(
        padded(f" {words}", size) if number else f"{words:>{size - 1}} " for number, (words, size) in enumerate(shown)
    )


def _option(option: Option, here: bool, width: int, signs: Signs) -> tuple[Piece, ...]:
    if option.is_heading:
        return ended((Piece(f" {shortened(option.text, width - 2)}", "day"),), width, "text")
    style, dim = ("row", "row-dim") if here else ("row-plain", "dim")
    lead = f" {signs.own} " if option.is_own else "   "
    if option.columns:
        columns = _columns(option.columns, width)
        room = max(0, width - cells(columns) - 3)
        return (Piece(f"{lead}{padded(shortened(option.text, room), room)}", style), Piece(columns, dim))
    detail = (Piece(f"{option.detail} ", dim),) if option.detail else ()
    words = Piece(option.text, f"{style} {option.style}" if option.style else style)
    return two_sided((Piece(lead, style), words), detail, width, style)

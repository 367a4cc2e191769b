"""Where the panes are on a screen of a given size."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from briefing.values import dataclass

WIDE: Final = 100
"""Columns from which the three panes stand side by side."""
LIST_WIDTH: Final = 28
FACTS_WIDTH: Final = 30
ROOMY: Final = 142
"""Columns from which list and facts share what the reader does not need."""
LIST_MOST: Final = 44
FACTS_MOST: Final = 48
GUTTER: Final = 3
"""Cells left of the article's text: the sign of a mark, and air."""
AIR: Final = 1
"""Cells right of it."""
KEPT: Final = 64
"""Frames that are remembered: a state asks for its own some thirty times a key."""
DEFAULT_MEASURE: Final = 76
"""Columns of prose: 45 to 75 characters a line read best (Bringhurst, The Elements of Typographic Style); the letters of
a terminal stand wider apart."""


class Pane(StrEnum):
    """The parts of the screen that keys can go to."""

    LIST = "list"
    READER = "reader"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the screen in cells, from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The boxes of the panes; None for one that is not shown."""

    wide: bool
    list: Box | None
    reader: Box | None
    facts: Box | None
    rules: tuple[Box, ...] = ()
    """The thin lines between panes."""
    margin: int = GUTTER
    """Cells left of the article's text, its sign of a mark among them."""
    text_width: int = DEFAULT_MEASURE

    @property
    def headings(self) -> int:
        """How many lines of a pane its heading takes: side by side each pane has one, else the top line says it."""
        return 1 if self.wide else 0


@lru_cache(maxsize=KEPT)
def framed(
    width: int,
    height: int,
    *,
    focus: Pane,
    facts: bool,
    quiet: bool,
    measure: int = DEFAULT_MEASURE,
    beside: bool = True,
) -> Frame:
    """Return the frame for a screen of `width` by `height` cells, its first and last line left to top and status.

    `facts` and `quiet` are whether the key facts, and nothing but the article, are wanted; `beside` whether panes may
    stand side by side.
    """
    body = Box(0, 1, width, max(1, height - 2))
    wide = beside and width >= WIDE
    if not wide:
        return _narrow(body, focus, facts, measure)
    spare = max(0, width - ROOMY) // 3
    left = 0 if quiet else min(LIST_WIDTH + spare, LIST_MOST)
    right = min(FACTS_WIDTH + spare, FACTS_MOST) if facts and not quiet else 0
    rules = []
    start = 0
    if left:
        rules.append(Box(left, body.y, 1, body.height))
        start = left + 1
    end = width
    if right:
        end = width - right - 1
        rules.append(Box(end, body.y, 1, body.height))
    reader = Box(start, body.y, end - start, body.height)
    margin, text_width = _column(reader.width, measure)
    return Frame(
        True,
        Box(0, body.y, left, body.height) if left else None,
        reader,
        Box(end + 1, body.y, right, body.height) if right else None,
        tuple(rules),
        margin,
        text_width,
    )


def boxes(
    frame: Frame, width: int, height: int, *, options: int | None, in_story: bool = False
) -> dict[str, Box | None]:
    """Return the box of everything on the screen by name, None for what is not shown.

    `options` is the length of the list to choose from; None where there is none.
    """
    if in_story:
        frame = Frame(frame.wide, None, None, None)
    left = next((rule for rule in frame.rules if frame.list), None)
    right = frame.rules[-1] if frame.facts and frame.rules else None
    return {
        "top": Box(0, 0, width, 1),
        "list": frame.list,
        "left-rule": left,
        "reader": frame.reader,
        "right-rule": right,
        "facts": frame.facts,
        "story": story_box(width, height) if in_story else None,
        "status": Box(0, max(0, height - 1), width, 1),
        "choice": None if options is None else choice_box(width, height, options),
    }


def story_box(width: int, height: int) -> Box:
    """Return where the story screen is: between the first line and the last."""
    return Box(0, 1, width, max(1, height - 2))


def choice_box(width: int, height: int, options: int) -> Box:
    """Return where a list of `options` to choose from is: as low as can be, over at most two thirds of the panes."""
    body = max(1, height - 2)
    lines = min(options + 2, max(body * 2 // 3, min(body, 12)))
    lines = max(min(lines, body), min(body, 5))
    return Box(0, 1 + body - lines, width, lines)


def _narrow(body: Box, focus: Pane, facts: bool, measure: int) -> Frame:
    margin, text_width = _column(body.width, measure)
    if focus is Pane.LIST:
        return Frame(False, body, None, None, (), margin, text_width)
    if not facts:
        return Frame(False, None, body, None, (), margin, text_width)
    lower = max(1, body.height * 9 // 20)
    upper = Box(0, body.y, body.width, max(1, body.height - lower))
    return Frame(False, None, upper, Box(0, upper.y + upper.height, body.width, lower), (), margin, text_width)


def _column(width: int, measure: int) -> tuple[int, int]:
    """Return the margin and the width of the text in a reader pane: the measure, centred where there is room."""
    room = max(4, width - GUTTER - AIR)
    text_width = min(measure, room)
    return GUTTER + (room - text_width) // 2, text_width

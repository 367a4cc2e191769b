"""Where the terminal's cursor belongs, for those who listen to the screen or look at a part of it through a lens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.reading.drawing.listing import LEAD
from briefing.reading.frame import Pane, choice_box, story_box
from briefing.reading.state import Reading
from briefing.reading.wrapping import cells

if TYPE_CHECKING:
    from briefing.reading.story.view import StoryView

OPTIONS_FROM = 2
"""Lines of a list to choose from above its first option."""


def cursor_cell(reading: Reading) -> tuple[int, int]:
    """Return the column and the row, from 0, of what the keys are about: what is typed, an option, a row, a word, a fact."""
    if reading.prompt:
        return cells(f" {reading.prompt.label}{reading.prompt.text[: reading.prompt.at]}"), reading.height - 1
    if reading.choice:
        box = choice_box(reading.width, reading.height, len(reading.choice.options))
        return 0, box.y + OPTIONS_FROM + max(0, reading.choice.cursor - reading.choice.top)
    if reading.notice:
        return 0, reading.height - 1
    if reading.story_open:
        return 0, story_box(reading.width, reading.height).y + _line_in_story(reading.story_open)
    frame = reading.frame
    if reading.focus is Pane.LIST and frame.list:
        shelf = reading.shelf
        line = shelf.line_of(shelf.cursor) - shelf.top if shelf.items else 0
        return frame.list.x + LEAD, frame.list.y + frame.headings + line
    if reading.focus is Pane.FACTS and frame.facts:
        panel = reading.panel
        line = next((number for number, line in enumerate(panel.lines) if line.fact == panel.cursor), panel.top)
        return frame.facts.x + 1, frame.facts.y + 1 + line - panel.top
    if frame.reader and reading.page:
        page = reading.page
        shown = page.layout.lines[page.layout.line_of(page.at)]
        before = shown.before + page.article.text[shown.span.start : max(shown.span.start, page.at)]
        return frame.reader.x + frame.margin + cells(before), frame.reader.y + frame.headings + page.row
    return 0, 1


def _line_in_story(view: StoryView) -> int:
    """Return on which line of the story screen its cursor is."""
    from briefing.reading.story.view import HEADINGS

    above = HEADINGS + len(view.laid.head)
    line = next((number for number, line in enumerate(view.laid.lines) if line.target == view.cursor), view.top)
    return above + line - view.top

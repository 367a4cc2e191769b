"""What the mouse does on the story screen: a click on a tab, a line, a text, and the wheel."""

from __future__ import annotations

from dataclasses import replace

from briefing.reading.state import Reading
from briefing.reading.steps import step
from briefing.reading.story import beside, moving
from briefing.reading.story.tabs import BESIDE
from briefing.reading.story.view import HEADINGS, StoryView

WHEEL_LINES = 3


def clicked(reading: Reading, line: int, column: int) -> Reading:
    """Return the reading after a click on a line below the tabs: the cursor goes there, where it is it opens."""
    view = reading.story_open
    if view is None:
        return reading
    if view.tab == BESIDE:
        return _on_side(reading, view, line, column)
    index = view.top + line - HEADINGS - len(view.laid.head)
    below = line >= HEADINGS + len(view.laid.head) and 0 <= index < len(view.laid.lines)
    target = view.laid.lines[index].target if below else None
    if target is None:
        return reading
    if target == view.cursor:
        return step(reading, "open") or reading
    return replace(reading, story=moving.in_view(replace(view, cursor=target)))


def wheeled(reading: Reading, by: int) -> Reading:
    """Return the reading after the wheel was turned, down where `by` is above 0."""
    view = reading.story_open
    if view is None:
        return reading
    scrolled = beside.scrolled if view.tab == BESIDE else moving.scrolled
    return replace(reading, story=scrolled(view, by * WHEEL_LINES))


def _on_side(reading: Reading, view: StoryView, line: int, column: int) -> Reading:
    if view.beside is None:
        return reading
    is_second = column > view.width // 2 if beside.in_columns(view) else line - HEADINGS > view.beside.pages[0].height
    return replace(reading, story=replace(view, beside=replace(view.beside, side=int(is_second))))

"""The panes: each draws its own lines from the state, and again only those that changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefing.keymap import Keymap
from briefing.reading.drawing.bars import pane_heading, status_line, top_line
from briefing.reading.drawing.choices import choice_line
from briefing.reading.drawing.facts import facts_line
from briefing.reading.drawing.listing import list_line
from briefing.reading.drawing.pieces import UNICODE, Piece, Signs
from briefing.reading.drawing.sheet import sheet_line
from briefing.reading.frame import Pane
from briefing.reading.lights import changed_lines, signed_lines
from briefing.reading.state import Reading
from briefing.tui.themes import MONOCHROME, Theme


class Painter:
    """Pieces to strips in the colours of a theme; what a combination of parts looks like is remembered."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._styles: dict[str, Style] = {}

    def style(self, names: str) -> Style:
        """Return how parts look that lie over each other, named from the lowest to the highest."""
        found = self._styles.get(names)
        if found is None:
            found = Style.combine(self.theme.style(name) for name in names.split())
            self._styles[names] = found
        return found

    def strip(self, pieces: Iterable[Piece], width: int) -> Strip:
        """Return a line of exactly `width` cells."""
        segments = [Segment(piece.text, self.style(piece.style)) for piece in pieces if piece.text]
        return Strip(segments).adjust_cell_length(width, self.style("text"))


class LinePane(Widget, can_focus=False, inherit_bindings=False, inherit_css=False):
    """A part of the screen that is drawn line by line from the state."""

    class Clicked(Message):
        """The mouse went down on a line."""

        def __init__(self, pane: LinePane, line: int, column: int) -> None:
            super().__init__()
            self.pane = pane
            self.line = line
            self.column = column

    class Wheeled(Message):
        """The mouse's wheel was turned, down where `by` is above 0."""

        def __init__(self, pane: LinePane, by: int) -> None:
            super().__init__()
            self.pane = pane
            self.by = by

    reading: reactive[Reading] = reactive(Reading, init=False, repaint=False)
    painter: reactive[Painter] = reactive(lambda: Painter(MONOCHROME), init=False, repaint=False)

    def __init__(self, name: str, signs: Signs = UNICODE) -> None:
        self._known: dict[int, tuple[Piece, ...]] = {}
        """What lines show of the state as it is."""
        self._strips: dict[int, Strip] = {}
        """What is drawn of them."""
        self._drawn_width = 0
        super().__init__(name=name, id=name)
        self.signs = signs
        # As code: to read style sheets takes patterns, which take longer to make than a screen to draw.
        styles = self.styles
        styles.position = "absolute"
        styles.overflow_x = styles.overflow_y = "hidden"
        styles.scrollbar_size_vertical = styles.scrollbar_size_horizontal = 0
        styles.background = "ansi_default"

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return what the line `number` of this pane shows of `reading`."""
        raise NotImplementedError

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return the parts of the state that this pane shows: while they are the same objects it looks the same."""
        return (reading,)

    def render_line(self, y: int) -> Strip:
        """Return the line `y` of the pane."""
        width = self.size.width
        pieces = self._known[y] = self._known.get(y) or self.pieces(self.reading, y, width)
        strip = self._strips[y] = self.painter.strip(pieces, width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`, drawn anew where they have changed.

        Textual asks every pane for all its lines whenever one line of one pane has changed.
        """
        width = self.size.width
        if width != self._drawn_width:
            self._forget()
            self._drawn_width = width
        lines = [self._strips.get(row) or self.render_line(row) for row in crop.line_range]
        return lines if crop.column_span == (0, width) else [line.crop(*crop.column_span) for line in lines]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw anew the rows of these regions; all of them where none are named."""
        if not regions:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Draw these lines anew, and no others."""
        regions = [Region(0, row, self.size.width, 1) for row in rows if 0 <= row < self.size.height]
        for region in regions:
            self._strips.pop(region.y, None)
        if regions:
            self.refresh(*regions)

    def changed_rows(self, rows: Iterable[int], before: Reading, after: Reading) -> list[int]:
        """Return which of these lines show something else than before."""
        width = self.size.width
        if width != self._drawn_width:
            self._forget()
        changed = []
        for row in rows:
            shown = self._known.get(row) or self.pieces(before, row, width)
            self._known[row] = wanted = self.pieces(after, row, width)
            if shown != wanted:
                changed.append(row)
        return changed

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Draw anew the lines that a step has changed."""
        if all(old is new for old, new in zip(self.concerns(before), self.concerns(after), strict=True)):
            return
        if self.display:
            self.refresh_rows(self.changed_rows(range(self.size.height), before, after))

    def _forget(self) -> None:
        self._known.clear()
        self._strips.clear()

    def watch_painter(self) -> None:
        """Draw all anew in the colours of another theme."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell where the mouse went down."""
        self.post_message(self.Clicked(self, event.y, event.x))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Tell that the wheel was turned down."""
        event.stop()
        self.post_message(self.Wheeled(self, 1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Tell that the wheel was turned up."""
        event.stop()
        self.post_message(self.Wheeled(self, -1))


class ListPane(LinePane):
    """The articles."""

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return the parts of the state that are shown here."""
        return reading.shelf, reading.marks, reading.focus, reading.width

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a line of the list, the first the heading where panes have one."""
        headings = reading.frame.headings
        if number < headings:
            return pane_heading(reading, Pane.LIST, width=width, signs=self.signs)
        return list_line(reading, number - headings, width=width, signs=self.signs)


class ReaderPane(LinePane):
    """The open article."""

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a line of the article, the first the heading where panes have one."""
        frame = reading.frame
        if number < frame.headings:
            return pane_heading(reading, Pane.READER, width=width, signs=self.signs)
        return sheet_line(reading, number - frame.headings, width=width, margin=frame.margin, signs=self.signs)

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Draw anew the lines where something is lit differently; all of them where the page is another."""
        headings = after.frame.headings
        lines = None if after.page is None else changed_lines(before.page, after.page)
        if lines is None or after.page is None or before.frame != after.frame:
            if before.page is not after.page or before.wanted is not after.wanted or before.frame != after.frame:
                self.refresh()
            return
        lines |= signed_lines(after.page, before.marks.unsaved ^ after.marks.unsaved)
        rows = {line - after.page.top + headings for line in lines}
        for row in rows:
            self._known.pop(row, None)
        self.refresh_rows(rows.union(self.changed_rows(range(headings), before, after)))


class FactsPane(LinePane):
    """The key facts."""

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return the parts of the state that are shown here."""
        return reading.panel, reading.page and reading.page.article, reading.focus, reading.width

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a line of the facts, the first their heading."""
        if number == 0:
            return pane_heading(reading, Pane.FACTS, width=width, signs=self.signs)
        return facts_line(reading, number - 1, width=width)


class TopBar(LinePane):
    """The first line of the screen."""

    where = ""

    pending: reactive[str] = reactive("", init=False, repaint=False)

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return the only line."""
        del number
        return top_line(reading, width=width, where=self.where, pending=self.pending, signs=self.signs)

    def watch_pending(self) -> None:
        """Show what has been typed of a command."""
        self.refresh()


class StatusBar(LinePane):
    """The last line of the screen."""

    def __init__(self, name: str, signs: Signs = UNICODE, keymap: Keymap | None = None) -> None:
        super().__init__(name, signs)
        self.keymap = keymap or Keymap()

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return the only line."""
        del number
        return status_line(reading, self.keymap, width=width, signs=self.signs)


class ChoicePane(LinePane):
    """The list to choose from, over the lower part of the others."""

    def __init__(self, name: str, signs: Signs = UNICODE) -> None:
        super().__init__(name, signs)
        self.styles.layer = "above"

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return the parts of the state that are shown here."""
        return (reading.choice,)

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a line of the list, its title and what is typed first."""
        asked = reading.choice
        if asked is None:
            return (Piece(" " * width, "text"),)
        return choice_line(asked, number, width=width, signs=self.signs)


class StoryPane(LinePane):
    """The story screen, in place of list, article and facts."""

    def __init__(self, name: str, signs: Signs = UNICODE, keymap: Keymap | None = None) -> None:
        super().__init__(name, signs)
        self.keymap = keymap or Keymap()

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return the parts of the state that are shown here."""
        return (reading.story_open,)

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a line of the story screen."""
        if reading.story_open is None:
            return (Piece(" " * width, "text"),)
        # Loaded when it is first used: the first frame does not wait for it.
        from briefing.reading.drawing.story import story_line

        return story_line(reading.story_open, number, self.keymap, width=width, signs=self.signs)


class Rule(LinePane):
    """A thin line between two panes."""

    def pieces(self, reading: Reading, number: int, width: int) -> tuple[Piece, ...]:
        """Return a stretch of the line."""
        del reading, number
        return (Piece(self.signs.rule * width, "rule"),)

    def concerns(self, reading: Reading) -> tuple[object, ...]:
        """Return nothing: a rule is always the same."""
        del reading
        return ()

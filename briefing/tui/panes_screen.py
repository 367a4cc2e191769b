"""The panes on the screen: what each of them is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.screen import Screen

from briefing.keymap import Keymap
from briefing.reading.cursor import cursor_cell
from briefing.reading.drawing.pieces import Signs
from briefing.reading.frame import boxes
from briefing.reading.state import Reading, resized
from briefing.tui.panes import (
    ChoicePane,
    FactsPane,
    LinePane,
    ListPane,
    Painter,
    ReaderPane,
    Rule,
    StatusBar,
    StoryPane,
    TopBar,
)
from briefing.tui.themes import MONOCHROME, Theme

if TYPE_CHECKING:
    from briefing.tui.program import BriefingApp


class PanesScreen(Screen[None], inherit_bindings=False, inherit_css=False):
    """The panes, drawn from one state."""

    AUTO_FOCUS = ""
    app: BriefingApp

    reading: reactive[Reading] = reactive(Reading, init=False, repaint=False)
    painter: reactive[Painter] = reactive(lambda: Painter(MONOCHROME), init=False, repaint=False)

    def __init__(self, keys: Keymap, *, theme: Theme, signs: Signs, reading: Reading) -> None:
        super().__init__()
        self.set_reactive(PanesScreen.reading, reading)
        self.set_reactive(PanesScreen.painter, Painter(theme))
        self.keys = keys
        self.styles.layers = "below above"
        self.styles.background = self.styles.color = "ansi_default"
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.top = TopBar("top", signs)
        self.panes: tuple[LinePane, ...] = (
            self.top,
            ListPane("list", signs),
            Rule("left-rule", signs),
            ReaderPane("reader", signs),
            Rule("right-rule", signs),
            FactsPane("facts", signs),
            StoryPane("story", signs, keys),
            StatusBar("status", signs, keys),
            ChoicePane("choice", signs),
        )
        self._named = {pane.name: pane for pane in self.panes}

    def compose(self) -> ComposeResult:
        """Make the panes; where they are is decided with each size."""
        for pane in self.panes:
            yield pane.data_bind(PanesScreen.reading, PanesScreen.painter)

    def on_mount(self) -> None:
        """Place the panes for the first time."""
        self.place()

    def on_resize(self, event: events.Resize) -> None:
        """Lay all out for another size; one that is not the terminal's any more is passed over.

        Laying out tells the screen its size again. Of two sizes on their way each would call the other back, without end.
        """
        if event.size != self.app.size:
            event.prevent_default()
            return
        self._fit(event.size)

    def on_screen_resume(self) -> None:
        """Lay all out for the first time; Textual draws it before it tells of the size."""
        self._fit(self.app.size)

    def _fit(self, size: Size) -> None:
        self.reading = resized(self.reading, width=size.width, height=size.height)
        self.sized()
        self.place()

    def sized(self) -> None:
        """Do what has waited for the size of the screen, before anything is drawn in it."""

    def watch_reading(self, before: Reading, after: Reading) -> None:
        """Place the panes where the frame has changed, and the cursor where it is heard."""
        if after.heard:
            self.app.cursor_position = Offset(*cursor_cell(after))
        if before.frame != after.frame or (before.story_open is None) != (after.story_open is None):
            self.place()

    def place(self) -> None:
        """Put each pane where the frame has it; one that has no box is not shown."""
        reading = self.reading
        options = len(reading.choice.options) if reading.choice else None
        in_story = reading.story_open is not None
        placed = boxes(reading.frame, reading.width, reading.height, options=options, in_story=in_story)
        for name, box in placed.items():
            pane = self._named[name]
            pane.display = box is not None
            if box:
                pane.styles.offset = (box.x, box.y)
                pane.styles.width = box.width
                pane.styles.height = box.height

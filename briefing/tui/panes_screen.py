"""The panes on the screen: what each of them is, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
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

    CSS = """
    PanesScreen { layers: below above; background: ansi_default; color: ansi_default; overflow: hidden hidden; }
    ChoicePane { layer: above; }
    """
    app: BriefingApp

    reading: reactive[Reading] = reactive(Reading, init=False, repaint=False)
    painter: reactive[Painter] = reactive(lambda: Painter(MONOCHROME), init=False, repaint=False)

    def __init__(self, keys: Keymap, *, theme: Theme, signs: Signs, reading: Reading) -> None:
        super().__init__()
        self.set_reactive(PanesScreen.reading, reading)
        self.set_reactive(PanesScreen.painter, Painter(theme))
        self.keys = keys
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Make the panes; where they are is decided with each size."""
        signs = self._signs
        panes = (
            TopBar("top", signs),
            ListPane("list", signs),
            Rule("left-rule", signs),
            ReaderPane("reader", signs),
            Rule("right-rule", signs),
            FactsPane("facts", signs),
            StoryPane("story", signs),
            StatusBar("status", signs),
            ChoicePane("choice", signs),
        )
        for pane in panes:
            yield pane.data_bind(PanesScreen.reading, PanesScreen.painter)

    def on_mount(self) -> None:
        """Place the panes for the first time."""
        self.query_one(StatusBar).keymap = self.keys
        self.query_one(StoryPane).keymap = self.keys
        self.place()

    def on_resize(self, event: events.Resize) -> None:
        """Lay all out for another size; one that is not the terminal's any more is passed over.

        Laying out tells the screen its size again. Of two sizes on their way each would call the other back, without end.
        """
        if event.size != self.app.size:
            event.prevent_default()
            return
        self.reading = resized(self.reading, width=event.size.width, height=event.size.height)
        self.place()

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
            pane = self.query_one(f"#{name}", LinePane)
            pane.display = box is not None
            if box:
                pane.styles.offset = (box.x, box.y)
                pane.styles.width = box.width
                pane.styles.height = box.height

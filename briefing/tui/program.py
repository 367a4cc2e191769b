"""The program on a terminal: what it begins with, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Final

from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from briefing.errors import BriefingError
from briefing.export.notes_jsonl import exported
from briefing.export.notes_shape import line_of
from briefing.keymap import keymap
from briefing.model import Correction, Mark
from briefing.reading.drawing.pieces import ASCII, HEARD, UNICODE, Signs
from briefing.reading.shelf import Shelf
from briefing.reading.state import Reading
from briefing.resources import themes as theme_folder
from briefing.settings import STOCK, Settings
from briefing.settings.places import Places
from briefing.settings.toml_file import did_you_mean, read_toml
from briefing.tui.happened import MarksKept, WasRefused
from briefing.tui.outside import Outside
from briefing.tui.screen import MainScreen
from briefing.tui.session import Session
from briefing.tui.terminal.driver import CellDriver
from briefing.tui.terminal.kinds import encoding, has_colours
from briefing.tui.themes import MONOCHROME, Themes
from briefing.tui.thrift import settled

DEFAULT_THEME: Final = "dusk"
HUNG_UP: Final = 128 + signal.SIGHUP
FAREWELL_SECONDS: Final = 1.0
"""How long a terminal that may be gone is given to take the last bytes."""
TERMINATED: Final = 128 + signal.SIGTERM
INTERRUPTED: Final = 128 + signal.SIGINT
"""Sent from outside: the key ^C makes no signal while the screen is open."""


FAILED: Final = "briefing failed; what was read and marked is kept. Please report the lines above.\n"


class BriefingApp(App[int], inherit_bindings=False, inherit_css=False):
    """The program while it is on the screen."""

    ENABLE_COMMAND_PALETTE = False
    # The reader selects for itself, and Textual's own selecting fails where a button goes down on what was just closed.
    ALLOW_SELECT = False
    _knows_colours = False

    def __init__(self, session: Session, themes: Themes, *, environment: Mapping[str, str]) -> None:
        """Make the program. Raises BriefingError for a theme or a key in the settings that there is not."""
        settings = session.settings
        super().__init__(driver_class=_driver(settings), ansi_color=True)
        self.title = "briefing"
        self.styles.background = self.styles.color = "ansi_default"
        # What Textual would show over the panes it is not asked for: it is not even imported (`thrift`).
        self._disable_tooltips = self._disable_notifications = True
        self.unsaved: tuple[Mark, ...] = ()
        self.unsaid: tuple[Correction, ...] = ()
        """What could not be written: printed after the end, so that it is not lost."""
        self._was_warned = False
        self._is_ending = False
        chosen = themes[settings.theme] if settings.theme else None
        is_coloured = has_colours(environment)
        self.outside = Outside(session, environment, refused=self._refused, kept=self._marks_kept)
        self.main = MainScreen(
            self.outside,
            themes,
            keymap(settings.keys),
            theme=chosen or themes[DEFAULT_THEME] if is_coloured else MONOCHROME,
            may_restore_theme=not settings.theme and is_coloured,
            signs=HEARD if settings.screen_reader else _signs(environment),
            reading=Reading(shelf=Shelf(complete=False), measure=settings.measure, heard=settings.screen_reader),
        )

    def get_css_variables(self) -> dict[str, str]:
        """Return the colours that Textual's own widgets ask for by name: none before there is one, the editor."""
        return super().get_css_variables() if self._knows_colours else {}

    def know_colours(self) -> None:
        """Have Textual's own widgets find their colours: to read through them takes as long as to draw a screen."""
        if not self._knows_colours:
            self._knows_colours = True
            self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> Screen[None]:
        """Return the one screen."""
        return self.main

    def on_load(self) -> None:
        """Take note when the line drops or the program is told to end, from before the terminal is taken on."""
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGHUP, partial(self._end, HUNG_UP))
        loop.add_signal_handler(signal.SIGTERM, partial(self._end, TERMINATED))
        loop.add_signal_handler(signal.SIGINT, partial(self._end, INTERRUPTED))

    def on_mount(self) -> None:
        """Go on from what was imported."""
        self.call_after_refresh(settled)
        if self.main.reading.heard:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())

    def send(self, sequence: str) -> None:
        """Send a sequence of the program's own to the terminal."""
        if sequence and self._driver:
            self._driver.write(sequence)

    def _show_cursor(self) -> None:
        """Let the cursor be seen, which Textual hides: it is where one is."""
        self.send("\x1b[?25h")

    def redraw(self) -> None:
        """Draw all anew, whatever the terminal has made of it."""
        if isinstance(self._driver, CellDriver):
            self._driver.redraw()
        else:
            self.main.refresh(layout=True)

    def leave(self) -> None:
        """End, after all that was made is on the disk; where that can't be, only when asked a second time."""
        self.main.keep_all()
        lost = self.outside.settle()
        unsaid = self.outside.unsaid
        if (lost or unsaid) and not self._was_warned:
            self._was_warned = True
            said = f"{_counted(len(lost), len(unsaid))} not on the disk yet; again: leave, and have them printed"
            # Behind what the saving thread has to say of it.
            asyncio.get_running_loop().call_soon(self._refused, said)
            return
        self.unsaved, self.unsaid = lost, unsaid
        self._end(1 if lost or unsaid else 0)

    def _end(self, status: int) -> None:
        if self._is_ending:
            return
        self._is_ending = True
        self.main.keep_all()
        self.outside.finish()
        if status == HUNG_UP:
            # The terminal may be gone, and what is written to it wait for ever; or it is there and wants to be restored.
            last = Timer(FAREWELL_SECONDS, os._exit, (status,))
            last.daemon = True
            last.start()
        self.exit(status, return_code=status)

    def _fatal_error(self) -> None:
        """Say what went wrong in as few lines as can be mended with; Textual's way shows the reader's articles too."""
        trace = "".join(traceback.format_exception(sys.exc_info()[1], limit=-6)) if sys.exc_info()[1] else ""
        self._exit_renderables.append(Text(f"{trace}{FAILED}"))
        self._close_messages_no_wait()

    def _marks_kept(self, marks: tuple[Mark, ...]) -> None:
        self.main.post_message(MarksKept(marks))

    def _refused(self, reason: str) -> None:
        self.main.post_message(WasRefused(reason))


def begin(session: Session) -> int:
    """Show the articles of a session until the reader leaves, and return the exit status."""
    settings, places = session.settings, session.places
    themes = Themes(theme_folder(), places.themes)
    if settings.theme and settings.theme not in themes:
        raise _no_theme(settings.theme, themes, places)
    app = BriefingApp(session, themes, environment=dict(os.environ))
    if themes.problems:
        app.main.post_message(WasRefused(themes.problems[0]))
    try:
        app.run(mouse=settings.mouse)
    finally:
        app.outside.finish()
    if app.unsaved:
        sys.stderr.write("briefing: these marks could not be saved; `briefing notes import` takes the lines below\n")
        sys.stderr.writelines(f"{line}\n" for line in exported(app.unsaved))
    if app.unsaid:
        from briefing.marks.corrections_file import as_object

        sys.stderr.write(
            f"briefing: these corrections could not be saved; {places.corrections} takes the lines below\n"
        )
        sys.stderr.writelines(f"{line_of(as_object(one))}\n" for one in app.unsaid)
    return app.return_code or 0


def _counted(marks: int, corrections: int) -> str:
    """Return how many marks and corrections there are, with the verb: "a mark is", "2 marks and a correction are"."""
    counts = ((marks, "mark"), (corrections, "correction"))
    told = [f"a {word}" if count == 1 else f"{count} {word}s" for count, word in counts if count]
    return f"{' and '.join(told)} {'is' if marks + corrections == 1 else 'are'}"


def _no_theme(name: str, themes: Themes, places: Places) -> BriefingError:
    """Return the error for a theme of the settings that there is not, or that has a fault of its own."""
    own = next(
        (problem for problem in themes.problems if Path(problem.partition(":")[0].partition(",")[0]).stem == name), ""
    )
    hint = own.replace("\n", "; ") or did_you_mean(name, [theme.name for theme in themes])
    return read_toml(places.settings).complaint(f'"{name}" is no theme', key="theme", hint=hint)


def _driver(settings: Settings) -> type[Driver] | None:
    """Return what draws on the terminal; None for Textual's own."""
    return None if settings.driver == STOCK else CellDriver


def _signs(environment: Mapping[str, str]) -> Signs:
    """Return the signs that the terminal can show: its locale says whether it knows Unicode; the Linux console has few."""
    return UNICODE if encoding(environment) == "utf-8" and environment.get("TERM") != "linux" else ASCII

"""The driver: Textual's own, but for what is sent, for what comes from a broken line, and for being stopped."""

from __future__ import annotations

import os
import signal
import sys
import termios
import tty
from collections.abc import Callable
from contextlib import suppress
from selectors import EVENT_READ, SelectSelector
from types import FrameType
from typing import TYPE_CHECKING, Final

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

from briefing.tui.terminal.keyboard import Keyboard
from briefing.tui.terminal.kinds import encoding, fills
from briefing.tui.terminal.line import Line
from briefing.tui.terminal.shadow import ALTERNATE, TOGETHER, UNTANGLED, Shadow
from briefing.tui.terminal.wall import passing

if TYPE_CHECKING:
    from textual.app import App

READ_AT_ONCE: Final = 4096
LOOKS_UP: Final = 0.1
"""Seconds after which the keyboard looks whether it is to stop, and whether an Esc was one."""
PATIENCE: Final = 1.0
"""Seconds in which a terminal has to take what restores it: one that was stopped by hand may never."""
SETTLED: Final = 0.1
"""Seconds after a change of size in which Textual will have drawn what fits it."""
COPIES: Final = "]52;"
"""What is in each sequence that copies: of those that wait only the last is sent."""
STANDARD_ERROR: Final = 2
COLUMNS: Final = 80
LINES: Final = 24
"""The size of a terminal that does not say."""


class CellDriver(LinuxDriver):
    """Sends the cells that differ from what the terminal shows, the newest state first when the terminal is slow."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._encoding = encoding(os.environ)
        self._shadow = Shadow(fills=fills(os.environ.get("TERM", "")), encoding=self._encoding)
        self._is_shown = False
        self._waiting: list[str] = []
        """Sequences that make no cells, not sent yet."""
        self._is_tangled = False
        """Whether the terminal may be in modes that others have left."""
        self._line: Line | None = None

    # What is sent.

    def write(self, data: str) -> None:
        """Take what Textual writes: a frame, or a sequence of the program's own; anything else goes no further."""
        passed = passing(data)
        if passed is None:
            if self._is_shown:
                self._shadow.draw(data, *self._app.size)
            return
        if data in TOGETHER:
            self._shadow.knows_together = True
            return
        if passed.is_copy:
            self._waiting = [sequence for sequence in self._waiting if COPIES not in sequence]
        if passed.mode is not None:
            self._shadow.switch(passed.mode, is_on=passed.is_on)
        if passed.mode == ALTERNATE:
            self._is_shown = passed.is_on
            self._shadow.forget()
        self._waiting.append(data)
        self._soon(self._send)

    def flush(self) -> None:
        """Send what there is to be sent, if the terminal has taken what was sent before."""
        self._send()

    def redraw(self) -> None:
        """Draw all anew, whatever the terminal has made of it."""
        self._is_tangled = True
        self._shadow.forget()
        self._send()

    def _send(self) -> None:
        if self._line is None or not self._line.is_free():
            return
        sent = self._taken()
        if sent:
            self._line.send(sent)

    def _taken(self) -> bytes:
        """Return what is to be sent, which counts as sent then."""
        waiting, self._waiting = self._waiting, []
        if self._is_tangled:
            waiting += UNTANGLED, self._shadow.modes
            self._is_tangled = False
        frame = self._shadow.update() if self._is_shown else ""
        return ("".join(waiting) + frame).encode(self._encoding, "replace")

    def _soon(self, does: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # The loop has ended, and with it all that could be done.
            self._loop.call_soon_threadsafe(does)

    # What comes in.

    def _get_terminal_size(self) -> tuple[int, int]:
        # Textual asks a module for it that has to do with archives, and takes longer to load than to draw a screen.
        if "COLUMNS" in os.environ or "LINES" in os.environ or sys.__stdout__ is None:
            return super()._get_terminal_size()
        try:
            columns, lines = os.get_terminal_size(sys.__stdout__.fileno())
        except (ValueError, OSError):
            return super()._get_terminal_size()
        return columns or COLUMNS, lines or LINES

    def run_input_thread(self) -> None:
        """Read keys until told to stop, or until there is no terminal any more."""
        keyboard = Keyboard()
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOKS_UP):
                    data = self._read()
                    if not data:
                        self._hang_up()
                        return
                    for message in keyboard.read(data):
                        self.process_message(message)
                for message in keyboard.waited():
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ_AT_ONCE)
        except OSError:
            return b""

    def process_message(self, message: Message) -> None:
        """Pass on what came in; of a change of size take note here too."""
        if isinstance(message, Resize):
            self._soon(self._resized)
        super().process_message(message)

    @staticmethod
    def _hang_up() -> None:
        """Do what the kernel does when a line drops: some terminals go without a word, and some shells ignore it."""
        os.kill(os.getpid(), signal.SIGHUP)

    # Beginning, stopping, going on.

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._line = Line(
            self._file.fileno() if self._file else STANDARD_ERROR,
            gone=lambda: self._soon(self._send),
            lost=self._hang_up,
        )
        self._line.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual has left it without types
        if self._key_thread is None or not self._key_thread.is_alive():
            self._end_line()
            return
        told = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self._soon(self._resized)
            if callable(told):
                told(number, frame)

        signal.signal(signal.SIGWINCH, resized)
        self._send()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._line is not None:
            self._waiting.append(f"\x1b[m\x1b[{self._app.size.height}H")
            super().stop_application_mode()

    def close(self) -> None:
        """Send the last of it."""
        self._end_line()
        super().close()

    def _end_line(self) -> None:
        if self._line is not None:
            self._line.finish(self._taken(), patience=PATIENCE)
            self._line = None

    def _resized(self) -> None:
        """Draw all anew when the size is settled; if it is what it was, Textual has no reason to do so."""
        self._shadow.forget()
        self._loop.call_later(SETTLED, self._settled)

    def _settled(self) -> None:
        if self._get_terminal_size() == self._shadow.size:
            self._send()

    def _sigtstp_application(self, *_: object) -> None:
        # A signal comes between any two steps, also between taking a frame and sending it.
        self._soon(super()._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._go_on)

    def _go_on(self) -> None:
        """Take the terminal again; where it was never given back, only what others have done to it is undone."""
        if not self._auto_restart:
            return
        if self._line is None:
            self.resume_application_mode()
        else:
            self._make_raw()
            self.redraw()

    def _make_raw(self) -> None:
        with suppress(termios.error):
            attributes = termios.tcgetattr(self.fileno)
            attributes[tty.LFLAG] = self._patch_lflag(attributes[tty.LFLAG])
            attributes[tty.IFLAG] = self._patch_iflag(attributes[tty.IFLAG])
            termios.tcsetattr(self.fileno, termios.TCSANOW, attributes)

"""A terminal of the tests' own: the program runs in a real pty, its bytes are counted, its screen is seen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds until a test gives up: far more than the slowest machine needs."""
QUIET = 0.3
"""Seconds of silence after which the program is taken to have drawn all it wants to."""
ASLEEP = frozenset("STtZX")
"""The states of a thread that waits for something, was stopped, or has ended."""
KEYS = {
    "Enter": "\r", "Esc": "\x1b", "Tab": "\t", "S-Tab": "\x1b[Z", "Space": " ", "Up": "\x1b[A", "Down": "\x1b[B",
    "Right": "\x1b[C", "Left": "\x1b[D", "PageDown": "\x1b[6~", "PageUp": "\x1b[5~", "Home": "\x1b[H", "End": "\x1b[F",
}  # fmt: skip
"""Keys by their names; every other name is typed as it is."""
ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[>q": b"\x1bP>|tests\x1b\\"}
"""What a terminal says when it is asked who it is."""


def is_waiting(pid: int) -> bool:
    """Return whether all threads of a process sleep; true as well where the system does not tell."""
    return all(state in ASLEEP for state, _ in threads(pid))


def threads(pid: int) -> Iterator[tuple[str, str]]:
    """Yield the state of each thread of a process, and its processor time; nothing where the system does not tell."""
    for file in Path(f"/proc/{pid}/task").glob("*/stat"):
        try:
            fields = file.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            # It has ended meanwhile, which is no rest.
            yield "", ""
        else:
            yield fields[0], f"{fields[11]} {fields[12]}"


@dataclass
class Terminal:
    """The program in a pty of its own."""

    arguments: Sequence[str]
    home: Path
    columns: int = 80
    rows: int = 24
    environment: Mapping[str, str] = field(default_factory=dict)
    piped: bytes | None = None
    """What is piped into the program; None where its standard input is the terminal."""

    def __post_init__(self) -> None:
        self.screen = pyte.Screen(self.columns, self.rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        """All bytes that the program has written."""
        self.status: int | None = None

    def __enter__(self) -> Self:
        """Start the program."""
        reading, writing = os.pipe()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.close(writing)
            self._become_the_program(reading)
        os.close(reading)
        if self.piped is not None:
            os.write(writing, self.piped)
        os.close(writing)
        self.resize(self.columns, self.rows)
        return self

    def __exit__(self, *_: object) -> None:
        """End the program, if it has not ended."""
        if self.status is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._fd)

    def _become_the_program(self, piped: int) -> None:
        if self.piped is not None:
            os.dup2(piped, 0)
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            **self.environment,
        }
        os.execve(sys.executable, [sys.executable, "-m", "briefing", *self.arguments], environment)  # noqa: S606

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, *keys: str) -> int:
        """Press keys, wait until the program is quiet, and return how many bytes it has sent."""
        before = len(self.sent)
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self.until_quiet()
        return len(self.sent) - before

    def until(self, holds: Callable[[str], bool]) -> str:
        """Read what the program sends until its screen is as wanted, and return the screen."""
        end = time.monotonic() + PATIENCE
        while not holds(self.text):
            if time.monotonic() > end:
                raise AssertionError(f"not seen in {PATIENCE} s:\n{self.text}")
            self._read(1.0)
        return self.text

    def until_quiet(self) -> None:
        """Read what the program sends until it sends nothing more, and waits."""
        end = time.monotonic() + PATIENCE
        while (self._read(QUIET) or not self.is_waiting) and time.monotonic() < end:
            pass

    @property
    def is_waiting(self) -> bool:
        """Whether the program has nothing to do: one that is silent on a busy machine may only have to wait for its turn."""
        return is_waiting(self._pid)

    def until_ended(self) -> int:
        """Read until the program ends, and return its exit status, or the negative number of the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read(0.1)
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return self.status
        raise AssertionError(f"still there after {PATIENCE} s:\n{self.text}")

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self._pid, number)

    @property
    def text(self) -> str:
        """The screen as it is seen."""
        return "\n".join(self.screen.display)

    def _read(self, seconds: float) -> bool:
        """Take in what the program has sent; return whether it sent anything within so many seconds."""
        data = self._received(seconds)
        self.sent += data
        self._draw(data)
        return bool(data)

    def _received(self, seconds: float) -> bytes:
        """Return what the program sends within so many seconds, its questions answered; nothing where that is nothing."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return b""
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self._fd, answer)
        return data

    def _draw(self, data: bytes) -> None:
        # pyte would draw what stands behind the ">" of a sequence.
        self._stream.feed(data.replace(b"\x1b[>", b"\x1b["))

"""What the terminal driver owes: little is sent, lines may drop, and the terminal is given back."""

from __future__ import annotations

import os
import select
import signal
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.resources import seeds
from tests.terminal.terminal import PATIENCE, Terminal
from tests.tui.terminal.emulator import seen

Make = Callable[..., Terminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Make:
    """Return what makes a terminal on the sample articles, with a home of this test's own."""

    def make(columns: int = 80, rows: int = 24, **environment: str) -> Terminal:
        return Terminal([str(seeds())], tmp_path, columns, rows, environment)

    return make


def is_listed(text: str) -> bool:
    return "14 unread" in text


def until_analysed(screen: Terminal) -> None:
    """Wait until the names in the open article are lit, which come later."""
    screen.until(lambda _: any(cell.underscore for row in screen.screen.buffer.values() for cell in row.values()))
    screen.until_quiet()


def lflags(screen: Terminal) -> int:
    flags: int = termios.tcgetattr(screen._fd)[3]
    return flags


def until_stopped(screen: Terminal) -> None:
    """Wait until the program has stopped, and take in what it has sent."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        screen._read(0.05)
        if os.waitpid(screen._pid, os.WUNTRACED | os.WNOHANG)[0]:
            screen.until_quiet()
            return
    raise AssertionError("it has not stopped")


# Bytes.


def test_keys_take_few_bytes(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.until_quiet()
        assert len(screen.sent) <= 4000
        assert max(screen.type("j") for _ in range(3)) <= 300
        screen.type("g", "j")
        assert screen.type("Enter") <= 3000
        until_analysed(screen)
        moves = {key: screen.type(key) for key in ("j", "k", "w", "b", "e", "e", "v", "w")}
        assert all(sent <= 100 for sent in moves.values()), moves
        assert screen.type("Space") <= 3000
        assert screen.type("J") <= 3000


def test_a_line_of_scrolling_takes_a_line(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.type("j", "Enter")
        until_analysed(screen)
        top = screen.screen.display[1]
        sent = [screen.type("j") for _ in range(30)]
        assert screen.screen.display[1] != top
        back = [screen.type("k") for _ in range(30)]
        for scrolled in ([one for one in sent if one > 100], [one for one in back if one > 100]):
            # Once on the way the heading changes as well, and its two lines move together.
            *most, last = sorted(scrolled)
            assert most[-1] <= 250
            assert last <= 400


def test_keys_take_few_bytes_in_three_panes(terminal: Make) -> None:
    with terminal(120, 40) as screen:
        screen.until(lambda text: is_listed(text) and "WHAT" in text)
        screen.until_quiet()
        assert len(screen.sent) <= 12_000
        assert screen.type("Enter") <= 2600
        until_analysed(screen)
        moves = {key: screen.type(key) for key in ("j", "w", "b", "e", "e", "v", "w")}
        assert all(sent <= 100 for sent in moves.values()), moves
        assert max(screen.type("j") for _ in range(50)) <= 2600


# What is on the screen.


def test_the_screen_is_drawn_anew_when_asked(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.type("Enter")
        until_analysed(screen)
        wanted = seen(screen.screen)
        screen._stream.feed(b"\x1b[1;1HTrash of another program\x1b[5;9r\x1b[?25h\x1b[31m")
        screen.type("\x0c")
        assert seen(screen.screen) == wanted
        assert screen.screen.cursor.hidden
        assert screen.screen.margins is None


def test_going_on_after_a_stop_draws_anew_and_takes_the_terminal_again(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.type("Enter")
        until_analysed(screen)
        raw, wanted = lflags(screen), seen(screen.screen)
        screen.signal(signal.SIGTSTP)
        until_stopped(screen)
        assert b"\x1b[?1049l" in screen.sent
        assert lflags(screen) & termios.ICANON
        assert lflags(screen) & termios.ECHO
        screen._stream.feed(b"\x1b[2J$ ls\r\n")
        screen.signal(signal.SIGCONT)
        screen.until(lambda text: "$ ls" not in text)
        screen.until_quiet()
        assert lflags(screen) == raw
        assert seen(screen.screen) == wanted
        screen.type("q", "q")
        assert screen.until_ended() == 0
        assert lflags(screen) & termios.ICANON


def test_a_stop_that_gave_no_warning_is_survived(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.until_quiet()
        raw, wanted = lflags(screen), seen(screen.screen)
        screen.signal(signal.SIGSTOP)
        until_stopped(screen)
        cooked = termios.tcgetattr(screen._fd)
        cooked[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(screen._fd, termios.TCSANOW, cooked)
        screen._stream.feed(b"\x1b[2J$ ls\r\n")
        screen.signal(signal.SIGCONT)
        screen.until(lambda text: "$ ls" not in text)
        screen.until_quiet()
        assert lflags(screen) == raw
        assert seen(screen.screen) == wanted
        before = len(screen.sent)
        screen.type("j")
        assert len(screen.sent) - before <= 300


def test_a_size_that_came_back_is_drawn_anew(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.until_quiet()
        wanted = seen(screen.screen)
        screen.resize(40, 12)
        screen.resize(80, 24)
        screen.until_quiet()
        screen.until_quiet()
        assert seen(screen.screen) == wanted


def test_a_terminal_without_unicode_gets_none(terminal: Make) -> None:
    with terminal(LC_ALL="C") as screen:
        screen.until(is_listed)
        screen.type("j", "Enter")
        screen.until(lambda text: "third victim" in text)
        screen.until_quiet()
        assert screen.sent.isascii()


# Lines.


def test_bytes_that_are_no_letters_are_survived(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        os.write(screen._fd, b"\xff\xfe\xc3(\xe2\x82\x80\xf0\x9f")
        screen.until_quiet()
        screen.type("Enter", "q", "q")
        assert screen.until_ended() == 0


@pytest.mark.parametrize("ignored", [False, True])
def test_a_line_that_is_gone_ends_it_with_all_kept(
    terminal: Make, monkeypatch: pytest.MonkeyPatch, *, ignored: bool
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN) if ignored else None
    try:
        with terminal() as screen:
            screen.until(is_listed)
            screen.type("Enter", "m")
            screen.until(lambda text: "◆" in text)
            os.close(screen._fd)
            screen._fd = os.open(os.devnull, os.O_RDONLY)
            end = time.monotonic() + PATIENCE
            while screen.status is None and time.monotonic() < end:
                pid, status = os.waitpid(screen._pid, os.WNOHANG)
                screen.status = os.waitstatus_to_exitcode(status) if pid else None
                select.select([], [], [], 0.02)
            assert screen.status == 128 + signal.SIGHUP
    finally:
        if ignored:
            signal.signal(signal.SIGHUP, before)
    with terminal() as screen:
        screen.until(lambda text: "◆" in text)


def memory(screen: Terminal) -> int:
    """Return how many kilobytes of memory the program has."""
    status = Path(f"/proc/{screen._pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_a_terminal_that_takes_nothing_costs_no_memory_and_gets_the_newest_state(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.type("j", "Enter")
        screen.until(lambda text: "third victim" in text)
        screen.until_quiet()
        used = []
        for _ in range(3):
            # Nobody reads: the kernel holds a few kilobytes, all else must wait or be left out.
            for _ in range(50):
                os.write(screen._fd, b"GggTjk\x1b" * 8)
                select.select([], [], [], 0.02)
            os.write(screen._fd, b"g")
            select.select([], [], [], 1.0)
            used.append(memory(screen))
        sent = len(screen.sent)
        screen.until_quiet()
        wanted = seen(screen.screen)
        assert used[2] - used[1] < 4_000
        assert len(screen.sent) - sent < 100_000
        screen.type("\x0c")
        assert seen(screen.screen) == wanted


def test_a_terminal_that_takes_nothing_does_not_keep_the_program(terminal: Make) -> None:
    with terminal() as screen:
        screen.until(is_listed)
        screen.type("Enter")
        for _ in range(100):
            os.write(screen._fd, b"\x0c" * 20)
            select.select([], [], [], 0.01)
        screen.signal(signal.SIGTERM)
        end = time.monotonic() + PATIENCE
        while screen.status is None and time.monotonic() < end:
            pid, status = os.waitpid(screen._pid, os.WNOHANG)
            screen.status = os.waitstatus_to_exitcode(status) if pid else None
            select.select([], [], [], 0.02)
        assert screen.status == 128 + signal.SIGTERM

"""The program's own driver shows what Textual's shows: the same cells, colours and attributes, whatever is typed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyte
import pytest

from briefing.resources import seeds
from tests.terminal.terminal import PATIENCE, Terminal, is_waiting
from tests.tui.terminal.emulator import Seen, seen

ESCAPE = "\x1b[27u"
"""The key as a newer terminal tells it: that it is none of the longer ones does not depend on the clock then."""
KEYS = (
    *(
        "j",
        "k",
        "j",
        "k",
        "J",
        "K",
        "w",
        "b",
        "e",
        "E",
        ")",
        "(",
        "}",
        "{",
        "h",
        "l",
        "\t",
        "\x1b[Z",
        "\r",
        " ",
        "\x02",
    ),
    *(
        "\x04",
        "\x15",
        "g",
        "G",
        "v",
        "V",
        "y",
        "m",
        "u",
        "\x12",
        "z",
        "s",
        "f",
        "]f",
        "[f",
        "i",
        "L",
        "'",
        "T",
        "?",
        ":",
    ),
    *("/", "S", "the", "hurt", "n", "N", "A", "\x0f", "\x10", ESCAPE, ESCAPE, ESCAPE, "\x0c", "3j", "5w", "2J"),
)
STROKES = 30
ATTEMPTS = 3
QUIET = 0.35
"""Seconds without a byte after which it is looked whether both wait: what they draw may still wait for a timer."""
WIDE = """\
 date 2024-01-22 漢字と仮名の見出し: a wide héadline, ko\u0308nig

In 東京 the Ministry (外務省) said on Monday that 1,200 people were hurt. Zwei Ko\u0308nige, na\u0308mlich ビクトル and Пётр, met.

\U0001f642 A smile \U0001f642\U0001f642, a flag, ก็ดี and \u2764 and more words behind them so that the line has to be broken somewhere.

대한민국 외교부는 월요일에 1,200명이 다쳤다고 밝혔다. "인용" 漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢.
"""
SCREENS = {
    "80x24": (80, 24, {}),
    "120x40 in full colour": (120, 40, {"COLORTERM": "truecolor"}),
    "41x13 without colours": (41, 13, {"NO_COLOR": "1"}),
    "101x30 in sixteen colours, not filling": (101, 30, {"TERM": "screen"}),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a folder of articles, one of them in glyphs of all widths."""
    articles = tmp_path / "articles"
    shutil.copytree(seeds(), articles)
    (articles / "wide.txt").write_text(WIDE, encoding="utf-8")
    return tmp_path


def home(folder: Path, driver: str, attempt: int = 0) -> Path:
    """Return a new home whose settings name a driver."""
    there = folder / f"{driver}-{attempt}"
    config = there / ".config" / "briefing"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text(f'driver = "{driver}"\n')
    return there


def strokes(seed: str) -> list[str]:
    """Return keys. They are typed one by one: what a key does to an article that is still being opened is open."""
    return random.Random(seed).choices(KEYS, k=STROKES)


def until_alike(own: Terminal, stock: Terminal) -> list[tuple[int, int, Seen, Seen]]:
    """Read until both show the same and are quiet, and return where they differ if they never do."""
    end = time.monotonic() + PATIENCE
    while True:
        is_at_work = own._read(QUIET) or stock._read(QUIET) or not (own.is_waiting and stock.is_waiting)
        is_late = time.monotonic() > end
        if is_at_work and not is_late:
            continue
        wrong = differing(seen(own.screen), seen(stock.screen))
        if not wrong or is_late:
            return wrong


def differing(one: list[list[Seen]], other: list[list[Seen]]) -> list[tuple[int, int, Seen, Seen]]:
    return [
        (row, column, cell, wanted)
        for row, lines in enumerate(zip(one, other, strict=True))
        for column, (cell, wanted) in enumerate(zip(*lines, strict=True))
        if cell != wanted
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_both_drivers_show_the_same(folder: Path, screen: str) -> None:
    """Two programs that run side by side may part by their own timing; other keys show whether it is the driver."""
    found = []
    for attempt in range(ATTEMPTS):
        difference = compared(folder, screen, attempt)
        if difference is None:
            return
        found.append(difference)
    raise AssertionError(found)


def compared(folder: Path, screen: str, attempt: int) -> tuple[str, list[tuple[int, int, Seen, Seen]]] | None:
    """Return the keys after which the two showed something else, and where; None where they never did."""
    columns, rows, environment = SCREENS[screen]
    articles = [str(folder / "articles")]
    with (
        Terminal(articles, home(folder, "cells", attempt), columns, rows, environment) as own,
        Terminal(articles, home(folder, "stock", attempt), columns, rows, environment) as stock,
    ):
        for terminal in (own, stock):
            terminal.until(lambda text: "unread" in text or "21 Jan" in text)
        for keys in strokes(f"{screen} {attempt}"):
            for terminal in (own, stock):
                os.write(terminal._fd, keys.encode())
            wrong = until_alike(own, stock)
            if wrong:
                return keys, wrong[:5]
        for terminal in (own, stock):
            os.write(terminal._fd, ESCAPE.encode() * 2)
            terminal.type("Q")
            assert terminal.until_ended() == 0
        # How many frames become one hangs on how busy the machine is; at rest it is a sixth to a quarter.
        assert len(own.sent) < len(stock.sent) / 2
    return None


class Pane:
    """The program in a pane of a real tmux."""

    def __init__(self, folder: Path, driver: str) -> None:
        self._tmux = ["tmux", "-S", str(folder / f"{driver}.socket"), "-f", os.devnull]
        command = ["-m", "briefing", str(folder / "articles")]
        environment = ["HOME=" + str(home(folder, driver)), "PYTHONPATH=" + str(Path(__file__).parents[2])]
        self._run("new-session", "-d", "-x", "90", "-y", "25", "env", *environment, sys.executable, *command)

    def _run(self, *arguments: str) -> str:
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        done = subprocess.run(
            [*self._tmux, *arguments], check=True, capture_output=True, text=True, encoding="utf-8", env=environment
        )
        return done.stdout

    def type(self, keys: str) -> None:
        self._run("send-keys", "-H", *(f"{byte:02x}" for byte in keys.encode()))

    @property
    def is_waiting(self) -> bool:
        """Whether the program has nothing to do."""
        return is_waiting(int(self._run("display-message", "-p", "#{pane_pid}")))

    def seen(self) -> list[list[Seen]]:
        screen = pyte.Screen(90, 25)
        pyte.Stream(screen).feed(
            "\x1b[?7l" + self._run("capture-pane", "-p", "-e", "-N").rstrip("\n").replace("\n", "\r\n")
        )
        return seen(screen)

    def end(self) -> None:
        self._run("kill-server")


@pytest.mark.skipif(not shutil.which("tmux"), reason="there is no tmux here")
def test_both_drivers_show_the_same_in_tmux(folder: Path) -> None:
    own, stock = panes = Pane(folder, "cells"), Pane(folder, "stock")
    try:
        for keys in ("", *strokes("tmux")):
            end = time.monotonic() + PATIENCE
            for pane in panes:
                pane.type(keys)
            unchanged = 0
            before: list[list[Seen]] = []
            while True:
                now, wanted = own.seen(), stock.seen()
                is_drawn = any(len(cell) > 2 for row in now[1:5] for cell in row)
                is_done = is_drawn and own.is_waiting and stock.is_waiting
                unchanged = unchanged + 1 if now == wanted == before and is_done else 0
                if unchanged == 3:
                    break
                if time.monotonic() > end:
                    raise AssertionError((keys, differing(now, wanted)[:5]))
                before = now
    finally:
        for pane in panes:
            pane.end()

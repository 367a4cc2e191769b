"""What the terminal shows is remembered, and forgotten when it must be."""

from __future__ import annotations

import locale
import os
import threading
from typing import Self

import pytest

from briefing.tui.terminal.driver import CellDriver
from briefing.tui.terminal.kinds import encoding, fills
from briefing.tui.terminal.line import Line
from briefing.tui.terminal.shadow import Shadow

HELLO = "\x1b[1;1HHello\x1b[1;1H"


def test_the_first_state_is_sent_onto_a_cleared_screen() -> None:
    shadow = Shadow(fills=True)
    shadow.draw(HELLO, 20, 4)

    assert shadow.update() == "\x1b[r\x1b[m\x1b[2J\x1b[HHello"
    assert shadow.update() == ""


def test_what_was_forgotten_is_sent_again() -> None:
    shadow = Shadow(fills=True)
    shadow.draw(HELLO, 20, 4)
    first = shadow.update()
    shadow.forget()

    assert shadow.update() == first


def test_another_size_begins_anew() -> None:
    shadow = Shadow(fills=True)
    shadow.draw(HELLO, 20, 4)
    shadow.update()
    shadow.draw(HELLO, 30, 4)

    assert shadow.update().startswith("\x1b[r\x1b[m\x1b[2J")


def test_only_the_newest_of_many_states_is_sent() -> None:
    shadow = Shadow(fills=True)
    for number in range(1000):
        shadow.draw(f"\x1b[1;1H{number:04}\x1b[1;1H", 20, 4)

    assert shadow.update() == "\x1b[r\x1b[m\x1b[2J\x1b[H0999"


def test_much_is_shown_at_once_where_the_terminal_can() -> None:
    shadow = Shadow(fills=True)
    shadow.knows_together = True
    shadow.draw("\x1b[1;1H" + "word " * 200, 1000, 1)
    assert shadow.update().startswith("\x1b[?2026h")
    shadow.draw("\x1b[1;1Hx", 1000, 1)
    assert shadow.update() == "\rx"


def test_a_shown_cursor_is_where_the_frame_left_it() -> None:
    shadow = Shadow(fills=True)
    shadow.switch(25, is_on=True)
    shadow.draw("\x1b[1;1HHello\x1b[2;3H", 20, 4)

    assert shadow.update().endswith("Hello\x1b[2;3H")


def test_modes_are_told_again_as_they_are() -> None:
    shadow = Shadow(fills=True)
    for mode, is_on in ((1049, True), (7, False), (25, True), (25, False)):
        shadow.switch(mode, is_on=is_on)

    assert shadow.modes == "\x1b[?7l\x1b[?25l"


def test_a_terminal_that_nobody_knows_does_not_fill() -> None:
    assert not fills("no-such-terminal")


def test_a_line_tells_who_waits_when_it_is_free() -> None:
    reading, writing = os.pipe()
    gone = threading.Event()
    line = Line(writing, gone=gone.set, lost=gone.clear)
    assert line.is_free()
    line.send(b"x" * 200_000)
    assert not line.is_free()
    line.start()
    received = 0
    while received < 200_000:
        received += len(os.read(reading, 1 << 16))
    assert gone.wait(10)
    line.finish(b"end", patience=10)
    assert os.read(reading, 9) == b"end"
    os.close(reading)
    os.close(writing)


def test_a_broken_line_is_told_and_a_stopped_one_is_not_waited_for() -> None:
    reading, writing = os.pipe()
    lost = threading.Event()
    line = Line(writing, gone=lost.clear, lost=lost.set)
    line.start()
    line.send(b"x" * 200_000)
    line.finish(b"", patience=0.01)
    assert line.is_alive()
    os.close(reading)
    assert lost.wait(10)
    os.close(writing)


@pytest.mark.parametrize(
    ("said", "meant"), [("UTF-8", "utf-8"), ("ANSI_X3.4-1968", "ascii"), ("ISO-8859-1", "iso8859-1"), ("???", "ascii")]
)
def test_the_locale_says_how_letters_are_taken(monkeypatch: pytest.MonkeyPatch, said: str, meant: str) -> None:
    monkeypatch.setattr(locale, "getencoding", lambda: said)

    assert encoding({"LANG": "C.UTF-8"}) == meant


@pytest.mark.parametrize(
    ("environment", "meant"),
    [
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"),
        ({"LANG": "POSIX"}, "ascii"),
        ({"LANG": "C", "LC_ALL": "en_US.UTF-8"}, "utf-8"),
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8"),
    ],
)
def test_the_plain_locale_is_meant_where_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], meant: str
) -> None:
    monkeypatch.setattr(locale, "getencoding", lambda: "UTF-8")

    assert encoding(environment) == meant


@pytest.mark.parametrize("is_open", [False, True])
def test_keys_that_can_come_no_more_are_a_hang_up(monkeypatch: pytest.MonkeyPatch, *, is_open: bool) -> None:
    reading, writing = os.pipe()
    hung_up = []
    monkeypatch.setattr(CellDriver, "_hang_up", lambda _: hung_up.append(True))
    driver = CellDriver.__new__(CellDriver)
    # The end of a pipe that nobody reads from tells an error, one that nobody writes to is at its end.
    driver.fileno = writing if is_open else reading
    driver._debug = False
    driver.exit_event = threading.Event()
    if not is_open:
        os.close(writing)

    monkeypatch.setattr("briefing.tui.terminal.driver.SelectSelector", AlwaysReady)
    driver.run_input_thread()

    assert hung_up == [True]
    os.close(reading)
    if is_open:
        os.close(writing)


class AlwaysReady:
    """A selector for which there is always something to read."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def register(self, *_: object) -> None:
        pass

    def select(self, _: float) -> list[int]:
        return [1]

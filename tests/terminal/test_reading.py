"""The program as it is used: in a real terminal, by its keys."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.resources import seeds
from tests.terminal.terminal import Terminal

TWO_REPORTS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture
def terminal(tmp_path: Path) -> Callable[..., Terminal]:
    """Return what makes a terminal with a home of this test's own."""

    def make(
        *arguments: str, columns: int = 80, rows: int = 24, piped: bytes | None = None, **environment: str
    ) -> Terminal:
        return Terminal(arguments, tmp_path, columns, rows, environment, piped)

    return make


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_an_article_is_read_marked_left_and_found_again(
    terminal: Callable[..., Terminal], columns: int, rows: int
) -> None:
    with terminal(str(seeds()), columns=columns, rows=rows) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("j", "Enter")
        screen.until(lambda text: "third victim" in text)
        screen.type("e", "Space", "m")
        screen.until(lambda text: "◆" in text and "bookmarked" in text)
        screen.until_quiet()
        seen = screen.text.splitlines()[1:-1]
        screen.type("Q")
        assert screen.until_ended() == 0
    with terminal(str(seeds()), columns=columns, rows=rows) as screen:
        screen.until(lambda text: text.splitlines()[1:-1] == seen)


@pytest.mark.skipif(not TWO_REPORTS.is_dir(), reason="the two reports are not here")
def test_a_fact_leads_to_its_words(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(TWO_REPORTS), columns=120, rows=40) as screen:
        screen.until(lambda text: "2 unread" in text and "WHERE" in text)
        screen.type("Enter", "Tab")
        screen.until(lambda text: "to the words" in text)
        screen.type("Enter")
        screen.until(lambda text: "next article" in text)


def test_the_terminal_is_left_as_it_was(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("q")
        assert screen.until_ended() == 0
        assert b"\x1b[?1049l" in screen.sent
        assert screen.sent.rindex(b"\x1b[?25h") > screen.sent.index(b"\x1b[?1049h")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_what_was_done_is_kept_when_the_line_drops(terminal: Callable[..., Terminal], number: signal.Signals) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter", "m")
        screen.signal(number)
        assert screen.until_ended() == 128 + number
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "◆" in text)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_terminal_that_is_still_there_is_restored(terminal: Callable[..., Terminal], number: signal.Signals) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.signal(number)
        assert screen.until_ended() == 128 + number
        assert b"\x1b[?1049l" in screen.sent


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_terminal_that_was_just_taken_is_given_back(
    terminal: Callable[..., Terminal], number: signal.Signals
) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda _: b"\x1b[?1049h" in screen.sent)
        screen.signal(number)
        assert screen.until_ended() == 128 + number
        assert b"\x1b[?1049l" in screen.sent


def test_a_note_is_found_again_though_the_line_dropped_at_once(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter", "a")
        screen.type(*"who says so?")
        screen.signal(signal.SIGHUP)
        assert screen.until_ended() == 128 + signal.SIGHUP
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "who says so?" in text)


def test_a_note_can_be_written_in_the_users_own_editor(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf 'from the editor' > \"$1\"\n")
    editor.chmod(0o700)
    with terminal(str(seeds()), EDITOR=str(editor)) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter", "a", "\x05")
        screen.until(lambda text: "from the editor" in text)


def test_what_is_piped_in_is_read_and_the_keys_come_from_the_terminal(terminal: Callable[..., Terminal]) -> None:
    with terminal("-", piped=b" date 2024-01-21 A gull was seen at the harbour of Ansel.\n") as screen:
        screen.until(lambda text: "A gull was seen" in text)
        screen.type("Enter", "q", "q")
        assert screen.until_ended() == 0


def test_an_idle_screen_sends_nothing(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.until_quiet()
        before = len(screen.sent)
        screen.until_quiet()
        assert len(screen.sent) == before


def test_a_text_cannot_speak_to_the_terminal(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_bytes(b" date 2024-01-21 Title\x1b]0;PWNED\x07 and \x1b]52;c;UEVO\x07 more \x9b31m text.\n")
    with terminal(str(evil)) as screen:
        screen.until(lambda text: "more" in text)
        screen.type("Enter")
        screen.until_quiet()
        assert b"]0;PWNED" not in screen.sent
        assert b"]52;c;UEVO" not in screen.sent


@pytest.mark.parametrize("said", [{"NO_COLOR": "1"}, {"TERM": "vt220"}])
def test_without_colours_none_are_sent(terminal: Callable[..., Terminal], said: dict[str, str]) -> None:
    with terminal(str(seeds()), **said) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter")
        looks = {code for pen in re.findall(rb"\x1b\[([\d;]*)m", screen.sent) for code in pen.split(b";")}
        assert not {code for code in looks if len(code) > 1 and code[:1] in b"3489" and code not in (b"39", b"49")}


def test_resizing_keeps_the_place(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter", "Space")
        screen.resize(120, 40)
        screen.until(lambda text: "KEY FACTS" in text)
        screen.resize(40, 20)
        screen.until(lambda text: "KEY FACTS" not in text)


def test_it_does_not_stop_where_no_shell_could_continue_it(terminal: Callable[..., Terminal]) -> None:
    with terminal(str(seeds())) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("\x1a")
        screen.until(lambda text: "no shell" in text)
        screen.type("q")
        assert screen.until_ended() == 0


def test_for_those_who_listen_the_cursor_is_where_they_are(terminal: Callable[..., Terminal]) -> None:
    with terminal("--screen-reader", str(seeds()), columns=120) as screen:
        screen.until(lambda text: "14 unread" in text)
        screen.type("Enter")
        screen.until(lambda text: "min" in text)
        screen.type("w", "w")
        screen.until_quiet()
        cursor = screen.screen.cursor
        assert not cursor.hidden
        line = screen.text.splitlines()[cursor.y]
        assert cursor.x
        assert line[cursor.x - 1] == " " != line[cursor.x]
        assert "│" not in screen.text

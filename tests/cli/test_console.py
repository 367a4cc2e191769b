from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.cli import console
from briefing.cli.console import harmless, is_coloured
from briefing.cli.paint import painted
from briefing.export.report import Part, Row

ROW = Row(((Part.HEADING, "WHAT  "), (Part.FACT, "attack"), (Part.HEADING, "  "), (Part.WORDS, "> words")))


@pytest.mark.parametrize(
    ("is_terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_are_not_asked_to_do_without(
    is_terminal: bool, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda: is_terminal)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert is_coloured() is expected


def test_a_painted_row_shows_the_same_words() -> None:
    assert painted(ROW) == "\x1b[36mWHAT  \x1b[0m\x1b[1mattack\x1b[0m  > words"


@settings(deadline=None)
@given(some.text(some.characters()))
def test_a_message_never_steers_the_terminal(message: str) -> None:
    shown = harmless(message)

    shown.encode("utf-8")
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F for char in shown)

"""How the program ends when it should not."""

from __future__ import annotations

import pytest

from briefing.reading.drawing.pieces import ASCII
from briefing.tui.program import FAILED, BriefingApp
from tests.tui.conftest import Opened


async def test_a_failure_is_told_in_a_few_lines_without_the_articles_text(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("something is missing")

    async def press() -> None:
        async with opened() as screen:
            monkeypatch.setattr("briefing.tui.screen.step", fail)
            told.append(screen.app)
            await screen.pilot.press("j")
            words.append(str(screen.app._exit_renderables[0]))

    told: list[BriefingApp] = []
    words: list[str] = []
    with pytest.raises(LookupError):
        await press()

    assert words[0].endswith(FAILED)
    assert "something is missing" in words[0]
    assert len(words[0].splitlines()) < 30
    assert told[0].return_code == 1


async def test_where_the_locale_knows_no_unicode_the_signs_are_plain(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ANSI_X3.4-1968")
    async with opened() as screen:
        assert screen.line(3).startswith(ASCII.unread)
        assert "●" not in screen.text

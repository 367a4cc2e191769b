"""How the program ends when it should not."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError
from briefing.model import CorrectionKind
from briefing.reading.drawing.pieces import ASCII
from briefing.settings import load
from briefing.settings.places import Places
from briefing.tui.program import FAILED, BriefingApp, begin
from briefing.tui.session import Session
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


async def test_a_note_that_cannot_be_written_holds_the_reader_back_once_and_is_printed(
    opened: Opened, places: Places
) -> None:
    places.marks.parent.mkdir(parents=True)
    places.marks.write_text("in the way")
    async with opened() as screen:
        await screen.press("enter", "a", *"lost?", "escape")
        assert "marks" in screen.reading.notice
        await screen.press("Q")
        assert "not on the disk yet" in screen.reading.notice
        await screen.pilot.press("Q")
        assert [mark.note for mark in screen.app.unsaved] == ["lost?"]
        assert screen.app.return_code == 1


async def test_a_correction_that_cannot_be_written_holds_the_reader_back_once(opened: Opened, places: Places) -> None:
    async with opened() as screen:
        await screen.press("enter", "e")
        (places.config / "corrections.jsonl").mkdir(parents=True)
        await screen.press("r", "enter")
        assert "corrections.jsonl" in screen.reading.notice
        await screen.press("Q")
        assert screen.reading.notice.startswith("a correction is not on the disk yet")
        await screen.pilot.press("Q")
        assert [one.kind for one in screen.app.unsaid] == [CorrectionKind.NO_NAME]
        assert screen.app.return_code == 1


async def test_a_fault_of_a_recogniser_costs_the_facts_and_not_the_reading(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object, **_own: object) -> None:
        raise IndexError("odd text")

    monkeypatch.setattr("briefing.pipeline.analyse", fail)
    async with opened() as screen:
        reading = await screen.press("enter", "w")
        assert reading.page is not None
        assert reading.page.analysis is None


async def test_a_theme_of_the_settings_that_there_is_not_is_named_with_its_line(places: Places) -> None:
    places.config.mkdir(parents=True)
    places.settings.write_text('measure = 70\ntheme = "dask"\n')

    with pytest.raises(BriefingError, match=r"settings.toml, line 2: \"dask\" is no theme"):
        begin(Session([], settings=load(places.settings), places=places))


async def test_where_the_locale_knows_no_unicode_the_signs_are_plain(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getencoding", lambda: "ANSI_X3.4-1968")
    async with opened() as screen:
        assert screen.line(3).startswith(ASCII.unread)
        assert "●" not in screen.text

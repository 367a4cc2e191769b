from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.model import Mark
from briefing.reading.marking import bookmarked
from briefing.settings import Settings
from briefing.settings.places import Places
from briefing.tui.clipboard import MOST_BYTES, copying
from briefing.tui.outside import Outside
from briefing.tui.session import Session
from tests.reading.test_marking import NOW
from tests.reading.test_steps import reader


class Heard:
    """What was told of writes."""

    def __init__(self) -> None:
        self.refused: list[str] = []
        self.kept: list[Mark] = []

    def outside(self, places: Places, **environment: str) -> Outside:
        session = Session([], settings=Settings(), places=places)
        return Outside(session, environment, refused=self.refused.append, kept=self.kept.extend)


def failing(error: Exception) -> Callable[..., tuple[Mark, ...]]:
    def fail(_: object) -> tuple[Mark, ...]:
        raise error

    return fail


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(config=tmp_path / "c", state=tmp_path / "s", cache=tmp_path / "k")


def test_a_mark_that_could_not_be_written_is_tried_again(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    outside = heard.outside(places)
    marks = bookmarked(reader(), now=NOW).marks.by_article

    with monkeypatch.context() as broken:
        broken.setattr(outside.session, "save_marks", failing(BriefingError("the disk is full")))
        outside.keep_marks({}, marks)
        outside._thread.submit(lambda: None).result()
    assert (heard.refused, heard.kept) == (["the disk is full"], [])

    outside.finish()
    assert [mark.id for mark in heard.kept] == [mark.id for mark in marks["harbour"]]


def test_a_fault_of_the_program_is_told_too(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = Heard()
    outside = heard.outside(places)
    monkeypatch.setattr(outside.session, "save_marks", failing(KeyError("x")))

    outside.keep_marks({}, bookmarked(reader(), now=NOW).marks.by_article)
    outside.finish()

    assert "KeyError" in heard.refused[0]


def test_nothing_is_done_after_the_end(places: Places) -> None:
    heard = Heard()
    outside = heard.outside(places)
    outside.finish()

    outside.keep_marks({}, bookmarked(reader(), now=NOW).marks.by_article)
    outside.finish()

    assert heard.kept == []


def test_only_some_addresses_are_opened_and_only_where_there_is_a_screen(places: Places) -> None:
    heard = Heard()

    assert heard.outside(places, DISPLAY=":0").may_open("https://news.example")
    assert not heard.outside(places, DISPLAY=":0").may_open("file:///etc/passwd")
    assert not heard.outside(places, DISPLAY=":0").may_open("javascript:alert(1)")


def test_the_clipboard_sequence_is_wrapped_for_tmux_and_screen() -> None:
    plain = copying("words", {})
    assert plain == "\x1b]52;c;d29yZHM=\x07"
    assert copying("words", {"TMUX": "x"}) == "\x1bPtmux;\x1b\x1b]52;c;d29yZHM=\x07\x1b\\"
    assert copying("words", {"TERM": "screen"}) == f"\x1bP{plain}\x1b\\"
    assert copying("x" * (MOST_BYTES + 1), {}) is None


def test_what_is_too_long_to_copy_is_said(places: Places) -> None:
    outside = Heard().outside(places)
    sequence, said = outside.copying("x" * (MOST_BYTES + 1))
    outside.finish()

    assert sequence == ""
    assert said.endswith(f"written to {places.state / 'copied.txt'}")
    assert len((places.state / "copied.txt").read_text()) == MOST_BYTES + 1

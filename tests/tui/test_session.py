"""What a session leaves to the next one, and what two at once leave each other."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.extract import entities
from briefing.marks.reports_read import ReportsRead
from briefing.model import Analysis, CorrectionKind, EntityType, Names, new_correction
from briefing.reading.correcting import corrected
from briefing.reading.drawing.listing import list_line
from briefing.reading.drawing.pieces import UNICODE
from briefing.reading.frame import Pane
from briefing.reading.state import Reading
from briefing.resources import themes
from briefing.settings import Settings
from briefing.settings.places import Places
from briefing.tui.happened import ListChanged
from briefing.tui.program import BriefingApp
from briefing.tui.session import Session
from briefing.tui.themes import Themes
from tests.tui.conftest import NAMES, Opened, Screen


async def test_who_comes_back_finds_the_same_article_and_the_same_line(opened: Opened) -> None:
    async with opened(size=(80, 24)) as screen:
        left = await screen.press("j", "enter", "space", "w", "w", "T", *"paper", "enter")
    async with opened(size=(80, 24)) as screen:
        found = screen.reading

        assert found.page is not None
        assert left.page is not None
        assert (found.focus, found.page.article.id, found.page.at) == (
            Pane.READER,
            left.page.article.id,
            left.page.at,
        )
        assert screen.app.main.painter.theme.name == "paper"


async def test_read_articles_and_bookmarks_are_there_again(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "J", "m")
    async with opened() as screen:
        assert screen.reading.shelf.unread == 1
        assert "1 mark" in screen.line(0)


async def test_the_last_steps_are_undone_after_a_restart(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", *"first", "escape", "A")
    async with opened() as screen:
        assert screen.reading.shelf.unread == 0
        assert (await screen.press("u")).shelf.unread == 2
        assert (await screen.press("u")).marks.count == 0
        assert (await screen.press("ctrl+r")).marks.count == 1


async def test_what_an_article_told_is_remembered_when_it_was_read(opened: Opened, places: Places) -> None:
    async with opened() as screen:
        assert ReportsRead(places.state).load() == {}
        page = (await screen.press("enter")).page
    assert page is not None

    (told,) = ReportsRead(places.state).load().values()
    assert (told.article, told.title) == (page.article.id, page.article.title)
    assert any(point.label == "14 killed" for point in told.points)


async def test_an_article_marked_as_unread_is_forgotten(opened: Opened, places: Places) -> None:
    async with opened() as screen:
        await screen.press("enter", "q", "N")

    assert ReportsRead(places.state).load() == {}


async def test_what_was_said_of_names_holds_after_a_restart_and_can_be_undone_then(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "e", "r", "enter")
        none = screen.reading.corrections.names.none
    async with opened() as screen:
        assert len(none) == 1
        assert screen.reading.corrections.names.none == none
        assert (await screen.press("u")).corrections.names.none == ()


async def test_the_users_list_of_names_is_in_force_and_what_is_wrong_in_it_is_told(
    opened: Opened, places: Places
) -> None:
    places.config.mkdir(parents=True)
    places.entities.write_text('[law]\n"Corvane Trader" = []\n[prson]\n', encoding="utf-8")
    async with opened() as screen:
        assert 'entities.toml, line 3: "prson" is no type of names' in screen.reading.notice
        assert screen.reading.page is not None
        assert screen.reading.page.analysis is not None
        kinds = {entity.name: entity.type for entity in screen.reading.page.analysis.entities}
        assert kinds["Corvane Trader"] is EntityType.LAW


async def test_the_names_of_articles_are_kept_and_looked_for_anew_only_where_a_correction_bears_on_them(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    recognise = entities.recognise

    def watched(found: Analysis, *, own: Names) -> Analysis:
        looked_at.append(found.article.title)
        return recognise(found, own=own)

    monkeypatch.setattr(entities, "recognise", watched)
    async with opened() as screen:
        first = (await screen.press("I", "escape")).names
    assert len(set(looked_at)) == 3
    looked_at.clear()
    async with opened() as screen:
        assert (await screen.press("I", "escape")).names == first
        assert looked_at == []
        name = new_correction(CorrectionKind.NO_NAME, "Ida Brandt", now=datetime.now(UTC))
        screen.app.main.reading = corrected(screen.reading, [name], "no name")
        await screen.settled()
        looked_at.clear()
        names = (await screen.press("I")).names
        assert looked_at == ["Minutes of the harbour board"]
        assert names is not None
        assert "Ida Brandt" not in {thing.name for thing in names.things}


async def test_two_sessions_do_not_lose_each_others_read_state(opened: Opened) -> None:
    async with opened() as one, opened() as other:
        await one.press("enter")
        await other.press("j", "enter")
    async with opened() as screen:
        assert screen.reading.shelf.unread == 1


async def test_marks_stay_on_an_article_that_was_corrected_and_renamed(opened: Opened, library: Path) -> None:
    async with opened() as screen:
        await screen.press("G", "enter", "right_curly_bracket", "m")
    old = library / "minutes.txt"
    (library / "minutes-corrected.txt").write_text(old.read_text().replace("40,000", "45,000"), encoding="utf-8")
    old.unlink()
    async with opened() as screen:
        await screen.press("G", "enter")
        assert screen.reading.page is not None
        (span,) = screen.reading.page.bookmarks
        assert span.of(screen.reading.page.article.text) == "The board of Ansel harbour met on Thursday."
        assert screen.reading.marks.count == 1


def changed(file: Path, old: str, new: str) -> None:
    """Write a file anew with other words in it."""
    file.write_text(file.read_text().replace(old, new), encoding="utf-8")


async def looked_through(screen: Screen) -> Reading:
    """Return the state after the files were looked through again."""
    *_, listed = screen.app.outside.session.lists(stopped=lambda: False)
    screen.app.main.post_message(ListChanged(listed))
    return await screen.settled()


async def test_an_article_that_is_changed_while_it_is_read_is_shown_anew_with_its_marks(
    opened: Opened, library: Path
) -> None:
    async with opened() as screen:
        await screen.press("G", "enter", "right_curly_bracket", "m", "right_curly_bracket")
        changed(library / "minutes.txt", "on Thursday", "early on Friday")
        reading = await looked_through(screen)

        assert reading.page is not None
        assert "early on Friday" in reading.page.article.text
        assert reading.page.word.of(reading.page.article.text) == "It"
        assert reading.notice == "the file was changed: this is the new text"
        assert len(reading.page.bookmarks) == 1
        assert len(reading.marks.of(reading.page.article.id)) == 1
        reading = await screen.press("u")
        assert reading.notice.startswith("undone")
        assert reading.marks.count == 0


async def test_a_text_does_not_change_under_a_selection_but_as_soon_as_it_is_ended(
    opened: Opened, library: Path
) -> None:
    async with opened() as screen:
        await screen.press("G", "enter", "right_curly_bracket", "v", "w")
        changed(library / "minutes.txt", "40,000", "45,000")
        reading = await looked_through(screen)
        assert reading.page is not None
        assert "40,000" in reading.page.article.text

        reading = await screen.press("escape")
        assert reading.page is not None
        assert "45,000" in reading.page.article.text


async def test_bookmarks_lie_in_the_config_folder_where_people_can_read_them(opened: Opened, places: Places) -> None:
    async with opened() as screen:
        await screen.press("enter", "m")

    (file,) = places.marks.glob("*.jsonl")
    assert "Ferry toll rises to 14" in file.read_text(encoding="utf-8")


async def test_a_file_that_is_gone_when_it_is_opened_is_named(opened: Opened, library: Path) -> None:
    async with opened() as screen:
        (library / NAMES[0]).unlink()
        reading = await screen.press("j", "enter")

        assert reading.notice.endswith(f"{NAMES[0]}: it is no longer there")
        assert reading.wanted is None


async def test_what_is_no_article_is_a_row_with_its_reason(opened: Opened, library: Path) -> None:
    (library / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    (library / "program.exe").write_bytes(b"MZ")
    async with opened() as screen:
        table = screen.reading.shelf.table
        assert not all(map(table.is_readable, table.numbers()))
        assert "1 other file left out" in screen.line(0)
        reading = await screen.press("G", "enter")
        assert "picture.txt" in reading.notice
        assert reading.focus is Pane.LIST


def test_it_does_not_say_that_there_is_nothing_before_it_has_looked(places: Places, library: Path) -> None:
    session = Session([str(library)], settings=Settings(), places=places)
    app = BriefingApp(session, Themes(themes(), places.themes), environment={})
    first = list_line(app.main.reading, 0, width=40, signs=UNICODE)
    session.close()

    assert first[0].text.strip() == "Reading the folder."


async def test_an_empty_folder_says_so(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    async with opened(tmp_path / "empty") as screen:
        assert "There are no articles here." in screen.text


async def test_a_disk_that_is_not_there_is_named_rather_than_the_article_that_was_open(
    opened: Opened, library: Path
) -> None:
    async with opened() as screen:
        await screen.press("enter")
    library.rename(library.with_name("elsewhere"))
    async with opened() as screen:
        assert "is not there now" in screen.reading.notice
        assert "no longer there" in (await screen.press("enter")).notice


async def test_a_folder_that_cannot_be_written_is_said_and_reading_goes_on(opened: Opened, places: Places) -> None:
    places.state.mkdir(parents=True)
    (places.state / "reading.jsonl").mkdir()
    async with opened() as screen:
        reading = await screen.press("enter")

        assert reading.page is not None
        assert reading.page.analysis is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_read_only_folder_is_said_and_reading_goes_on(opened: Opened, places: Places) -> None:
    places.config.mkdir(mode=0o500, parents=True)
    async with opened() as screen:
        reading = await screen.press("enter", "m")

        assert "can" in reading.notice


def test_a_path_that_does_not_exist_is_named_before_anything_is_drawn(places: Places) -> None:
    with pytest.raises(BriefingError, match="nowhere"):
        Session(["/nowhere"], settings=Settings(), places=places)


async def test_no_color_leaves_no_colours(opened: Opened) -> None:
    async with opened(environment={"NO_COLOR": "1", "LANG": "C.UTF-8"}) as screen:
        strips = screen.app.screen._compositor.render_strips()

        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert not [style for style in styles if style.color and not style.color.is_default]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 20)])
async def test_every_size_shows_the_article_and_keeps_the_place_when_resized(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as screen:
        await screen.press("enter", "right_curly_bracket", "right_curly_bracket")
        assert screen.reading.page is not None
        at = screen.reading.page.at
        await screen.pilot.resize_terminal(100, 30)
        await screen.settled()

        page = screen.reading.page
        assert page is not None
        assert page.at == at
        assert page.word.of(page.article.text) in screen.text

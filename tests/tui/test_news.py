"""What is new since one last read, from one session to the next."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.library import articles
from briefing.model import Article
from briefing.pipeline import analyse
from briefing.reading.choice import Ask
from briefing.reading.jumps import Place
from briefing.resources import seeds
from briefing.settings import Settings
from briefing.settings.places import Places
from briefing.tui.session import Session
from tests.tui.conftest import Opened, Screen

HARBOUR = "2024-03-11-ferry-harbour-post.txt"
WIRE = "2024-03-12-ferry-tessera-wire.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the first report of an event."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(seeds() / HARBOUR, folder)
    return folder


def shown(screen: Screen) -> list[str]:
    choice = screen.reading.choice
    assert choice
    assert choice.ask is Ask.NEWS
    assert choice.complete
    return [option.text for option in choice.shown]


async def test_a_report_that_came_since_is_new_with_what_it_changes(opened: Opened, folder: Path) -> None:
    async with opened(folder) as screen:
        await screen.press("enter")
    shutil.copy(seeds() / WIRE, folder)
    async with opened(folder) as screen:
        await screen.press("W")

        assert "Tessera Wire, 12 Mar: Ferry toll rises to 14; freighter's captain is detained" in shown(screen)
        assert "killed: at least 9, now 14" in shown(screen)

        there = await screen.press("enter")
        assert there.page
        assert there.page.article.source == "Tessera Wire"
        await screen.press("W")
        assert shown(screen) == []
        assert "Nothing is new" in screen.text


async def test_a_report_that_was_written_anew_is_laid_beside_what_it_was(opened: Opened, folder: Path) -> None:
    async with opened(folder) as screen:
        await screen.press("enter")
    file = folder / HARBOUR
    file.write_text(file.read_text(encoding="utf-8").replace("At least nine people", "Eleven people"), encoding="utf-8")
    async with opened(folder) as screen:
        await screen.press("W")
        assert "killed: at least 9, now 11" in shown(screen)
        assert screen.reading.choice

        place = screen.reading.choice.option
        assert place
        assert isinstance(place.value, Place)
        await screen.press("enter", "W")
        assert "killed: at least 9, now 11" in shown(screen), "it was opened in this session, and is still new in it"
    async with opened(folder) as screen:
        await screen.press("W")
        assert shown(screen) == []


async def test_the_story_screen_tells_what_the_open_article_adds(opened: Opened, folder: Path) -> None:
    async with opened(folder) as screen:
        await screen.press("enter")
    shutil.copy(seeds() / WIRE, folder)
    async with opened(folder) as screen:
        await screen.press("g", "enter", "o", "w")

        assert "killed  at least 9" in screen.text
        assert "14 (Tessera" in screen.text.replace("\u00a0", " ")


async def test_stories_of_which_nothing_was_read_stand_below(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        await screen.press("W")

        assert shown(screen)[0] == "STORIES OF WHICH NOTHING WAS READ YET"
        assert len(shown(screen)) == 5


def test_what_the_last_article_told_is_not_kept_twice_but_again_after_it_was_unread(
    places: Places, folder: Path
) -> None:
    found = analyse(next(article for article in articles([str(folder)]) if isinstance(article, Article)))
    name = found.article.id
    session = Session([str(folder)], settings=Settings(), places=places)
    session.save_read([name], [])
    session.save_report(found)
    session.close()

    again = Session([str(folder)], settings=Settings(), places=places)
    again.restored()
    again.save_report(found)

    assert again._reports is None
    assert name in again.reports()
    again.save_read([], [name])
    assert name not in again.reports()
    again.save_report(found)
    assert name in again.reports()
    again.close()

"""Searching all articles on the screen: live, as a list of its own, kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading.choice import Ask
from briefing.reading.frame import Pane
from tests.tui.conftest import Opened, Screen

KEYS = {" ": "space", "*": "asterisk", '"': "quotation_mark", "-": "minus", ":": "colon"}


def shown(screen: Screen) -> list[str]:
    choice = screen.reading.choice
    return [option.text for option in choice.shown] if choice else []


async def test_what_is_typed_is_found_at_once_and_enter_goes_there(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("S", *"al-as")
        choice = reading.choice

        assert choice is not None
        assert (choice.ask, choice.complete) == (Ask.SEARCH, True)
        assert choice.title == "1 ARTICLE WITH al-as"
        assert "Al-Asad" in shown(screen)[0]
        reading = await screen.press("enter")
        assert reading.page is not None
        assert reading.focus is Pane.READER
        assert reading.page.article.text[reading.page.at :].startswith("Al-Asad")


async def test_what_is_wrong_is_said_and_goes_when_it_is_mended(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("S", *"sorce:wire")
        assert '"sorce:" is no field: did you mean "source:"?' in screen.text
        await screen.press("home", *["right"] * 2, "u")
        assert "is no field" not in screen.text
        assert shown(screen)


async def test_fields_and_sources_are_completed(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("S", *"so", "tab")
        assert reading.choice is not None
        assert reading.choice.prompt.text == "source:"
        reading = await screen.press(*"atl", "tab")
        assert reading.choice is not None
        assert reading.choice.prompt.text.casefold().startswith('source:"atlantic')
        assert shown(screen)


async def test_what_is_found_is_a_list_of_its_own_until_escape(opened: Opened, library: Path) -> None:
    async with opened() as screen:
        reading = await screen.press("S", *"harbour", "ctrl+l")
        assert reading.choice is None
        assert reading.focus is Pane.LIST
        assert reading.shelf.search == "harbour"
        found = reading.shelf.shown
        assert 0 < found < len(reading.shelf.table)
        assert '"harbour"' in screen.text
        reading = await screen.press("escape")
        assert reading.shelf.shown == len(reading.shelf.table) > found


async def test_the_list_is_of_what_was_shown_while_it_was_typed(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("S", *"harb")
        assert reading.choice is not None
        count = int(reading.choice.title.split()[0])
        reading = await screen.press("ctrl+l")
        assert reading.shelf.shown == count > 0


async def test_a_space_behind_the_last_word_ends_it(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("S", *"harb")
        assert shown(screen)
        reading = await screen.press("space")
        assert reading.choice is not None
        assert reading.choice.complete
        assert "No article holds harb." in screen.text


@pytest.mark.parametrize("text", ['"', "-", "* ", "entity:", "date: "])
async def test_what_asks_for_nothing_is_told_what_can_be_asked(opened: Opened, text: str) -> None:
    async with opened() as screen:
        await screen.press("S", *(KEYS.get(letter, letter) for letter in text))
        assert "SEARCH ALL ARTICLES" in screen.text
        assert "No article holds" not in screen.text


async def test_a_search_is_kept_found_again_after_a_restart_and_forgotten(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("S", *"harbour -ferry", "ctrl+s", "escape")
    async with opened() as screen:
        await screen.press("S")
        assert shown(screen) == ["KEPT SEARCHES", "harbour -ferry"]
        reading = await screen.press("enter")
        assert reading.choice is not None
        assert reading.choice.prompt.text == "harbour -ferry"
        assert shown(screen)
        await screen.press("escape", "S", "ctrl+x")
        assert shown(screen) == []
        await screen.press("escape", "u", "S")
        assert shown(screen) == ["KEPT SEARCHES", "harbour -ferry"]


async def test_notes_and_what_was_read_are_found(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", *"ask them", "escape", "h")
        reading = await screen.press("S", *"has:note is:read", "ctrl+l")
        assert reading.shelf.shown == 1


async def test_nothing_typed_shows_what_can_be(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("S")
        assert "date:2024-01.." in screen.text
        await screen.press("x", "backspace")
        assert "date:2024-01.." in screen.text

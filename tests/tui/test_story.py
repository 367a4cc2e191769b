from __future__ import annotations

from pathlib import Path

from briefing.resources import seeds
from tests.tui.conftest import Opened

FLOOD = "2024-09-15-flood-lenna-valley-times.txt"


async def test_o_shows_what_other_reports_say(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        there = await screen.press("o")

        assert there.story_open
        assert there.story_open.story
        assert len(there.story_open.story.group.articles) == 3
        assert "Coastal Press Agency" in screen.text.replace("\u00a0", " ")


async def test_enter_leads_to_the_words_and_back_to_the_same_place(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        await screen.press("o", "c", "j")
        before = await screen.press("enter")
        words = await screen.press("enter")

        assert words.story_open is None
        assert words.page

        again = await screen.press("ctrl+o")

        assert again.story_open
        assert before.story_open
        assert again.story_open.cursor == before.story_open.cursor
        assert again.story_open.tab == "compare"


async def test_keys_of_the_story_are_in_force_only_on_it(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        there = await screen.press("o", "t")
        assert there.story_open
        assert there.story_open.tab == "timeline"
        assert there.prompt is None

        there = await screen.press("q", "t")
        assert there.prompt


async def test_the_same_article_twice_is_one_report(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        (folder / name).write_bytes((seeds() / FLOOD).read_bytes())
    async with opened(folder) as screen:
        there = await screen.press("o")

        assert there.story_open
        assert there.story_open.story
        assert len(there.story_open.story.group.articles) == 1
        assert "in 1 more file" in screen.text


async def test_what_comes_too_late_for_a_story_is_dropped(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        first = await screen.press("o")
        assert first.story_open
        assert first.story_open.story
        second = await screen.press("q", "G", "o")
        assert second.story_open
        assert second.story_open.story

        assert second.story_open.story.group.id != first.story_open.story.group.id


async def test_a_report_that_is_taken_out_stays_out_after_a_restart(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        there = await screen.press("o", "j", "d")
        assert there.story
        assert there.story.story
        assert len(there.story.story.group.articles) == 2
    async with opened(seeds()) as screen:
        there = await screen.press("o")
        assert there.story
        assert there.story.story
        assert len(there.story.story.group.articles) == 2

        there = await screen.press("u")
        assert there.story
        assert there.story.story
        assert len(there.story.story.group.articles) == 3


async def test_another_story_is_joined_from_a_list(opened: Opened) -> None:
    async with opened(seeds()) as screen:
        there = await screen.press("o", "plus_sign")
        assert there.choice

        there = await screen.press("enter")
        assert there.story
        assert there.story.story
        assert len(there.story.story.group.articles) > 3


async def test_the_list_is_grouped_by_story(opened: Opened) -> None:
    async with opened(seeds(), size=(80, 24)) as screen:
        there = await screen.press("s", "s", "s", "s", "s")

        assert there.shelf.stories.table is there.shelf.table
        assert "(3) Brodice counts the cost" in screen.text

        there = await screen.press("o")
        assert there.story_open
        assert there.story_open.story
        assert len(there.story_open.story.group.articles) == 3

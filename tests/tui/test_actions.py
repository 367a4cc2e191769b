"""Each action by its key, on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region, Size

from briefing.model import Analysis, EntityType, Span
from briefing.reading import offers
from briefing.reading.choice import Ask
from briefing.reading.frame import Pane
from briefing.reading.name_index import NameIndex
from briefing.reading.page import Page
from briefing.reading.rows import Sort
from briefing.reading.state import Reading
from briefing.settings import Settings
from tests.tui.conftest import Opened


def page(reading: Reading) -> Page:
    assert reading.page is not None
    return reading.page


def analysis(reading: Reading) -> Analysis:
    found = page(reading).analysis
    assert found is not None
    return found


def index_of(reading: Reading) -> NameIndex:
    assert reading.names is not None
    return reading.names


def word(reading: Reading) -> str:
    return page(reading).word.of(page(reading).article.text)


def title(reading: Reading) -> str:
    return page(reading).article.title


async def test_the_list_shows_what_is_in_the_folder_and_the_first_article_beside_it(opened: Opened) -> None:
    async with opened() as screen:
        assert len(screen.reading.shelf.table) == 3
        assert screen.reading.focus is Pane.LIST
        assert screen.reading.shelf.unread == 3
        assert title(screen.reading) == "Ferry toll rises to 14; freighter's captain is detained"


async def test_moving_in_the_list_and_opening(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("j", "down", "k", "up", "j")
        reading = await screen.press("enter")

        assert reading.focus is Pane.READER
        assert reading.shelf.current is not None
        assert title(reading) == reading.shelf.current.title
        assert reading.shelf.unread == 2


async def test_pages_halves_and_ends(opened: Opened) -> None:
    async with opened(size=(80, 12)) as screen:
        begin = await screen.press("enter")
        assert page(await screen.press("space")).top == page(begin).top + page(begin).height - 2
        assert page(await screen.press("pageup")).top == page(begin).top
        assert page(await screen.press("ctrl+d")).top == page(begin).height // 2
        assert page(await screen.press("ctrl+u")).top == 0
        assert page(await screen.press("ctrl+f")).top > 0
        assert page(await screen.press("ctrl+b")).top == 0
        assert page(await screen.press("pagedown")).top > 0
        assert page(await screen.press("G")).percent == 100
        assert page(await screen.press("g")).at == 0
        assert page(await screen.press("end")).percent == 100
        assert page(await screen.press("home")).at == 0


async def test_panes_are_gone_through_both_ways(opened: Opened) -> None:
    async with opened() as screen:
        assert (await screen.press("l")).focus is Pane.READER
        assert (await screen.press("tab")).focus is Pane.FACTS
        assert (await screen.press("right")).focus is Pane.FACTS
        assert (await screen.press("shift+tab")).focus is Pane.READER
        assert (await screen.press("h")).focus is Pane.LIST
        assert (await screen.press("left")).focus is Pane.LIST


async def test_next_and_previous_article(opened: Opened) -> None:
    async with opened() as screen:
        first = title(await screen.press("enter"))
        second = title(await screen.press("J"))

        assert second != first
        assert title(await screen.press("K")) == first
        assert (await screen.press("K")).notice == "this is the first article"


async def test_next_unread(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("n", "n", "n")

        assert screen.reading.shelf.unread <= 1
        assert (await screen.press("n", "n")).notice == "all articles are read"


async def test_read_unread_all_read_and_their_undoing(opened: Opened) -> None:
    async with opened() as screen:
        assert (await screen.press("N")).shelf.unread == 2
        assert (await screen.press("N")).shelf.unread == 3
        assert (await screen.press("A")).shelf.unread == 0
        assert (await screen.press("u")).shelf.unread == 3
        assert (await screen.press("ctrl+r")).shelf.unread == 0


async def test_the_order_of_the_list_is_changed(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("s")

        assert reading.shelf.sort is Sort.OLDEST
        assert reading.notice == "sorted oldest first"


async def test_words_sentences_and_paragraphs(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter")
        assert word(await screen.press("w")) == "toll"
        assert word(await screen.press("b")) == "Ferry"
        down = page(await screen.press("right_curly_bracket")).at
        assert page(await screen.press("right_parenthesis")).at > down
        assert page(await screen.press("left_parenthesis")).at == down
        assert page(await screen.press("left_curly_bracket")).at == 0


async def test_selecting_and_copying(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "v", "w", "w")
        assert page(screen.reading).selection == Span(0, len("Ferry toll rises"))
        assert "SELECT" in screen.line(39)
        reading = await screen.press("y")
        assert reading.notice == "16 characters sent to the terminal's clipboard, which may refuse them"
        assert page(reading).selection is None
        selected = page(await screen.press("j", "j", "j", "V")).selection
        assert selected is not None
        assert selected.of(page(screen.reading).article.text).endswith(".")
        assert page(await screen.press("escape")).selection is None


async def test_searching_in_the_article(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "slash", *"ferry")
        assert screen.line(39).startswith(" /ferry")
        reading = await screen.press("enter")
        hits = len(page(reading).hits)
        assert hits > 2
        assert f"1/{hits} hits" in screen.line(39)
        await screen.press("n")
        assert f"2/{hits} hits" in screen.line(39)
        await screen.press("N")
        assert f"1/{hits} hits" in screen.line(39)
        assert page(await screen.press("escape")).search == ""


async def test_filtering_the_list_as_it_is_typed(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("slash", *"ferry")
        assert [row.title for row in screen.reading.shelf.items if hasattr(row, "title")] == [title(screen.reading)]
        await screen.press("enter", "escape")
        assert len(screen.reading.shelf.items) > 3


async def test_names_are_stepped_through_and_listed(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "e")
        first = page(screen.reading).at
        assert first in {name.start for name in page(screen.reading).names}
        assert page(await screen.press("e")).at > first
        assert page(await screen.press("E")).at == first
        choice = (await screen.press("i")).choice
        assert choice is not None
        assert choice.ask is Ask.NAME
        assert (await screen.press("escape")).choice is None


async def test_the_mentions_of_one_name_are_stepped_through(opened: Opened) -> None:
    async with opened() as screen:
        assert (await screen.press("enter", "right_square_bracket", "e")).notice.startswith("the cursor is on no name")
        starts = [0]
        for _ in range(20):
            if len(starts) > 1:
                break
            await screen.press("e")
            found = offers.mention_here(screen.reading)
            assert found is not None
            starts = [mention.span.start for mention in found.mentions]
        at = page(screen.reading).at
        assert starts[0] == at
        assert page(await screen.press("right_square_bracket", "e")).at == starts[starts.index(at) + 1]
        assert page(await screen.press("left_square_bracket", "e")).at == at
        await screen.press("9", "left_square_bracket", "e")
        assert (await screen.press("left_square_bracket", "e")).notice == "no more mention of it above"


async def test_enter_on_a_name_lists_its_mentions_and_goes_to_one(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "e")
        before = page(screen.reading).at
        choice = (await screen.press("enter")).choice
        assert choice is not None
        assert choice.ask is Ask.MENTION
        assert choice.complete
        reading = await screen.press("down", "enter")
        assert reading.choice is None
        assert len(choice.options) < 3 or page(reading).at != before or title(reading)


async def test_enter_where_there_is_nothing_to_open_says_what_would_be(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("enter", "G", "enter")
        assert reading.notice.startswith("no name or link under the cursor")


def types(reading: Reading, name: str) -> list[EntityType]:
    return [entity.type for entity in analysis(reading).entities if entity.name == name]


async def test_a_name_is_put_right_at_once_and_in_other_articles_and_undone(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "e")
        found = offers.mention_here(screen.reading)
        assert found is not None
        name = found.name
        before = types(screen.reading, name)
        at = page(screen.reading).at
        asked = (await screen.press("r")).choice
        assert asked is not None
        assert asked.ask is Ask.CORRECT

        reading = await screen.press(*"law", "enter")
        assert types(reading, name) == [EntityType.LAW]
        assert reading.notice.endswith("in all articles; u takes it back")
        assert page(reading).at == at
        assert types(await screen.press("J", "K"), name) == [EntityType.LAW]
        assert types(await screen.press("u"), name) == before
        assert types(await screen.press("ctrl+r"), name) == [EntityType.LAW]


async def test_a_name_of_the_list_is_put_right_there_too(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "i")
        chosen = screen.reading.choice.option if screen.reading.choice else None
        assert chosen is not None
        assert "put it right" in screen.line(39)
        await screen.press("ctrl+e", *"not a name", "enter")

        assert types(screen.reading, chosen.text) == []


async def test_a_name_is_the_same_as_one_that_is_typed(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "e", "r", *"same", "enter")
        assert screen.reading.choice is not None
        assert screen.reading.choice.ask is Ask.SAME
        reading = await screen.press(*"Zz top", "enter")

        assert reading.corrections.names.one[0][1] == "Zz top"


async def test_the_names_of_all_articles_are_listed_and_lead_to_the_articles(opened: Opened) -> None:
    async with opened() as screen:
        choice = (await screen.press("I")).choice
        assert choice is not None
        assert choice.ask is Ask.INDEX
        assert choice.complete
        assert index_of(screen.reading).articles == 3
        chosen = (await screen.press(*"brandt")).choice
        assert chosen is not None
        assert [option.text for option in chosen.shown] == ["Ida Brandt"]
        hits = (await screen.press("enter")).choice
        assert hits is not None
        assert hits.ask is Ask.HIT
        assert title(await screen.press("enter")) == "Minutes of the harbour board"


async def test_names_are_gathered_anew_when_one_was_put_right(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("I", "escape", "enter", "e")
        assert index_of(screen.reading).things
        found = offers.mention_here(screen.reading)
        assert found is not None
        await screen.press("r", *"law", "enter", "I")

        assert {thing.type for thing in index_of(screen.reading).things if thing.name == found.name} == {EntityType.LAW}


async def test_a_name_is_put_right_in_the_index_and_has_a_sign_there_afterwards(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("I", *"brandt")
        offered = (await screen.press("ctrl+e")).choice
        assert offered is not None
        assert offered.title == "“Ida Brandt” is …"

        again = (await screen.press(*"law", "enter")).choice

        assert again is not None
        assert again.ask is Ask.INDEX
        assert [option.text for option in again.shown if option.is_own] == ["Ida Brandt"]
        assert {thing.type for thing in index_of(screen.reading).things if thing.name == "Ida Brandt"} == {
            EntityType.LAW
        }


async def test_where_there_is_no_name_it_is_said_how_to_come_to_one(opened: Opened) -> None:
    async with opened() as screen:
        assert "go to a name" in (await screen.press("r")).notice


async def test_key_facts_are_stepped_through_followed_and_hidden(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter")
        evidence = {fact.span.start for fact in screen.reading.panel.shown}
        assert page(await screen.press("right_square_bracket", "f")).at in evidence
        assert page(await screen.press("right_square_bracket", "f")).at in evidence
        assert page(await screen.press("left_square_bracket", "f")).at in evidence
        reading = await screen.press("tab", "j")
        assert page(reading).lit == (reading.panel.fact.span if reading.panel.fact else None)
        reading = await screen.press("enter")
        assert reading.focus is Pane.READER
        assert (await screen.press("f")).frame.facts is None
        assert (await screen.press("f")).frame.facts is not None


async def test_jumps_go_back_and_forward(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "G")
        there = page(screen.reading).at
        assert page(await screen.press("ctrl+o")).at == 0
        assert page(await screen.press("ctrl+p")).at == there


async def test_links_are_looked_at_before_anything_is_done_with_them(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "linked.md").write_text(
        "---\ntitle: Linked\nurl: https://news.example/1\n---\nSee [the log](https://log.example/a) of it.\n"
    )
    async with opened(tmp_path / "linked.md") as screen:
        choice = (await screen.press("L")).choice
        assert choice is not None
        assert [option.value for option in choice.options] == ["https://news.example/1", "https://log.example/a"]
        choice = (await screen.press("down", "enter")).choice
        assert choice is not None
        assert choice.title == "https://log.example/a"
        assert [option.text for option in choice.options] == ["copy the address"]
        assert "21 characters sent" in (await screen.press("enter")).notice


async def test_bookmarks_are_made_listed_followed_and_taken_away(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("m", "enter", "G", "m")
        there = page(screen.reading).at
        assert len(page(screen.reading).bookmarks) == 1
        assert "2 marks" in screen.line(0)
        choice = (await screen.press("g", "apostrophe")).choice
        assert choice is not None
        assert len([option for option in choice.options if not option.is_heading]) == 2
        reading = await screen.press("down", "enter")
        assert page(reading).bookmarks[0].start <= there
        assert page(await screen.press("g", "right_square_bracket", "b")).at == page(reading).bookmarks[0].start
        assert page(await screen.press("G", "left_square_bracket", "b")).at == page(reading).bookmarks[0].start
        assert page(await screen.press("m")).bookmarks == ()
        assert len(page(await screen.press("u")).bookmarks) == 1


async def test_notes_are_written_changed_read_and_deleted(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "right_curly_bracket", "a")
        await screen.press(*"Ask them.", "enter", *"Who counted?", "escape")
        (mark,) = screen.reading.marks.of(page(screen.reading).article.id)
        assert mark.note == "Ask them.\nWho counted?"
        assert "┃ Ask them." in screen.text
        assert "┃ Who counted?" in screen.text
        assert "■" in screen.text
        await screen.press("a", "end", *" And when?", "ctrl+s")
        (mark,) = screen.reading.marks.of(page(screen.reading).article.id)
        assert mark.note == "Ask them.\nWho counted? And when?"
        assert screen.reading.marks.unsaved == frozenset()
        await screen.press("d")
        assert screen.reading.marks.count == 0
        await screen.press("u")
        assert screen.reading.marks.count == 1


async def test_a_note_that_is_being_written_is_seen_on_a_screen_made_smaller(opened: Opened) -> None:
    async with opened(size=(80, 24)) as screen:
        await screen.press("enter", "right_curly_bracket", "a", *"Ask them")
        await screen.pilot.resize_terminal(50, 12)
        await screen.settled()
        assert "Ask them" in screen.text
        await screen.pilot.resize_terminal(120, 40)
        await screen.settled()
        assert "Ask them" in screen.text
        assert (await screen.press("escape")).marks.count == 1


async def test_words_are_highlighted_by_a_digit_or_from_the_list_of_colours(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "v", "w", "2")
        (mark,) = screen.reading.marks.of(page(screen.reading).article.id)
        assert (mark.colour, mark.anchor and mark.anchor.quote) == ("green", "Ferry toll")
        await screen.press("c", *"violet", "enter")
        (mark,) = screen.reading.marks.of(page(screen.reading).article.id)
        assert mark.colour == "violet"
        assert page(await screen.press("G", "left_square_bracket", "n")).at == 0
        assert "no more note" in (await screen.press("right_square_bracket", "n")).notice


async def test_a_colour_is_chosen_by_its_digit_too(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "c", "4")
        (mark,) = screen.reading.marks.of(page(screen.reading).article.id)
        assert mark.colour == "red"


async def test_tags_are_typed_and_completed(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "t", *"harbour", "enter", "J", "t", *"ha", "tab", "enter")
        marks = tuple(screen.reading.marks.standing())
        assert [mark.tags for mark in marks] == [("harbour",), ("harbour",)]


async def test_the_notebook_opens_the_article_at_the_note(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "G", "a", *"last words", "escape", "J")
        choice = (await screen.press("M")).choice
        assert choice is not None
        reading = await screen.press(*"last words", "enter")
        assert page(reading).notes[0].start == page(reading).at


async def test_notes_are_edited_and_exported_from_the_notebook(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as screen:
        await screen.press("enter", "a", *"one", "escape", "M", "ctrl+x")
        screen.app.outside.settle()
        assert "one" in (tmp_path / "notes.md").read_text(encoding="utf-8")
        assert "1 mark written to" in (await screen.settled()).notice
        await screen.press("ctrl+e", *" two", "escape")
        assert [mark.note for mark in screen.reading.marks.standing()] == ["one two"]


async def test_a_fact_is_struck_and_comes_back(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "tab")
        before = screen.reading.panel.shown
        assert len((await screen.press("d")).panel.shown) == len(before) - 1
        assert (await screen.press("u")).panel.shown == before


async def test_a_citation_is_copied(opened: Opened) -> None:
    async with opened() as screen:
        assert "characters sent" in (await screen.press("enter", "Y")).notice
        assert "characters sent" in (await screen.press("tab", "y")).notice


async def test_a_note_that_is_being_written_is_kept_when_the_line_drops(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", *"half a thou")
    async with opened() as screen:
        assert [mark.note for mark in screen.reading.marks.standing()] == ["half a thou"]


async def test_quiet_reading_shows_the_article_alone(opened: Opened) -> None:
    async with opened() as screen:
        reading = await screen.press("enter", "z")
        assert reading.frame.list is None
        assert "KEY FACTS" not in screen.text
        assert (await screen.press("q")).frame.list is not None


async def test_themes_are_seen_as_the_cursor_moves(opened: Opened) -> None:
    async with opened() as screen:
        before = screen.app.main.painter.theme.name
        await screen.press("T", "down")
        other = screen.app.main.painter.theme.name
        assert other != before
        await screen.press("escape")
        assert screen.app.main.painter.theme.name == before
        await screen.press("T", *"paper", "enter")
        assert screen.app.main.painter.theme.name == "paper"


async def test_commands_are_found_by_name(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("colon", *"quiet", "enter")

        assert screen.reading.quiet


async def test_a_tab_of_the_story_is_opened_by_its_name_from_the_list_too(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("colon", *"fact by fact", "enter")

        assert screen.reading.story_open is not None
        assert screen.reading.story_open.tab == "compare"


async def test_the_help_lists_the_keys_and_does_what_is_chosen(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("question_mark")
        assert "KEYS" in screen.text
        await screen.press(*"all articles as read", "enter")
        assert screen.reading.shelf.unread == 0


async def test_a_count_goes_before_a_key(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "3")
        assert "3" in screen.line(0)
        reading = await screen.press("w")
        assert word(reading) == "to"


async def test_redrawing_leaves_all_as_it_is(opened: Opened) -> None:
    async with opened() as screen:
        before = screen.text
        await screen.press("ctrl+l")
        assert screen.text == before


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+q"])
async def test_leaving(opened: Opened, key: str) -> None:
    async with opened() as screen:
        await screen.pilot.press(key)
        assert screen.app.return_code == 0


async def test_q_goes_back_before_it_leaves(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "tab", "q")
        assert screen.reading.focus is Pane.READER
        assert (await screen.press("q")).focus is Pane.LIST


async def test_the_users_keys_are_in_force(opened: Opened) -> None:
    async with opened(settings=Settings(keys={"all_read": ("X",)})) as screen:
        assert (await screen.press("X")).shelf.unread == 0
        assert " X " not in screen.line(39)


async def test_pasted_words_go_into_the_search_and_nowhere_else(opened: Opened) -> None:
    from textual import events

    async with opened() as screen:
        before = screen.reading
        screen.app.post_message(events.Paste("qqq"))
        assert (await screen.settled()) is before
        await screen.press("enter", "slash")
        screen.app.post_message(events.Paste("Halcyon"))
        await screen.settled()
        assert page(await screen.press("enter")).search == "Halcyon"


async def test_the_mouse_opens_points_and_scrolls_where_it_is_on(opened: Opened) -> None:
    async with opened(settings=Settings(mouse=True)) as screen:
        row = next(
            number for number in range(40) if "Attack" in screen.line(number)[:28] or "Base" in screen.line(number)[:28]
        )
        await screen.pilot.click(offset=(5, row))
        reading = await screen.settled()
        assert reading.focus is Pane.READER
        assert reading.shelf.current is not None
        assert title(reading) == reading.shelf.current.title


async def test_a_button_that_goes_down_selects_nothing_of_textuals_own(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter")
        await screen.pilot.mouse_down(offset=(60, 10))

        assert screen.app.screen._select_state is None


async def test_a_click_beyond_the_screen_does_not_take_the_keys_from_a_note(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", "x")
        screen.app.post_message(events.MouseDown(None, 900, 900, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await screen.settled()
        assert screen.app.screen.focused is None

        await screen.press("y", "z", "escape")

        assert screen.reading.draft is None
        assert [mark.note for marks in screen.reading.marks.by_article.values() for mark in marks] == ["xyz"]


async def test_a_frame_that_still_holds_the_editor_that_was_taken_away_is_drawn(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", *"gone")
        editor = screen.app.main.editor
        assert editor is not None
        await screen.press("escape")

        assert [strip.text for strip in editor.render_lines(Region(0, 0, 4, 2))] == ["    "] * 2


async def test_a_note_can_be_begun_before_the_editor_of_the_last_one_is_gone(opened: Opened) -> None:
    async with opened() as screen:
        await screen.press("enter", "a", "x")
        main = screen.app.main
        main.keep_note("x")
        main.annotate()
        await screen.press("y", "escape")

        notes = [mark.note for marks in screen.reading.marks.by_article.values() for mark in marks]
        assert screen.reading.draft is None
        assert notes == ["xy"]


async def test_a_size_that_the_terminal_has_no_more_is_passed_over(opened: Opened) -> None:
    async with opened() as screen:
        size = screen.pilot.app.size
        stale = Size(50, 12)
        screen.pilot.app.screen.post_message(events.Resize(stale, stale))
        await screen.settled()
        assert (screen.reading.width, screen.reading.height) == size

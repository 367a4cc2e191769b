from dataclasses import replace

import pytest

from briefing.model import Article
from briefing.reading import moving
from briefing.reading.frame import Pane
from briefing.reading.opening import analysed, opened
from briefing.reading.prompt import typed
from briefing.reading.seeking import answered, asked
from briefing.reading.state import Reading, arrived, focused, resized
from briefing.reading.steps import step
from briefing.reading.table import Table
from tests.reading.samples import HARBOUR, TIDE, UNDATED, analysis_of_harbour, rows, span


def reading(*, width: int = 120, height: int = 30) -> Reading:
    """Return the three sample articles in the list, and none of them open."""
    there = resized(Reading(), width=width, height=height)
    return arrived(there, Table().grown(rows(HARBOUR, TIDE, UNDATED)))


def reader(*, width: int = 120, height: int = 30) -> Reading:
    """Return the first article open and analysed, the keys going to it."""
    there = opened(focused_on_reader(reading(width=width, height=height)), HARBOUR)
    return analysed(there, analysis_of_harbour())


def focused_on_reader(there: Reading) -> Reading:
    return after(there, "open")


def after(there: Reading, *actions: str) -> Reading:
    for action in actions:
        done = step(there, action)
        assert done is not None, action
        there = done
    return there


def word(there: Reading) -> str:
    assert there.page is not None
    return there.page.word.of(there.page.article.text)


def test_opening_a_row_asks_for_its_article_and_goes_to_the_reader() -> None:
    there = after(reading(), "open")

    assert there.wanted is not None
    assert there.wanted.row.id == "harbour"
    assert there.focus is Pane.READER


def test_an_article_is_read_when_the_reader_has_the_focus() -> None:
    beside = opened(reading(), HARBOUR)

    assert "harbour" not in beside.shelf.read
    assert "harbour" in focused(beside, Pane.READER).shelf.read


def test_the_next_article_is_the_one_below_in_the_list() -> None:
    there = after(reader(), "next_article")

    assert there.wanted is not None
    assert there.wanted.row.id == "tide"
    assert after(there, "next_article", "next_article").notice == "this is the last article"


def test_n_goes_to_the_next_unread_where_nothing_is_searched() -> None:
    there = after(reader(), "next_match")

    assert there.wanted is not None
    assert there.wanted.row.id == "tide"


def test_n_goes_to_the_next_hit_while_a_search_is_on() -> None:
    there = search(reader(), "harbour")

    assert word(after(there, "next_match")) == "harbour"
    assert after(there, "next_match").wanted is None


def search(there: Reading, words: str) -> Reading:
    there = after(there, "search")
    assert there.prompt is not None
    return answered(asked(there, typed(there.prompt, words)))


def test_a_search_that_finds_nothing_says_so() -> None:
    assert search(reader(), "submarine").notice == 'nothing found for "submarine"'


def test_escape_ends_the_selection_first_then_the_search() -> None:
    there = after(search(reader(), "harbour"), "select")

    once = after(there, "cancel")
    twice = after(once, "cancel")

    assert once.page is not None
    assert twice.page is not None
    assert (once.page.selection, once.page.search) == (None, "harbour")
    assert twice.page.search == ""


def test_the_list_is_filtered_while_the_words_are_typed() -> None:
    there = after(reading(), "search")
    assert there.prompt is not None
    there = asked(there, typed(there.prompt, "tide"))

    assert there.shelf.current == rows(TIDE)[0]
    assert answered(there).shelf.words == "tide"
    ended = after(there, "cancel")
    assert ended.shelf.words == ""
    assert ended.prompt is None


def test_a_filter_that_was_kept_is_ended_by_escape() -> None:
    there = after(reading(), "search")
    assert there.prompt is not None
    kept = answered(asked(there, typed(there.prompt, "tide")))

    assert after(kept, "cancel").shelf.words == ""


def test_moving_over_a_fact_lights_its_words() -> None:
    there = after(reader(), "pane_right", "down")

    assert there.page is not None
    assert there.page.lit == span(HARBOUR, "the harbour would open again on Tuesday")


def test_enter_on_a_fact_goes_to_its_words_and_back() -> None:
    there = after(reader(), "pane_right", "open")

    assert there.focus is Pane.READER
    assert word(there) == "Two"
    assert word(after(there, "back")) == "Harbour"
    assert word(after(there, "back", "forward")) == "Two"


def test_names_are_stepped_through() -> None:
    there = after(reader(), "next_entity")

    assert word(there) == "Ansel"
    assert word(after(there, "next_entity")) == "Ida"
    assert word(after(there, "next_entity", "previous_entity")) == "Ansel"
    assert after(there, "next_entity", "next_entity", "next_entity").notice == "no more name below"


def test_key_facts_are_stepped_through_in_the_text() -> None:
    there = after(reader(), "next_fact", "next_fact")

    assert word(there) == "the"
    assert there.page is not None
    assert there.page.at == span(HARBOUR, "the harbour would").start


def test_a_count_repeats_a_motion() -> None:
    there = step(reader(), "word_right", 4)

    assert there is not None
    assert word(there) == "The"


def test_marking_unread_is_undoable_later() -> None:
    there = after(reading(), "previous_match")

    assert "harbour" in there.shelf.read
    assert len(there.history.done) == 1


def test_all_read_marks_what_is_shown() -> None:
    assert after(reading(), "all_read").shelf.read == {"harbour", "tide", "gull"}
    assert after(reading(), "all_read", "all_read").notice == "all articles are read"


def test_quiet_reading_shows_the_article_alone_until_q() -> None:
    there = after(reader(), "quiet")

    assert (there.frame.list, there.frame.facts) == (None, None)
    assert after(there, "leave").frame.facts is not None


@pytest.mark.parametrize("width", [40, 80])
def test_on_a_narrow_screen_the_facts_come_up_below_the_reader(width: int) -> None:
    there = reader(width=width, height=24)

    assert there.frame.facts is None
    assert after(there, "pane_right").frame.facts is not None
    assert after(there, "pane_right", "leave").frame.facts is None
    assert after(there, "facts").frame.facts is not None


def test_on_a_wide_screen_the_facts_can_be_hidden() -> None:
    assert after(reader(), "facts").frame.facts is None
    assert after(reader(), "facts", "facts").frame.facts is not None


def test_leaving_goes_back_pane_by_pane() -> None:
    there = after(reader(), "pane_right")

    assert after(there, "leave").focus is Pane.READER
    assert after(there, "leave", "leave").focus is Pane.LIST


def test_nothing_can_be_read_while_nothing_is_open() -> None:
    empty = resized(Reading(), width=80, height=24)

    for action in ("pane_right", "open", "word_right", "search", "next_match", "quiet", "facts", "back", "next_fact"):
        assert after(empty, action).page is None


def test_going_back_to_another_article_opens_it_there() -> None:
    there = opened(after(reader(), "last", "next_article"), TIDE)
    there = replace(there, jumps=after(reader(), "last").jumps)

    back = after(there, "back")

    assert back.wanted is not None
    assert back.wanted.row.id == "harbour"


def test_the_same_article_in_two_files_is_passed_by() -> None:
    twice = arrived(
        resized(Reading(), width=120, height=30), Table().grown(rows(HARBOUR, replace(HARBOUR, path="z.txt"), TIDE))
    )
    there = opened(after(twice, "open"), HARBOUR)
    there = opened(after(there, "next_article"), replace(HARBOUR, path="z.txt"))

    assert there.shelf.current is not None
    assert there.shelf.current.path == "z.txt"
    there = after(there, "next_article")
    assert there.wanted is not None
    assert there.wanted.row.id == "tide"


def test_resizing_from_wide_to_narrow_hides_the_facts() -> None:
    assert resized(reader(), width=80, height=24).frame.facts is None


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 60), (40, 20), (10, 3), (1, 1)])
def test_every_size_shows_the_cursor(width: int, height: int) -> None:
    there = resized(reader(), width=width, height=height)

    assert there.page is not None
    line = there.page.layout.line_of(there.page.at)
    assert there.page.top <= line < there.page.top + there.page.height


def test_an_analysis_that_comes_too_late_is_dropped() -> None:
    there = opened(reading(), TIDE)

    assert analysed(there, analysis_of_harbour()) is there


def test_an_article_that_was_opened_again_is_another_one() -> None:
    again: Article = replace(HARBOUR)
    there = opened(reading(), again)

    assert analysed(there, analysis_of_harbour()) is there


def test_paging_moves_the_page_by_what_it_shows() -> None:
    there = reader(width=60, height=10)
    assert there.page is not None
    turned = after(there, "page_down")

    assert turned.page is not None
    assert turned.page.top == min(there.page.height - 2, there.page.most_top)
    assert moving.ended(turned.page, last=True).percent == 100


def test_beside_the_list_the_next_article_leaves_the_keys_where_they_are() -> None:
    there = after(reading(), "next_article")

    assert there.focus is Pane.LIST
    assert "tide" in opened(there, TIDE).shelf.read
    assert after(reading(width=80), "next_article").focus is Pane.READER

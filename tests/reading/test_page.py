from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.reading import motion, moving, searching
from briefing.reading import page as paging
from briefing.reading.lights import changed_lines, layers
from briefing.reading.page import Page, Select
from tests.reading.samples import HARBOUR, TIDE, analysis_of_harbour, span


def page(*, width: int = 30, height: int = 6) -> Page:
    return paging.analysed(paging.opened(HARBOUR, width=width, height=height), analysis_of_harbour())


def word(here: Page) -> str:
    return here.word.of(HARBOUR.text)


def test_the_cursor_begins_on_the_first_word() -> None:
    assert word(page()) == "Harbour"


def test_an_article_opens_where_it_was_left() -> None:
    at = span(HARBOUR, "coastguard").start

    there = paging.opened(HARBOUR, width=30, height=6, at=at)

    assert word(there) == "coastguard"
    assert there.top <= there.layout.line_of(at) < there.top + there.height


def test_moving_down_keeps_to_the_column() -> None:
    start = paging.at_offset(page(width=60, height=20), span(HARBOUR, "Nobody").start)

    down = moving.lines_moved(start, 1)
    back = moving.lines_moved(down, -1)

    assert word(back) == "Nobody"
    assert down.layout.line_of(down.at) > start.layout.line_of(start.at)


def test_moving_past_the_last_line_stays_there() -> None:
    there = moving.lines_moved(page(), 100)

    assert moving.lines_moved(there, 1) == there


def test_a_page_turned_and_turned_back_is_the_same() -> None:
    there = page(height=5)

    assert moving.scrolled(moving.scrolled(there, 3), -3).top == there.top


def test_the_page_follows_the_cursor() -> None:
    there = moving.ended(page(height=4), last=True)

    assert word(there) == "water"
    assert there.top == len(there.layout.lines) - 4
    assert there.percent == 100


def test_searching_goes_to_the_first_hit_and_round_the_end() -> None:
    there = searching.searched(page(), "harbour")

    assert len(there.hits) == 3
    assert there.hit == 0
    assert searching.next_hit(there, -1).hit == 2
    assert searching.next_hit(searching.next_hit(searching.next_hit(there, 1), 1), 1).hit == 0


def test_a_search_takes_its_words_literally() -> None:
    assert searching.searched(page(), "Ansel.*").hits == ()


def test_a_search_crosses_lines_and_cases() -> None:
    assert searching.searched(page(), "CLOSED   on monday").hits == (span(HARBOUR, "closed on Monday"),)


def test_a_hit_inside_a_word_is_stepped_over() -> None:
    there = searching.searched(page(), "s")

    seen = []
    for _ in there.hits:
        seen.append(there.at)
        there = searching.next_hit(there, 1)

    assert len(set(seen)) > 3


def test_a_selection_is_of_whole_words() -> None:
    start = paging.selecting(paging.at_offset(page(), span(HARBOUR, "Two").start), Select.WORDS)

    selected = moving.stepped(start, motion.word_after, 2).selection

    assert selected is not None
    assert selected.of(HARBOUR.text) == "Two ships had"


def test_a_selection_of_sentences_takes_them_whole() -> None:
    selected = paging.selecting(paging.at_offset(page(), span(HARBOUR, "ships").start), Select.SENTENCES).selection

    assert selected is not None
    assert selected.of(HARBOUR.text) == "Two ships had collided in fog."


def test_selecting_again_ends_the_selection() -> None:
    assert paging.selecting(paging.selecting(page(), Select.WORDS), Select.WORDS).selection is None


def test_an_analysis_of_another_article_is_dropped() -> None:
    there = paging.opened(TIDE, width=30, height=6)

    assert paging.analysed(there, analysis_of_harbour()) is there


def test_lighting_a_fact_brings_its_words_into_view_and_leaves_the_cursor() -> None:
    fact = span(HARBOUR, "oil on the water")

    there = paging.lighting(page(height=4), fact)

    assert there.top <= there.layout.line_of(fact.start) < there.top + 4
    assert there.at == page().at


def test_only_the_lines_that_look_different_are_drawn_anew() -> None:
    before = replace(page(width=60, height=20), has_cursor=True)
    after = moving.stepped(before, motion.word_after)

    assert changed_lines(before, after) == frozenset({before.layout.line_of(0)})
    assert changed_lines(before, moving.scrolled(paging.resized(after, width=60, height=5), 2)) is None


def test_the_other_mentions_of_the_name_under_the_cursor_are_lit() -> None:
    there = replace(paging.at_offset(page(), span(HARBOUR, "Ansel").start), has_cursor=True)

    lit = {layer.style: layer.spans for layer in layers(there)}

    assert lit["named-here"] == (span(HARBOUR, "Ansel"), span(HARBOUR, "Ansel", nth=1))
    assert lit["place"] == lit["named-here"]
    assert lit["person"] == (span(HARBOUR, "Ida Brandt"),)


@given(st.integers(0, len(HARBOUR.text)), st.integers(4, 90), st.integers(4, 90), st.integers(1, 30))
def test_resizing_keeps_the_cursor_and_shows_it(offset: int, width: int, other: int, height: int) -> None:
    there = paging.at_offset(paging.opened(HARBOUR, width=width, height=height), offset)

    resized = paging.resized(there, width=other, height=max(1, height // 2))

    line = resized.layout.line_of(resized.at)
    assert resized.at == there.at
    assert resized.top <= line < resized.top + resized.height


@given(
    st.lists(st.sampled_from(["j", "k", "d", "u", "w", "b", ")", "(", "}", "{", "g", "G", "n", "wheel"]), max_size=40)
)
def test_whatever_moves_the_cursor_stays_on_a_word_in_view(keys: list[str]) -> None:
    there = searching.searched(page(width=24, height=5), "a")
    for key in keys:
        there = {
            "j": lambda p: moving.lines_moved(p, 1),
            "k": lambda p: moving.lines_moved(p, -1),
            "d": lambda p: moving.scrolled(p, 3),
            "u": lambda p: moving.scrolled(p, -3),
            "w": lambda p: moving.stepped(p, motion.word_after),
            "b": lambda p: moving.stepped(p, motion.word_before),
            ")": lambda p: moving.stepped(p, motion.sentence_after),
            "(": lambda p: moving.stepped(p, motion.sentence_before),
            "}": lambda p: moving.stepped(p, motion.paragraph_after),
            "{": lambda p: moving.stepped(p, motion.paragraph_before),
            "g": lambda p: moving.ended(p, last=False),
            "G": lambda p: moving.ended(p, last=True),
            "n": lambda p: searching.next_hit(p, 1),
            "wheel": lambda p: moving.wheeled(p, 3),
        }[key](there)

        assert there.at == motion.word_start(HARBOUR.text, there.at)
        assert there.top <= there.layout.line_of(there.at) < there.top + there.height
        assert 0 <= there.top <= there.most_top


def test_an_empty_article_can_be_opened_and_moved_in() -> None:
    empty = paging.opened(replace(TIDE, text=""), width=20, height=5)

    for there in (moving.lines_moved(empty, 1), moving.scrolled(empty, 5), moving.ended(empty, last=True)):
        assert there.word == Span(0, 0)

from __future__ import annotations

from briefing.reading.steps import step
from briefing.reading.story.quoting import quoted
from tests.reading.story.telling import in_story
from tests.reading.story.test_story_screen import done, on_slot, view_of


def test_a_fact_is_quoted_with_who_says_what_and_why() -> None:
    words = quoted(view_of(on_slot(in_story("post", "wire", tab="compare"), "injured")))

    assert words.startswith("injured: 12 (Harbour Post); At least 15 (Tessera Wire) (")


def test_a_sentence_is_quoted_as_a_citation() -> None:
    there = done(on_slot(in_story("post", "wire", tab="compare"), "injured"), "open")

    assert quoted(view_of(there)).startswith("“")
    assert "2024" in quoted(view_of(there))


def test_a_report_a_name_and_a_day_are_quoted() -> None:
    assert (
        quoted(view_of(done(in_story("post", "wire"), "first")))
        == "“Two ferries collide off Tolna” (Harbour Post, Mon 6 May 2024)"
    )
    assert quoted(view_of(in_story("post", "wire", tab="names"))) in {"Ida Brandt", "Brandt", "Captain Brandt"}
    assert quoted(view_of(in_story("post", "wire", tab="timeline"))).startswith("Mar 2019: ")


def test_two_texts_beside_each_other_give_the_sentence_of_the_chosen_side() -> None:
    there = in_story("post", "wire", tab="beside")
    other = step(there, "pane_right")
    assert other

    assert quoted(view_of(there)) != quoted(view_of(other))

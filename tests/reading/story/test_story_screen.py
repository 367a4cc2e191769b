from __future__ import annotations

from dataclasses import replace

from briefing.keymap import Keymap
from briefing.reading.drawing.bars import status_line, top_line
from briefing.reading.drawing.pieces import ASCII, UNICODE, Signs
from briefing.reading.drawing.story import story_line
from briefing.reading.frame import Pane
from briefing.reading.opening import opened
from briefing.reading.prompt import typed
from briefing.reading.seeking import answered, asked
from briefing.reading.state import Reading, resized
from briefing.reading.steps import step
from briefing.reading.story.laying import Fact, Report, Words
from briefing.reading.story.tabs import TABS
from briefing.reading.story.view import StoryView
from tests.reading.story.telling import ARTICLES, POST, in_story, reading, with_story


def text(there: Reading, *, signs: Signs = UNICODE) -> str:
    """Return the story screen as it is drawn."""
    view = view_of(there)
    lines = (story_line(view, row, Keymap(), width=there.width, signs=signs) for row in range(view.height))
    return "\n".join("".join(piece.text for piece in pieces).rstrip() for pieces in lines)


def view_of(there: Reading) -> StoryView:
    assert there.story
    return there.story


def done(there: Reading, *actions: str) -> Reading:
    for action in actions:
        there = step(there, action) or there
    return there


def on_slot(there: Reading, slot: str) -> Reading:
    """Return the reading with the cursor on the first line of that slot."""
    view = view_of(there)
    assert view.story
    number = next(number for number, line in enumerate(view.story.compare) if line.slot == slot)
    place = view.laid.targets.index(Fact(number))
    return done(there, "first", *["down"] * place)


def test_the_key_opens_the_story_of_the_article_under_the_cursor_of_the_list() -> None:
    there = done(reading(), "story")

    assert there.story_open
    assert there.story_open.wish.row.id == there.shelf.table.id(0) or there.story_open.wish.row == there.shelf.current
    for tab in TABS:
        assert "Looking for other reports" in text(done(there, f"story_{tab.name}")), tab.name


def test_the_card_tells_title_tallies_reports_and_slots() -> None:
    shown = text(in_story())

    assert "Two ferries collide off Tolna" in shown
    assert "3 reports" in shown
    assert "2 texts of their own" in shown
    assert "the same text as Harbour\u00a0Post" in shown
    assert "injured" in shown
    assert "FOUND IN NO REPORT" in shown


def test_signs_can_be_plain_letters() -> None:
    shown = text(in_story(), signs=ASCII)

    assert shown.replace("\u00a0", " ").isascii()


def test_enter_on_a_fact_shows_its_grounds_and_again_goes_to_the_words() -> None:
    there = on_slot(in_story(tab="compare"), "injured")
    grounds = done(there, "open")

    assert "At least 15 people were hurt when the ferries Aurora and Vega collided" in text(grounds)
    assert isinstance(view_of(grounds).target, Words)

    words = done(grounds, "open")

    assert not words.story_open
    assert words.wanted
    assert words.wanted.row.id in {"post", "wire"}
    assert ARTICLES[words.wanted.row.id].text[words.wanted.at or 0 :].startswith(("12", "At least 15"))


def test_back_leads_from_the_words_to_the_same_place_of_the_story() -> None:
    there = done(on_slot(in_story(tab="compare"), "injured"), "open", "open")
    assert there.wanted
    there = opened(there, ARTICLES[there.wanted.row.id], at=there.wanted.at or 0)
    before = view_of(there)

    again = done(there, "back")

    assert again.story_open
    assert (view_of(again).tab, view_of(again).cursor) == ("compare", before.cursor)
    assert not done(again, "forward").story_open


def test_leaving_folds_the_grounds_and_then_leaves_the_story() -> None:
    there = done(on_slot(in_story(tab="compare"), "injured"), "open")
    folded = done(there, "leave")

    assert isinstance(view_of(folded).target, Fact)
    assert not view_of(folded).unfolded
    assert done(folded, "leave").story_open is None


def test_a_column_is_chosen_sideways_and_enter_goes_to_its_report() -> None:
    there = on_slot(in_story(tab="compare"), "injured")
    there = done(there, "pane_left", "pane_left", "pane_right", "open", "open")

    assert there.wanted
    assert there.wanted.row.id == "wire"


def test_what_one_report_alone_tells_is_folded_until_it_is_asked_for() -> None:
    there = in_story(tab="compare")
    folded = done(there, "last")

    assert "Enter shows them" in text(folded)
    assert "Enter shows them" not in text(done(folded, "open"))


def test_the_timeline_stands_in_order_and_leads_to_the_words() -> None:
    there = in_story(tab="timeline")
    shown = text(there)

    assert shown.index("Mar 2019") < shown.index("Mon 6 May 2024") < shown.index("Tue 7 May 2024")

    there = done(there, "first", "open", "open")

    assert there.wanted
    assert "March 2019" in ARTICLES[there.wanted.row.id].text[there.wanted.at or 0 :]


def test_two_reports_go_from_fact_to_fact_in_step() -> None:
    there = in_story(tab="beside")
    beside = view_of(there).beside
    assert beside
    assert {page.article.id for page in beside.pages} == {"post", "wire"}
    assert all(page.lit for page in beside.pages)

    after = view_of(done(there, "down")).beside
    assert after
    assert after.number == 1
    assert after.pages[0].lit != beside.pages[0].lit
    assert view_of(done(there, "last", "down")).beside == view_of(done(there, "last")).beside


def test_enter_beside_each_other_goes_to_the_words_of_the_chosen_side() -> None:
    there = done(in_story(tab="beside"), "pane_right", "open")

    assert there.wanted
    beside = view_of(there).beside
    assert beside
    assert there.wanted.row.id == beside.pages[1].article.id


def test_the_gaps_tell_who_is_silent() -> None:
    shown = text(in_story(tab="gaps"))

    assert "accident" in shown
    assert "FOUND IN NO REPORT" in shown or "SILENT ON IT" in shown


def test_a_story_of_one_report_says_so() -> None:
    there = in_story("tide")

    assert "1 report: no other article tells of it" in text(there)
    assert "nothing stands beside it" in text(done(there, "story_compare"))
    assert "Two reports are needed" in text(done(there, "story_beside"))


def test_searching_goes_to_the_lines_that_hold_the_words() -> None:
    there = done(in_story(tab="timeline"), "first", "search")
    assert there.prompt
    there = answered(asked(there, typed(there.prompt, "tuesday")))

    view = view_of(there)
    lines = [line for line in view.laid.lines if line.target == view.cursor]
    assert "Tuesday" in "".join(piece.text for line in lines for piece in line.pieces)


def test_a_report_is_opened_from_the_card() -> None:
    there = done(in_story(), "first")
    assert view_of(there).target == Report("post")

    assert done(there, "open").wanted


def test_another_size_keeps_the_cursor_on_its_line() -> None:
    there = on_slot(in_story(tab="compare"), "injured")
    before = view_of(there).target

    assert view_of(resized(there, width=60, height=20)).target == before


def test_the_bars_tell_of_the_story() -> None:
    there = in_story(tab="compare")
    top = "".join(piece.text for piece in top_line(there, width=120, where="", pending="", signs=UNICODE))
    status = "".join(piece.text for piece in status_line(there, Keymap(), width=120))

    assert "3 reports" in top
    assert "next tab" in status


def test_the_story_opens_at_the_fact_that_it_was_asked_from() -> None:
    there = opened(reading(), POST)
    from briefing.reading.opening import analysed
    from briefing.reading.state import focused
    from tests.reading.story.telling import analysed as found
    from tests.reading.story.telling import with_story

    there = focused(analysed(there, found("post")), Pane.FACTS)
    facts = there.panel.shown
    number = next(number for number, fact in enumerate(facts) if "12" in fact.label)
    there = done(there, *["down"] * number, "story")
    view = view_of(with_story(there, "post", "wire"))

    assert isinstance(view.target, Fact)
    assert view.story
    assert view.story.compare[view.target.number].slot == "injured"


def test_what_is_done_in_a_story_opens_it_first() -> None:
    there = done(reading(), "story_compare")

    assert view_of(there).tab == "compare"
    assert done(done(there, "leave"), "top").story_open is None


def test_a_name_that_is_longer_than_its_column_is_parted_between_its_words() -> None:
    there = in_story("post", "wire", width=62, height=24, tab="compare")
    head = ["".join(piece.text for piece in pieces) for pieces in view_of(there).laid.head]

    assert any("Harbour" in line for line in head)
    assert not any(line.rstrip().endswith(("Harbou", "Tesser")) for line in head)


def test_the_names_of_one_thing_stand_with_what_joined_them() -> None:
    shown = text(in_story("post", "wire", tab="names"))

    assert '"Brandt" and "Ida Brandt": ' in shown.replace("\u00a0", " ") or '"Ida Brandt" and "Brandt": ' in shown


def test_nothing_stands_side_by_side_for_those_who_listen() -> None:
    there = step(replace(reading(), heard=True), "story")
    assert there
    there = with_story(there, "post", "wire")

    assert not view_of(done(there, "story_compare")).laid.head
    shown = text(done(there, "story_beside")).splitlines()
    assert not [line for line in shown if "Harbour\u00a0Post" in line and "Tessera\u00a0Wire" in line]

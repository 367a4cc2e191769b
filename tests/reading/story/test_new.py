from __future__ import annotations

from dataclasses import replace

from briefing.reading.state import Reading
from briefing.reading.steps import step
from briefing.reading.story.laying import Fold, Report, Words
from briefing.reading.story.moving import told
from briefing.stories.news import news, remembered
from tests.reading.story.telling import POST, WIRE, in_story, story_of
from tests.reading.story.test_story_screen import text, view_of


def knowing(*read: str, width: int = 120) -> Reading:
    """Return the screen on what is new to one who has read some of the reports."""
    there = in_story("post", "wire", tab="new", width=width)
    found = story_of("post", "wire")
    fresh = news(found, remembered(found, read=read, memory={}))
    return replace(there, story=told(view_of(there), found.group, found, news=fresh))


def test_new_reports_and_changed_numbers_stand_there_with_who_gives_them() -> None:
    shown = text(knowing("post")).replace("\u00a0", " ")

    assert "NEW REPORTS" in shown
    assert "Tessera Wire  7 May  Fifteen hurt in ferry collision off Tolna" in shown
    assert "injured  12 (Harbour Post) → at least 15 (Tessera Wire)" in shown
    assert "NEW FACTS" in shown


def test_each_line_leads_to_a_report_or_to_its_words() -> None:
    targets = view_of(knowing("post")).laid.targets

    assert targets[0] == Report(WIRE.id)
    assert all(isinstance(target, Words | Report | Fold) for target in targets)
    assert {target.article for target in targets if isinstance(target, Words)} == {WIRE.id}


def test_one_sentence_says_that_nothing_is_new() -> None:
    assert "Nothing is new: it tells no more than what you have read." in text(knowing("post", "wire"))


def test_a_story_of_which_nothing_was_read_is_new_as_a_whole() -> None:
    shown = text(knowing())

    assert "None of its reports was read before" in shown
    assert "NEW FACTS" not in shown


def test_enter_opens_the_new_report() -> None:
    there = knowing("post")
    there = step(there, "open") or there

    assert there.wanted
    assert there.wanted.row.id == WIRE.id
    assert POST.id != WIRE.id


def test_it_fits_a_narrow_screen() -> None:
    there = knowing("post", width=40)

    assert max(map(len, text(there).splitlines())) <= 40

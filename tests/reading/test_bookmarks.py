from datetime import UTC, datetime

from briefing.model import MarkKind
from briefing.reading import page as paging
from briefing.reading.bookmarks import bookmarked, redone, standing, undone, with_marks
from briefing.reading.frame import Pane
from briefing.reading.state import Reading, opened
from tests.reading.samples import HARBOUR, span
from tests.reading.test_steps import after, reader, reading

NOW = datetime(2024, 1, 17, 4, 0, tzinfo=UTC)


def spans(there: Reading) -> tuple[object, ...]:
    assert there.page is not None
    return there.page.bookmarks


def test_a_bookmark_is_on_the_sentence_under_the_cursor() -> None:
    there = bookmarked(after(reader(), "next_entity"), now=NOW)

    assert spans(there) == (span(HARBOUR, "The harbour of Ansel was closed on Monday."),)


def test_a_bookmark_is_on_what_is_selected() -> None:
    there = bookmarked(after(reader(), "next_entity", "select", "word_right"), now=NOW)

    assert spans(there) == (span(HARBOUR, "Ansel was"),)
    assert there.page is not None
    assert there.page.selection is None


def test_the_same_key_takes_a_bookmark_away() -> None:
    there = bookmarked(bookmarked(reader(), now=NOW), now=NOW)

    assert spans(there) == ()
    assert [mark.deleted for mark in there.marks["harbour"]] == [True]


def test_a_bookmark_in_the_list_is_on_the_article() -> None:
    there = bookmarked(reading(), now=NOW)

    (mark,) = standing(there.marks, "harbour")
    assert (mark.kind, mark.anchor) == (MarkKind.BOOKMARK, None)
    assert standing(bookmarked(there, now=NOW).marks, "harbour") == ()


def test_bookmarks_are_undone_and_done_again() -> None:
    made = bookmarked(reader(), now=NOW)
    back = undone(made, now=NOW)
    again = redone(back, now=NOW)

    assert (len(spans(made)), len(spans(back)), len(spans(again))) == (1, 0, 1)
    assert [mark.revision for mark in again.marks["harbour"]] == [3]


def test_read_and_unread_are_undone_too() -> None:
    there = after(reading(), "all_read")

    assert undone(there, now=NOW).shelf.read == frozenset()
    assert redone(undone(there, now=NOW), now=NOW).shelf.read == {"harbour", "tide", "gull"}


def test_undoing_nothing_says_so() -> None:
    assert undone(reading(), now=NOW).notice == "nothing to undo"
    assert redone(reading(), now=NOW).notice == "nothing to do again"


def test_a_new_change_forgets_what_was_undone() -> None:
    there = undone(bookmarked(reader(), now=NOW), now=NOW)
    there = bookmarked(after(there, "paragraph_down"), now=NOW)

    assert redone(there, now=NOW).notice == "nothing to do again"


def test_bookmarks_are_found_again_when_the_article_is_opened_again() -> None:
    marks = bookmarked(after(reader(), "next_entity"), now=NOW).marks
    there = opened(with_marks(reading(), [mark for group in marks.values() for mark in group]), HARBOUR)

    assert spans(there) == (span(HARBOUR, "The harbour of Ansel was closed on Monday."),)


def test_bookmarks_are_stepped_through() -> None:
    there = bookmarked(after(reader(), "last"), now=NOW)
    there = after(there, "first", "next_bookmark")

    assert there.page is not None
    assert there.page.at == span(HARBOUR, "The coastguard").start
    assert there.focus is Pane.READER
    assert paging.ended(there.page, last=False).at == 0

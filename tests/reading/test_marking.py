from dataclasses import replace
from datetime import UTC, datetime

from briefing.model import MarkKind
from briefing.reading import moving
from briefing.reading.choice import keyed
from briefing.reading.citing import citation
from briefing.reading.drawing.pieces import UNICODE
from briefing.reading.drawing.sheet import sheet_line
from briefing.reading.frame import Pane
from briefing.reading.lights import signed_lines
from briefing.reading.marking import attached, bookmarked, drafted, drafting, highlighted, removed, tagged
from briefing.reading.notebook import notebook
from briefing.reading.opening import analysed, opened
from briefing.reading.state import Reading, with_marks
from briefing.reading.undoing import redone, undone
from tests.reading.samples import HARBOUR, analysis_of_harbour, span
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
    assert [mark.deleted for mark in there.marks.by_article["harbour"]] == [True]


def test_a_bookmark_in_the_list_is_on_the_article() -> None:
    there = bookmarked(reading(), now=NOW)

    (mark,) = there.marks.of("harbour")
    assert (mark.kind, mark.anchor) == (MarkKind.BOOKMARK, None)
    assert bookmarked(there, now=NOW).marks.of("harbour") == ()


def test_bookmarks_are_undone_and_done_again() -> None:
    made = bookmarked(reader(), now=NOW)
    back = undone(made, now=NOW)
    again = redone(back, now=NOW)

    assert (len(spans(made)), len(spans(back)), len(spans(again))) == (1, 0, 1)
    assert [mark.revision for mark in again.marks.by_article["harbour"]] == [3]


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
    there = opened(with_marks(reading(), marks.standing(), saved=True), HARBOUR)

    assert spans(there) == (span(HARBOUR, "The harbour of Ansel was closed on Monday."),)


def test_bookmarks_are_stepped_through() -> None:
    there = bookmarked(after(reader(), "last"), now=NOW)
    there = after(there, "first", "next_bookmark")

    assert there.page is not None
    assert there.page.at == span(HARBOUR, "The coastguard").start
    assert there.focus is Pane.READER
    assert moving.ended(there.page, last=False).at == 0


def test_a_note_is_on_the_sentence_and_stands_below_its_paragraph() -> None:
    there = noted(after(reader(), "next_entity"), "closed before, in 1997?")

    assert there.page is not None
    assert there.page.notes == (span(HARBOUR, "The harbour of Ansel was closed on Monday."),)
    words = [line.words for line in there.page.layout.lines]
    assert "┃ closed before, in 1997?" in words


def noted(there: Reading, words: str) -> Reading:
    return drafted(drafting(there), words, now=NOW)


def test_a_note_under_the_cursor_is_changed_and_deleted_when_it_is_emptied() -> None:
    there = noted(reader(), "one")
    drafting_again = drafting(there)
    assert drafting_again.draft is not None
    assert drafting_again.draft.words == "one"

    changed = drafted(drafting_again, "two", now=NOW)
    assert [(mark.note, mark.revision) for mark in changed.marks.of("harbour")] == [("two", 2)]
    assert noted(changed, " ").marks.of("harbour") == ()
    assert [mark.note for mark in undone(noted(changed, " "), now=NOW).marks.of("harbour")] == ["two"]


def test_an_empty_note_is_not_made() -> None:
    assert noted(reader(), "\n ").marks.count == 0


def test_a_note_in_the_list_is_on_the_article_and_on_a_fact_on_the_fact() -> None:
    (on_article,) = noted(reading(), "read again").marks.of("harbour")
    (on_fact,) = noted(after(reader(), "pane_right"), "who says so?").marks.of("harbour")

    assert on_article.anchor is None
    assert on_fact.fact is not None
    assert on_fact.fact.label == "accident: collided"


def test_words_are_highlighted_in_a_colour_and_in_another() -> None:
    there = highlighted(after(reader(), "next_entity", "select"), "green", now=NOW)
    (mark,) = there.marks.of("harbour")
    assert (mark.kind, mark.colour, mark.anchor and mark.anchor.quote) == (MarkKind.HIGHLIGHT, "green", "Ansel")

    (again,) = highlighted(there, "red", now=NOW).marks.of("harbour")
    assert (again.id, again.colour) == (mark.id, "red")


def test_tags_are_on_the_mark_under_the_cursor_else_on_a_new_bookmark() -> None:
    there = tagged(noted(reader(), "x"), "harbour, #ships ships", now=NOW)
    assert [(mark.kind, mark.tags) for mark in there.marks.of("harbour")] == [(MarkKind.NOTE, ("harbour", "ships"))]

    (mark,) = tagged(reader(), "fog", now=NOW).marks.of("harbour")
    assert (mark.kind, mark.tags) == (MarkKind.BOOKMARK, ("fog",))


def test_the_mark_under_the_cursor_is_deleted_and_comes_back() -> None:
    there = removed(noted(reader(), "x"), now=NOW)

    assert there.marks.count == 0
    assert undone(there, now=NOW).marks.count == 1
    assert removed(reader(), now=NOW).notice == "there is no mark here"


def test_a_fact_that_is_struck_leaves_the_panel_until_it_is_undone() -> None:
    there = removed(after(reader(), "pane_right"), now=NOW)

    assert [fact.label for fact in there.panel.shown] == ["Ida Brandt says"]
    assert len(undone(there, now=NOW).panel.shown) == 2
    again = analysed(opened(with_marks(reading(), there.marks.standing(), saved=True), HARBOUR), analysis_of_harbour())
    assert len(again.panel.shown) == 1


def test_marks_are_hollow_until_they_are_on_the_disk() -> None:
    there = noted(reader(), "x")
    (mark,) = there.marks.of("harbour")
    assert margin(there) == "□"

    assert margin(with_marks(there, (mark,), saved=True)) == "■"


def test_the_line_of_a_sign_that_fills_is_drawn_anew() -> None:
    there = noted(after(reader(), "last"), "x")
    assert there.page is not None
    line = there.page.layout.line_of(span(HARBOUR, "The coastguard").start)

    assert signed_lines(there.page, there.marks.unsaved) == {line}


def margin(there: Reading) -> str:
    lines = (sheet_line(there, number, width=60, margin=3, signs=UNICODE)[0].text for number in range(12))
    return "".join(lines).replace(" ", "")


def test_a_mark_that_is_kept_late_does_not_undo_what_was_done_since() -> None:
    there = noted(reader(), "one")
    (first,) = there.marks.of("harbour")
    later = noted(there, "two")

    assert [mark.note for mark in with_marks(later, (first,), saved=True).marks.of("harbour")] == ["two"]


def test_a_mark_whose_words_are_gone_is_listed_and_attached_again() -> None:
    (mark,) = noted(after(reader(), "last"), "oil?").marks.of("harbour")
    changed = replace(HARBOUR, text=HARBOUR.text.split("\n\nThe coastguard")[0])
    there = opened(with_marks(reading(), (mark,), saved=True), changed)

    assert there.page is not None
    assert there.page.marks[0].is_lost
    assert there.notice == "1 of the marks here lost their words: M lists them"
    option = next(option for option in notebook(there).options if not option.is_heading)
    assert (option.value, option.detail) == (mark.id, "lost")

    again = attached(after(there, "pane_right"), mark, now=NOW)
    assert again.page is not None
    assert not again.page.marks[0].is_lost


def test_the_notebook_is_narrowed_by_tag_kind_colour_title_and_source() -> None:
    there = tagged(noted(reader(), "closed before"), "history", now=NOW)

    for words in ("history", "note", "closed", "collision", "harbour post", "16 jan 2024"):
        asked = notebook(there)
        for character in words:
            asked = keyed(asked, character, character)
        assert [option.text.startswith("closed before") for option in asked.shown] == [True], words


def test_a_citation_names_its_source() -> None:
    assert citation(HARBOUR, span(HARBOUR, "Nobody was hurt.")) == (
        "“Nobody was hurt.” (Harbour Post, “Harbour closed after collision”, Tue 16 Jan 2024)"
    )

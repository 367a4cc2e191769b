from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Unreadable
from briefing.reading import browsing
from briefing.reading import shelf as shelving
from briefing.reading.grouping import grouping
from briefing.reading.rows import Heading, Row, Sort, row_of
from briefing.reading.shelf import Shelf
from briefing.stories import NO_CHOICES, Group
from tests.reading.samples import HARBOUR, TIDE, UNDATED, rows

BROKEN = row_of(Unreadable("broken.txt", "it is a folder"))


def shelf(*more: Row) -> Shelf:
    return grown(Shelf(height=6), (*rows(UNDATED, TIDE, HARBOUR), *more))


def grown(shelf: Shelf, more: Sequence[Row]) -> Shelf:
    return shelving.with_table(shelf, shelf.table.grown(more))


def shown(there: Shelf) -> str:
    return there.current.title if there.current else ""


def told(there: Shelf) -> list[str]:
    return [f"[{item.text}]" if isinstance(item, Heading) else item.title for item in there.items]


def test_the_newest_is_first_and_what_has_no_date_last() -> None:
    assert told(shelf(BROKEN)) == [
        "[Tue 16 Jan 2024]",
        "Harbour closed after collision",
        "[Mon 15 Jan 2024]",
        "Spring tide",
        "[no date]",
        "A gull",
        "[can't be read]",
        "it is a folder",
    ]


def test_days_and_times_with_and_without_a_zone_are_sorted_together() -> None:
    early = replace(TIDE, id="a", path="a", title="early", published=datetime(2024, 1, 16, 1, tzinfo=UTC))
    late = replace(TIDE, id="b", path="b", title="late", published=datetime(2024, 1, 16, 9))  # noqa: DTZ001

    titles = [item.title for item in shelf(*rows(early, late)).items if isinstance(item, Row)]

    assert titles[:3] == ["late", "early", "Harbour closed after collision"]


def test_rows_on_one_line_tell_their_days_themselves() -> None:
    there = shelving.sized(shelf(), height=10, row_height=1)

    assert told(there) == ["Harbour closed after collision", "Spring tide", "A gull"]


def test_the_cursor_stays_on_its_article_when_more_arrive() -> None:
    there = browsing.moved(shelf(), 1)
    newer = replace(TIDE, id="new", path="new.txt", title="New", published=date(2024, 2, 1))

    assert grown(there, rows(newer)).current == there.current


def test_a_cursor_that_was_not_moved_stays_on_the_first_row_while_files_are_read() -> None:
    newer = replace(TIDE, id="new", path="new.txt", title="New", published=date(2024, 2, 1))
    current = grown(replace(shelf(), complete=False), rows(newer)).current

    assert current is not None
    assert current.title == "New"


def test_what_comes_later_moves_neither_the_cursor_nor_the_page() -> None:
    there = shelving.in_view(replace(browsing.moved(shelf(), 1), top=2))
    newer = replace(TIDE, id="new", path="new.txt", title="New", published=date(2024, 2, 1))
    after = grown(there, rows(newer))

    assert after.current == there.current
    assert after.line_of(after.cursor) - after.top == there.line_of(there.cursor) - there.top


def test_the_cursor_goes_with_a_file_that_was_changed_or_renamed() -> None:
    there = browsing.moved(shelf(), 1)
    changed = there.table.without(there.table.with_id("tide"))

    edited = changed.grown(rows(replace(TIDE, id="other", title="Neap tide")))
    assert shown(shelving.with_table(there, edited)) == "Neap tide"
    renamed = changed.grown(rows(replace(TIDE, path="renamed.txt")))
    assert shown(shelving.with_table(there, renamed)) == "Spring tide"


def test_the_cursor_goes_to_the_row_below_where_its_file_is_gone() -> None:
    there = browsing.moved(shelf(), 1)

    assert shown(shelving.with_table(there, there.table.without(there.table.with_id("tide")))) == "A gull"


def test_a_filter_takes_words_in_any_order_and_case() -> None:
    assert told(shelving.filtered(shelf(), "COLLISION harb"))[1:] == ["Harbour closed after collision"]
    assert told(shelving.filtered(shelving.filtered(shelf(), "tide"), "")) == told(shelf())


def test_the_next_unread_is_looked_for_below_and_then_from_the_top() -> None:
    there = shelving.marked(browsing.moved(shelf(), 1), frozenset({"gull"}), read=True)
    index = browsing.next_unread(there)

    assert index is not None
    assert there.items[index] == rows(HARBOUR)[0]


def test_nothing_is_next_when_all_are_read() -> None:
    assert browsing.next_unread(shelving.marked(shelf(), frozenset({"gull", "tide", "harbour"}), read=True)) is None


def test_what_cannot_be_read_is_no_neighbour() -> None:
    there = browsing.ended(shelf(BROKEN), last=True)

    assert there.current == BROKEN
    assert browsing.neighbour(browsing.moved(there, -1), 1) is None


def test_unread_counts_only_what_can_be_read() -> None:
    assert shelf(BROKEN).unread == 3


def test_a_list_can_be_empty() -> None:
    empty = Shelf()

    assert browsing.moved(empty, 1).current is None
    assert browsing.next_unread(empty) is None
    assert not shelving.filtered(empty, "x").items
    assert empty.at_line(0) is None


@given(st.lists(st.integers(-5, 5), max_size=30), st.integers(1, 12), st.sampled_from([1, 2]), st.sampled_from(Sort))
def test_the_cursor_is_always_on_a_row_in_view(moves: list[int], height: int, row_height: int, sort: Sort) -> None:
    there = shelving.sorted_by(shelving.sized(shelf(BROKEN), height=height, row_height=row_height), sort)
    for by in moves:
        there = browsing.moved(there, by)

        assert there.current is not None
        first = there.line_of(there.cursor)
        assert there.top <= first + there.row_height - 1
        assert first + there.row_height <= there.top + max(height, there.row_height)


@given(st.integers(0, 40))
def test_every_line_belongs_to_the_item_that_begins_there(line: int) -> None:
    there = shelf(BROKEN)
    place = there.at_line(line)

    assert (place is None) == (line >= there.lines)
    assert place is None or there.line_of(place[0]) + place[1] == line


def test_reports_stand_under_their_story_and_what_is_alone_below_them() -> None:
    again = replace(HARBOUR, id="again", path="again.txt", title="Harbour closed", published=date(2024, 1, 14))
    there = shelving.sorted_by(shelf(*rows(again), BROKEN), Sort.STORY)
    assert told(there)[0] == "[not compared yet]"

    stories = grouping(
        (Group("s", (again, HARBOUR), "Collision"), Group("t", (TIDE,), "Tide")), there.table, NO_CHOICES
    )
    there = shelving.with_stories(there, stories)

    assert told(there) == [
        "[(2) Collision]",
        "Harbour closed after collision",
        "Harbour closed",
        "[told by one report]",
        "Spring tide",
        "A gull",
        "[can't be read]",
        "it is a folder",
    ]


def test_stories_that_come_leave_the_cursor_on_its_article() -> None:
    again = replace(HARBOUR, id="again", path="again.txt", title="Harbour closed", published=date(2024, 1, 14))
    there = browsing.ended(shelving.sorted_by(shelf(*rows(again)), Sort.STORY), last=True)
    before = shown(there)

    stories = grouping((Group("s", (again, HARBOUR), "Collision"),), there.table, NO_CHOICES)

    assert shown(shelving.with_stories(there, stories)) == before

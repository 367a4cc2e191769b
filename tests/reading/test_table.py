"""Rows in columns: what goes in comes out, and orders are those of the rows themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import compress

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.items import Items
from briefing.reading.ordering import arrangement, headed, matching
from briefing.reading.rows import EPOCH, Heading, Row, Sort, day_words
from briefing.reading.table import Table

WORDS = st.text(st.characters(blacklist_characters="\n", blacklist_categories=["Cs"]), max_size=12)
ZONES = st.integers(-23, 23).map(lambda hours: timezone(timedelta(hours=hours, minutes=7 * hours % 60)))
TIMES = st.one_of(
    st.none(),
    st.dates(),
    st.datetimes(),
    st.datetimes(datetime(2, 1, 2), datetime(9998, 1, 1), timezones=ZONES),  # noqa: DTZ001
)
ARTICLES = st.builds(
    Row,
    WORDS,
    WORDS,
    WORDS,
    st.none() | st.integers(1, 9),
    st.sampled_from(["", "AP", "ap", "Reuters"]),
    TIMES,
    st.integers(0, 9),
)
BROKEN = st.builds(lambda path, why: Row(f"!{path}", path, why, readable=False), WORDS, WORDS)
ROWS = st.lists(st.one_of(ARTICLES, ARTICLES, BROKEN), max_size=12)
BATCHES = st.lists(ROWS, max_size=4)
READ = frozenset({"a", "0", ""})


def table_of(batches: list[list[Row]], *, ordered: bool = False) -> Table:
    """Return the table that grew by these rows; `ordered`: it was in order before each time."""
    table = Table()
    for rows in batches:
        table = table.grown(rows)
        assert not ordered or len(table.newest) == len(table)
    return table


def instant(row: Row) -> float:
    """Return microseconds, by another way than the table's."""
    published = row.published
    if published is None:
        return 0.0
    if not isinstance(published, datetime):
        return float((published - EPOCH).days * 86_400) * 1e6
    there = published if published.tzinfo else published.replace(tzinfo=UTC)
    return (there - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(microseconds=1)


@given(BATCHES)
def test_every_row_comes_out_as_it_went_in(batches: list[list[Row]]) -> None:
    table = table_of(batches)
    rows = [row for batch in batches for row in batch]

    assert [table.row(number) for number in table.numbers()] == rows
    assert [table.key(number) for number in table.numbers()] == [row.key for row in rows]
    for row in rows:
        assert row in [table.row(number) for number in table.with_id(row.id)]
        assert row in [table.row(number) for number in table.with_path(row.path)]


@given(BATCHES, st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
def test_numbers_stay_when_rows_go_and_the_rest_is_counted(
    batches: list[list[Row]], gone: set[int], marked: set[int]
) -> None:
    whole = table_of(batches, ordered=len(gone) % 2 == 0)
    table = whole.without(number for number in gone if number < whole.size)
    left = [number for number in range(whole.size) if number not in gone]
    read = frozenset(whole.id(number) for number in marked if number < whole.size and whole.is_readable(number))

    assert [table.row(number) for number in table.numbers()] == [whole.row(number) for number in left]
    assert sorted(table.newest) == left
    assert len(table) == len(left)
    assert table.articles == sum(whole.row(number).readable for number in left)
    assert table.unread(read) == sum(whole.row(number).readable and whole.id(number) not in read for number in left)


@given(BATCHES, st.booleans(), st.booleans())
def test_the_newest_are_first_then_the_undated_then_what_cannot_be_read(
    batches: list[list[Row]], oldest: bool, ordered: bool
) -> None:
    table = table_of(batches, ordered=ordered)
    rows = [row for batch in batches for row in batch]
    order = arrangement(table, Sort.OLDEST if oldest else Sort.NEWEST, frozenset())

    def key(row: Row) -> tuple[int, float, str]:
        if not row.readable:
            return 2, 0, row.path
        return (1, 0, "") if row.published is None else (0, instant(row) * (1 if oldest else -1), "")

    assert [table.row(number) for number in order] == sorted(rows, key=key)


@given(BATCHES, st.sets(st.integers(0, 40)))
def test_in_order_are_the_same_rows_the_newest_first(batches: list[list[Row]], gone: set[int]) -> None:
    whole = table_of(batches)
    table = whole.without(number for number in gone if number < whole.size)
    ordered = Table([table.in_order()])

    assert [ordered.row(number) for number in ordered.newest] == [table.row(number) for number in table.newest]
    assert list(ordered.newest) == list(range(len(table)))


@given(BATCHES, st.sampled_from(Sort), st.booleans())
def test_items_are_the_rows_with_their_headings(batches: list[list[Row]], sort: Sort, by_day: bool) -> None:
    table = table_of(batches)
    read = frozenset(row.id for batch in batches for row in batch[:1])
    items = headed(table, arrangement(table, sort, read), sort, read, by_day=by_day)
    told = list(items)

    assert [item for item in told if isinstance(item, Row)] == [table.row(number) for number in items.order]
    assert not told or not isinstance(told[-1], Heading)
    for index, item in enumerate(told):
        place = items.place(index)
        assert (place is None) == isinstance(item, Heading)
        assert place is None or items.of_row(place) == index
    if sort is Sort.NEWEST and by_day:
        days = [item.text for item in told if isinstance(item, Heading)]
        rows = [item for item in told if isinstance(item, Row)]
        assert set(days) == {day_words(row.day) if row.readable else "can't be read" for row in rows}


@given(BATCHES, st.integers(1, 2), st.sampled_from(Sort))
def test_lines_are_those_of_the_items_one_after_the_other(batches: list[list[Row]], height: int, sort: Sort) -> None:
    table = table_of(batches)
    items = headed(table, arrangement(table, sort, frozenset()), sort, frozenset(), by_day=True)
    line = 0
    for index, item in enumerate(items):
        assert items.line(index, height) == line
        for within in range(1 if isinstance(item, Heading) else height):
            assert items.at_line(line, height) == (index, within)
            line += 1


@given(BATCHES, WORDS)
def test_a_filter_takes_the_rows_that_hold_each_word(batches: list[list[Row]], words: str) -> None:
    table = table_of(batches)
    found = matching(Items(table, table.newest), words).order

    def holds(row: Row) -> bool:
        return all(word in f"{row.title} {row.source}".casefold() for word in words.casefold().split())

    assert [table.row(number) for number in found] == [
        table.row(number) for number in table.newest if holds(table.row(number))
    ]


@given(BATCHES, st.sampled_from(Sort), st.booleans(), st.data())
def test_some_rows_stand_under_the_headings_they_would_have_alone(
    batches: list[list[Row]], sort: Sort, by_day: bool, data: st.DataObject
) -> None:
    table = table_of(batches)
    order = arrangement(table, sort, READ)
    places = st.lists(st.integers(0, 1), min_size=len(order), max_size=len(order))
    taken = bytes(data.draw(places))

    some = headed(table, order, sort, READ, by_day=by_day).those(taken)

    alone = headed(table, list(compress(order, taken)), sort, READ, by_day=by_day)
    assert (list(some.order), some.firsts, some.headings) == (list(alone.order), alone.firsts, alone.headings)


def test_no_rows_are_a_table_too() -> None:
    table = Table()

    assert len(table) == table.year == table.articles == table.unread(frozenset({"x"})) == 0
    assert list(Items(table)) == []


def test_the_year_is_that_of_the_newest_article() -> None:
    dated = Row("a", "a", "a", published=date(2023, 5, 1))

    assert table_of([[Row("b", "b", "b"), dated]]).year == 2023

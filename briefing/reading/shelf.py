"""The article list: its rows in their order, what is read, and where the cursor is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain

from briefing.reading.columns import Numbers
from briefing.reading.grouping import NO_GROUPING, Grouping
from briefing.reading.items import Items
from briefing.reading.ordering import arrangement, headed, matching
from briefing.reading.rows import Row, Sort
from briefing.reading.table import Table
from briefing.values import dataclass

_NOTHING = Table()
FEW = 16
"""Articles of which it is sooner found out one by one than for all rows at once whether they are read."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The list as it stands: all rows, those shown in their order, and the cursor."""

    table: Table = _NOTHING
    """All that is known."""
    items: Items = field(default=Items(_NOTHING), repr=False)
    """What is shown: rows, and headings above those that belong together."""
    cursor: int = 0
    """An index into `items`; of a row where there is any."""
    top: int = 0
    """The first line shown."""
    sort: Sort = Sort.NEWEST
    words: str = ""
    """What the titles and sources shown have in common: the filter."""
    search: str = ""
    """What was searched for, where only what was found is shown."""
    only: frozenset[int] = field(default=frozenset(), repr=False)
    """The numbers of the rows that were found."""
    read: frozenset[str] = frozenset()
    """Ids of the articles that have been read."""
    row_height: int = 2
    height: int = 20
    """Lines that fit into the pane."""
    left_out: int = 0
    """Files that are hidden or of a kind that no format takes."""
    complete: bool = True
    """False while files are still being read."""
    unread: int = 0
    """How many readable articles have not been read."""
    stories: Grouping = field(default=NO_GROUPING, repr=False)
    """Which articles tell of one event, as far as that was looked at."""
    whole: Items = field(default=Items(_NOTHING), repr=False)
    """The list with the rows and headings that the search and the filter leave out."""

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        number = self.number_at(self.cursor)
        return None if number is None else self.table.row(number)

    @property
    def narrowed(self) -> str:
        """What the rows that are shown have in common; empty where all are shown."""
        return " ".join(filter(None, (self.search, self.words)))

    @property
    def year(self) -> int:
        """The year of the newest article: its days are told without the year."""
        return self.table.year

    @property
    def lines(self) -> int:
        """How many lines all items take."""
        return self.shown * self.row_height + len(self.items.firsts)

    @property
    def number(self) -> int:
        """Which of the rows shown the cursor is on, from 1; 0 where there is none."""
        place = self.items.place(self.cursor)
        return 0 if place is None else place + 1

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self.items.order)

    def number_at(self, index: int) -> int | None:
        """Return the number in the table of the row that an item is; None for a heading."""
        place = self.items.place(index)
        return None if place is None else self.items.order[place]

    def at_line(self, line: int) -> tuple[int, int] | None:
        """Return the item on a line of the list and which of its lines that is; None below the last."""
        return self.items.at_line(line, self.row_height) if 0 <= line < self.lines else None

    def line_of(self, index: int) -> int:
        """Return the first line of an item."""
        return self.items.line(index, self.row_height)

    def row_of(self, article: str) -> Row | None:
        """Return the first row of the article of that id."""
        return next(map(self.table.row, self.table.with_id(article)), None)


def with_table(shelf: Shelf, table: Table, *, complete: bool = True) -> Shelf:
    """Return the shelf with what is known now.

    The cursor stays on its article and on its line. While files are read for the first time, one that was not moved
    stays on the first row.
    """
    untouched = shelf.items.place(shelf.cursor) in (0, None) and not (shelf.complete and shelf.items)
    number = None if untouched else _same_row(shelf, table)
    line = shelf.line_of(shelf.cursor) - shelf.top if shelf.items else 0
    changed = replace(shelf, table=table, complete=complete, unread=table.unread(shelf.read))
    there = arranged(changed, keep=number)
    if number is None or shelf.top == 0 == line:
        return there
    return in_view(replace(there, top=max(0, there.line_of(there.cursor) - line)))


def arranged(shelf: Shelf, *, keep: int | None) -> Shelf:
    """Return the shelf with its rows sorted, filtered and grouped anew; the cursor on the row `keep`, else the first."""
    order = arrangement(shelf.table, shelf.sort, shelf.read, stories=shelf.stories)
    by_day = shelf.row_height > 1
    whole = headed(shelf.table, order, shelf.sort, shelf.read, by_day=by_day, stories=shelf.stories)
    return _filtered(replace(shelf, whole=whole), keep=keep)


def in_view(shelf: Shelf) -> Shelf:
    """Return the shelf scrolled as little as shows the cursor's row, with the heading above it at the very top."""
    if not shelf.items:
        return replace(shelf, top=0) if shelf.top else shelf
    first = shelf.line_of(shelf.cursor)
    last = first + shelf.row_height
    if shelf.cursor == 1 and shelf.items.place(0) is None:
        first = 0
    top = min(shelf.top, first)
    top = max(top, last - shelf.height, 0)
    top = min(top, max(0, shelf.lines - shelf.height))
    return shelf if top == shelf.top else replace(shelf, top=top)


def unread(shelf: Shelf) -> Iterator[str]:
    """Yield the ids of the unread articles that are shown."""
    if not shelf.unread:
        return
    read = shelf.table.read(shelf.read)
    for number in shelf.items.order:
        if not read[number] and shelf.table.is_readable(number):
            yield shelf.table.id(number)


def marked(shelf: Shelf, ids: frozenset[str], *, read: bool) -> Shelf:
    """Return the shelf with these articles read, or unread; the rows stay where they are until sorted again."""
    changed = ids - shelf.read if read else ids & shelf.read
    if not changed:
        return shelf
    there = replace(shelf, read=shelf.read | changed if read else shelf.read - changed)
    if len(changed) > FEW:
        return counted(there)
    rows = sum(1 for name in changed for number in shelf.table.with_id(name) if shelf.table.is_readable(number))
    return replace(there, unread=shelf.unread - rows if read else shelf.unread + rows)


def counted(shelf: Shelf) -> Shelf:
    """Return the shelf with its unread articles counted anew."""
    return replace(shelf, unread=shelf.table.unread(shelf.read))


def sorted_by(shelf: Shelf, sort: Sort) -> Shelf:
    """Return the shelf in another order, the cursor on the same article."""
    return arranged(replace(shelf, sort=sort), keep=shelf.number_at(shelf.cursor))


def with_stories(shelf: Shelf, stories: Grouping) -> Shelf:
    """Return the shelf with what is known of stories; grouped anew, the cursor on its article and line, by story."""
    there = replace(shelf, stories=stories)
    if shelf.sort is not Sort.STORY or not shelf.items:
        return there
    line = shelf.line_of(shelf.cursor) - shelf.top
    there = arranged(there, keep=shelf.number_at(shelf.cursor))
    return in_view(replace(there, top=max(0, there.line_of(there.cursor) - line)))


def filtered(shelf: Shelf, words: str) -> Shelf:
    """Return the shelf with only the rows that hold all of `words` in title or source, upper and lower case alike."""
    if words == shelf.words:
        return shelf
    keep = shelf.number_at(shelf.cursor)
    if shelf.sort is Sort.UNREAD:
        return arranged(replace(shelf, words=words), keep=keep)
    # What is typed on can only make fewer of the rows that are shown.
    among = shelf.items if shelf.words and words.startswith(shelf.words) else None
    return _filtered(replace(shelf, words=words), keep=keep, among=among)


def searched(shelf: Shelf, search: str, found: frozenset[int]) -> Shelf:
    """Return the shelf with only the rows of these numbers, which a search has found; all, for no search."""
    if (search, found) == (shelf.search, shelf.only):
        return shelf
    return _filtered(replace(shelf, search=search, only=found), keep=shelf.number_at(shelf.cursor))


def sized(shelf: Shelf, *, height: int, row_height: int) -> Shelf:
    """Return the shelf for a pane of `height` lines with rows of `row_height` lines."""
    height = max(height, 1)
    if (height, row_height) == (shelf.height, shelf.row_height):
        return shelf
    changed = replace(shelf, height=height, row_height=row_height)
    if row_height == shelf.row_height:
        return in_view(changed)
    return arranged(changed, keep=shelf.number_at(shelf.cursor))


def _filtered(shelf: Shelf, *, keep: int | None, among: Items | None = None) -> Shelf:
    """Return the shelf with the rows that its search and filter take; those `among` which they all are, if known."""
    items = shelf.whole if among is None else among
    if shelf.search and among is None:
        items = items.those(bytes(map(shelf.only.__contains__, items.order)))
    items = matching(items, shelf.words)
    place = _place_of(items.order, keep)
    return in_view(replace(shelf, items=items, cursor=items.of_row(place) if items else 0))


def _place_of(order: Numbers, number: int | None) -> int:
    if number is None:
        return 0
    try:
        return order.index(number)
    except ValueError:
        return 0


def _same_row(shelf: Shelf, table: Table) -> int | None:
    """Return the number in `table` of the row under the cursor, of what has come in its place, or of the nearest row."""
    number = shelf.number_at(shelf.cursor)
    if number is None or number not in table.gone:
        return number
    row = shelf.table.row(number)
    for other in table.with_path(row.path):
        if table.row(other).part == row.part:
            return other
    moved_file = next(table.with_id(row.id), None)
    if moved_file is not None:
        return moved_file
    place = shelf.items.place(shelf.cursor) or 0
    order = shelf.items.order
    near = chain(range(place + 1, len(order)), range(place - 1, -1, -1))
    return next((order[at] for at in near if order[at] not in table.gone), None)

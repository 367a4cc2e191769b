"""The article list: its rows in their order, what is read, and where the cursor is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain

from briefing.reading.rows import Row, Sort, group, matches, order


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the list above the rows that belong together."""

    text: str


Item = Heading | Row


@dataclass(frozen=True, slots=True)
class Shelf:
    """The list as it stands: all rows, those shown in their order, and the cursor."""

    rows: tuple[Row, ...] = ()
    """All that is known, in the order in which it came."""
    items: tuple[Item, ...] = ()
    """What is shown: rows, and headings above those that belong together."""
    cursor: int = 0
    """An index into `items`; of a row where there is any."""
    top: int = 0
    """The first line shown."""
    sort: Sort = Sort.NEWEST
    words: str = ""
    """What the titles and sources shown have in common: the filter."""
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
    starts: tuple[int, ...] = field(default=(), repr=False)
    """The first line of each item."""
    headings: tuple[int, ...] = field(default=(), repr=False)
    """Which items are headings."""

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        item = self.items[self.cursor] if self.cursor < len(self.items) else None
        return item if isinstance(item, Row) else None

    @property
    def year(self) -> int:
        """The year of the newest article: its days are told without the year."""
        return max((row.published.year for row in self.rows if row.published), default=0)

    @property
    def lines(self) -> int:
        """How many lines all items take."""
        return self.starts[-1] + self.height_of(len(self.items) - 1) if self.items else 0

    @property
    def number(self) -> int:
        """Which of the rows shown the cursor is on, from 1; 0 where there is none."""
        return self.cursor - bisect_right(self.headings, self.cursor) + 1 if self.items else 0

    @property
    def shown(self) -> int:
        """How many rows are shown."""
        return len(self.items) - len(self.headings)

    def height_of(self, index: int) -> int:
        """Return how many lines an item takes."""
        return 1 if isinstance(self.items[index], Heading) else self.row_height

    def at_line(self, line: int) -> tuple[int, int] | None:
        """Return the item on a line of the list and which of its lines that is; None below the last."""
        if not 0 <= line < self.lines:
            return None
        index = bisect_right(self.starts, line) - 1
        return index, line - self.starts[index]


def with_rows(shelf: Shelf, rows: Iterable[Row], *, complete: bool = True) -> Shelf:
    """Return the shelf with more rows; the cursor stays on its article, or on the first row if it has not moved."""
    known = {row.key for row in shelf.rows}
    new = tuple(row for row in rows if row.key not in known)
    untouched = shelf.cursor == _first_row(shelf.items)
    grown = counted(replace(shelf, rows=shelf.rows + new, complete=complete))
    return arranged(grown, keep=None if untouched else shelf.current)


def arranged(shelf: Shelf, *, keep: Row | None) -> Shelf:
    """Return the shelf with its rows filtered, sorted and grouped anew, and the cursor on `keep` or the first row."""
    rows = [row for row in shelf.rows if matches(row, shelf.words)]
    rows.sort(key=lambda row: order(row, shelf.sort, read=row.id in shelf.read))
    items: list[Item] = []
    above = ""
    for row in rows:
        heading = group(row, shelf.sort, read=row.id in shelf.read, by_day=shelf.row_height > 1)
        if heading != above:
            above = heading
            items += [Heading(heading)] if heading else []
        items.append(row)
    heights = [1 if isinstance(item, Heading) else shelf.row_height for item in items]
    starts = tuple(accumulate(heights, initial=0))[:-1]
    headings = tuple(index for index, item in enumerate(items) if isinstance(item, Heading))
    cursor = next((index for index, item in enumerate(items) if keep is not None and item == keep), None)
    cursor = _first_row(items) if cursor is None else cursor
    return in_view(replace(shelf, items=tuple(items), starts=starts, headings=headings, cursor=cursor))


def in_view(shelf: Shelf) -> Shelf:
    """Return the shelf scrolled as little as shows the cursor's row, with the heading above it at the very top."""
    if not shelf.items:
        return replace(shelf, top=0) if shelf.top else shelf
    first = shelf.starts[shelf.cursor]
    last = first + shelf.height_of(shelf.cursor)
    if shelf.cursor == 1 and isinstance(shelf.items[0], Heading):
        first = 0
    top = min(shelf.top, first)
    top = max(top, last - shelf.height, 0)
    top = min(top, max(0, shelf.lines - shelf.height))
    return shelf if top == shelf.top else replace(shelf, top=top)


def moved(shelf: Shelf, by: int) -> Shelf:
    """Return the shelf with the cursor `by` rows further down, or up; at most at the last and the first."""
    return at_row(shelf, _row_from(shelf, by))


def paged(shelf: Shelf, lines: int) -> Shelf:
    """Return the shelf with the cursor about `lines` lines further down, at least one row, and the page with it."""
    rows = max(1, abs(lines) // shelf.row_height)
    return moved(shelf, rows if lines > 0 else -rows)


def ended(shelf: Shelf, *, last: bool) -> Shelf:
    """Return the shelf with the cursor on the last row, or the first."""
    return moved(shelf, len(shelf.items) if last else -len(shelf.items))


def at_row(shelf: Shelf, index: int) -> Shelf:
    """Return the shelf with the cursor on the item `index`, a row."""
    if index == shelf.cursor or not 0 <= index < len(shelf.items) or isinstance(shelf.items[index], Heading):
        return shelf
    return in_view(replace(shelf, cursor=index))


def on_article(shelf: Shelf, article: str, *, row: Row | None = None) -> Shelf:
    """Return the shelf with the cursor on `row` where it is shown, else on the first row of the article of that id.

    The same article may lie in several files: which of them was opened only the row tells.
    """

    def is_wanted(item: Item) -> bool:
        return isinstance(item, Row) and (item.key == row.key if row else item.id == article)

    if shelf.current is not None and is_wanted(shelf.current):
        return shelf
    return at_row(shelf, next((index for index, item in enumerate(shelf.items) if is_wanted(item)), shelf.cursor))


def neighbour(shelf: Shelf, by: int) -> int | None:
    """Return the index of the readable row `by` rows away, None where there is none."""
    index = _row_from(shelf, by)
    while 0 <= index < len(shelf.items):
        item = shelf.items[index]
        if isinstance(item, Row) and item.readable:
            return index if index != shelf.cursor else None
        index += 1 if by > 0 else -1
    return None


def next_unread(shelf: Shelf) -> int | None:
    """Return the index of the next unread row below the cursor, else the first above it; None where all are read."""
    for index in chain(range(shelf.cursor + 1, len(shelf.items)), range(shelf.cursor)):
        item = shelf.items[index]
        if isinstance(item, Row) and item.readable and item.id not in shelf.read:
            return index
    return None


def marked(shelf: Shelf, ids: frozenset[str], *, read: bool) -> Shelf:
    """Return the shelf with these articles read, or unread; the rows stay where they are until sorted again."""
    after = shelf.read | ids if read else shelf.read - ids
    return shelf if after == shelf.read else counted(replace(shelf, read=after))


def counted(shelf: Shelf) -> Shelf:
    """Return the shelf with its unread articles counted anew."""
    return replace(shelf, unread=sum(row.readable and row.id not in shelf.read for row in shelf.rows))


def sorted_by(shelf: Shelf, sort: Sort) -> Shelf:
    """Return the shelf in another order, the cursor on the same article."""
    return arranged(replace(shelf, sort=sort), keep=shelf.current)


def filtered(shelf: Shelf, words: str) -> Shelf:
    """Return the shelf with only the rows that hold all of `words` in title or source, upper and lower case alike."""
    return shelf if words == shelf.words else arranged(replace(shelf, words=words), keep=shelf.current)


def sized(shelf: Shelf, *, height: int, row_height: int) -> Shelf:
    """Return the shelf for a pane of `height` lines with rows of `row_height` lines."""
    height = max(height, 1)
    if (height, row_height) == (shelf.height, shelf.row_height):
        return shelf
    changed = replace(shelf, height=height, row_height=row_height)
    return in_view(changed) if row_height == shelf.row_height else arranged(changed, keep=shelf.current)


def _first_row(items: Iterable[Item]) -> int:
    return next((index for index, item in enumerate(items) if isinstance(item, Row)), 0)


def _row_from(shelf: Shelf, by: int) -> int:
    """Return the index of the row `by` rows from the cursor, headings not counted, within the list."""
    step = 1 if by > 0 else -1
    index = at = shelf.cursor
    left = abs(by)
    while left and 0 <= at + step < len(shelf.items):
        at += step
        if isinstance(shelf.items[at], Row):
            index = at
            left -= 1
    return index

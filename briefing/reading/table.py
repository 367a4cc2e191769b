"""The rows of the list in columns: a hundred thousand of them take a few megabytes, and one is made when it is shown."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import not_
from typing import Final

from briefing.reading.columns import (
    DATED,
    DAY_MICROS,
    MICRO,
    NEVER,
    NO_ZONE,
    READABLE,
    Numbers,
    Segment,
    column,
    picked,
    segment,
    times,
)
from briefing.reading.folded_titles import folded_blocks
from briefing.reading.rows import Row

NO_DAY: Final = 1 << 40
BROKEN: Final = NO_DAY + 1
"""What stands in place of its day for a row without a date, and for one that can't be read."""
FEW: Final = 64
"""Rows of a segment below which more are put into it: a file that changes all day must not leave a hundred segments."""

_READABLE: Final = bytes(bits & READABLE for bits in range(256))


class Table:
    """All rows that are known, by number, in the order in which they came. Never changed: more rows make another table.

    A row keeps its number in the tables that are made from this one, also when rows before it go.
    """

    def __init__(self, segments: Sequence[Segment] = (), gone: frozenset[int] = frozenset()) -> None:
        self.segments = tuple(one for one in segments if len(one))
        self.gone = gone
        """The numbers of rows whose files are no longer there."""
        self._starts = [0, *accumulate(map(len, self.segments))]

    def __len__(self) -> int:
        return self.size - len(self.gone)

    @property
    def size(self) -> int:
        """How many numbers there are, those of rows that have gone included."""
        return self._starts[-1]

    def row(self, number: int) -> Row:
        """Return the row of that number."""
        part, within = self._place(number)
        return part.row(within)

    def id(self, number: int) -> str:
        """Return the id of the article in that row."""
        part, within = self._place(number)
        return part.ids[within]

    def key(self, number: int) -> tuple[str, int, str]:
        """Return what `Row.key` is of that row."""
        part, within = self._place(number)
        return part.paths[within], part.part[within], "" if self.is_readable(number) else part.titles[within]

    def is_readable(self, number: int) -> bool:
        """Return whether the row of that number is an article."""
        return bool(self.bits[number] & READABLE)

    def numbers(self) -> Numbers:
        """Return the numbers of the rows that are there."""
        if not self.gone:
            return range(self.size)
        return array("I", [number for number in range(self.size) if number not in self.gone])

    def with_id(self, article: str) -> Iterator[int]:
        """Yield the numbers of the rows of the article of that id: it may lie in several files."""
        for start, part in zip(self._starts, self.segments, strict=False):
            for number in part.ids.found(article):
                if start + number not in self.gone:
                    yield start + number

    def with_path(self, path: str) -> Iterator[int]:
        """Yield the numbers of the rows of a file."""
        for start, part in zip(self._starts, self.segments, strict=False):
            for number in part.paths.found(path):
                if start + number not in self.gone:
                    yield start + number

    def grown(self, rows: Sequence[Row], files: Sequence[int] = ()) -> Table:
        """Return the table with more rows behind the others."""
        if not rows:
            return self
        last = self.segments[-1] if self.segments else Segment()
        if 0 < len(last) < FEW and len(rows) < FEW:
            kept = [last.row(number) for number in range(len(last))]
            more = segment([*kept, *rows], [*last.file, *(files or [0] * len(rows))])
            grown = Table((*self.segments[:-1], more), self.gone)
        else:
            grown = Table((*self.segments, segment(rows, files)), self.gone)
        if len(rows) < FEW and "newest" in self.__dict__ and all(row.readable for row in rows):
            grown.__dict__["newest"] = grown._put_in(self.newest, range(self.size, grown.size))
        return grown

    def without(self, numbers: Iterable[int]) -> Table:
        """Return the table without the rows of these numbers."""
        gone = self.gone.union(numbers)
        if len(gone) == len(self.gone):
            return self
        left = Table(self.segments, gone)
        if "newest" in self.__dict__:
            left.__dict__["newest"] = array("I", [number for number in self.newest if number not in gone])
        return left

    def in_order(self) -> Segment:
        """Return the rows that are there as one segment, the newest first."""
        if len(self.segments) == 1 and self.segments[0].in_order and not self.gone:
            return self.segments[0]
        order = self.newest

        def chosen(numbers: Numbers, code: str) -> Numbers:
            return array(code, map(numbers.__getitem__, order))

        return Segment(
            picked([part.titles for part in self.segments], order),
            picked([part.paths for part in self.segments], order),
            picked([part.ids for part in self.segments], order),
            self.sources,
            chosen(self.source, "I"),
            chosen(self.wall, "q"),
            chosen(column([part.zone for part in self.segments], "i"), "i"),
            chosen(self.bits, "B"),
            chosen(column([part.minutes for part in self.segments], "I"), "I"),
            chosen(self.part, "I"),
            chosen(self.file, "q"),
            True,
        )

    # Whole columns, for what looks at all rows at once.

    @cached_property
    def bits(self) -> Numbers:
        """What is so of each row."""
        return column([part.bits for part in self.segments], "B")

    @cached_property
    def wall(self) -> Numbers:
        """When each article was published, as it tells it, in microseconds."""
        return column([part.wall for part in self.segments], "q")

    @cached_property
    def days(self) -> Numbers:
        """The day of each row, counted from 1970; NO_DAY or BROKEN where there is none."""
        both = DATED | READABLE
        return array(
            "q",
            [
                wall // DAY_MICROS if bits & both == both else BROKEN - (bits & READABLE)
                for wall, bits in zip(self.wall, self.bits, strict=True)
            ],
        )

    @cached_property
    def file(self) -> Numbers:
        """The number of each row's file in the catalogue."""
        return column([part.file for part in self.segments], "q")

    @cached_property
    def part(self) -> Numbers:
        """Which article of its file each row is, 0 for the only one."""
        return column([part.part for part in self.segments], "I")

    @cached_property
    def source(self) -> Numbers:
        """Which of `sources` each row has."""
        if len(self.segments) == 1:
            return self.segments[0].source
        known = {name: number for number, name in enumerate(self.sources)}
        told = array("I")
        for part in self.segments:
            there = [known[name] for name in part.sources]
            told.extend([there[number] for number in part.source])
        return told

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Each source once."""
        return tuple(dict.fromkeys(name for part in self.segments for name in part.sources))

    @cached_property
    def folded(self) -> tuple[bytes, ...]:
        """The titles of all rows, upper and lower case made alike, in blocks of lines, a line a row."""
        return tuple(block for part in self.segments for block in folded_blocks(part.titles))

    def ids(self) -> list[str]:
        """Return the id of each row that is there."""
        ids = [name for part in self.segments for name in part.ids.all()]
        return [ids[number] for number in self.numbers()] if self.gone else ids

    def titles_folded(self) -> list[str]:
        """Return the titles of all rows, upper and lower case made alike."""
        return [title.casefold() for part in self.segments for title in part.titles.all()]

    def title(self, number: int) -> str:
        """Return the title of the row of that number."""
        part, within = self._place(number)
        return part.titles[within]

    @cached_property
    def newest(self) -> Numbers:
        """The numbers of all rows, the newest first, those without a date behind them, what can't be read at the end."""
        if len(self.segments) == 1 and self.segments[0].in_order:
            return self.numbers()
        keys = [-time if time != NEVER else time for time in self._times]
        return array("I", self._broken_by_path(sorted(self.numbers(), key=keys.__getitem__)))

    @cached_property
    def oldest(self) -> Numbers:
        """The numbers of all rows, the oldest first, the others as in `newest`."""
        keys = self._times
        return array("I", self._broken_by_path(sorted(self.numbers(), key=keys.__getitem__)))

    @property
    def _times(self) -> list[int]:
        return times(self.wall, column([part.zone for part in self.segments], "i"), self.bits)

    @cached_property
    def articles(self) -> int:
        """How many rows can be read."""
        return len(self) - len(self.broken)

    @cached_property
    def broken(self) -> tuple[int, ...]:
        """The numbers of the rows that can't be read; their title is the reason."""
        if bytes(self.bits).translate(_READABLE).count(READABLE) == self.size:
            return ()
        found = (number for number, bits in enumerate(self.bits) if not bits & READABLE)
        return tuple(number for number in found if number not in self.gone)

    @cached_property
    def year(self) -> int:
        """The year of the newest article, 0 where no article has a date."""
        dated = (self.row(number).day for number in self.newest if self.bits[number] & DATED)
        day = next(dated, None)
        return day.year if day else 0

    def read(self, ids: frozenset[str]) -> bytes:
        """Return for each row whether its article is one of `ids`."""
        if not ids:
            return bytes(self.size)
        return bytes([name in ids for part in self.segments for name in part.ids.all()])

    def unread(self, ids: frozenset[str]) -> int:
        """Return how many articles are none of `ids`."""
        if not ids:
            return self.articles
        unread = sum(map(not_, self.read(ids))) - sum(self.id(number) not in ids for number in self.gone)
        return unread - (len(self) - self.articles)

    def _put_in(self, order: Numbers, numbers: Iterable[int]) -> Numbers:
        """Return `order`, the newest first, with some more articles at their places, behind those of the same time."""

        def key(number: int) -> int:
            part, within = self._place(number)
            bits, zone = part.bits[within], part.zone[within]
            if not bits & DATED:
                return NEVER + 1 - (bits & READABLE)
            return (0 if zone == NO_ZONE else zone * MICRO) - part.wall[within]

        longer = array("I", order)
        for number in numbers:
            longer.insert(bisect_right(longer, key(number), key=key), number)
        return longer

    def _broken_by_path(self, order: list[int]) -> list[int]:
        """Return `order` with what can't be read at its end, by path."""
        if self.articles == len(self):
            return order
        broken = [number for number in order if not self.bits[number] & READABLE]
        good = [number for number in order if self.bits[number] & READABLE]
        return good + sorted(broken, key=lambda number: self.row(number).path)

    def _place(self, number: int) -> tuple[Segment, int]:
        if len(self.segments) == 1:
            return self.segments[0], number
        index = bisect_right(self._starts, number) - 1
        return self.segments[index], number - self._starts[index]

"""Columns: some rows of the list as arrays of numbers and joined texts, which take little memory and are read at once."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import accumulate
from typing import Final

from briefing.reading.rows import EPOCH, Row
from briefing.values import dataclass

MICRO: Final = 1_000_000
DAY_MICROS: Final = 86_400 * MICRO
NO_ZONE: Final = -(1 << 31)
"""Stands where a time has no zone."""
NEVER: Final = 1 << 62
"""Later than any day: what an article without a date is sorted by."""
READABLE, DATED, TIMED = 1, 2, 4
"""What is so of a row, as bits."""

_ORIGIN: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - times without a zone are counted from it as well
Numbers = Sequence[int]
Bytes = bytes | memoryview


@dataclass(frozen=True, slots=True)
class Strings:
    """Texts one after the other, each with a line feed before it, one behind the last, and where each of them ends."""

    joined: Bytes = b"\n"
    ends: Numbers = ()

    def __getitem__(self, number: int) -> str:
        start = self.ends[number - 1] + 1 if number else 1
        return str(self.joined[start : self.ends[number]], "utf-8", "replace")

    def all(self) -> list[str]:
        """Return all of them."""
        return str(self.joined, "utf-8", "replace").split("\n")[1:-1]

    def lines(self, first: int, last: int) -> str:
        """Return those from one number on, up to another, as lines; at least one."""
        start = self.ends[first - 1] + 1 if first else 1
        return str(self.joined[start : self.ends[last - 1]], "utf-8", "replace")

    def found(self, text: str) -> Iterator[int]:
        """Yield the numbers of those that are `text`."""
        wanted = f"\n{text}\n".encode("utf-8", "replace")
        joined = bytes(self.joined)
        at = joined.find(wanted)
        while at >= 0:
            yield bisect_right(self.ends, at)
            at = joined.find(wanted, at + 1)


def strings(texts: Iterable[str]) -> Strings:
    """Return texts of one line each as one piece."""
    pieces = [text.replace("\n", " ").encode("utf-8", "replace") for text in texts]
    ends = array("I", accumulate(len(piece) + 1 for piece in pieces))
    return Strings(b"\n".join([b"", *pieces, b""]) if pieces else b"\n", ends)


def picked(columns: Iterable[Strings], order: Numbers) -> Strings:
    """Return the texts of columns that follow each other, those of the numbers of `order`."""
    pieces = [piece for one in columns for piece in bytes(one.joined).split(b"\n")[1:-1]]
    ends = array("I", accumulate(len(pieces[number]) + 1 for number in order))
    return Strings(b"\n".join([b"", *map(pieces.__getitem__, order), b""]) if ends else b"\n", ends)


def column(parts: Sequence[Numbers], code: str) -> Numbers:
    """Return columns of numbers that follow each other as one; `code` is that of its array."""
    if len(parts) == 1:
        return parts[0]
    whole = array(code)
    for part in parts:
        whole.extend(part)
    return whole


def times(wall: Numbers, zone: Numbers, bits: Numbers) -> list[int]:
    """Return when each article was published, in microseconds; NEVER where that is not told."""
    return [
        (there if ahead == NO_ZONE else there - ahead * MICRO) if known & DATED else NEVER
        for there, ahead, known in zip(wall, zone, bits, strict=True)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Some rows, column by column."""

    titles: Strings = Strings()
    paths: Strings = Strings()
    ids: Strings = Strings()
    sources: tuple[str, ...] = ()
    """Each source once."""
    source: Numbers = ()
    """Of each row, which of the sources."""
    wall: Numbers = ()
    """Microseconds from 1970 to the day and time of publication, as the article tells them."""
    zone: Numbers = ()
    """Seconds by which the zone of that time is ahead; NO_ZONE where none is told."""
    bits: Numbers = ()
    minutes: Numbers = ()
    part: Numbers = ()
    """Which article of its file, 0 where it is the only one."""
    file: Numbers = ()
    """The number under which the catalogue has the file; 0 where it has not."""
    in_order: bool = False
    """Whether the newest comes first, as `Table.newest` has it."""

    def __len__(self) -> int:
        return len(self.bits)

    def row(self, number: int) -> Row:
        """Return the row of that number, from 0."""
        return Row(
            self.ids[number],
            self.paths[number],
            self.titles[number],
            self.part[number] or None,
            self.sources[self.source[number]],
            self.published(number),
            self.minutes[number],
            bool(self.bits[number] & READABLE),
        )

    def published(self, number: int) -> date | None:
        """Return when the article of that number was published."""
        bits = self.bits[number]
        if not bits & DATED:
            return None
        try:
            if not bits & TIMED:
                return EPOCH + timedelta(days=self.wall[number] // DAY_MICROS)
            there = _ORIGIN + timedelta(microseconds=self.wall[number])
            zone = self.zone[number]
            return there if zone == NO_ZONE else there.replace(tzinfo=timezone(timedelta(seconds=zone)))
        except (ValueError, OverflowError):
            return None


def segment(rows: Sequence[Row], files: Sequence[int] = (), *, in_order: bool = False) -> Segment:
    """Return rows as columns; `files` has the number of each one's file in the catalogue."""
    sources = {name: number for number, name in enumerate(dict.fromkeys(row.source for row in rows))}
    times = [_time(row.published) for row in rows]
    return Segment(
        strings(row.title for row in rows),
        strings(row.path for row in rows),
        strings(row.id for row in rows),
        tuple(sources),
        array("I", [sources[row.source] for row in rows]),
        array("q", [wall for wall, _, _ in times]),
        array("i", [zone for _, zone, _ in times]),
        array("B", [bits | (READABLE if row.readable else 0) for row, (_, _, bits) in zip(rows, times, strict=True)]),
        array("I", [min(row.minutes, 0xFFFF_FFFF) for row in rows]),
        array("I", [row.part or 0 for row in rows]),
        array("q", files or [0] * len(rows)),
        in_order,
    )


def _time(published: date | None) -> tuple[int, int, int]:
    """Return microseconds, seconds of the zone and what is so of the time."""
    if published is None:
        return 0, NO_ZONE, 0
    if not isinstance(published, datetime):
        return (published - EPOCH).days * DAY_MICROS, NO_ZONE, DATED
    since = published.replace(tzinfo=None) - _ORIGIN
    zone = published.utcoffset()
    ahead = NO_ZONE if zone is None else zone.days * 86_400 + zone.seconds
    return since.days * DAY_MICROS + since.seconds * MICRO + since.microseconds, ahead, DATED | TIMED

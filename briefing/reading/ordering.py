"""The orders of the list, the headings in them, and the filter: over columns, for all rows at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import chain, compress, count
from operator import ne
from typing import Final

from briefing.reading.columns import READABLE, Numbers
from briefing.reading.folded_titles import both, either, lines_with
from briefing.reading.grouping import NO_GROUPING, Grouping
from briefing.reading.items import Items
from briefing.reading.rows import EPOCH, Sort, day_words
from briefing.reading.table import BROKEN, Table

SPARSE: Final = 30
"""Of so many rows one is looked at by itself sooner than all of them together."""
MOST_DAYS: Final = 4096
"""Days whose headings are remembered: those of eleven years."""
NO_HEADING: Final = BROKEN + 1
"""What rows have in common that stand under no heading; no day is as late."""


def arrangement(table: Table, sort: Sort, read: frozenset[str], *, stories: Grouping = NO_GROUPING) -> Numbers:
    """Return the numbers of all rows in an order of the list.

    Rows that are alike stand as they do with the newest first; what can't be read is last in each order.
    """
    if sort is Sort.NEWEST:
        return table.newest
    if sort is Sort.OLDEST:
        return table.oldest
    good, broken = table.newest[: table.articles], table.newest[table.articles :]
    if sort is Sort.UNREAD:
        is_read = table.read(read)
        keys: Sequence[int] = is_read
    elif sort is Sort.STORY:
        keys = _stories(table, stories)
    elif sort is Sort.SOURCE:
        by_name = sorted(
            range(len(table.sources)), key=lambda one: (not table.sources[one], table.sources[one].casefold())
        )
        rank = {source: place for place, source in enumerate(by_name)}
        keys = [rank[source] for source in table.source]
    else:
        titles = table.titles_folded()
        return array("I", [*sorted(good, key=titles.__getitem__), *broken])
    return array("I", [*sorted(good, key=keys.__getitem__), *broken])


def matching(items: Items, words: str) -> Items:
    """Return the rows whose title or source holds each of `words`, upper and lower case alike, and their headings."""
    wanted = words.casefold().split()
    if not wanted:
        return items
    table, order = items.table, items.order
    if len(order) < table.size // SPARSE:
        sources = [f"\n{name}".casefold() for name in table.sources]
        told = (table.title(number).casefold() + sources[table.source[number]] for number in order)
        return items.those(bytes(all(word in text for word in wanted) for text in told))
    held = _holding(table, wanted)
    return items.those(held if order == range(table.size) else bytes(map(held.__getitem__, order)))


def _holding(table: Table, words: Sequence[str]) -> bytes:
    """Return 1 for each row whose title or source holds each of `words`, which are folded; else 0."""
    held = b"\1" * table.size
    for word in words:
        by_source = bytes(word in name.casefold() for name in table.sources)
        in_title = lines_with(word, table.folded)
        in_source = bytes(map(by_source.__getitem__, table.source)) if any(by_source) else bytes(table.size)
        held = both(held, either(in_title, in_source))
    return held


def headed(
    table: Table, order: Numbers, sort: Sort, read: frozenset[str], *, by_day: bool, stories: Grouping = NO_GROUPING
) -> Items:
    """Return rows in their order with the headings that stand above them; those of days only where `by_day`."""
    if sort in (Sort.NEWEST, Sort.OLDEST, Sort.TITLE) and not by_day and table.articles == len(table):
        return Items(table, order, (), ())
    column = _stories(table, stories) if sort is Sort.STORY else _keys(table, sort, read, by_day=by_day)
    keys = list(map(column.__getitem__, order))
    firsts = compress(count(), map(ne, keys, chain((None,), keys)))
    told = [(place, _words(table, keys[place], sort, stories)) for place in firsts]
    shown = [(place, words) for place, words in told if words]
    return Items(table, order, tuple(place for place, _ in shown), tuple(words for _, words in shown))


def _keys(table: Table, sort: Sort, read: frozenset[str], *, by_day: bool) -> Sequence[int]:
    """Return for each row a number that those under the same heading share."""
    if sort is Sort.SOURCE:
        told = table.source
    elif sort is Sort.UNREAD:
        told = table.read(read)
    elif sort is Sort.TITLE or not by_day:
        told = array("q", [NO_HEADING]) * table.size
    else:
        return table.days
    if table.articles == len(table):
        return told
    return [key if bits & READABLE else BROKEN for key, bits in zip(told, table.bits, strict=True)]


def _stories(table: Table, stories: Grouping) -> Numbers:
    """Return for each row the number of its story; the number behind the last where it stands alone."""
    alone = len(stories.titles)
    told = [stories.story.get(name, alone) for part in table.segments for name in part.ids.all()]
    return array("q", [key if bits & READABLE else BROKEN for key, bits in zip(told, table.bits, strict=True)])


def _words(table: Table, key: int, sort: Sort, stories: Grouping) -> str:
    """Return the heading above the rows of that key; empty where there is none."""
    if key == NO_HEADING:
        return ""
    if key == BROKEN:
        return "can't be read"
    if sort is Sort.STORY:
        return stories.heading(key)
    if sort is Sort.SOURCE:
        return table.sources[key] or "no source"
    if sort is Sort.UNREAD:
        return "read" if key else "unread"
    return _day_words(key)


@lru_cache(maxsize=MOST_DAYS)
def _day_words(key: int) -> str:
    """Return the heading of a day, counted from the first; a list of years has a thousand, and a letter asks for all."""
    try:
        return day_words(EPOCH + timedelta(days=key))
    except OverflowError:
        return day_words(None)

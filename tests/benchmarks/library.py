"""What it costs to look through a library, to show its list, to filter it and to search it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from briefing.library import Listing
from briefing.library.searching import Index
from briefing.reading import shelf as shelving
from briefing.reading.hits import Known
from briefing.reading.query import parsed
from briefing.reading.rows import Sort
from briefing.reading.shelf import Shelf

SEARCHES: Final = ("report", "ferry harbour", '"air base"', "the", "ha*", "-ferry title:report sort:best", "date:2024")
Made = TypeVar("Made")


def in_library(folder: Path, cache: Path) -> Iterator[tuple[str, str]]:
    """Yield rows of what it costs, the library not known at first."""
    for name in ("first look at all files", "second look at all files"):
        listing = Listing([str(folder)], cache)
        spent, _ = timed(partial(looked_through, listing))
        listing.close()
        yield name, f"{spent:,.0f} ms"
    listing = Listing([str(folder)], cache)
    spent, kept = timed(listing.kept)
    yield "list known from before, read", f"{spent:,.1f} ms"
    if kept is None:
        return
    spent, shelf = timed(lambda: shelving.with_table(Shelf(height=40), kept.table))
    yield "the same, put in order", f"{spent:,.1f} ms"
    for sort in Sort:
        spent, _ = timed(partial(shelving.sorted_by, shelf, sort))
        yield f"sorted {sort}", f"{spent:,.1f} ms"
    spent, _ = timed(lambda: kept.table.folded)
    yield "titles folded, while the filter opens", f"{spent:,.1f} ms"
    for words in ("r", "re", "rep", "report 77"):
        spent, shelf = timed(partial(shelving.filtered, shelf, words))
        yield f"filter {words!r}", f"{spent:,.1f} ms"
    index = Index(cache, listing.article)
    today = datetime.now(UTC).date()
    spent, _ = timed(partial(index.prepare, kept.table))
    yield "what the first search has to learn, while the search opens", f"{spent:,.1f} ms"
    for text in SEARCHES:
        spent, found = timed(partial(index.hits, parsed(text, today=today), kept.table, Known()))
        yield f"search {text!r}, {len(found):,} found", f"{spent:,.1f} ms"
    index.close()


def looked_through(listing: Listing) -> int:
    """Return how many rows there are, after all files were looked through."""
    listing.kept()
    return max(len(listed.table) for listed in listing.looked_through())


def timed(does: Callable[[], Made]) -> tuple[float, Made]:
    """Return the milliseconds of processor time that something takes, and what it returns."""
    began = time.process_time()
    made = does()
    return (time.process_time() - began) * 1000, made

"""Articles read and unread: one at a time, or all that the list shows."""

from __future__ import annotations

from dataclasses import replace

from briefing.reading import shelf as shelving
from briefing.reading.history import ReadChange, did
from briefing.reading.state import Reading, noticed


def toggled(reading: Reading) -> Reading:
    """Return the reading with the article of the list's cursor unread if it was read, and the other way round."""
    row = reading.shelf.current
    if row is None or not row.readable:
        return reading
    read = row.id not in reading.shelf.read
    return marked(reading, ReadChange("marked as read" if read else "marked as unread", frozenset({row.id}), read))


def all_read(reading: Reading, _: int) -> Reading:
    """Return the reading with all articles that the list shows read."""
    unread = frozenset(shelving.unread(reading.shelf))
    if not unread:
        return noticed(reading, "all articles are read")
    return marked(reading, ReadChange(f"{len(unread)} marked as read", unread, read=True))


def marked(reading: Reading, change: ReadChange) -> Reading:
    """Return the reading with articles read or unread, to be undone."""
    shelf = shelving.marked(reading.shelf, change.ids, read=change.read)
    return replace(
        reading, shelf=shelf, history=did(reading.history, change), notice=f"{change.words}; u takes it back"
    )

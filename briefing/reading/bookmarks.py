"""Bookmarks on places and articles, and undoing what was done to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from briefing.anchors import make_anchor
from briefing.model import ArticleRef, Mark, MarkKind, changed_mark, deleted_mark, new_mark
from briefing.reading import shelf as shelving
from briefing.reading.frame import Pane
from briefing.reading.history import Change, History, MarkChange, ReadChange, did
from briefing.reading.motion import sentence_at
from briefing.reading.rows import Row
from briefing.reading.state import Reading, bookmark_spans, mark_span, noticed


def with_marks(reading: Reading, marks: Iterable[Mark]) -> Reading:
    """Return the reading with these marks in place of those of the same id."""
    changed = dict(reading.marks)
    for mark in marks:
        others = (one for one in changed.get(mark.article.id, ()) if one.id != mark.id)
        changed[mark.article.id] = (*others, mark)
    there = replace(reading, marks=MappingProxyType(changed))
    page = there.page
    if page is None:
        return there
    spans = bookmark_spans(there.marks.get(page.article.id, ()), page.article.text)
    return there if spans == page.bookmarks else replace(there, page=replace(page, bookmarks=spans))


def bookmarked(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with a bookmark at the cursor, or without the one that is there.

    In the list it is on the article; in the reader on what is selected, else on the sentence under the cursor.
    """
    if reading.focus is Pane.LIST:
        row = reading.shelf.current
        return _on_article(reading, row, now) if row is not None and row.readable else reading
    page = reading.page
    if page is None:
        return reading
    text = page.article.text
    for mark in standing(reading.marks, page.article.id):
        span = mark_span(mark, text)
        if span and span.overlaps(page.selection or page.word):
            return _taken_away(reading, mark, now)
    span = page.selection or sentence_at(text, page.at)
    anchor = make_anchor(text, span.start, span.end)
    mark = new_mark(page.article, MarkKind.BOOKMARK, now=now, anchor=anchor)
    there = _changed(reading, MarkChange("bookmarked", None, mark))
    return replace(there, page=replace(there.page, anchor=None)) if there.page else there


def standing(marks: Mapping[str, tuple[Mark, ...]], article: str) -> tuple[Mark, ...]:
    """Return the bookmarks of an article that are not deleted."""
    return tuple(mark for mark in marks.get(article, ()) if mark.kind is MarkKind.BOOKMARK and not mark.deleted)


def undone(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with the last change taken back."""
    if not reading.history.done:
        return noticed(reading, "nothing to undo")
    *before, last = reading.history.done
    there = _applied(reading, last.undone(), now)
    history = History(tuple(before), (*reading.history.undone, last))
    return replace(there, history=history, notice=f"undone: {last.words}")


def redone(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with the change that was taken back last done again."""
    if not reading.history.undone:
        return noticed(reading, "nothing to do again")
    *before, last = reading.history.undone
    there = _applied(reading, last, now)
    history = replace(did(reading.history, last), undone=tuple(before))
    return replace(there, history=history, notice=f"done again: {last.words}")


def _on_article(reading: Reading, row: Row, now: datetime) -> Reading:
    for mark in standing(reading.marks, row.id):
        if mark.anchor is None:
            return _taken_away(reading, mark, now)
    published = row.published.isoformat() if row.published else None
    article = ArticleRef(row.id, row.path, row.title, published, row.source or None)
    return _changed(reading, MarkChange("article bookmarked", None, new_mark(article, MarkKind.BOOKMARK, now=now)))


def _taken_away(reading: Reading, mark: Mark, now: datetime) -> Reading:
    return _changed(reading, MarkChange("bookmark taken away", mark, deleted_mark(mark, now=now)))


def _changed(reading: Reading, change: MarkChange) -> Reading:
    mark = change.after
    there = with_marks(reading, () if mark is None else (mark,))
    return replace(there, history=did(reading.history, change), notice=f"{change.words}; u takes it back")


def _applied(reading: Reading, change: Change, now: datetime) -> Reading:
    if isinstance(change, ReadChange):
        shelf = shelving.marked(reading.shelf, change.ids, read=change.read)
        return replace(reading, shelf=shelf)
    wanted = change.after or change.before
    if wanted is None:
        return reading
    now_there = next(mark for mark in reading.marks[wanted.article.id] if mark.id == wanted.id)
    after = replace(now_there, deleted=change.after is None or change.after.deleted)
    return with_marks(reading, (changed_mark(now_there, after, now=now),))

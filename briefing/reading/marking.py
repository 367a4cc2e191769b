"""What the user marks: bookmarks, highlights, notes and tags, on words, on facts, and on whole articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from briefing.anchors import make_anchor
from briefing.model import (
    ArticleRef,
    FactRef,
    Mark,
    MarkKind,
    changed_mark,
    deleted_mark,
    new_mark,
)
from briefing.reading.aims import Aim, Draft
from briefing.reading.frame import Pane
from briefing.reading.history import MarkChange, did
from briefing.reading.motion import sentence_at
from briefing.reading.state import Reading, noticed, with_marks

ON_WORDS: Final = (MarkKind.NOTE, MarkKind.HIGHLIGHT, MarkKind.BOOKMARK)
"""The kinds that lie on words, in the order in which a key takes them where several lie on the same."""


def aim(reading: Reading) -> Aim | None:
    """Return what is under the cursor: the article of a row, a fact, what is selected, else the sentence."""
    if reading.focus is Pane.LIST:
        row = reading.shelf.current
        if row is None or not row.readable:
            return None
        published = row.published.isoformat() if row.published else None
        return Aim(ArticleRef(row.id, row.path, row.title, published, row.source or None))
    page = reading.page
    if page is None:
        return None
    article, text = ArticleRef.of(page.article), page.article.text
    if reading.focus is Pane.FACTS:
        fact = reading.panel.fact
        if fact is None:
            return None
        return Aim(article, make_anchor(text, fact.span.start, fact.span.end), FactRef(fact.kind, fact.label))
    span = page.selection or sentence_at(text, page.at)
    return Aim(article, make_anchor(text, span.start, span.end))


def mark_here(reading: Reading, kinds: Collection[MarkKind] = ON_WORDS) -> Mark | None:
    """Return the mark under the cursor that is of one of `kinds`: the one on the fewest words."""
    if reading.focus is Pane.LIST:
        row = reading.shelf.current
        marks = reading.marks.of(row.id) if row else ()
        return next((mark for mark in marks if mark.anchor is None and mark.kind in kinds), None)
    page = reading.page
    if page is None:
        return None
    if reading.focus is Pane.FACTS:
        fact = reading.panel.fact
        marks = reading.marks.of(page.article.id)
        told = FactRef(fact.kind, fact.label) if fact else None
        return next((mark for mark in marks if told and mark.fact == told and mark.kind in kinds), None)
    where = page.selection or page.word
    found = [
        (ON_WORDS.index(one.mark.kind), len(one.span), one.mark.id, one.mark)
        for one in page.marks
        if one.span and one.certain and one.mark.kind in kinds and one.span.overlaps(where)
    ]
    return min(found)[3] if found else None


def drafting(reading: Reading) -> Reading:
    """Return the reading with a note being written: that of the mark under the cursor, else a new one."""
    mark = mark_here(reading, (MarkKind.NOTE, MarkKind.HIGHLIGHT))
    there = aim(reading)
    if there is None:
        return reading
    if mark:
        there = Aim(mark.article, mark.anchor, mark.fact)
    return replace(reading, draft=Draft(there, mark))


def drafting_of(reading: Reading, mark: Mark) -> Reading:
    """Return the reading with the note of `mark` being written on, wherever its article is."""
    return replace(reading, draft=Draft(Aim(mark.article, mark.anchor, mark.fact), mark))


def drafted(reading: Reading, words: str, *, now: datetime) -> Reading:
    """Return the reading with the note that was being written kept."""
    draft = reading.draft
    if draft is None:
        return reading
    return annotated(replace(reading, draft=None), words, draft.aim, draft.mark, now=now)


def bookmarked(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading with a bookmark under the cursor, or without the one that is there."""
    there = mark_here(reading, (MarkKind.BOOKMARK,))
    if there:
        return changed(reading, MarkChange("bookmark taken away", there, deleted_mark(there, now=now)))
    return _made(reading, MarkKind.BOOKMARK, "bookmarked", now=now)


def highlighted(reading: Reading, colour: str, *, now: datetime) -> Reading:
    """Return the reading with what is selected in a colour, or the highlight or note under the cursor in another."""
    selecting = reading.page is not None and reading.page.selection is not None
    there = None if selecting else mark_here(reading, (MarkKind.HIGHLIGHT, MarkKind.NOTE))
    if there is None:
        return _made(reading, MarkKind.HIGHLIGHT, f"highlighted in {colour}", colour=colour, now=now)
    after = changed_mark(there, replace(there, colour=colour), now=now)
    return changed(reading, MarkChange(f"now {colour}", there, after)) if after is not there else reading


def annotated(reading: Reading, words: str, aim: Aim, mark: Mark | None, *, now: datetime) -> Reading:
    """Return the reading with a note of these words on what was aimed at, or with the note of `mark` changed.

    A note left empty is none: a new one is not made, an old one is deleted, and a highlight loses its note.
    """
    words = words.strip()
    if mark is None:
        if not words:
            return noticed(reading, "an empty note is not kept")
        made = new_mark(aim.article, MarkKind.NOTE, now=now, anchor=aim.anchor, note=words, fact=aim.fact)
        return _unselected(changed(reading, MarkChange("note kept", None, made)))
    if not words and mark.kind is MarkKind.NOTE:
        return changed(reading, MarkChange("note deleted", mark, deleted_mark(mark, now=now)))
    after = changed_mark(mark, replace(mark, note=words or None), now=now)
    return changed(reading, MarkChange("note changed", mark, after)) if after is not mark else reading


def tagged(reading: Reading, words: str, *, now: datetime) -> Reading:
    """Return the reading with these tags, parted by spaces or commas, on the mark under the cursor, else on a new bookmark."""
    tags = tuple(dict.fromkeys(tag.lstrip("#") for tag in words.replace(",", " ").split() if tag.lstrip("#")))
    there = mark_here(reading)
    if there is None:
        return _made(reading, MarkKind.BOOKMARK, "bookmarked and tagged", tags=tags, now=now) if tags else reading
    after = changed_mark(there, replace(there, tags=tags), now=now)
    return changed(reading, MarkChange("tags changed", there, after)) if after is not there else reading


def removed(reading: Reading, *, now: datetime) -> Reading:
    """Return the reading without the mark under the cursor; a fact that has none is struck from the panel."""
    there = mark_here(reading)
    if there:
        return changed(reading, MarkChange(f"{there.kind} deleted", there, deleted_mark(there, now=now)))
    if reading.focus is Pane.FACTS and reading.panel.fact:
        return _made(reading, MarkKind.STRUCK, "fact struck", now=now)
    return noticed(reading, "there is no mark here")


def attached(reading: Reading, mark: Mark, *, now: datetime) -> Reading:
    """Return the reading with a mark that had lost its words on what is selected, else on the sentence."""
    there = aim(reading)
    if there is None or there.anchor is None:
        return reading
    after = changed_mark(mark, replace(mark, anchor=there.anchor, article=there.article), now=now)
    return _unselected(changed(reading, MarkChange("attached again", mark, after)))


def changed(reading: Reading, change: MarkChange) -> Reading:
    """Return the reading with a mark made or changed, to be undone."""
    marks = () if change.after is None else (change.after,)
    there = with_marks(reading, marks, saved=False)
    return replace(there, history=did(reading.history, change), notice=f"{change.words}; u takes it back")


def tags_known(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Return every tag in use, in the order of the alphabet."""
    return tuple(sorted({tag for mark in marks for tag in mark.tags}, key=str.casefold))


def _made(
    reading: Reading,
    kind: MarkKind,
    words: str,
    *,
    now: datetime,
    colour: str | None = None,
    tags: tuple[str, ...] = (),
) -> Reading:
    there = aim(reading)
    if there is None:
        return reading
    mark = new_mark(there.article, kind, now=now, anchor=there.anchor, colour=colour, tags=tags, fact=there.fact)
    return _unselected(changed(reading, MarkChange(words, None, mark)))


def _unselected(reading: Reading) -> Reading:
    if reading.page is None or reading.page.anchor is None:
        return reading
    return replace(reading, page=replace(reading.page, anchor=None))

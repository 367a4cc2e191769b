"""Marks as the CSV that Readwise takes; its notes begin with the tags, each behind a full stop."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.cleaning import cleaned
from briefing.export.notes_order import by_article, quoted, tag_word
from briefing.model import ArticleRef, Mark

_COLUMNS: Final = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_LONGEST: Final = 8191
"""Characters of a highlight or a note; Readwise refuses more."""


def exported(marks: Iterable[Mark]) -> Iterator[str]:
    """Return the rows, headings first; a bookmark on a whole article is nothing that Readwise could show."""
    yield _row(_COLUMNS)
    for article, of_it in by_article(marks):
        for mark in of_it:
            if quoted(mark) or mark.note:
                yield _row(_fields(article, mark))


def _fields(article: ArticleRef, mark: Mark) -> tuple[str, ...]:
    words, note = quoted(mark), mark.note or ""
    if not words:
        words, note = note, ""
    tags = " ".join(f".{word}" for tag in mark.tags if (word := tag_word(tag).replace("/", "-")))
    start = mark.anchor.start if mark.anchor else None
    return (
        words[:_LONGEST],
        article.title,
        article.source or "",
        article.url or "",
        "\n".join(part for part in (tags, note) if part)[:_LONGEST],
        "" if start is None else str(start),
        mark.created[:19].replace("T", " "),
    )


def _row(fields: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cleaned(field) for field in fields)
    return buffer.getvalue()

"""Marks as an org file: a heading for each article, one below it for each mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from briefing.cleaning import cleaned, cleaned_line
from briefing.export.notes_order import by_article, quoted, tag_word
from briefing.model import ArticleRef, Mark

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TITLE: Final = 60
"""Characters of the marked words that head a mark."""


def exported(marks: Iterable[Mark]) -> Iterator[str]:
    """Return the lines."""
    for article, of_it in by_article(marks):
        yield f"* {_heading(article)}\n"
        yield from _drawer({"PATH": article.path, "SOURCE": article.source, "PUBLISHED": article.published})
        for mark in of_it:
            yield from _lines(mark)


def _lines(mark: Mark) -> Iterator[str]:
    words = quoted(mark)
    title = cleaned_line(words or (mark.note or ""), _TITLE) or mark.kind.value
    tags = [word.replace("-", "_").replace("/", "_") for tag in mark.tags if (word := tag_word(tag))]
    yield f"** {title}" + (f"  :{':'.join(tags)}:" if tags else "") + "\n"
    label = mark.fact.label if mark.fact else None
    yield from _drawer(
        {"ID": mark.id, "KIND": mark.kind.value, "COLOUR": mark.colour, "FACT": label, "CREATED": _moment(mark.created)}
    )
    if words:
        yield "#+begin_quote\n"
        yield from (_body(line) for line in cleaned(words).split("\n"))
        yield "#+end_quote\n"
    if mark.note:
        yield from (_body(line) for line in cleaned(mark.note).strip("\n").split("\n"))


def _heading(article: ArticleRef) -> str:
    title = cleaned_line(article.title) or "untitled"
    url = cleaned_line(article.url or "", 4000)
    if not url or any(char in url for char in "[] "):
        return title
    return f"[[{url}][{title.replace('[', '(').replace(']', ')')}]]"


def _drawer(values: dict[str, str | None]) -> Iterator[str]:
    yield ":PROPERTIES:\n"
    yield from (f":{name}: {cleaned_line(value, 4000)}\n" for name, value in values.items() if value)
    yield ":END:\n"


def _body(line: str) -> str:
    """Return the line so that org takes it for text: no heading, no comment, no keyword.

    Source: the Org manual, "Escape character": a zero-width space.
    """
    return ("\u200b" if line.startswith("*") or line.lstrip().startswith("#") else "") + line + "\n"


def _moment(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"[{moment:%Y-%m-%d} {_DAYS[moment.weekday()]} {moment:%H:%M}]"

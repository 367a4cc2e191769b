"""Marks in the order in which they are read: article by article, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model import ArticleRef, Mark, MarkKind


def by_article(marks: Iterable[Mark]) -> Iterator[tuple[ArticleRef, tuple[Mark, ...]]]:
    """Return each article with its marks, the oldest article first, undated ones last; without what was deleted or struck.

    Those on the whole article come first, then as they stand in the text.
    """
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        if not mark.deleted and mark.kind is not MarkKind.STRUCK:
            found.setdefault(mark.article.id, []).append(mark)
    latest = {name: max(of_it, key=lambda mark: (mark.changed, mark.id)).article for name, of_it in found.items()}
    for name in sorted(found, key=lambda name: (latest[name].published or "~", latest[name].title, name)):
        yield latest[name], tuple(sorted(found[name], key=_place))


def about(article: ArticleRef) -> str:
    """Return source and day of an article, as far as they are known: "The Pier, 2024-01-21"."""
    return ", ".join(part for part in (article.source, article.day.isoformat() if article.day else None) if part)


def quoted(mark: Mark) -> str:
    """Return the marked words, empty for a mark on the whole article."""
    return (mark.anchor.quote if mark.anchor else None) or ""


def tag_word(tag: str) -> str:
    """Return a tag as one word, as other programs want it: "to check" as "to-check"; empty where nothing is left."""
    return "-".join("".join(char if char.isalnum() or char in "_-/" else " " for char in tag).split())


def _place(mark: Mark) -> tuple[int, int, str]:
    anchor = mark.anchor
    if anchor is None or anchor.start is None:
        return (-1 if anchor is None else 0), 0, mark.id
    return anchor.start, -(anchor.end or anchor.start), mark.id

"""Marks as Markdown with links back to their articles, for Obsidian and its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.cleaning import cleaned
from briefing.export.notes_order import about, by_article, quoted, tag_word
from briefing.export.report_markdown import plain
from briefing.model import ArticleRef, Mark


def exported(marks: Iterable[Mark]) -> Iterator[str]:
    """Return the lines: a heading for each article that leads to it, then the marked words and the notes on them."""
    is_first = True
    for article, of_it in by_article(marks):
        yield ("" if is_first else "\n") + f"## {_link(article)}\n"
        is_first = False
        if told := plain(about(article)):
            yield f"\n{told}\n"
        for mark in of_it:
            yield "\n"
            yield from (f"{line}\n" for line in _lines(mark))


def _lines(mark: Mark) -> Iterator[str]:
    words = quoted(mark)
    if words:
        for number, paragraph in enumerate(words.split("\n\n")):
            if number:
                yield ">"
            yield f"> {plain(cleaned(paragraph))}"
        yield ""
    if mark.note:
        # The user's own words, and so the user's own Markdown.
        yield from cleaned(mark.note).strip("\n").split("\n")
        yield ""
    tags = " ".join(f"#{word}" for tag in mark.tags if (word := tag_word(tag)))
    of_fact = f"on {plain(mark.fact.label)}" if mark.fact else ""
    signs = (mark.kind.value, of_fact, plain(mark.colour or ""), plain(mark.created[:10]), tags)
    yield "*" + ", ".join(sign for sign in signs[:-1] if sign) + "*" + (f" {tags}" if tags else "")


def _link(article: ArticleRef) -> str:
    target = article.url or article.path
    title = plain(cleaned(article.title)) or "untitled"
    if not target or any(char in target for char in "<>\n\r"):
        return title
    return f"[{title}](<{cleaned(target)}>)"

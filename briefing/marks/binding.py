"""Which article marks are on: by id or address, by its text, by where their words are found, by its path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final
from urllib.parse import urlsplit

from briefing.anchors import locate
from briefing.anchors.folding import folded
from briefing.model import Article, ArticleRef, Mark

_MOST_TRIED: Final = 12
"""Marks of a group that are looked for in an article; more would not tell more."""
_MOST_OF_THEM: Final = 0.5
"""The share of the marks that must be found for sure."""
_FEW: Final = 40
"""Marked characters found that are enough, all together."""
_SHARED: Final = 0.3
"""The share of the old text's runs of four words that another version of it still has."""
_WORDS_LOOKED_FOR: Final = 3


class Tie(IntEnum):
    """What ties marks to an article, the strongest last."""

    PATH = 1
    WORDS = 2
    TEXT = 3
    URL = 4
    ID = 5


@dataclass(frozen=True, slots=True)
class Group:
    """The marks that were made under one id."""

    article: ArticleRef
    marks: tuple[Mark, ...]


def groups(marks: Iterable[Mark]) -> tuple[Group, ...]:
    """Return the marks by the id that they were made under, in the order of ids."""
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.article.id, []).append(mark)
    return tuple(Group(found[name][-1].article, tuple(found[name])) for name in sorted(found))


def bound(marks: Iterable[Mark], articles: Iterable[Article]) -> dict[str, str]:
    """Return the ids of the articles that marks belong to, by the ids that these were made under.

    Each of the articles is looked at once. Of two that a group might belong to, the one with the stronger tie has it;
    where they are equal, neither has.
    """
    looking = groups(marks)
    best: dict[str, tuple[Tie, float, str]] = {}
    is_tied: dict[str, bool] = {}
    for article in articles if looking else ():
        for group in looking:
            tie = tied(group, article)
            if tie is None:
                continue
            name, there = group.article.id, best.get(group.article.id)
            if there is None or tie > there[:2]:
                best[name], is_tied[name] = (*tie, article.id), False
            elif tie == there[:2] and there[2] != article.id:
                is_tied[name] = True
    return {name: found[2] for name, found in best.items() if not is_tied[name]}


def tied(group: Group, article: Article) -> tuple[Tie, float] | None:
    """Return what ties the marks to the article and how much of it speaks for that, None where nothing does."""
    reference = group.article
    if reference.id == article.id:
        return Tie.ID, 1.0
    if reference.url and article.url and address(reference.url) == address(article.url):
        return Tie.URL, 1.0
    if reference.source and article.source and not _same_words(reference.source, article.source):
        # A reprint by another outlet is another article, however much of it is the same.
        return None
    if _has_text(group, article):
        return Tie.TEXT, 1.0 if reference.path == article.path else 0.5
    found = _found(group, article)
    if found:
        return Tie.WORDS, found
    is_free = all(mark.anchor is None for mark in group.marks) and not (reference.url and article.url)
    if is_free and reference.path == article.path and _same_words(reference.title, article.title):
        return Tie.PATH, 1.0
    return None


def address(url: str) -> str:
    """Return what of a URL tells the article: no scheme, no "www.", no fragment, no marks of who sent the reader."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.strip()
    asked = "&".join(
        part for part in parts.query.split("&") if part and not part.startswith(("utm_", "fbclid", "gclid"))
    )
    return f"{host}{parts.path.rstrip('/')}{'?' if asked else ''}{asked}"


def _texts(group: Group) -> set[str]:
    return {mark.anchor.text for mark in group.marks if mark.anchor and mark.anchor.text}


def _has_text(group: Group, article: Article) -> bool:
    return any(
        text == article.text
        or (abs(len(text) - len(article.text)) < 0.2 * len(text) and folded(text).text == folded(article.text).text)
        for text in _texts(group)
    )


def _is_version(group: Group, article: Article) -> bool:
    """Return whether the article holds enough of a text that the marks were made in: a report may quote another."""
    new = _runs(article.text)
    olds = [_runs(text) for text in _texts(group)]
    if not olds:
        return _same_words(group.article.title, article.title)
    return any(len(old & new) >= _SHARED * len(old) for old in olds if old)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = folded(text).words
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def _found(group: Group, article: Article) -> float:
    """Return the share of the marks that are found in the article for sure, 0 where they are too few."""
    anchors = [mark.anchor for mark in group.marks if mark.anchor and mark.anchor.quote and not mark.deleted]
    anchors.sort(key=lambda anchor: -len(anchor.quote or ""))
    tried = anchors[:_MOST_TRIED]
    if not tried or not any(_might_be(anchor.quote or "", article.text) for anchor in tried):
        return 0.0
    if not _is_version(group, article):
        return 0.0
    places = [(anchor, locate(anchor, article.text)) for anchor in tried]
    sure = [anchor for anchor, place in places if place and place.certain]
    enough = sum(len(anchor.quote or "") for anchor in sure) >= _FEW
    return len(sure) / len(tried) if enough and len(sure) >= _MOST_OF_THEM * len(tried) else 0.0


def _might_be(quote: str, text: str) -> bool:
    """Return whether some of the longest words of the quote stand in the text: cheap, before it is looked at closely."""
    longest = sorted(set(quote.split()), key=len, reverse=True)[:_WORDS_LOOKED_FOR]
    return sum(word.strip(".,;:“”\"'") in text for word in longest) * 2 > len(longest)


def _same_words(one: str, other: str) -> bool:
    return folded(one).text == folded(other).text

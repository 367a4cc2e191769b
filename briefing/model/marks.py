"""Marks: bookmarks, highlights, notes and struck facts, each with what finds its words again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.article import Article


class MarkKind(StrEnum):
    """What the user made."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    STRUCK = "struck"
    """Takes a fact off the panel."""


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Which article a mark is on, as it was known when the mark was made."""

    id: str
    path: str
    title: str
    published: str | None = None
    """By ISO 8601."""
    source: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, article: Article) -> ArticleRef:
        """Return the reference to `article`."""
        published = None if article.published is None else article.published.isoformat()
        return cls(article.id, article.path, article.title, published, article.source, article.url)

    @property
    def day(self) -> date | None:
        """The day of publication; None where it is not told or is no date."""
        try:
            return None if self.published is None else date.fromisoformat(self.published[:10])
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Span, words and surroundings of a mark, to find its place again when the text has changed.

    `briefing.anchors.make_anchor` fills all of it; what comes from other programs may lack any part.
    """

    start: int | None = None
    """Code points into the article's text as it was when the mark was made."""
    end: int | None = None
    quote: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    occurrences: int | None = None
    """How often the words stood in that text."""
    text: str | None = None
    """That text, whole, to align by."""
    text_id: str | None = None
    """The name that the text is kept under: `text_id(text)`."""


@dataclass(frozen=True, slots=True)
class FactRef:
    """The fact that a mark is on."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that the user made: a bookmark, a highlight, a note, a struck fact."""

    id: str
    kind: MarkKind
    article: ArticleRef
    created: str
    """By ISO 8601, and never compared: clocks differ, revisions order."""
    changed: str
    revision: int = 1
    anchor: Anchor | None = None
    """None for a mark on the whole article."""
    note: str | None = None
    tags: tuple[str, ...] = ()
    colour: str | None = None
    fact: FactRef | None = None
    deleted: bool = False
    """Kept when deleted, so that an older import does not bring it back."""
    history: tuple[str, ...] = ()
    """Earlier versions, oldest first, each the JSON text of what it was."""
    more: tuple[tuple[str, str], ...] = ()
    """What a newer program or another one has added: names and JSON texts, kept as they are."""


def text_id(text: str) -> str:
    """Return the name under which the text of an article is kept beside its marks."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def new_mark(
    article: Article | ArticleRef,
    kind: MarkKind,
    *,
    now: datetime,
    anchor: Anchor | None = None,
    note: str | None = None,
    tags: Sequence[str] = (),
    colour: str | None = None,
    fact: FactRef | None = None,
) -> Mark:
    """Return a mark that is made `now`, with an id made from what it holds and when.

    The same thing done twice in the same microsecond is one mark. `now` should know its zone.
    """
    reference = article if isinstance(article, ArticleRef) else ArticleRef.of(article)
    moment = now.isoformat()
    place = ("", "") if anchor is None else (str(anchor.start), str(anchor.end))
    seed = "\0".join((reference.id, kind, moment, *place, note or "", colour or "", *tags))
    name = sha256(seed.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Mark(
        id=name, kind=kind, article=reference, created=moment, changed=moment, anchor=anchor,
        note=note, tags=tuple(tags), colour=colour, fact=fact,
    )  # fmt: skip


def changed_mark(before: Mark, after: Mark, *, now: datetime) -> Mark:
    """Return `after` as the next revision of `before`; `before` itself where nothing differs.

    `after` is made with `dataclasses.replace(before, note=...)`; the store adds `before` to its history.
    """
    if after == before:
        return before
    return replace(after, id=before.id, created=before.created, changed=now.isoformat(), revision=before.revision + 1)


def deleted_mark(mark: Mark, *, now: datetime) -> Mark:
    """Return the mark as deleted `now`."""
    return changed_mark(mark, replace(mark, deleted=True), now=now)

"""All marks of the user: by article, counted, and which of them are not on the disk yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import Final

from briefing.model import ArticleRef, Mark, MarkKind, Span
from briefing.values import dataclass

NOTHING: Final[Mapping[str, tuple[Mark, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Markings:
    """The marks, deleted ones too."""

    by_article: Mapping[str, tuple[Mark, ...]] = field(default_factory=lambda: NOTHING)
    """By id of their article, in the order in which they were made."""
    count: int = 0
    """How many are not deleted."""
    unsaved: frozenset[str] = frozenset()
    """Ids of the marks that are not on the disk yet."""

    def of(self, article: str) -> tuple[Mark, ...]:
        """Return the marks of an article that are not deleted."""
        return tuple(mark for mark in self.by_article.get(article, ()) if not mark.deleted)

    def standing(self) -> Iterator[Mark]:
        """Yield all marks that are not deleted."""
        return (mark for marks in self.by_article.values() for mark in marks if not mark.deleted)

    def mark(self, article: str, name: str) -> Mark | None:
        """Return the mark of that id."""
        return next((mark for mark in self.by_article.get(article, ()) if mark.id == name), None)

    def found(self, mark: Mark) -> Mark | None:
        """Return the mark of the same id as it is now, also where its article has become another by a change."""
        there = self.mark(mark.article.id, mark.id)
        everywhere = (one for marks in self.by_article.values() for one in marks if one.id == mark.id)
        return there or next(everywhere, None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in the text of its article as it is now."""

    mark: Mark
    span: Span | None = None
    """None for a mark on the whole article, and for one whose words are gone."""
    certain: bool = True
    """False where the words are only likely to be these: they are offered, not lit."""

    @property
    def is_lost(self) -> bool:
        """Whether it had words that are not found any more, or not for sure."""
        return self.mark.anchor is not None and (self.span is None or not self.certain)


def with_marks(markings: Markings, marks: Iterable[Mark], *, saved: bool) -> Markings:
    """Return the markings with these marks in place of older ones of the same id; `saved`: they are on the disk."""
    changed: dict[str, dict[str, Mark]] = {}
    taken: set[str] = set()
    for mark in marks:
        there = changed.setdefault(
            mark.article.id, {one.id: one for one in markings.by_article.get(mark.article.id, ())}
        )
        if mark.id not in there or there[mark.id].revision <= mark.revision:
            there[mark.id] = mark
            taken.add(mark.id)
    if not taken:
        return markings
    after = {article: tuple(there.values()) for article, there in changed.items()}
    count = markings.count + sum(
        _standing(new) - _standing(markings.by_article.get(at, ())) for at, new in after.items()
    )
    unsaved = markings.unsaved - taken if saved else markings.unsaved | taken
    return Markings(MappingProxyType({**markings.by_article, **after}), count, unsaved)


def moved(markings: Markings, homes: Mapping[str, ArticleRef]) -> Markings:
    """Return the markings with the marks of some articles, by their ids, on other articles: newer versions of them."""
    after = {article: marks for article, marks in markings.by_article.items() if article not in homes}
    for article, home in homes.items():
        marks = (replace(mark, article=home) for mark in markings.by_article.get(article, ()))
        after[home.id] = tuple({one.id: one for one in (*marks, *after.get(home.id, ()))}.values())
    return Markings(MappingProxyType(after), markings.count, markings.unsaved)


def placed(marks: Iterable[Mark], text: str, *, known: Iterable[Placed] = ()) -> tuple[Placed, ...]:
    """Return where marks stand in `text`, in its order; those on the whole article first.

    `known` are marks whose place in this very text is known: it is not looked for again.
    """
    from briefing.anchors import locate

    before = {one.mark.id: one for one in known}
    found = []
    for mark in marks:
        there = before.get(mark.id)
        if mark.anchor is None or (there and there.mark.anchor == mark.anchor):
            found.append(Placed(mark, there.span, there.certain) if there and mark.anchor else Placed(mark))
            continue
        place = locate(mark.anchor, text)
        found.append(Placed(mark, Span(place.start, place.end), place.certain) if place else Placed(mark))
    return tuple(sorted(found, key=_order))


def lit(marks: Iterable[Placed], kind: MarkKind) -> tuple[Span, ...]:
    """Return the words of the marks of that kind, in text order."""
    return tuple(one.span for one in marks if one.mark.kind is kind and one.span and one.certain)


def _order(one: Placed) -> tuple[int, int, str]:
    return (one.span.start, -one.span.end, one.mark.id) if one.span else (-1, 0, one.mark.id)


def _standing(marks: Iterable[Mark]) -> int:
    return sum(not mark.deleted for mark in marks)

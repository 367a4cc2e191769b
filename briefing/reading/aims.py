"""What a mark is made on, and a note that is being written."""

from __future__ import annotations

from briefing.model import Anchor, ArticleRef, FactRef, Mark
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """An article, a fact of it, or some of its words."""

    article: ArticleRef
    anchor: Anchor | None = None
    fact: FactRef | None = None

    @property
    def said(self) -> str:
        """What it is, in a few words: the fact, the words, or the title."""
        if self.fact:
            return self.fact.label
        quote = self.anchor.quote if self.anchor else None
        return " ".join((quote or self.article.title).split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A note that is being written."""

    aim: Aim
    mark: Mark | None
    """The mark whose note is changed; None for a new one."""

    @property
    def words(self) -> str:
        """The note as it was before."""
        return (self.mark.note or "") if self.mark else ""

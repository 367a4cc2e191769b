"""Marks to try things with."""

from datetime import UTC, datetime

from briefing.model import Anchor, ArticleRef, Mark, MarkKind, new_mark, text_id

NOON = datetime(2024, 1, 21, 12, tzinfo=UTC)
GULL = ArticleRef("gull", "birds/gull.txt", "A gull: what it saw", "2024-01-21", "The Harbour", None)
TIDE = ArticleRef("tide", "sea/tide.txt", "The tide comes in", None, None, "https://example.org/tide")
TEXT = "A gull sat on the pier. The tide came in."


def note(words: str = "look again", *, article: ArticleRef = GULL) -> Mark:
    anchor = Anchor(2, 6, "gull", "A ", " sat on the pier. The tide came in.", 1, TEXT, text_id(TEXT))
    return new_mark(article, MarkKind.NOTE, now=NOON, anchor=anchor, note=words, tags=("birds", "to check"))

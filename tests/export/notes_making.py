"""Marks to export."""

from datetime import UTC, datetime

from briefing.anchors import make_anchor
from briefing.model import Article, ArticleRef, FactRef, Mark, MarkKind, deleted_mark, new_mark

NOON = datetime(2024, 1, 21, 12, 30, tzinfo=UTC)
TEXT = 'A [gull] *sat* on the pier.\n\n# It said: "<b>no</b>" — twice. The tide came in.'
GULL = Article(
    "gull",
    "birds/a gull.txt",
    "A gull: what it saw",
    TEXT,
    published=NOON,
    source="The Pier",
    url="https://pier.example/g",
)
TIDE = ArticleRef("tide", "sea/tide.txt", "The [tide]")


def _on(
    words: str, kind: MarkKind, *, note: str | None = None, colour: str | None = None, tags: tuple[str, ...] = ()
) -> Mark:
    start = TEXT.index(words)
    anchor = make_anchor(TEXT, start, start + len(words))
    return new_mark(GULL, kind, now=NOON, anchor=anchor, note=note, colour=colour, tags=tags)


MARKS = (
    _on(
        "The tide came in.",
        MarkKind.NOTE,
        note="Check **this**,\n* with the harbour\n# and the coast guard",
        tags=("to check", "sea"),
    ),
    _on('[gull] *sat* on the pier.\n\n# It said: "<b>no</b>"', MarkKind.HIGHLIGHT, colour="yellow"),
    new_mark(GULL, MarkKind.BOOKMARK, now=NOON),
    new_mark(
        TIDE,
        MarkKind.NOTE,
        now=NOON,
        note="The whole of it, \x1b[31mread\x07 again.",
        fact=FactRef("figure", ">140 gulls"),
    ),
    new_mark(TIDE, MarkKind.STRUCK, now=NOON, fact=FactRef("figure", "3 tides")),
    deleted_mark(new_mark(TIDE, MarkKind.NOTE, now=NOON, note="deleted"), now=NOON),
)

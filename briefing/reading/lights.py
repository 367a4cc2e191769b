"""What is lit on the page just now, and which of its lines look different after a step."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.model import MarkKind, Span
from briefing.reading.colours import COLOURS
from briefing.reading.decoration import Layer, entity_at, layer
from briefing.reading.markings import lit
from briefing.reading.page import Page


def moving(page: Page) -> tuple[Layer, ...]:
    """Return the layers that a step may change, from the lowest to the highest."""
    hit = page.hit
    entity = entity_at(page.analysis, page.word) if page.has_cursor else None
    mentions = (mention.span for mention in entity.mentions) if entity else ()
    return (
        layer("named-here", mentions),
        Layer("bookmark", page.bookmarks),
        *(layer(f"mark-{colour}", _coloured(page, colour)) for colour in COLOURS),
        layer("note", lit(page.marks, MarkKind.NOTE)),
        Layer("fact", () if page.lit is None else (page.lit,)),
        Layer("hit", page.hits),
        Layer("hit-here", () if hit is None else (page.hits[hit],)),
        Layer("selection", () if page.selection is None else (page.selection,)),
        Layer("cursor", (page.word,) if page.has_cursor else ()),
    )


def _coloured(page: Page, colour: str) -> Iterator[Span]:
    """Yield the words in that colour; a highlight in a colour that has no name here is in the first."""
    for one in page.marks:
        mark = one.mark
        is_odd = mark.kind is MarkKind.HIGHLIGHT and mark.colour not in COLOURS
        named = COLOURS[0] if is_odd else mark.colour
        if named == colour and mark.kind in (MarkKind.HIGHLIGHT, MarkKind.NOTE) and one.span and one.certain:
            yield one.span


def layers(page: Page) -> tuple[Layer, ...]:
    """Return all that lies over the page's text, from the lowest layer to the highest."""
    return page.looks + moving(page)


def changed_lines(old: Page | None, new: Page) -> frozenset[int] | None:
    """Return the numbers of the lines in view that look different; None where every line does."""
    if old is None or old.layout is not new.layout or old.looks is not new.looks:
        return None
    if old.top != new.top or old.height != new.height:
        return None
    changed: set[int] = set()
    for before, after in zip(moving(old), moving(new), strict=True):
        if before.spans != after.spans:
            for span in set(before.spans) ^ set(after.spans):
                changed.update(_lines(new, span))
    return frozenset(changed)


def signed_lines(page: Page, names: Collection[str]) -> frozenset[int]:
    """Return the numbers of the lines in view whose margin shows the sign of one of these marks, by their ids."""
    spans = (one.span for one in page.marks if one.span and one.mark.id in names)
    return frozenset(line for span in spans for line in _lines(page, Span(span.start, span.start)))


def _lines(page: Page, span: Span) -> range:
    first = page.layout.line_of(span.start)
    last = page.layout.line_of(max(span.start, span.end - 1))
    return range(max(first, page.top), min(last, page.top + page.height - 1) + 1)

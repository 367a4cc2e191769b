"""Marks as W3C Web Annotations: one JSON-LD document that annotation servers take.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from briefing.export.notes_order import by_article
from briefing.export.notes_shape import Object, line_of
from briefing.model import Mark, MarkKind

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_MOTIVES: Final = {
    MarkKind.BOOKMARK: "bookmarking",
    MarkKind.HIGHLIGHT: "highlighting",
    MarkKind.NOTE: "commenting",
    MarkKind.STRUCK: "moderating",
}


def exported(marks: Iterable[Mark]) -> Iterator[str]:
    """Return the lines of one annotation page, an annotation a line."""
    yield f'{{"@context": {json.dumps(_CONTEXT)}, "type": "AnnotationPage", "items": ['
    separator = "\n"
    for _, of_it in by_article(marks):
        for mark in of_it:
            yield separator + line_of(annotation(mark))
            separator = ",\n"
    yield "\n]}\n"


def annotation(mark: Mark) -> Object:
    """Return the mark as an annotation, as what JSON can hold."""
    value: Object = {
        "id": f"urn:briefing:{quote(mark.id, safe='', errors='replace')}",
        "type": "Annotation",
        "motivation": _MOTIVES[mark.kind],
        "created": mark.created,
        "modified": mark.changed,
        "target": _target(mark),
    }
    bodies = [_body(mark.note, "commenting")] if mark.note else []
    bodies += [_body(tag, "tagging") for tag in mark.tags]
    if bodies:
        value["body"] = bodies
    return value


def _body(text: str, purpose: str) -> Object:
    return {"type": "TextualBody", "value": text, "purpose": purpose, "format": "text/plain"}


def _target(mark: Mark) -> Object:
    article, anchor = mark.article, mark.anchor
    source: Object = {"id": article.url or quote(article.path, errors="replace"), "title": article.title}
    target: Object = {"type": "SpecificResource", "source": source}
    if mark.colour:
        target["styleClass"] = mark.colour
    selectors: list[Object] = []
    if anchor and anchor.quote is not None:
        words: Object = {"type": "TextQuoteSelector", "exact": anchor.quote}
        around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
        selectors.append(words | {key: text for key, text in around.items() if text is not None})
    if anchor and anchor.start is not None and anchor.end is not None:
        selectors.append({"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end})
    if selectors:
        target["selector"] = selectors
    return target

"""Annotations of hypothes.is, as its client exports them or its API returns them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Final, TypeAlias

from briefing.cleaning import cleaned, cleaned_line
from briefing.marks.foreign.found import NotTaken, decoded, found_mark
from briefing.model import Anchor, ArticleRef, Mark, MarkKind

Object: TypeAlias = "dict[str, object]"

_LISTS: Final = ("annotations", "rows")
"""Where the annotations lie: in the client's export, in the API's answer."""
_AROUND: Final = 64


def imported(content: bytes, *, now: datetime) -> Iterator[Mark | NotTaken]:
    """Return the annotations as marks; a reply is left, it is on an annotation and not on the text.

    Their positions count another text in other units: only the words and what is around them is taken.
    """
    try:
        value: object = json.loads(decoded(content))
    except RecursionError:
        yield NotTaken(1, "it is nested too deeply")
        return
    except ValueError as error:
        yield NotTaken(getattr(error, "lineno", 1), "it is no JSON")
        return
    rows = value
    if isinstance(value, dict):
        rows = next((value[key] for key in _LISTS if key in value), [value])
    if not isinstance(rows, list):
        yield NotTaken(1, "it holds no list of annotations")
        return
    for number, row in enumerate(rows, start=1):
        yield _mark(row, number, now) if isinstance(row, dict) else NotTaken(number, "it is no object")


def _mark(row: Object, number: int, now: datetime) -> Mark | NotTaken:
    if row.get("references"):
        return NotTaken(number, "it is a reply to another annotation")
    url = row.get("uri")
    if not isinstance(url, str) or not url:
        return NotTaken(number, 'it has no "uri" that tells the article')
    anchor = _anchor(row)
    note = _text(row, "text")
    tags = row.get("tags")
    kind = MarkKind.NOTE if note or anchor is None else MarkKind.HIGHLIGHT
    created = _text(row, "created") or now.isoformat()
    return found_mark(
        ArticleRef(cleaned(url), "", _title(row) or cleaned_line(url), url=cleaned(url)),
        kind,
        seed="\0".join(("hypothesis", _text(row, "id") or f"{url}\0{anchor}\0{note}")),
        created=created,
        changed=_text(row, "updated") or created,
        anchor=anchor,
        note=note or None,
        tags=tuple(cleaned_line(tag) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _anchor(row: Object) -> Anchor | None:
    targets = row.get("target")
    for target in targets if isinstance(targets, list) else []:
        selectors = target.get("selector") if isinstance(target, dict) else None
        for selector in selectors if isinstance(selectors, list) else []:
            if isinstance(selector, dict) and selector.get("type") == "TextQuoteSelector" and _text(selector, "exact"):
                prefix, suffix = _text(selector, "prefix")[-_AROUND:], _text(selector, "suffix")[:_AROUND]
                return Anchor(quote=_text(selector, "exact"), prefix=prefix, suffix=suffix)
    return None


def _title(row: Object) -> str:
    document = row.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    first = titles[0] if isinstance(titles, list) and titles else titles
    return cleaned_line(first) if isinstance(first, str) else ""


def _text(row: Object, key: str) -> str:
    value = row.get(key)
    return cleaned(value) if isinstance(value, str) else ""

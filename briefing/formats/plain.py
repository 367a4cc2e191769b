"""Plain text: fields in front where there are any, a headline line where there is one, then the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.cleaning import cleaned
from briefing.formats import endings
from briefing.formats.byline import top
from briefing.formats.draft import Draft, Faulty, joined
from briefing.formats.fields import tags_of
from briefing.formats.header import header
from briefing.formats.prose import paragraphs, with_headline

SUFFIXES: Final = endings.TEXT


def takes(head: str) -> bool:  # noqa: ARG001, all formats are asked alike
    """Return True: any text is plain text."""
    return True


def articles(text: str) -> Iterator[Draft | Faulty]:
    """Yield the one article that a plain text is."""
    yield draft_of(cleaned(text))


def draft_of(text: str) -> Draft:
    """Return the article that cleaned `text` tells, its header fields taken off."""
    front = header(text)
    body = text[front.end :]
    values = dict(front.values)
    under = None if values.get("title") else top(body)
    made = paragraphs(under.text if under else body)
    headline = None
    if under:
        headline, made = with_headline(made)
        values = {**under.values, **values}
    return Draft(
        joined(made, headline=headline),
        title=values.get("title", ""),
        published=front.published or (under.published if under else None),
        source=values.get("source", ""),
        url=values.get("url", ""),
        author=values.get("author", ""),
        tags=tags_of(values.get("tags", "")),
        own_id=values.get("id", ""),
        remarks=front.remarks + (under.remarks if under else ()),
    )

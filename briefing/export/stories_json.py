"""A story as one line of `briefing stories --json`: the form that other programs may rely on."""

from __future__ import annotations

from typing import Final

from briefing.export.json_text import Plain, plain_json_text
from briefing.model import Span
from briefing.stories import Alias, Comparison, Moment, Story, Value

VERSION: Final = 1
"""Goes up only when a key changes its meaning or goes away."""


def story_line(story: Story) -> str:
    """Return `story` as one line of JSON, without the line's end."""
    return plain_json_text(story_object(story))


def story_object(story: Story) -> dict[str, Plain]:
    """Return `story` as a JSON object; spans are ranges of code points into the text of the value's article."""
    group = story.group
    return {
        "version": VERSION,
        "id": group.id,
        "title": group.title,
        "articles": [
            {"id": article.id, "path": article.path, "part": article.part}
            for article in (*group.articles, *group.copies)
        ],
        "why": group.why,
        "aliases": [_alias(alias) for alias in story.aliases],
        "compare": [comparison_object(line) for line in story.compare],
        "timeline": [_moment(moment) for moment in story.timeline],
        "reprints": group.reprints,
    }


def _alias(alias: Alias) -> dict[str, Plain]:
    return {"name": alias.name, "type": alias.type, "names": alias.names, "articles": alias.articles}


def comparison_object(line: Comparison) -> dict[str, Plain]:
    """Return a line of the comparison as a JSON object."""
    return {
        "slot": line.slot,
        "relation": line.relation,
        "values": [_value(value) for value in line.values],
        "why": line.why,
        "origins": line.origins,
    }


def _value(value: Value) -> dict[str, Plain]:
    ref: dict[str, Plain] = {} if value.ref is None else {"ref": value.ref}
    return {"article": value.article, **ref, **_range(value.span), "text": value.text, "said_by": _said_by(value)}


def _said_by(value: Value) -> Plain:
    return None if value.said_by is None else _range(value.said_by)


def _range(span: Span) -> dict[str, Plain]:
    return {"start": span.start, "end": span.end}


def _moment(moment: Moment) -> dict[str, Plain]:
    return {
        "first": moment.first.isoformat() if moment.first else None,
        "last": moment.last.isoformat() if moment.last else None,
        "text": moment.text,
        "articles": moment.articles,
    }

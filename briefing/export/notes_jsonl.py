"""Marks as JSON Lines, without loss: the form in which they are kept, exported and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from briefing.export.notes_shape import FORM, KINDS, NoMarkError, Object, check, line_of, read_object
from briefing.model import Anchor, ArticleRef, FactRef, Mark, text_id

_ANCHOR: Final = ("start", "end", "quote", "prefix", "suffix", "occurrences", "text", "text_id")
_KNOWN: Final = frozenset(
    ("id", "kind", "article", *_ANCHOR, "note", "tags", "colour", "created", "changed", "revision", "version", "fact",
     "deleted", "history")
)  # fmt: skip
_KNOWN_OF_ARTICLE: Final = frozenset(("id", "path", "title", "published", "source", "url"))
_KNOWN_OF_FACT: Final = frozenset(("kind", "label"))


def exported(marks: Iterable[Mark]) -> Iterator[str]:
    """Return the lines of `marks`, deleted ones and history included, ordered by article and id.

    The whole text of an article goes along with the first of its marks, the others name it.
    """
    told: set[str] = set()
    for mark in sorted(marks, key=lambda mark: (mark.article.id, mark.id)):
        value = as_object(mark)
        if mark.anchor and mark.anchor.text is not None and mark.anchor.text_id not in told:
            value["text"] = mark.anchor.text
            told.add(str(mark.anchor.text_id))
        yield line_of(value) + "\n"


def as_object(mark: Mark) -> Object:
    """Return the mark as what JSON can hold, by the contract; the text of its article is left to the caller."""
    article = mark.article
    value: Object = {
        "article": {
            "id": article.id, "path": article.path, "title": article.title,
            "published": article.published, "source": article.source, "url": article.url,
        },
        "changed": mark.changed,
        "colour": mark.colour,
        "created": mark.created,
        "deleted": mark.deleted,
        "fact": None if mark.fact is None else {"kind": mark.fact.kind, "label": mark.fact.label},
        "history": [json.loads(version) for version in mark.history],
        "id": mark.id,
        "kind": mark.kind.value,
        "note": mark.note,
        "revision": mark.revision,
        "tags": list(mark.tags),
        "version": FORM,
    }  # fmt: skip
    anchor = mark.anchor or _NOWHERE
    value["start"], value["end"], value["quote"] = anchor.start, anchor.end, anchor.quote
    value["prefix"], value["suffix"] = anchor.prefix, anchor.suffix
    if anchor.occurrences is not None:
        value["occurrences"] = anchor.occurrences
    if anchor.text_id is not None:
        value["text_id"] = anchor.text_id
    for name, text in mark.more:
        _put(value, name, json.loads(text))
    return value


def version_of(mark: Mark) -> str:
    """Return what the history keeps of `mark`: its JSON text without the history."""
    value = as_object(mark)
    del value["history"]
    return line_of(value)


def earlier(mark: Mark) -> tuple[Mark, ...]:
    """Return the earlier versions of `mark` that can be read as marks, oldest first."""
    found = []
    for version in mark.history:
        try:
            found.append(mark_of(json.loads(version)))
        except NoMarkError:
            continue
    return tuple(found)


def read_line(line: str | bytes) -> Mark:
    """Return the mark that stands on `line`. Raises `NoMarkError` with the reason."""
    return mark_of(read_object(line))


def mark_of(value: Object) -> Mark:
    """Return the mark that `value` describes; without an id it gets one made from all it holds.

    Raises `NoMarkError` with the reason.
    """
    check(value)
    if not value.get("id"):
        try:
            value = value | {"id": sha256(line_of(value).encode()).hexdigest()[:16]}
        except ValueError:
            raise NoMarkError("a number in it is too large") from None
    return build(value)


def build(value: Object) -> Mark:
    """Return the mark that `value` describes, which must be one that this program has written."""
    article = _article(value["article"])
    tags, history, fact = value.get("tags"), value.get("history"), value.get("fact")
    return Mark(
        _text(value["id"]),
        KINDS[_text(value["kind"])],
        article,
        _text(value["created"]),
        _text(value["changed"]),
        _whole(value["revision"]) or 1,
        _anchor(value),
        _text_or_none(value.get("note")),
        tuple(map(_text, tags)) if isinstance(tags, list) else (),
        _text_or_none(value.get("colour")),
        FactRef(_text(fact["kind"]), _text(fact["label"])) if isinstance(fact, dict) else None,
        value.get("deleted") is True,
        tuple(map(line_of, history)) if isinstance(history, list) and history else (),
        () if value.keys() <= _KNOWN and not _has_more(value) else _more(value),
    )


# ------------------------------------------------------------------ from an object


_NOWHERE: Final = Anchor()


def _article(value: object) -> ArticleRef:
    if not isinstance(value, dict):
        raise NoMarkError('"article" is no object')
    return ArticleRef(
        _text(value["id"]), _text(value["path"]), _text(value["title"]), _text_or_none(value.get("published")),
        _text_or_none(value.get("source")), _text_or_none(value.get("url")),
    )  # fmt: skip


def _anchor(value: Object) -> Anchor | None:
    anchor = Anchor(
        _whole(value.get("start")), _whole(value.get("end")), _text_or_none(value.get("quote")),
        _text_or_none(value.get("prefix")), _text_or_none(value.get("suffix")), _whole(value.get("occurrences")),
        _text_or_none(value.get("text")), _text_or_none(value.get("text_id")),
    )  # fmt: skip
    if anchor.text is not None:
        return replace(anchor, text_id=text_id(anchor.text))
    return None if anchor == _NOWHERE else anchor


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _has_more(value: Object) -> bool:
    article, fact = value["article"], value.get("fact")
    return (isinstance(article, dict) and not article.keys() <= _KNOWN_OF_ARTICLE) or (
        isinstance(fact, dict) and not fact.keys() <= _KNOWN_OF_FACT
    )


def _more(value: Object) -> tuple[tuple[str, str], ...]:
    """Return what the contract does not name; a key within the article or the fact as "/article/key"."""
    found = {key: item for key, item in value.items() if key not in _KNOWN}
    for part, known in (("article", _KNOWN_OF_ARTICLE), ("fact", _KNOWN_OF_FACT)):
        within = value.get(part)
        if isinstance(within, dict):
            found |= {f"/{part}/{key}": item for key, item in within.items() if key not in known}
    return tuple((key, json.dumps(item, sort_keys=True)) for key, item in sorted(found.items()))


def _put(value: Object, name: str, item: object) -> None:
    parts = name.split("/", 2)
    within = value.get(parts[1]) if len(parts) == 3 and not parts[0] else None
    if isinstance(within, dict):
        within[parts[2]] = item
    else:
        value[name] = item

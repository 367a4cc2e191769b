"""Marks as JSON Lines, without loss: the form in which they are kept, exported and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final, TypeAlias

from briefing.export.notes_shape import FORM, KINDS, MarkObject, NoMarkError, Object, is_mark, line_of, read_object
from briefing.model import Anchor, ArticleRef, FactRef, Mark, text_id

_NO_TEXTS: Final[Mapping[str, str]] = {}
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
    if not value.get("id") and is_mark(value | {"id": "new"}):
        value = value | {"id": sha256(line_of(value).encode()).hexdigest()[:16]}
    if is_mark(value):
        return build(value)
    raise NoMarkError("it is no mark")


def build(value: MarkObject, texts: Mapping[str, str] = _NO_TEXTS) -> Mark:
    """Return the mark that `value` describes, without looking at it closely.

    The text of its article is the one in `texts` that it names.
    """
    article, fact = value["article"], value.get("fact")
    return Mark(
        value["id"],
        KINDS[value["kind"]],
        _article((article["id"], article["path"], article["title"],
                 article.get("published"), article.get("source"), article.get("url"))),
        value["created"],
        value["changed"],
        value["revision"],
        _anchor(value, texts),
        value.get("note"),
        tuple(value.get("tags", ())),
        value.get("colour"),
        FactRef(fact["kind"], fact["label"]) if fact else None,
        value.get("deleted", False),
        tuple(map(line_of, value.get("history", ()))),
        () if value.keys() <= _KNOWN and article.keys() <= _KNOWN_OF_ARTICLE and not fact else _more(value),
    )  # fmt: skip


# ------------------------------------------------------------------ from an object


_NOWHERE: Final = Anchor()
_ArticleKey: TypeAlias = tuple[str, str, str, str | None, str | None, str | None]


@lru_cache(maxsize=64)
def _article(parts: _ArticleKey) -> ArticleRef:
    """Return the reference; the same object for all marks of an article, which mostly stand together."""
    return ArticleRef(*parts)


def _anchor(value: MarkObject, texts: Mapping[str, str]) -> Anchor | None:
    text, name = value.get("text"), value.get("text_id")
    if text is not None:
        name = text_id(text)
    elif name is not None:
        text = texts.get(name)
    anchor = Anchor(
        value.get("start"), value.get("end"), value.get("quote"), value.get("prefix"), value.get("suffix"),
        value.get("occurrences"), text, name,
    )  # fmt: skip
    return anchor if anchor.quote is not None or anchor != _NOWHERE else None


def _more(value: MarkObject) -> tuple[tuple[str, str], ...]:
    """Return what the contract does not name; a key within the article or the fact as "/article/key"."""
    found: Object = {key: item for key, item in value.items() if key not in _KNOWN}
    found |= {f"/article/{key}": item for key, item in value["article"].items() if key not in _KNOWN_OF_ARTICLE}
    found |= {f"/fact/{key}": item for key, item in (value.get("fact") or {}).items() if key not in _KNOWN_OF_FACT}
    return tuple((key, json.dumps(item, sort_keys=True)) for key, item in sorted(found.items()))


def _put(value: Object, name: str, item: object) -> None:
    parts = name.split("/", 2)
    within = value.get(parts[1]) if len(parts) == 3 and not parts[0] else None
    if isinstance(within, dict):
        within[parts[2]] = item
    else:
        value[name] = item

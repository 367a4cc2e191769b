"""What a JSON object must look like to be a mark, and in which words it is said when it does not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Final, NotRequired, TypeAlias, TypedDict, TypeGuard

from briefing.model import MarkKind

Object: TypeAlias = "dict[str, object]"


class ArticleObject(TypedDict):
    """The article of a mark, as JSON holds it."""

    id: str
    path: str
    title: str
    published: NotRequired[str | None]
    source: NotRequired[str | None]
    url: NotRequired[str | None]


class FactObject(TypedDict):
    """The fact of a mark, as JSON holds it."""

    kind: str
    label: str


class MarkObject(TypedDict):
    """A mark, as JSON holds it by the contract of marks."""

    id: str
    kind: str
    article: ArticleObject
    created: str
    changed: str
    revision: int
    start: NotRequired[int | None]
    end: NotRequired[int | None]
    quote: NotRequired[str | None]
    prefix: NotRequired[str | None]
    suffix: NotRequired[str | None]
    occurrences: NotRequired[int | None]
    text: NotRequired[str | None]
    text_id: NotRequired[str | None]
    note: NotRequired[str | None]
    tags: NotRequired[list[str]]
    colour: NotRequired[str | None]
    fact: NotRequired[FactObject | None]
    deleted: NotRequired[bool]
    history: NotRequired[list[Object]]


FORM: Final = 1
"""The version of the form; a later one is not taken, it may mean things that are unknown here."""

KINDS: Final = {kind.value: kind for kind in MarkKind}

_DISTURBING: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class NoMarkError(ValueError):
    """What was given is no mark; the text says why, as a clause."""


def read_object(line: str | bytes) -> Object:
    """Return the JSON object on `line`. Raises `NoMarkError` with the reason."""
    try:
        value: object = _DECODER.decode(line if isinstance(line, str) else line.decode())
    except UnicodeDecodeError:
        raise NoMarkError("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise NoMarkError(f"it is no JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise NoMarkError("it is nested too deeply") from None
    except NoMarkError:
        raise
    except ValueError:
        raise NoMarkError("a number in it is too large") from None
    if not isinstance(value, dict):
        raise NoMarkError("it is no JSON object")
    return value


def line_of(value: Mapping[str, object]) -> str:
    """Return `value` as JSON on one line with sorted keys, nothing raw in it that could disturb a terminal.

    Raises ValueError for a number that is none.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)
    return _DISTURBING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def was_written_here(value: Object) -> TypeGuard[MarkObject]:
    """Return whether `value`, from a line whose checksum is right, is a mark: this program has checked it before."""
    return "kind" in value


def is_mark(value: Object) -> TypeGuard[MarkObject]:
    """Return True where `value` is a mark by the contract; raise `NoMarkError` with the reason where it is none."""
    for key in ("kind", "article", "created", "changed", "revision"):
        if key not in value:
            raise NoMarkError(f'"{key}" is missing')
    for key, (is_right, what) in _SHAPES.items():
        if key in value and not is_right(value[key]):
            raise NoMarkError(f'"{key}" is {_shown(value[key])}, and should be {what}')
    _check_article(value["article"])
    _check_lists(value)
    try:
        line_of(value)
    except ValueError:
        raise NoMarkError("a number in it is too large") from None
    except RecursionError:
        raise NoMarkError("it is nested too deeply") from None
    return True


def _check_article(value: object) -> None:
    article = value if isinstance(value, dict) else {}
    for key in ("id", "path", "title"):
        if not isinstance(article.get(key), str):
            raise NoMarkError(f'"{key}" of the article is missing or no text')
    for key in ("published", "source", "url"):
        if not _is_text_or_none(article.get(key)):
            raise NoMarkError(f'"{key}" of the article is {_shown(article[key])}, and should be text')


def _check_lists(value: Object) -> None:
    tags, history, fact = value.get("tags") or [], value.get("history") or [], value.get("fact")
    if isinstance(tags, list) and not all(isinstance(tag, str) for tag in tags):
        raise NoMarkError('one of the "tags" is no text')
    if isinstance(history, list) and not all(isinstance(version, dict) for version in history):
        raise NoMarkError('one of the "history" is no object')
    if isinstance(fact, dict) and not (isinstance(fact.get("kind"), str) and isinstance(fact.get("label"), str)):
        raise NoMarkError('"fact" lacks its kind or its label')
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int) and end < start:
        raise NoMarkError(f'"end" {end} lies before "start" {start}')


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_offset(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)


def _is_counting(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


_Shape: TypeAlias = tuple[Callable[[object], bool], str]
_SHAPES: Final[Mapping[str, _Shape]] = {
    "version": (lambda value: value == FORM and value is not True, f"{FORM}: a newer briefing may have written it"),
    "id": (_is_text_or_none, "text"),
    "kind": (lambda value: isinstance(value, str) and value in KINDS, "bookmark, highlight, note or struck"),
    "article": (lambda value: isinstance(value, dict), "an object"),
    "created": (_is_text, "text"),
    "changed": (_is_text, "text"),
    "revision": (_is_counting, "a whole number from 1"),
    "start": (_is_offset, "a whole number or null"),
    "end": (_is_offset, "a whole number or null"),
    "occurrences": (_is_offset, "a whole number or null"),
    "tags": (lambda value: isinstance(value, list), "a list"),
    "history": (lambda value: isinstance(value, list), "a list"),
    "deleted": (lambda value: isinstance(value, bool), "true or false"),
    "fact": (lambda value: value is None or isinstance(value, dict), "an object or null"),
} | dict.fromkeys(
    ("quote", "prefix", "suffix", "text", "text_id", "note", "colour"), (_is_text_or_none, "text or null")
)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True) if isinstance(value, str | int | float | None) else type(value).__name__
    return text if len(text) <= 40 else text[:39] + "…"


def _no_number(name: str) -> object:
    raise NoMarkError(f"{name} is no number")


_DECODER: Final = json.JSONDecoder(parse_constant=_no_number)

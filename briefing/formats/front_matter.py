"""YAML front matter: words, lists of words and dates, and nothing else of what YAML can do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from briefing.formats.fields import FIELD_NAMES

try:
    from yaml import CBaseLoader as _EventLoader
except ImportError:  # where PyYAML was built without libyaml
    from yaml import BaseLoader as _EventLoader  # type: ignore[assignment]  # the same methods, in Python

LONGEST: Final = 1 << 16
"""Characters of front matter that are given to the YAML parser."""
DEEPEST: Final = 8
MOST_EVENTS: Final = 5000
"""Words and brackets in it; real front matter has a few dozen."""
_MOST_LINES: Final = 2000
_LONGEST_LINE: Final = 2000

_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_STRING_TAGS: Final = frozenset({"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp"})
_FIELD_LINE: Final = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]{0,3}:(?:[ \t]+(?P<value>.*))?$")
_ITEM_LINE: Final = re.compile(r"[ \t]{0,8}-[ \t]+(?P<value>\S.*)$")
_QUOTED: Final = re.compile(r"(?P<mark>[\"']).*(?P=mark)[ \t]*$|[|>][+-]?\d?[ \t]*$|[&*!]")
_ANCHOR: Final = re.compile(r"[*&!][\w!/:.-]+$")


@dataclass(frozen=True, slots=True)
class Front:
    """The fields of a front matter, what follows it, and what is to be known of how it was read."""

    fields: Mapping[str, object]
    body: str
    remarks: tuple[str, ...] = field(default=())


class _TooMuchError(yaml.YAMLError):
    """YAML that front matter has no use for."""


class _Events(Protocol):
    """What gives the events of YAML, one by one."""

    def get_event(self) -> object:
        """Return the next event; None at the end."""


class _Loader(_EventLoader):
    """Words, lists and maps from the parser's events: no tag is obeyed, no alias followed, no key merged."""

    def get_single_data(self) -> object:
        """Return the document's value, built without recursion. Raises YAMLError for more than it may hold."""
        return _value_of(self)


class _Handler(YAMLHandler):
    """Front matter as python-frontmatter reads it, with a loader that can do no harm."""

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:  # noqa: ARG002, the library asks so
        """Return the fields of the front matter; `_NO_FIELDS` is among them where it holds none."""
        value = yaml.load(fm, Loader=_Loader)  # noqa: S506, this loader makes nothing but strings, lists and dicts
        return value if isinstance(value, dict) else {_NO_FIELDS: value}


_NO_FIELDS: Final = "\0"
_HANDLER: Final = _Handler()


def is_in_front(text: str) -> bool:
    """Return whether `text` begins as front matter does, with a line of dashes."""
    return text.startswith("---") and bool(_HANDLER.detect(text))


def split(text: str) -> Front:
    """Return the front matter of cleaned `text`, which begins with one, and the body behind it.

    Where YAML refuses it, the title among its lines is quoted and it is asked again; where that does not help
    the lines are read one by one, and a remark says so. Nothing is lost: what is no front matter is body.
    """
    try:
        header, body = _HANDLER.split(text)
    except ValueError:
        return _unclosed(text)
    if len(header) > LONGEST:
        return Front(
            _by_lines(header), body, (f"the front matter is longer than {LONGEST >> 10} kB: read line by line",)
        )
    try:
        fields, body = _loaded(text, header)
    except (yaml.YAMLError, ValueError) as error:
        fields = _by_lines(header)
        return Front(fields, body, (f"the front matter is not right ({_problem(error)}): read line by line",))
    if _NO_FIELDS in fields:
        return Front({}, text if fields[_NO_FIELDS] else body)
    return Front(fields, body)


def _loaded(text: str, header: str) -> tuple[dict[str, object], str]:
    try:
        return frontmatter.parse(text, handler=_HANDLER)
    except (yaml.YAMLError, ValueError) as error:
        quoted = "\n".join(map(_with_quotes, header.split("\n")))
        if isinstance(error, _TooMuchError) or quoted == header:
            raise
        return frontmatter.parse(text.replace(header, quoted, 1), handler=_HANDLER)


def _with_quotes(line: str) -> str:
    """Return a line of the front matter with its words in quotation marks, for a title with a colon in it."""
    found = _FIELD_LINE.match(line)
    if not found or not found["value"] or _QUOTED.match(found["value"]) or not _is_field(found["key"]):
        return line
    value = found["value"].strip()
    if value.startswith("[") and value.endswith("]"):
        return line
    doubled = value.replace("'", "''")
    return f"{found['key']}: '{doubled}'"


def _value_of(loader: _Events) -> object:
    open_values: list[tuple[list[object], yaml.CollectionStartEvent]] = []
    values: list[object] = []
    for _ in range(MOST_EVENTS):
        event = loader.get_event()
        if event is None or isinstance(event, yaml.DocumentEndEvent):
            return values[0] if values else None
        if isinstance(event, yaml.AliasEvent):
            raise _TooMuchError("it uses an alias")
        if isinstance(event, yaml.CollectionStartEvent):
            if len(open_values) >= DEEPEST:
                raise _TooMuchError("it is nested too deep")
            open_values.append((values, event))
            values = []
        elif isinstance(event, yaml.CollectionEndEvent):
            outer, start = open_values.pop()
            made: object = _map(values) if isinstance(start, yaml.MappingStartEvent) else values
            outer.append(None if start.tag else made)
            values = outer
        elif isinstance(event, yaml.ScalarEvent):
            values.append(_scalar(event))
    raise _TooMuchError("it holds too much")


def _scalar(event: yaml.ScalarEvent) -> str | None:
    if event.tag is not None and event.tag not in _STRING_TAGS:
        return None
    is_plain = event.implicit[0] and event.style in (None, "")
    return None if is_plain and event.value in _NOTHING else event.value


def _map(values: list[object]) -> dict[str, object]:
    return {key: value for key, value in zip(values[::2], values[1::2], strict=True) if isinstance(key, str)}


def _unclosed(text: str) -> Front:
    """Return the fields on the first lines of a front matter that has no end, and the rest as its body."""
    lines = text.split("\n")
    end = 1
    while end < min(len(lines), _MOST_LINES):
        found = _FIELD_LINE.match(lines[end][:_LONGEST_LINE])
        if not found or not _is_field(found["key"]):
            break
        end += 1
    if end == 1:
        return Front({}, text)
    remark = "the front matter has no end: its first lines were taken"
    return Front(_by_lines("\n".join(lines[:end])), "\n".join(lines[end:]), (remark,))


def _by_lines(header: str) -> dict[str, object]:
    """Return the fields that stand on lines of their own, and the lists below them."""
    fields: dict[str, object] = {}
    last = ""
    for line in header.split("\n", _MOST_LINES)[:_MOST_LINES]:
        item = _ITEM_LINE.match(line[:_LONGEST_LINE])
        if item and last and isinstance(fields.get(last, []), list):
            fields.setdefault(last, [])
            listed = fields[last]
            if isinstance(listed, list):
                listed.append(_unquoted(item["value"]))
            continue
        found = _FIELD_LINE.match(line[:_LONGEST_LINE])
        last = ""
        if found and _is_field(found["key"]):
            last = found["key"]
            if found["value"] and found["value"].strip():
                fields.setdefault(last, _unquoted(found["value"]))
    return fields


def _is_field(key: str) -> bool:
    return key.strip().lower().replace("_", " ").replace("-", " ") in FIELD_NAMES


def _unquoted(value: str) -> str:
    value = value.strip()
    if _ANCHOR.match(value):
        return ""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _problem(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error).split("\n", 1)[0]

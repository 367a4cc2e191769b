"""Findings as bytes and back, without loss: values by the types of their fields, as compressed JSON.

What is read back is built field by field of the types that the fields have; it can be nothing else, whoever wrote it.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from briefing.model import Analysis, Article

Value = TypeVar("Value")
MOST_BYTES: Final = 32 << 20
"""Bytes that an analysis may have unpacked: many times what the longest one has."""
_LEVEL: Final = 3
_PLAIN: Final = (str, int, bool)


class UnfitError(ValueError):
    """Bytes that are no value of the kind that was asked for."""


def written(analysis: Analysis) -> bytes:
    """Return all of an analysis but its article."""
    told = [getattr(analysis, name) for name in _findings()]
    plain = json.dumps(told, ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain)
    return zlib.compress(plain.encode("utf-8", "surrogatepass"), _LEVEL)


def read_back(data: bytes, article: Article) -> Analysis:
    """Return the analysis that was written, of `article`. Raises UnfitError where `data` is none."""
    try:
        unpacking = zlib.decompressobj()
        told = json.loads(unpacking.decompress(data, MOST_BYTES))
        names = _findings()
        if not isinstance(told, list) or len(told) != len(names):
            raise UnfitError
        hints = _hints(Analysis)
        return Analysis(article, *(_reader(hints[name])(part) for name, part in zip(names, told, strict=True)))  # type: ignore[arg-type]  # each is of its field's type
    except (zlib.error, ValueError, TypeError, KeyError, IndexError, InvalidOperation, RecursionError) as error:
        raise UnfitError from error


def _findings() -> list[str]:
    return [field.name for field in fields(Analysis) if field.name != "article"]


def _plain(value: object) -> object:
    """Return a value that JSON does not know in terms of it: an object as its fields."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    kind: type = type(value)
    return _fields_of(kind)(value)


@cache
def _fields_of(kind: type) -> Callable[[object], object]:
    """Return what gives all fields of a value of that type, in order."""
    if not is_dataclass(kind):
        raise TypeError(f"no finding has a {kind.__name__}")
    return attrgetter(*(field.name for field in fields(kind)))


@cache
def _hints(kind: type) -> dict[str, object]:
    return dict(get_type_hints(kind))


@cache
def _reader(kind: object) -> Callable[[object], object]:
    """Return what makes a value of that type of what stands in the JSON."""
    origin, of = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        readers = [_reader(one) for one in of if one is not type(None)]
        read = readers[0]
        return lambda told: None if told is None else read(told)
    if origin is Literal:
        return lambda told: _checked(told, told in of)
    if origin is tuple:
        if len(of) == 2 and of[1] is Ellipsis:
            each = _reader(of[0])
            return lambda told: tuple(map(each, _listed(told)))
        parts = [_reader(one) for one in of]
        return lambda told: tuple(part(one) for part, one in zip(parts, _listed(told), strict=True))
    if not isinstance(kind, type):
        raise UnfitError
    if kind in _PLAIN:
        return lambda told: _checked(told, type(told) is kind)
    if issubclass(kind, Enum):
        members = {one.value: one for one in kind}
        return lambda told: members[told]
    if issubclass(kind, datetime):
        return lambda told: datetime.fromisoformat(str(told))
    if kind is date:
        return lambda told: date.fromisoformat(str(told))
    if kind is Decimal:
        return lambda told: Decimal(str(told))
    return _object_reader(kind)


def _object_reader(kind: type) -> Callable[[object], object]:
    """Return what makes an object of the list of its fields: compiled, as there are hundreds of spans in an analysis."""
    hints = _hints(kind)
    known: dict[str, object] = {"kind": kind, "UnfitError": UnfitError}
    lines = ["def read(told):", " if type(told) is not list: raise UnfitError"]
    parts = []
    for number, field in enumerate(fields(kind)):
        part = f"part{number}"
        if hints[field.name] in _PLAIN:
            known[f"kind{number}"] = hints[field.name]
            lines.append(f" if type({part}) is not kind{number}: raise UnfitError")
            parts.append(part)
        else:
            known[f"read{number}"] = _reader(hints[field.name])
            parts.append(f"read{number}({part})")
    names = "".join(f"part{number}, " for number in range(len(parts)))
    lines.insert(2, f" {names}= told")
    lines.append(f" return kind({', '.join(parts)})")
    made: dict[str, Callable[[object], object]] = {}
    exec("\n".join(lines), known, made)  # noqa: S102 - of numbers, as values are compiled
    return made["read"]


def _listed(told: object) -> list[object]:
    if not isinstance(told, list):
        raise UnfitError
    return told


def _checked(told: object, fits: bool) -> object:
    if not fits:
        raise UnfitError
    return told

"""Values: frozen dataclasses with slots, the same as those of the standard library, but ready in a sixth of the time.

The standard library writes and compiles six methods for each class when it is imported, which was a fifth of the start of
the screen. Here a method is compiled when it is first called, and those that are seldom called are shared by all classes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError
from functools import partial
from inspect import Signature, signature
from typing import TYPE_CHECKING, Final, TypeVar

Value = TypeVar("Value")
Method = Callable[..., object]


def values(*, frozen: bool, slots: bool, eq: bool = True, order: bool = False) -> Callable[[type[Value]], type[Value]]:
    """Return what makes a frozen dataclass with slots of a class; without `eq`, a value is equal to itself alone."""
    if not (frozen and slots):
        raise TypeError("a value is frozen and has slots; for anything else there is the standard library")

    def made(plain: type[Value]) -> type[Value]:
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
        own = {name for name, part in vars(plain).items() if part is not None}
        for name, part in _SHARED.items():
            if name not in own:
                setattr(cls, name, part)
        written = {"__init__": _init, **(_EQUAL if eq else {}), **(_ORDERED if order else {})}
        for name, write in written.items():
            if name not in own:
                setattr(cls, name, _compiled_when_called(cls, name, write))
        return cls

    return made


def _compiled_when_called(cls: type, name: str, write: Callable[[type], Method]) -> Method:
    """Return a method that puts the one that is written in its own place."""

    def first(self: object, *given: object, **named: object) -> object:
        method = write(cls)
        method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(self, *given, **named)

    return first


def _init(cls: type) -> Method:
    """Return the method that takes a value for each field. It is set through the slot, past what keeps values frozen."""
    known: dict[str, object] = {"missing": MISSING}
    parameters, lines = ["self"], []
    for number, field in enumerate(_fields(cls)):
        name, default = field.name, f"default{number}"
        known[f"set{number}"] = getattr(cls, name).__set__
        if field.default_factory is not MISSING:
            known[default] = field.default_factory
            given = f"{default}() if {name} is missing else {name}" if field.init else f"{default}()"
            parameters += [f"{name}=missing"] * field.init
        elif field.default is not MISSING:
            known[default] = field.default
            given = name if field.init else default
            parameters += [f"{name}={default}"] * field.init
        elif field.init:
            given = name
            parameters.append(name)
        else:
            continue
        lines.append(f" set{number}(self, {given})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    return _compiled(f"def method({', '.join(parameters)}):", lines or [" pass"], known)


def _comparison(cls: type, sign: str) -> Method:
    line = f" return {_parts(cls, 'self')} {sign} {_parts(cls, 'other')}"
    line += " if other.__class__ is self.__class__ else NotImplemented"
    return _compiled("def method(self, other):", [line], {})


def _hash(cls: type) -> Method:
    return _compiled("def method(self):", [f" return hash({_parts(cls, 'self')})"], {})


def _parts(cls: type, of: str) -> str:
    """Return the tuple, as code, of what is compared of a value."""
    return f"({''.join(f'{of}.{field.name}, ' for field in _fields(cls) if field.compare)})"


def _compiled(head: str, lines: list[str], known: dict[str, object]) -> Method:
    made: dict[str, Method] = {}
    exec("\n".join((head, *lines)), known, made)  # noqa: S102 - of names of fields, as the standard library does it
    return made["method"]


def _repr(self: object) -> str:
    told = [f"{field.name}={getattr(self, field.name)!r}" for field in _fields(type(self)) if field.repr]
    return f"{type(self).__qualname__}({', '.join(told)})"


def _refuse_to_set(self: object, name: str, value: object) -> None:
    del self, value
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    del self
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, field.name) for field in _fields(type(self))]


def _set_state(self: object, state: list[object]) -> None:
    for field, part in zip(_fields(type(self)), state, strict=True):
        object.__setattr__(self, field.name, part)


class _Signature:
    """What a class says of its parameters, for those who ask before the first value is made."""

    def __get__(self, value: object, cls: type) -> Signature:
        told = signature(_init(cls))
        return told.replace(parameters=[*told.parameters.values()][1:])


_fields: Final[Callable[[type], tuple[dataclasses.Field[object], ...]]] = dataclasses.fields
"""The fields of a class that is a dataclass by then."""
_EQUAL: Final[Mapping[str, Callable[[type], Method]]] = {"__eq__": partial(_comparison, sign="=="), "__hash__": _hash}
_ORDERED: Final[Mapping[str, Callable[[type], Method]]] = {
    name: partial(_comparison, sign=sign)
    for name, sign in zip(("__lt__", "__le__", "__gt__", "__ge__"), ("<", "<=", ">", ">="), strict=True)
}
_SHARED: Final[Mapping[str, object]] = {
    "__signature__": _Signature(),
    "__repr__": _repr,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}

if TYPE_CHECKING:
    # What reads types knows that one.
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - to be imported from here
else:
    dataclass = values

"""Values: frozen dataclasses with slots, the same as those of the standard library, but ready in a sixth of the time.

The standard library writes and compiles six methods for each class when it is imported, which was a fifth of the start of
the screen. Here a method is compiled when it is first called, and those that are seldom called are shared by all classes;
what the standard library knows of the fields it is asked for when somebody wants to know.
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
_THROUGH_SLOT: Final = " set{number}(self, {given})"
_PAST_FROZEN: Final = " set_any(self, '{name}', {given})"
_OPENLY: Final = " self.{name} = {given}"
"""Ways to set a field; the first two go past what keeps values frozen."""
_dataclass: Final = dataclasses.dataclass
_FIELDS: Final = "__dataclass_fields__"
_PARAMS: Final = "__dataclass_params__"
"""Where the standard library looks for what it knows of a dataclass."""


def values(*, frozen: bool, slots: bool, eq: bool = True, order: bool = False) -> Callable[[type[Value]], type[Value]]:
    """Return what makes a frozen dataclass with slots of a class; without `eq`, a value is equal to itself alone."""
    if not (frozen and slots):
        raise TypeError("a value is frozen and has slots; for anything else there is the standard library")

    def made(plain: type[Value]) -> type[Value]:
        cls = _laid_out(plain, slots=True)
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


def with_late_methods(plain: type[Value], /, *, frozen: bool = False, slots: bool = False) -> type[Value]:
    """Return the dataclass that the standard library would make of `plain`, its methods compiled when first called."""
    if any(
        "InitVar" in str(kind) or "KW_ONLY" in str(kind) for kind in vars(plain).get("__annotations__", {}).values()
    ):
        return _dataclass(frozen=frozen, slots=slots)(plain)
    own = set(vars(plain))
    cls = _laid_out(plain, slots=slots)
    setting = {name: _SHARED[name] for name in ("__setattr__", "__delattr__") if frozen}
    for name, part in {"__repr__": _SHARED["__repr__"], **setting}.items():
        if name not in own:
            setattr(cls, name, part)
    if "__hash__" not in own:
        type.__setattr__(cls, "__hash__", _compiled_when_called(cls, "__hash__", _hash) if frozen else None)
    inits = partial(_init, sets=_PAST_FROZEN if frozen else _OPENLY)
    for name, write in (("__init__", inits), ("__eq__", _EQUAL["__eq__"])):
        if name not in own:
            setattr(cls, name, _compiled_when_called(cls, name, write))
    return cls


def _laid_out(plain: type[Value], *, slots: bool) -> type[Value]:
    """Return the class of `plain` with its fields in place, and with slots for them if wanted; without methods."""
    # Else the standard library would write the signature there, which takes longer than all the rest.
    plain.__doc__ = plain.__doc__ or plain.__name__
    if any(hasattr(base, _FIELDS) for base in plain.__bases__):
        return _dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
    parts = dict(vars(plain))
    annotations = {name: kind for name, kind in plain.__annotations__.items() if "ClassVar" not in str(kind)}
    given = {name: parts.pop(name) for name in annotations if name in parts}
    defaults = {
        name: default.default if isinstance(default, dataclasses.Field) else default for name, default in given.items()
    }
    cls = plain
    if slots:
        taken = {name for base in plain.__mro__[1:] for name in getattr(base, "__slots__", ())}
        parts = {name: part for name, part in parts.items() if name not in ("__dict__", "__weakref__")}
        make: Callable[..., type[Value]] = type(plain)
        cls = make(
            plain.__name__, plain.__bases__, {**parts, "__slots__": tuple(n for n in annotations if n not in taken)}
        )
        cls.__qualname__ = plain.__qualname__
    else:
        for name, default in defaults.items():
            if default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, default)
    taking = tuple(
        name for name in annotations if not isinstance(field := given.get(name), dataclasses.Field) or field.init
    )
    for name, part in ((_FIELDS, _LateFields(cls, annotations, given)), (_PARAMS, _OF_ALL), ("__match_args__", taking)):
        type.__setattr__(cls, name, part)
    return cls


class _LateFields:
    """What the standard library keeps of the fields of a class, made when it is first asked for."""

    def __init__(self, cls: type, annotations: Mapping[str, object], given: Mapping[str, object]) -> None:
        self._cls = cls
        self._parts = {"__annotations__": annotations, **given}

    def __get__(self, value: object, cls: type) -> object:
        parts = {"__module__": self._cls.__module__, "__doc__": self._cls.__doc__, **self._parts}
        told: object = getattr(_dataclass(init=False, repr=False, eq=False)(type("Told", (), parts)), _FIELDS)
        type.__setattr__(self._cls, _FIELDS, told)
        return told


@_dataclass(init=False, repr=False, eq=False)
class _Any:
    """Any dataclass."""


def _compiled_when_called(cls: type, name: str, write: Callable[[type], Method]) -> Method:
    """Return a method that puts the one that is written in its own place."""

    def first(self: object, *given: object, **named: object) -> object:
        method = write(cls)
        method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)
        return method(self, *given, **named)

    return first


def _init(cls: type, *, sets: str = _THROUGH_SLOT) -> Method:
    """Return the method that takes a value for each field, and sets each by a line such as `sets`."""
    known: dict[str, object] = {"missing": MISSING, "set_any": object.__setattr__}
    parameters, lines = ["self"], []
    for number, field in enumerate(_fields(cls)):
        name, default = field.name, f"default{number}"
        if sets is _THROUGH_SLOT:
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
        lines.append(sets.format(number=number, name=name, given=given))
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


_OF_ALL: Final[object] = getattr(_Any, _PARAMS)
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

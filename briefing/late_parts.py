"""Parts of modules that are made when they are first used: compiled patterns, and the methods of dataclasses.

Of what is made of this kind while the screen is imported, it uses a third.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from operator import methodcaller
from typing import Final

from briefing.values import with_late_methods

PATIENT: Final = ("briefing", "textual", "rich")
"""The packages whose patterns are compiled late: none of theirs is asked for its type, or handed to a function of `re`."""
_compile: Final = re.compile
_dataclass: Final = dataclasses.dataclass


class LatePattern:
    """A pattern that is compiled when it is first looked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = _compile(self._source, self._flags)
        found = getattr(compiled, name)
        setattr(self, name, found)
        return found

    def match(self, *given: object) -> object:
        """Return what the pattern finds at the beginning of a text."""
        return self._done("match", *given)

    def search(self, *given: object) -> object:
        """Return what the pattern finds in a text."""
        return self._done("search", *given)

    def fullmatch(self, *given: object) -> object:
        """Return what the pattern finds if it is all of a text."""
        return self._done("fullmatch", *given)

    def sub(self, *given: object) -> object:
        """Return a text with what the pattern finds changed."""
        return self._done("sub", *given)

    def _done(self, name: str, *given: object) -> object:
        compiled = _compile(self._source, self._flags)
        # From now on it is asked without a detour, but by who has taken the method before.
        self.__dict__.update({method: getattr(compiled, method) for method in ("match", "search", "fullmatch", "sub")})
        return methodcaller(name, *given)(compiled)


def _late_compile(source: str, flags: int = 0) -> object:
    caller = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001 - nobody else says who asks
    is_patient = caller.partition(".")[0] in PATIENT and isinstance(source, str)
    return LatePattern(source, flags) if is_patient else _compile(source, flags)


def _late_dataclass(plain: type | None = None, /, **options: bool) -> object:
    made: Callable[[type], type] = (
        _dataclass(**options) if set(options) - {"frozen", "slots", "eq"} else partial(with_late_methods, **options)
    )
    return made if plain is None else made(plain)


@contextmanager
def making_late() -> Iterator[None]:
    """Have patterns and dataclasses that are made meanwhile be ready later."""
    vars(re)["compile"] = _late_compile
    vars(dataclasses)["dataclass"] = _late_dataclass
    try:
        yield
    finally:
        vars(re)["compile"] = _compile
        vars(dataclasses)["dataclass"] = _dataclass

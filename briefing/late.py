"""Modules that are loaded when something of them is first asked for: what is imported with others and seldom used.

Much of what an import costs is what the imported module imports for a function that nobody here calls.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Final


class Late(ModuleType):
    """A module that is loaded when something of it is asked for, but for what others take when they are imported."""

    def __init__(self, name: str, *, functions: Collection[str] = (), bases: Collection[str] = ()) -> None:
        """Make a stand-in whose `functions` load the module when they are called; its `bases` are empty classes."""
        super().__init__(name)
        self._functions = functions
        self._bases = bases
        self._guard = Lock()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if name in self._bases:
            return type(name, (), {})
        if name not in self._functions:
            return getattr(self.loaded(), name)

        def function(*given: object, **named: object) -> object:
            return getattr(self.loaded(), name)(*given, **named)

        return function

    def loaded(self) -> ModuleType:
        """Return the module itself."""
        with self._guard:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return import_module(self.__name__)


SELDOM: Final = (
    # `inspect`, for reading source, which `dataclasses` never asks it for.
    Late("ast", functions=("literal_eval",), bases=("NodeVisitor",)),
    Late("tokenize"),
    # `urllib.parse`, for addresses with brackets.
    Late("ipaddress"),
    # `platformdirs`, for the folder of a session that has none.
    Late("tempfile", functions=("gettempdir",)),
    # This program, for what was mistyped, and for naming marks.
    Late("difflib", functions=("get_close_matches",)),
    Late("hashlib", functions=("sha256",)),
)
"""What is imported with others by each command."""


@contextmanager
def sparing(modules: Iterable[ModuleType] = SELDOM) -> Iterator[None]:
    """Have what is imported meanwhile find these in place of the modules of their names.

    Garbage is not looked for: of what an import makes nothing is garbage.
    """
    collects = gc.isenabled()
    gc.disable()
    placed = {module.__name__: module for module in modules if module.__name__ not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, module in placed.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
        if collects:
            gc.enable()

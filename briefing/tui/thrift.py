"""What the import of Textual is spared: modules that this screen never uses, and collecting garbage meanwhile."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

UNUSED: Final = ("textual.command", "textual.canvas", "textual.css._help_text", "rich.table")
"""Textual's command palette, a tenth of Textual: the program has its own list of commands. Lines between widgets, help
for those who write wrong styles, tables."""
UNREACHED: Final = "ssl"
"""asyncio does without it where it is missing, and no connection is ever made."""


class _Unused(ModuleType):
    """A module in which every name is an empty class: imported, and never used."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def importing() -> Iterator[None]:
    """Leave out what is imported and not used while the screen is being imported; afterwards all is as it was.

    Garbage is not collected until `settled`: of what an import makes nothing is garbage, and looking costs a
    twentieth of the start.
    """
    gc.disable()
    spared = [name for name in (*UNUSED, UNREACHED) if name not in sys.modules]
    for name in spared:
        sys.modules[name] = _Unused(name)
    if UNREACHED in spared:
        # What asyncio asks for with `import` then raises ImportError.
        sys.modules[UNREACHED] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]


def settled() -> None:
    """Collect garbage from now on, without looking at what the imports made ever again."""
    gc.freeze()
    gc.enable()

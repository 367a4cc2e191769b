"""What the import of Textual is spared: modules that this screen never uses, and collecting garbage meanwhile."""

from __future__ import annotations

import gc
import os
import sys
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

from briefing.late import SELDOM, Late, sparing
from briefing.late_parts import making_late

UNUSED: Final = (
    # Textual's command palette, a tenth of Textual: the program has its own list of commands.
    "textual.command",
    # Its messages in a corner and under the mouse: the program has a line for them.
    "textual.widgets._toast", "textual.widgets._tooltip",
    # Lines between widgets, what shows an app to those who write it, help for those who write wrong styles, tables.
    "textual.canvas", "rich.tree", "textual.css._help_text", "rich.table",
)  # fmt: skip
UNREACHED: Final = "ssl"
"""asyncio does without it where it is missing, and no connection is ever made."""


class _Unused(ModuleType):
    """A module in which every name is an empty class: imported, and never used."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class _Random(Late):
    """What rich takes once to tell links apart; any number will do."""

    def __getattr__(self, name: str) -> object:
        return _random_bits if name == "getrandbits" else super().__getattr__(name)


def _random_bits(bits: int) -> int:
    return int.from_bytes(os.urandom(bits // 8))


class _Typing(Late):
    """What of `typing_extensions` is in `typing`, as nearly all of it is by now."""

    def __getattr__(self, name: str) -> object:
        return getattr(typing, name) if hasattr(typing, name) else super().__getattr__(name)


LATE: Final = (
    *SELDOM,
    _Typing("typing_extensions"),
    # For downloads, for notices, and for handing styles to another process.
    Late("mimetypes"),
    Late("uuid", functions=("uuid4",)),
    Late("pickle", functions=("dumps", "loads")),
    _Random("random"),
)


@contextmanager
def importing() -> Iterator[None]:
    """Leave out what is imported and not used while the screen is being imported; afterwards all is as it was.

    Garbage is not collected until `settled`: looking for it costs a twentieth of the start.
    """
    gc.disable()
    missing = UNREACHED not in sys.modules
    if missing:
        # What asyncio asks for with `import` then raises ImportError.
        sys.modules[UNREACHED] = None  # type: ignore[assignment]
    try:
        with sparing((*LATE, *map(_Unused, UNUSED))), making_late():
            yield
    finally:
        if missing:
            del sys.modules[UNREACHED]


def settled() -> None:
    """Collect garbage from now on, without looking at what the imports made ever again."""
    gc.freeze()
    gc.enable()

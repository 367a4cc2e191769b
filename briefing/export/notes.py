"""The forms in which marks are exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from briefing.export import notes_jsonl, notes_markdown, notes_org, notes_readwise, notes_w3c
from briefing.model import Mark


class NoteFormat(Protocol):
    """What a module offers that exports marks."""

    def exported(self, marks: Iterable[Mark]) -> Iterator[str]:
        """Return the text of the export, in pieces that come with their line ends."""
        ...


NOTE_FORMATS: Final[Mapping[str, NoteFormat]] = MappingProxyType(
    {
        "jsonl": notes_jsonl,
        "markdown": notes_markdown,
        "org": notes_org,
        "readwise": notes_readwise,
        "w3c": notes_w3c,
    }
)
"""By the name that the user types. Only "jsonl" is without loss; the others leave out what was deleted or struck."""

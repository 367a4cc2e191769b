"""Notes of other programs as marks, a module per program; what a note lacks, a mark lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final, Protocol

from briefing.marks.foreign import clippings, hypothesis
from briefing.marks.foreign.found import NotTaken
from briefing.model import Mark

__all__ = ["FOREIGN", "Foreign", "NotTaken"]


class Foreign(Protocol):
    """What a module offers that reads another program's notes."""

    def imported(self, content: bytes, *, now: datetime) -> Iterator[Mark | NotTaken]:
        """Return the marks in the order of the file, and what could not be taken with its place and reason.

        The same note gives a mark of the same id whenever it is imported. `now` stands where a note tells no time.
        """
        ...


FOREIGN: Final[Mapping[str, Foreign]] = MappingProxyType({"clippings": clippings, "hypothesis": hypothesis})
"""By the name that the user types."""

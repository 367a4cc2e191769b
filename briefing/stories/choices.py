"""What the user has chosen of the grouping: articles joined to a story, and articles kept apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs of article ids; a later choice is kept in place of an earlier one by whoever stores them."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


NO_CHOICES = Choices()

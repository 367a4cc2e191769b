"""What the user has chosen of the grouping: articles joined to a story, and articles kept apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.corrections import Correction, CorrectionKind, pairs


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs of article ids; a later choice is kept in place of an earlier one by whoever stores them."""

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


NO_CHOICES = Choices()


def choices_of(corrections: Iterable[Correction]) -> Choices:
    """Return what the user's corrections say of stories."""
    said = tuple(corrections)
    return Choices(pairs(said, CorrectionKind.STORY_JOINED), pairs(said, CorrectionKind.STORY_SPLIT))

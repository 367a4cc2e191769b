"""What a rule makes of the words that fit it."""

from __future__ import annotations

from datetime import date

from briefing.model import TimexType
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A type and a value, and what can not be told from the value alone."""

    type: TimexType
    value: str
    modifier: str | None = None
    first_word: int | None = None
    """The number of the first word that belongs to it; None for all that fits."""
    last_word: int | None = None
    days: tuple[date, date] | None = None
    """The days that it covers, where the value does not tell them."""
    moves: bool = True
    """Whether the text's focus moves there, so that "the next day" counts from it."""

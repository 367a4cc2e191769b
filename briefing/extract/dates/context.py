"""What earlier words of a text lend to later ones: the day of publication and the date in focus."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from briefing.extract.dates.chronology import Chronology
from briefing.extract.dates.days import Moment, covered
from briefing.extract.dates.readings import Reading
from briefing.model import TimexType
from briefing.values import dataclass

_DAY_LENGTH: Final = len("2024-01-20")
_MONTHS_OF_RESULTS: Final = frozenset({"P6M", "P9M", "P12M"})
"""Lengths for which results are given beside the quarter: a year before them is a whole year before."""
_NEWS: Final = 3
"""Days before publication of which an article tells as news."""
_YEAR_LENGTH: Final = len("2024")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where a date stands."""

    published: date | None
    """The day of publication, or that of a dateline in the text."""
    focus: Moment | None = None
    """The calendar date that was told last."""
    focus_value: str | None = None
    focus_day: date | None = None
    """The last one that was exact to the day."""
    day_end: int = -1
    """The number of the word behind the one that told that day."""
    lead_day: date | None = None
    """The first day that was told, where it is of those before publication: what an article reports is of that day."""
    focus_end: int = -1
    """The number of the word behind the one that told it."""
    quarter: str | None = None
    """The quarter that figures were last given for."""
    chronology: Chronology | None = None
    """The years of a history's months; None where the text is none."""

    @property
    def is_narrative(self) -> bool:
        """Whether the text tells a history, in which relative dates count from the date in focus."""
        return self.chronology is not None

    @property
    def now(self) -> date | None:
        """The day from which "last week" counts."""
        if self.is_narrative:
            return self.focus.as_date() if self.focus else None
        return self.published

    @property
    def there(self) -> date | None:
        """The day from which "the next day" counts."""
        return self.focus.as_date() if self.focus else None if self.is_narrative else self.published

    def _is_of_late(self, day: date) -> bool:
        return self.published is not None and 0 <= (self.published - day).days <= _NEWS

    def after(self, reading: Reading, end: int) -> Context:
        """Return what is known behind a date that was read; `end` is the number of the word behind it."""
        if reading.value in _MONTHS_OF_RESULTS:
            return replace(self, quarter=None)
        if not reading.moves or reading.type not in {TimexType.DATE, TimexType.TIME}:
            return self
        focus = focus_of(reading.value)
        if focus is None:
            return self
        day = focus.as_date() if focus.day else None
        lead = day if self.focus_day is None and day and self._is_of_late(day) else self.lead_day
        return replace(
            self,
            focus=focus,
            focus_end=end,
            focus_value=reading.value[:_DAY_LENGTH],
            focus_day=day or self.focus_day,
            day_end=end if day else self.day_end,
            lead_day=lead,
            quarter=reading.value if "-Q" in reading.value else self.quarter,
        )


def focus_of(value: str) -> Moment | None:
    """Return the day, month or year to which a value moves the text's focus; None where it has no place."""
    if value.startswith("BC"):
        digits = value[2:].split("-")
        year = int(digits[0]) if len(digits[0]) == _YEAR_LENGTH and digits[0].isdecimal() else None
        month = int(digits[1]) if len(digits) > 1 and digits[1].isdecimal() else None
        return None if year is None else Moment(1 - year, month)
    days = covered(value)
    if days is None or len(value) < _YEAR_LENGTH:
        return None
    first, last = days
    if first == last:
        return Moment(first.year, first.month, first.day)
    return Moment(first.year, first.month if len(value) > _YEAR_LENGTH else None)

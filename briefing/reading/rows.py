"""The rows of the article list: what they show, and the orders they can stand in."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from briefing.model import Article, Unreadable
from briefing.values import dataclass

EPOCH: Final = date(1970, 1, 1)
DAY: Final = 86_400
WORDS_A_MINUTE: Final = 230
"""Silent reading of English prose: 238 words a minute for non-fiction (Brysbaert, 2019), rounded down for a screen."""
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list: what it shows of an article, without its text, or of a file that can't be read."""

    id: str
    """The article's id; for what can't be read, its path behind a "!"."""
    path: str
    title: str
    """The article's title, or the reason why there is none."""
    part: int | None = None
    source: str = ""
    published: date | None = None
    """A `datetime` where the time is told too."""
    minutes: int = 0
    """How long reading takes; 0 for what can't be read."""
    readable: bool = True

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.published.date() if isinstance(self.published, datetime) else self.published

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from all other rows: its file, its place in that file, or what is wrong there."""
        return self.path, self.part or 0, "" if self.readable else self.title


def row_of(found: Article | Unreadable) -> Row:
    """Return the row that shows what was found in a file."""
    if isinstance(found, Unreadable):
        return Row(f"!{found.path}", found.path, found.reason, readable=False)
    return Row(found.id, found.path, found.title, found.part, found.source or "", found.published, minutes(found.text))


def minutes(text: str) -> int:
    """Return how many minutes reading `text` takes, at least one."""
    return max(1, round(text.count(" ") / WORDS_A_MINUTE))


class Sort(StrEnum):
    """The orders of the list; a row without a date is last in each, a file that can't be read behind that."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    SOURCE = "by source"
    TITLE = "by title"
    UNREAD = "unread first"
    STORY = "by story"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the list above the rows that belong together."""

    text: str


Item = Heading | Row


def day_words(day: date | None) -> str:
    """Return a day as the program writes it everywhere: "Sat 20 Jan 2024"; "no date" for None."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}" if day else "no date"


def short_day(day: date | None, *, year: int) -> str:
    """Return a day in six cells where it is of that `year`, else its month and year in eight: "Jan 2023"."""
    if day is None:
        return ""
    month = MONTHS[day.month - 1]
    return f"{day.day:2} {month}" if day.year == year else f"{month} {day.year}"

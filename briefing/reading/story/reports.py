"""The reports of a story: what each is called on the screen, and which are one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from briefing.model import Article
from briefing.reading.rows import MONTHS, day_words
from briefing.reading.story.laying import NO_BREAK

if TYPE_CHECKING:
    from briefing.stories import Group


MOST_NAMES: Final = 6
"""Reports that are named for one thing; one more than that is named too."""


@dataclass(frozen=True, slots=True)
class Reports:
    """The articles of a story by their ids, in its order."""

    articles: tuple[Article, ...]
    names: dict[str, str]
    """What each is called: its outlet, with the day or a number where another has the same."""
    reprint_of: dict[str, str]
    """The first of its set, by the id of a reprint."""
    copies: int = 0
    """Files that hold one of the articles once more."""

    def name(self, article: str) -> str:
        """Return what the report is called, in words that no line parts."""
        return self.plain_name(article).replace(" ", NO_BREAK)

    def plain_name(self, article: str) -> str:
        """Return what the report is called, in words that may stand below each other."""
        return self.names.get(article, "a report").replace(NO_BREAK, " ")

    def article(self, name: str) -> Article | None:
        """Return the article of that id."""
        return next((article for article in self.articles if article.id == name), None)

    def named(self, articles: Iterable[str]) -> str:
        """Return what these reports are called, each once, "all 4" where none of several is left out.

        Of many the first are named, and how many more there are.
        """
        ids = dict.fromkeys(articles)
        if len(ids) == len(self.articles) > 2:
            return f"all{NO_BREAK}{len(ids)}"
        left = len(ids) - MOST_NAMES
        names = list(map(self.name, ids))
        if left > 1:
            names[MOST_NAMES:] = [f"and {left}{NO_BREAK}more"]
        return ", ".join(names).replace(", and ", " and ")

    @property
    def origins(self) -> int:
        """How many texts of their own there are."""
        return len(self.articles) - len(self.reprint_of)


def reports(group: Group) -> Reports:
    """Return the reports of `group`."""
    plain = {article.id: article.source or f"report {number}" for number, article in enumerate(group.articles, 1)}
    dated = {
        article.id: f"{plain[article.id]}, {short(article.day)}" if article.day else plain[article.id]
        for article in group.articles
    }
    outlets, with_days = Counter(plain.values()), Counter(dated.values())
    names = {}
    for number, article in enumerate(group.articles, 1):
        own = plain[article.id] if outlets[plain[article.id]] == 1 else dated[article.id]
        is_shared = outlets[plain[article.id]] > 1 and with_days[dated[article.id]] > 1
        names[article.id] = f"{own} ({number})" if is_shared else own
    copies = {name: names[0] for names in group.reprints for name in names[1:]}
    return Reports(group.articles, names, copies, len(group.copies))


def short(day: date) -> str:
    """Return a day without its year: "21 Jan"."""
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]}"


def days(first: date | None, last: date | None) -> str:
    """Return one day, or a stretch of days, as short as it can be told: "15 to 17 Sep 2024", "Jul 1997"."""
    if first is None or last is None:
        return "no date"
    if first == last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and _is_last(last):
        month = f"{MONTHS[last.month - 1]} {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return month
        year = f" {first.year}" if first.year != last.year else ""
        return f"{MONTHS[first.month - 1]}{year} to {month}"
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{short(first)}{year} to {end}"


def _is_last(day: date) -> bool:
    """Return whether `day` is the last of its month."""
    return day == date.max or (day + timedelta(days=1)).day == 1

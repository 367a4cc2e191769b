"""The wording of a briefing: outlets, days, who says it, and an article's words in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing.cleaning import cleaned_line, cleaned_name
from briefing.facts.labels import MONTHS
from briefing.model import Analysis, Article
from briefing.stories.digest import Digest
from briefing.stories.quoting import quotation
from briefing.stories.recognising import Given
from briefing.stories.story import Value

MOST_NAMES: Final = 4
"""Outlets that are named for one thing; one more than that is named too."""
LED: Final = frozenset(
    (
        "a",
        "an",
        "the",
        "his",
        "her",
        "its",
        "their",
        "our",
        "one",
        "two",
        "three",
        "several",
        "some",
        "many",
        "most",
        "other",
    )
)
"""Words that lead in who speaks, so that no other is needed."""
OPENING: Final = ('"', "“")
CLOSING: Final = ('"', "”")
STRAIGHT_OPENING: Final = re.compile(r'(?<![^\s(\[—–-])"')
STRAIGHT_CLOSING: Final = re.compile('"')


@dataclass(frozen=True, slots=True)
class Wording:
    """What is needed to word one story: its articles by id, and the days among which its days stand."""

    analyses: Mapping[str, Analysis]
    days: tuple[date, ...]

    def outlet(self, article: str) -> str:
        """Return what the source of an article is called, by its id."""
        return outlet(self.analyses[article].article)

    def day(self, article: str) -> str:
        """Return the day of an article in a few letters, by its id."""
        return short_day(self.analyses[article].article.day, among=self.days)

    def place(self, article: str) -> str:
        """Return where something stands: "Tessera Wire, 21 Jan"."""
        return f"{self.outlet(article)}, {self.day(article)}"

    def who(self, given: Given, also: Sequence[Given] = ()) -> str:
        """Return who says it: "two US officials, in Tessera Wire, 21 Jan; also The Meridian Courier"."""
        told = self.place(given.report.article)
        if given.point.said_by:
            told = f"{with_article(cleaned_line(given.point.said_by))}, in {told}"
        own = self.outlet(given.report.article)
        others = [name for name in self.outlets(one.report.article for one in also) if name != own]
        return f"{told}; also {named(others)}" if others else told

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Return the outlets of articles, each once, in their order."""
        return tuple(dict.fromkeys(self.outlet(article) for article in articles))

    def by_number(self, values: Sequence[Value]) -> list[list[Value]]:
        """Return the values in sets that give the same number, the shortest words of a set first."""
        sets: dict[str, list[Value]] = {}
        for value in values:
            figures = self.analyses[value.article].figures
            figure = next((one for one in figures if one.id == value.ref), None)
            is_number = figure is not None and figure.value is not None
            key = str((figure.value, figure.high)) if figure is not None and is_number else value.text.casefold()
            sets.setdefault(key, []).append(value)
        return [sorted(held, key=lambda value: len(self.said(value))) for held in sets.values()]

    def words(self, given: Given) -> str:
        """Return the report's words for a point, as a sentence where the report is as it was."""
        analysis = self.analyses[given.report.article]
        return quotation(analysis, given.point.span) if given.point.span is not None else given.point.words

    def said(self, value: Value, *, also: int = 0) -> str:
        """Return what an article says, and how many others: "Tessera Wire, 12 Mar: “Seventeen people are still missing.”"."""
        more = f", and {counted(also, 'other report')}" if also else ""
        return f"{self.place(value.article)}{more}: {quoted(quotation(self.analyses[value.article], value.span))}"


def with_article(who: str) -> str:
    """Return who says it, with "the" before one that is called by its kind: "bank" is "the bank"."""
    first, _, rest = who.partition(" ")
    is_kind = who[:1].islower() and first not in LED and first.isalpha() and not who.endswith("s")
    return f"the {who}" if is_kind and " of " not in rest else who


def wording(one: Digest) -> Wording:
    """Return the wording of a story."""
    return Wording({analysis.article.id: analysis for analysis in one.story.analyses}, days_of((one,)))


def named(names: Sequence[str]) -> str:
    """Return the first of the names, and how many more there are: "Post, Wire, Courier and 9 more"."""
    left = len(names) - MOST_NAMES
    return f"{', '.join(names[:MOST_NAMES])} and {left:,} more" if left > 1 else ", ".join(names)


def outlet(article: Article) -> str:
    """Return what an article's source is called: its outlet, else its file."""
    return cleaned_line(article.source) if article.source else cleaned_name(article.path).rsplit("/", 1)[-1]


def told_by(articles: Sequence[Article], one: str) -> str:
    """Return how many articles there are and of how many outlets: "4 reports from 3 outlets, 1 without one"."""
    outlets = {article.source for article in articles if article.source}
    without = sum(not article.source for article in articles)
    told = counted(len(articles), one)
    if not outlets:
        return told
    return f"{told} from {counted(len(outlets), 'outlet')}" + (f", {without:,} without one" if without else "")


def days_of(digests: Iterable[Digest]) -> tuple[date, ...]:
    """Return the days of all reports, in order."""
    return tuple(sorted(day for one in digests for article in one.story.group.articles if (day := article.day)))


def short_day(day: date | None, *, among: Sequence[date]) -> str:
    """Return a day in a few letters, with the year where the days `among` which it stands are of several."""
    if day is None:
        return "no date"
    year = "" if len({one.year for one in among}) < 2 else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def day_range(first: date, last: date) -> str:
    """Return two days, what they share told once: "11 to 14 Mar 2024"."""
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} to {end}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with what it counts: "1 story", "4 stories"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def quoted(words: str) -> str:
    """Return an article's words in quotation marks, those within them made single ones."""
    inner = cleaned_line(words)
    if inner[:1] in OPENING and inner[-1:] in CLOSING and not any(sign in inner[1:-1] for sign in (*OPENING, *CLOSING)):
        inner = inner[1:-1]
    inner = inner.replace("“", "‘").replace("”", "’")
    return f"“{STRAIGHT_CLOSING.sub('’', STRAIGHT_OPENING.sub('‘', inner))}”"


def sentence(words: str) -> str:
    """Return a reason as a sentence: it begins with a capital and ends with a full stop."""
    return f"{begun(words)}."


def begun(words: str) -> str:
    """Return words as a sentence begins, its other capitals as they are."""
    return f"{words[:1].upper()}{words[1:]}"

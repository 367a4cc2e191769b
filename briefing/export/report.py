"""An analysis as a report to read: the key facts under their headings, each with the article's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from textwrap import wrap
from typing import Final

from briefing.cleaning import cleaned_name
from briefing.facts import Line, Section
from briefing.facts.labels import DAYS, MONTHS
from briefing.model import Analysis, FactKind, Span, excerpt

WIDTH: Final = 76
"""What a mail program shows and quotes without breaking it."""
NARROWEST: Final = 40
LABELS: Final = 13
"""Columns for "WHO SAYS SO" and the space behind it."""
SAID: Final = (FactKind.CLAIM, FactKind.QUOTE)
"""What is told by the words alone: they stand there even if they stood above."""
NOTHING: Final = "No facts were found in it."


class Part(Enum):
    """What a piece of the report is, for those that can colour it."""

    TITLE = auto()
    ABOUT = auto()
    HEADING = auto()
    FACT = auto()
    SOURCE = auto()
    """Who says it, and how sure that is."""
    WORDS = auto()
    """The article's own words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report: what it is made of, in order; empty for a blank line."""

    pieces: tuple[tuple[Part, str], ...] = ()

    def __str__(self) -> str:
        return "".join(text for _, text in self.pieces).rstrip()


def report(analysis: Analysis, told: Iterable[Section], *, width: int = WIDTH) -> Iterator[Row]:
    """Return the rows of the report that tells `told` of one article, at most `width` columns wide, a blank one behind the heading."""
    width = max(width, NARROWEST)
    article = analysis.article
    for text in _wrapped(article.title, width):
        yield Row(((Part.TITLE, text),))
    for about in about_lines(analysis):
        for text in _wrapped(about, width):
            yield Row(((Part.ABOUT, text),))
    yield Row()
    if not analysis.key_facts:
        yield Row(((Part.ABOUT, NOTHING),))
    shown: set[Span] = set()
    for section in told:
        for number, line in enumerate(section.lines):
            yield from _fact("" if number else section.heading, line, width=width)
            if (line.fact.span not in shown or line.fact.kind in SAID) and not is_whole(analysis, line):
                shown.add(line.fact.span)
                yield from _words(excerpt(article.text, line.fact.span), width=width)


def is_whole(analysis: Analysis, line: Line) -> bool:
    """Return whether the label is the article's words already, so that they need not be told again."""
    return " ".join(line.fact.span.of(analysis.article.text).split()).rstrip(".") == line.label


def about_lines(analysis: Analysis) -> tuple[str, ...]:
    """Return who published the article and when, its file, and what is to be said of how it was read."""
    article = analysis.article
    known = (article.source, article.author, day_text(article.published) if article.published else None)
    part = f", article {article.part}" if article.part else ""
    lines = (", ".join(each for each in known if each), f"{cleaned_name(article.path)}{part}")
    return (*(line for line in lines if line), *article.remarks, *analysis.remarks)


def day_text(published: date | datetime) -> str:
    """Return a day as people read it, with the time where there is one: "Sun 21 Jan 2024, 18:40"."""
    month = MONTHS[published.month - 1]
    day = f"{DAYS[published.weekday()]} {published.day} {month} {published.year}"
    return f"{day}, {published:%H:%M}" if isinstance(published, datetime) else day


def source_text(line: Line) -> str:
    """Return who says what stands on `line` and how sure that is, "US military, unconfirmed"; else nothing."""
    # A claim's label already tells its status: "denied by the mayor".
    status = line.status if line.said_by or line.status not in line.label else ""
    return ", ".join(part for part in (line.said_by, status) if part)


def _fact(heading: str, line: Line, *, width: int) -> Iterator[Row]:
    rows = _wrapped(line.label, width - LABELS)
    for number, text in enumerate(rows):
        pieces = [(Part.HEADING, f"{'' if number else heading:<{LABELS}}"), (Part.FACT, text)]
        said = f"  ({source_text(line)})" if source_text(line) and number == len(rows) - 1 else ""
        if said and LABELS + len(text) + len(said) <= width:
            pieces.append((Part.SOURCE, said))
            said = ""
        yield Row(tuple(pieces))
        for more in _wrapped(said.strip(), width - LABELS):
            yield Row(((Part.HEADING, " " * LABELS), (Part.SOURCE, more)))


def _words(words: str, *, width: int) -> Iterator[Row]:
    indent = LABELS + 2
    for number, text in enumerate(_wrapped(words, width - indent - 1)):
        yield Row(((Part.HEADING, " " * (indent - 2)), (Part.WORDS, f"{'  ' if number else '> '}{text}")))


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)

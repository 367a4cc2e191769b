"""A story as text to read: its reports, its facts side by side, its timeline."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from textwrap import wrap
from typing import Final

from briefing.cleaning import cleaned_line
from briefing.model import Article
from briefing.stories import Comparison, Moment, Relation, Story

WIDTH: Final = 76
NARROWEST: Final = 40
INDENT: Final = "  "
SIGNS: Final = {
    Relation.SAME: "=",
    Relation.COMPATIBLE: "~",
    Relation.ADDS: "+",
    Relation.CONFLICT: "!",
    Relation.ONLY: "1",
}
DAYS: Final = ("date", "time")
"""Slots of the days that are named: those that one report alone names stand in the timeline, with their sentence."""
LEGEND: Final = "= same   ~ both can be true   + adds   ! conflict   1 told by one"


def story_lines(story: Story, *, width: int = WIDTH) -> Iterator[str]:
    """Yield the story line by line, wrapped to `width`, conflicts before what agrees."""
    width = max(width, NARROWEST)
    group = story.group
    yield from _wrapped(group.title, "", width)
    names = {article.id: _outlet(article, number) for number, article in enumerate(group.articles, 1)}
    for article in group.articles:
        day = article.day.isoformat() if article.day else "no date"
        yield from _wrapped(f"{day}  {names[article.id]}: {article.title}", INDENT, width)
    for reprint in group.reprints:
        yield from _wrapped("the same text: " + ", ".join(names[name] for name in reprint), INDENT, width)
    if len(group.articles) > 1 and story.compare:
        yield ""
        yield f"SIDE BY SIDE  {LEGEND}"
        for line in story.compare:
            if line.relation is Relation.ONLY and line.slot.partition(":")[0] in DAYS:
                continue
            yield from _compared(line, names, width)
    if story.timeline:
        yield ""
        yield "TIMELINE"
        for moment in story.timeline:
            yield from _wrapped(f"{_days(moment)}  {cleaned_line(moment.text)}", INDENT, width)


def _compared(line: Comparison, names: dict[str, str], width: int) -> Iterator[str]:
    origin = "1 origin" if line.origins == 1 else f"{line.origins} origins"
    yield from _wrapped(f"{SIGNS[line.relation]} {line.slot}: {line.why} ({origin})", "", width)
    for value in line.values:
        yield from _wrapped(f"{names[value.article]}: {cleaned_line(value.text)}", INDENT * 2, width)


def _days(moment: Moment) -> str:
    if moment.first is None or moment.last is None:
        return "undated"
    first, last = moment.first.isoformat(), moment.last.isoformat()
    if first == last:
        return first
    if moment.first.day == 1 and moment.last == _month_end(moment.first):
        return first[:7]
    return first[:4] if (first[:4], first[5:], last[5:]) == (last[:4], "01-01", "12-31") else f"{first} to {last}"


def _month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _outlet(article: Article, number: int) -> str:
    return cleaned_line(article.source) if article.source else f"report {number}"


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return wrap(
        cleaned_line(text), width, initial_indent=indent, subsequent_indent=f"{indent}{INDENT}", break_on_hyphens=False
    )

"""The outline of a briefing: its words in their order, before they are text, Markdown or HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from briefing.cleaning import cleaned_line
from briefing.export.brief_wording import (
    Wording,
    begun,
    counted,
    day_range,
    days_of,
    named,
    quoted,
    sentence,
    short_day,
    told_by,
    wording,
)
from briefing.export.report import day_text
from briefing.model import Article
from briefing.stories.amounts import told
from briefing.stories.brief import Brief
from briefing.stories.digest import Digest
from briefing.stories.figures import VICTIMS
from briefing.stories.news import Change, Settled
from briefing.stories.recognising import Given
from briefing.stories.story import Comparison

MOST_STORIES: Final = 20
"""Stories that are told whole; the next ones have a line each."""
MOST_LINES: Final = 30
"""Stories, and articles that no other one joins, that have a line; how many more there are is said."""
MOST_AGREEMENTS: Final = 4
MOST_REPORTS: Final = 8
MOST_NEW: Final = 5
PLAIN: Final = frozenset({"count", "percent", "money", "measure"})
"""Slots whose name tells nothing of what is counted."""
HURT: Final = frozenset(role.value for role in VICTIMS)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told."""

    words: str
    who: str = ""
    """Who says it, and when."""
    below: tuple[str, ...] = ()
    """What belongs to it: what each report says."""
    url: str = ""
    """Where it can be read: as the file has it, not looked at."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]
    more: str = ""
    """How many more there are, where not all are told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story."""

    title: str
    about: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing in words."""

    title: str
    about: str
    entries: tuple[Entry, ...]
    rest: tuple[Part, ...]
    """Stories and articles that have a line each."""
    notes: tuple[str, ...]
    """What was left out, and why."""


def outline(brief: Brief) -> Outline:
    """Return the words of a briefing: each is the program's own or stands in an article."""
    entries = tuple(_entry(one, brief.since) for one in brief.stories[:MOST_STORIES])
    rest = []
    if len(brief.stories) > MOST_STORIES:
        rest.append(_listed("More stories", brief.stories[MOST_STORIES:]))
    if brief.single:
        rest.append(_listed("Told by one report" if brief.stories else "Articles", brief.single))
    return Outline(_title(brief), _about(brief), entries, tuple(rest), tuple(_notes(brief)))


def _title(brief: Brief) -> str:
    if brief.since is not None:
        return f"Briefing: what is new since {day_text(brief.since)}"
    days = days_of((*brief.stories, *brief.single))
    return f"Briefing, {day_range(days[0], days[-1])}" if days else "Briefing"


def _about(brief: Brief) -> str:
    everything = (*brief.stories, *brief.single)
    articles = [article for one in everything for article in one.story.group.articles]
    if not articles:
        return "There are no reports of that day or a later one." if brief.since else "There are no articles."
    parts = [counted(len(brief.stories), "story", "stories")] if brief.stories else []
    if brief.single:
        parts.append(f"{counted(len(brief.single), 'event')} told by one report")
    return f"{told_by(articles, 'article')}: {', '.join(parts)}."


def _notes(brief: Brief) -> Iterator[str]:
    if brief.earlier:
        told = "1 earlier article" if brief.earlier == 1 else f"{brief.earlier:,} earlier articles"
        yield f"Left out: {told} of events of which nothing has been reported since."
    if brief.undated:
        yield f"Left out: {counted(brief.undated, 'article')} without a date."


def _entry(one: Digest, since: date | None) -> Entry:
    by = wording(one)
    parts = (
        Part("Key facts", tuple(_fact(fact.given, fact.words, by, fact.also) for fact in one.facts)),
        Part(
            "Changed",
            (*(_change(each, by) for each in one.changes), *(_settled(each, by) for each in one.news.settled)),
        ),
        _new(one, by) if since is not None else Part("New", ()),
        Part("Conflicts", tuple(_conflict(line, by) for line in one.conflicts)),
        _agreed(one, by),
        _reports(one, by),
    )
    title = cleaned_line(one.story.group.title)
    return Entry(title, _story_about(one, by.days, since), tuple(part for part in parts if part.lines))


def _story_about(one: Digest, days: Sequence[date], since: date | None) -> str:
    articles = one.story.group.articles
    reports = told_by(articles, "report")
    if since is not None:
        new = sum(article.day is not None and article.day >= since for article in articles)
        reports += ", all new" if new == len(articles) else f", {new} new"
    if days:
        reports += f", {day_range(days[0], days[-1])}"
    return "; ".join(part for part in (one.where, one.when, reports) if part)


def _fact(given: Given, words: str, by: Wording, also: Sequence[Given] = ()) -> Line:
    return Line(quoted(words), by.who(given, also))


def _change(change: Change, by: Wording) -> Line:
    steps = (change.before, *change.after)
    role = change.before.point.matter.partition("|")[0]
    what = begun(_what(steps[-1].point.label)) if role == "count" else ""
    if role not in PLAIN and (role not in HURT or change.before.point.is_main):
        what = role.capitalize()
    numbers = [
        f"{told(step.point.amount) if what and step.point.amount else step.point.label} ({by.place(step.report.article)})"
        for step in steps
    ]
    return Line(f"{what}: {', then '.join(numbers)}" if what else ", then ".join(numbers))


def _what(label: str) -> str:
    """Return what a label counts: "attacks" of ">140 attacks"."""
    return " ".join(word for word in label.split() if not any(letter.isdigit() for letter in word))


def _settled(settled: Settled, by: Wording) -> Line:
    words = f"{settled.by.point.status.capitalize()}: {quoted(by.words(settled.by))}"
    return Line(
        words, by.who(settled.by), (f"Before that, {by.who(settled.before)}: {quoted(by.words(settled.before))}",)
    )


def _new(one: Digest, by: Wording) -> Part:
    """Return what the new reports tell beyond the others and beyond the key facts; nothing where all are new."""
    told_above = {fact.words for fact in one.facts}
    lines: dict[str, Line] = {}
    for new in () if one.news.is_first else one.news.facts:
        given = Given(new.reports[0], new.point)
        if (words := by.words(given)) not in told_above:
            lines.setdefault(words, _fact(given, words, by))
    return _cut("New", tuple(lines.values()), MOST_NEW)


def _conflict(line: Comparison, by: Wording) -> Line:
    sets = by.by_number(line.values)
    return Line(_reason(line), below=tuple(by.said(held[0], also=len(held) - 1) for held in sets))


def _agreed(one: Digest, by: Wording) -> Part:
    """Return in what several outlets agree: the reason, and the words of the report that has the fewest."""
    lines: dict[str, Line] = {}
    for line in one.agreements:
        outlets = by.outlets(value.article for value in line.values)
        if len(outlets) > 1:
            said = min((by.said(value) for value in line.values), key=len)
            lines.setdefault(_reason(line), Line(_reason(line), named(outlets), (said,)))
    return _cut("Agreed", tuple(lines.values()), MOST_AGREEMENTS)


def _reason(line: Comparison) -> str:
    """Return why a line is one, behind what it is of: "Killed: 12 is not 9."."""
    slot, _, of = line.slot.partition(": ")
    what = of if slot in PLAIN else f"{of} {slot}" if of else slot
    return f"{begun(cleaned_line(what))}: {line.why}." if what else sentence(line.why)


def _reports(one: Digest, by: Wording) -> Part:
    """Return the reports, the oldest first; of many those of the end."""
    lines = tuple(_report(article, one, by) for article in one.story.group.articles)
    left = len(lines) - MOST_REPORTS
    return Part("Reports", lines[-MOST_REPORTS:], f"and {left:,} earlier" if left > 0 else "")


def _report(article: Article, one: Digest, by: Wording) -> Line:
    first = next((names[0] for names in one.story.group.reprints if article.id in names[1:]), None)
    same = "" if first is None else f", the same text as in {by.outlet(first)}"
    return Line(cleaned_line(article.title), f"{by.place(article.id)}{same}", url=article.url or "")


def _listed(heading: str, digests: Sequence[Digest]) -> Part:
    days = days_of(digests)
    return _cut(heading, tuple(_listed_line(one, days) for one in digests), MOST_LINES)


def _listed_line(one: Digest, days: Sequence[date]) -> Line:
    articles = one.story.group.articles
    by = wording(one)
    last = max((article.day for article in articles if article.day), default=None)
    title = cleaned_line(one.story.group.title)
    below = [quoted(fact.words) for fact in one.facts[:1] if title.rstrip("….") not in fact.words]
    who = f"{named(by.outlets(article.id for article in articles))}, {short_day(last, among=days)}"
    return Line(title, who, tuple(below), (articles[0].url or "") if len(articles) == 1 else "")


def _cut(heading: str, lines: tuple[Line, ...], most: int) -> Part:
    left = len(lines) - most
    return Part(heading, lines[:most], f"and {left:,} more" if left > 0 else "")

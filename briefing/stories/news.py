"""What is new in a story: its reports of today beside those that were read, as they were when they were read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.stories.knowledge import Knowledge
from briefing.stories.points import ALSO, HURT, SAID, TEXT, WHAT, Point, Report, report
from briefing.stories.recognising import (
    COVERED,
    SETTLING,
    Given,
    are_of_one,
    covered,
    givens,
    says_as_much,
    speaks_of,
    tells_the_same,
    theme,
)
from briefing.stories.relations import between
from briefing.stories.spelling import folded
from briefing.stories.story import Relation, Story

SHORT: Final = 60
"""Characters of a statement that has no room for more than a toll."""
BARE: Final = frozenset({"WHEN", "WHERE"})
"""Headings whose points are no news by themselves: a reader knows where and when as soon as he knows what."""


@dataclass(frozen=True, slots=True)
class Change:
    """A number that is another one now."""

    before: Given
    after: tuple[Given, ...]
    """Each number that came after it, in order; the last is the one of now."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A statement that was known and is confirmed or denied now."""

    before: Given
    by: Given


@dataclass(frozen=True, slots=True)
class New:
    """A point that was not known, with the reports that give it: the first in these words, the others in part at least."""

    point: Point
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class News:
    """What a reader of some reports of a story does not know yet."""

    story: Story
    reports: tuple[Report, ...]
    """The reports that were not read, the oldest first."""
    revised: tuple[Report, ...]
    """Those that were read and have been changed since."""
    facts: tuple[New, ...]
    changes: tuple[Change, ...]
    settled: tuple[Settled, ...]
    unchanged: int
    """How many points of the new reports were known."""
    is_first: bool
    """None of its reports had been read: all of the story is new."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that a reader does not know, not even a report."""
        return not (self.reports or self.facts or self.changes or self.settled)


def remembered(story: Story, *, read: Collection[str], memory: Mapping[str, Report]) -> tuple[Report, ...]:
    """Return what the reader knows of a story: its read reports, each as it was when it was read.

    A report that is still the same, or of which nothing is remembered, is as it is now. A text that was rewritten under
    the same headline may have another id: it is known by outlet, headline and day.
    """
    now_here = {analysis.article.id for analysis in story.analyses}
    rewritten = {_heading(held): held for held in memory.values() if held.article not in now_here}
    known = []
    for analysis in story.analyses:
        name = analysis.article.id
        now = report(analysis, whole=True)
        if name in read:
            held = memory.get(name)
            known.append(now if held is None or held.text == now.text else held)
        elif (before := rewritten.get(_heading(now))) is not None and now.title:
            known.append(replace(before, article=name))
    return tuple(known)


def _heading(one: Report) -> tuple[str, str, str]:
    return one.title, one.source, one.day


def news(story: Story, known: Iterable[Report], *, reports: Iterable[Report] | None = None) -> News:
    """Return what `story` tells that `known` does not, whatever the order of either.

    `reports` are those of its analyses where they are made already.
    """
    held = {one.article: one for one in known}
    made = (report(analysis) for analysis in story.analyses) if reports is None else reports
    today = sorted(made, key=lambda one: one.age)
    unread = tuple(one for one in today if one.article not in held)
    revised = tuple(one for one in today if one.article in held and held[one.article].text != one.text)
    before = Knowledge(held.values())
    copies = {name for names in story.group.reprints for name in names[1:]}
    every = givens(one for one in (*unread, *revised) if one.article not in copies)
    given = [one for one in every if one.point.is_key or (one.point.is_main and one.point.heading == HURT)]
    about = theme(held.values())
    fresh = [one for one in given if not before.tells(one.point, about=about)]
    changes = _changes(fresh, before)
    changed = [one for change in changes for one in change.after]
    settled = tuple(_settled(fresh, before.points))
    taken = [*changed, *(one.by for one in settled)]
    rest = [
        one
        for one in fresh
        if not _is_older(one, before)
        and not _is_toll_in_words(one)
        and not any(_tells_again(one.point, other.point) for other in taken)
    ]
    facts = _gathered(_of_own_sentences(rest, story))
    return News(story, unread, revised, facts, changes, settled, len(given) - len(fresh), is_first=not held)


def _changes(fresh: Sequence[Given], before: Knowledge) -> tuple[Change, ...]:
    """Return the numbers of which another one was known, by what they are of."""
    found: dict[tuple[str, str], list[Given]] = {}
    origin: dict[tuple[str, str], Given] = {}
    for one in fresh:
        last = _last_known(one, before)
        if last is None or not _has_changed(last, one):
            continue
        key = (last.point.matter, last.point.words if not last.point.is_main else "")
        steps = found.setdefault(key, [])
        origin.setdefault(key, last)
        is_first_of_report = all(step.report is not one.report for step in steps)
        if is_first_of_report and not (steps and _says_no_more(steps[-1], one)):
            steps.append(one)
    return tuple(Change(origin[key], tuple(steps)) for key, steps in found.items())


def _has_changed(last: Given, one: Given) -> bool:
    """Return whether a later report, or the same one rewritten, tells a number that is no other count of the same day."""
    if last.point.amount is None or one.point.amount is None or one.report.age < last.report.age:
        return False
    is_beside = one.report.day == last.report.day and one.report.article != last.report.article
    return not (is_beside and between(last.point.amount, one.point.amount).relation is Relation.CONFLICT)


def _last_known(one: Given, before: Knowledge) -> Given | None:
    """Return the number of the newest known report that is of the same as `one`; of a report the first of its panel."""
    if one.point.amount is None or one.point.amount.value is None or one.point.amount.change_by:
        return None
    alike = [
        held
        for held in before.of_matter(one.point)
        if held.point.amount is not None
        and held.point.amount.value is not None
        and not held.point.amount.change_by
        and are_of_one(one.point, held.point)
        and (one.point.is_main or _is_a_later_word(one, held))
    ]
    newest = max((held.report.age for held in alike), default=None)
    return next((held for held in alike if held.report.age == newest), None)


def _is_a_later_word(one: Given, held: Given) -> bool:
    """Return whether the same outlet or the same source gives a number anew: of two voices each may mean another thing."""
    is_same_outlet = bool(one.report.source) and one.report.source == held.report.source
    is_same_voice = bool(one.point.said_by) and folded(one.point.said_by) == folded(held.point.said_by)
    is_later = one.report.day > held.report.day
    return is_later and (is_same_outlet or is_same_voice) and _is_alone(one) and _is_alone(held)


def _is_alone(one: Given) -> bool:
    """Return whether its report gives no other number for the same: of two towns each may be the one that was meant."""
    return sum(point.matter == one.point.matter for point in one.report.points) == 1


def _says_no_more(step: Given, one: Given) -> bool:
    return (
        step.point.amount is not None
        and one.point.amount is not None
        and says_as_much(step.point.amount, one.point.amount)
    )


def _tells_again(point: Point, taken: Point) -> bool:
    """Return whether `point` is a change or a denial that is told already, or what happened in the same words."""
    return point == taken or (point.amount is None and covered(point.words, taken.words) >= COVERED)


def _is_older(one: Given, before: Knowledge) -> bool:
    """Return whether it is a number of which another is known: an older one, or another count of the day."""
    return _last_known(one, before) is not None


def _is_toll_in_words(one: Given) -> bool:
    """Return whether words say no more than a toll, which is told as a number: "Four people were still missing"."""
    span = one.point.span
    if one.point.heading not in (SAID, ALSO) or span is None or len(span) > SHORT:
        return False
    return any(
        toll.is_main and toll.heading == HURT and toll.span and span.overlaps(toll.span) for toll in one.report.points
    )


def _may_be_settled(held: Given, one: Given) -> bool:
    """Return whether something was said, not asked, before it was confirmed or denied, and not settled in the same way."""
    is_asked = held.point.words.rstrip("\"'”’").endswith("?")
    return held.report.age <= one.report.age and held.point.status != one.point.status and not is_asked


def _settled(fresh: Sequence[Given], before: Sequence[Given]) -> Iterable[Settled]:
    for one in fresh:
        if one.point.heading != SAID or one.point.status not in SETTLING:
            continue
        spoken = [held for held in before if _may_be_settled(held, one) and speaks_of(one.point, held.point)]
        told = [held for held in spoken if held.point.heading != TEXT] or spoken
        if told:
            yield Settled(max(told, key=lambda held: held.order), one)


def _of_own_sentences(fresh: Sequence[Given], story: Story) -> tuple[Given, ...]:
    """Return the points but for those that only say where or when, or are no more than another part of a sentence."""
    sentences = {analysis.article.id: analysis.sentences for analysis in story.analyses}
    taken: set[tuple[str, int]] = set()
    kept = []
    for one in fresh:
        if one.point.heading in BARE:
            continue
        of = sentences[one.report.article]
        place = bisect_right(of, one.point.span.start, key=lambda span: span.start) if one.point.span else 0
        key = (one.report.article, place)
        if one.point.amount is not None or one.point.status in HELD or key not in taken:
            kept.append(one)
        taken.add(key)
    return tuple(kept)


def _gathered(fresh: Sequence[Given]) -> tuple[New, ...]:
    """Return the points with all reports that give them, the gravest first."""
    found: list[tuple[Given, list[Report]]] = []
    for one in fresh:
        for first, reports in found:
            if tells_the_same(one.point, first.point) or tells_the_same(first.point, one.point):
                if one.report not in reports:
                    reports.append(one.report)
                break
        else:
            found.append((one, [one.report]))
    ordered = sorted(found, key=lambda pair: (*_rank(pair[0].point), pair[0].order))
    return tuple(New(first.point, tuple(reports)) for first, reports in ordered)


RANKS: Final = (HURT, WHAT, "COST", "WHO", "WHOM", SAID, "FIGURES", "BACKGROUND")
"""The headings in the order in which new facts are told."""
HELD: Final = ("claimed-responsibility", "denied", "confirmed", "announced", "claimed", "not-confirmed")
"""How statements are held, those first that tell more than a plain one."""


def _rank(point: Point) -> tuple[int, int]:
    heading = RANKS.index(point.heading) if point.heading in RANKS else len(RANKS)
    return heading, HELD.index(point.status) if point.status in HELD else len(HELD)

"""Conflicts: whether two numbers that cannot both be true are clearly of one thing at one time.

A false conflict is the worst error that comparing can make, so each doubt speaks against one: other victims, another
place, a part of those meant, and above all another hour, as tolls rise while reports are written.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from briefing.model import Comparison, EntityType, Role, Span, holding
from briefing.stories.amounts import told
from briefing.stories.figures import VICTIMS, Told
from briefing.stories.relations import Verdict, on_days
from briefing.stories.sources import Sides
from briefing.stories.story import Relation

PLACES: Final = (EntityType.GPE, EntityType.LOC, EntityType.FAC)
GROWS: Final = {
    Role.KILLED: 1,
    Role.INJURED: 1,
    Role.DISPLACED: 1,
    Role.DETAINED: 1,
    Role.MISSING: -1,
}
"""Where a number goes as the hours pass."""
TOLLS: Final = {
    Role.KILLED: "killed",
    Role.INJURED: "injured",
    Role.DISPLACED: "displaced",
    Role.DETAINED: "detained",
    Role.MISSING: "missing",
}
HOURS: Final = timedelta(hours=6)
"""Between two reports of one day, after which their numbers are of different hours."""
RISES: Final = re.compile(
    r"\b(?:toll|number|count|figure)\b[^.]{0,40}\b(?:rise|rises|rose|risen|climb|climbs|climbed|jumps?|jumped|grows?|grew)\b",
    re.IGNORECASE,
)
"""Words that tell that a number was another one before."""
JOINED: Final = re.compile(r"^ ?(?:and|as well as|plus) (?:an?|another|one|two|three|four|five|six|\d+|his|her|their) ")
JOINED_BEFORE: Final = re.compile(r"\b(?:an?|another|one) [\w-]+(?: [\w-]+)? and (?:the )?$")
"""What makes a number a part: "two women and a man"."""
BESIDE: Final = 40


class Against:
    """What speaks against a conflict in the reports of a story."""

    def __init__(self, on: Sides, figures: Iterable[Sequence[Told]]) -> None:
        self._on = on
        self._first: dict[tuple[Role, object], date] = {}
        """The first day on which a number of the main event was told."""
        self._changing: set[Role] = set()
        self._tolls: dict[int, dict[Role, Told]] = defaultdict(dict)
        for one in (one for together in figures for one in together):
            role, day = one.figure.role, on.analyses[one.side].article.day
            if role not in VICTIMS or not one.is_main or one.amount.change_by or one.amount.value is None:
                continue
            self._tolls[one.side].setdefault(role, one)
            if RISES.search(self._sentence(one)):
                self._changing.add(role)
            if day is not None:
                held = self._first.setdefault((role, one.amount.value), day)
                self._first[role, one.amount.value] = min(held, day)

    def weighed(self, one: Told, other: Told, verdict: Verdict) -> Verdict:
        """Return the verdict, a conflict only where both numbers are clearly of the same thing at the same time."""
        if verdict.relation is not Relation.CONFLICT:
            return verdict
        if (grown := self._told_to_change(one, other)) is not None:
            return grown
        if not _are_clearly_one(one, other) or self._is_part(one) or self._is_part(other):
            return _doubted(one, other, "not clearly of the same thing")
        if self._are_elsewhere(one, other):
            return _doubted(one, other, "not clearly of the same place")
        return self._developed(one, other) or verdict

    def _told_to_change(self, one: Told, other: Told) -> Verdict | None:
        """Return that a count has changed, where the later report says that it did: "doubled its force to 600"."""
        if one.figure.role is not Role.COUNT or other.figure.role is not Role.COUNT:
            return None
        days = [self._on.analyses[told_.side].article.day for told_ in (one, other)]
        first, second = days
        if first is None or second is None or first == second:
            return None
        later, before = (other, one) if second > first else (one, other)
        if not later.figure.change or later.figure.change_by or later.counted != before.counted:
            return None
        is_up = (later.amount.value or 0) > (before.amount.value or 0)
        if is_up is not (later.figure.change == "up"):
            return None
        return on_days((first, one.amount), (second, other.amount))

    def _developed(self, one: Told, other: Told) -> Verdict | None:
        """Return that one number is the older one, where that can be told; else None."""
        role = one.figure.role
        if role not in GROWS:
            return None
        first, second = (self._first.get((role, told_.amount.value)) for told_ in (one, other))
        if first and second and first != second:
            return on_days((first, one.amount), (second, other.amount))
        if told_apart := self._hours(one, other):
            return Verdict(Relation.ADDS, told_apart)
        if (toll := self._other_toll(one, other)) is not None:
            return Verdict(Relation.ADDS, toll)
        if role in self._changing:
            return Verdict(Relation.ADDS, f"{told(one.amount)} and {told(other.amount)}: a report says that it changed")
        return None

    def _hours(self, one: Told, other: Told) -> str:
        here, there = (self._on.analyses[told_.side].article.published for told_ in (one, other))
        if not (isinstance(here, datetime) and isinstance(there, datetime)):
            return ""
        if (here.tzinfo is None) != (there.tzinfo is None) or abs(here - there) < HOURS:
            return ""
        (before, early), (after, late) = sorted(((here, one), (there, other)), key=lambda pair: pair[0])
        return f"{told(early.amount)} at {before:%H:%M}, {told(late.amount)} at {after:%H:%M}"

    def _other_toll(self, one: Told, other: Told) -> str | None:
        """Return that another toll of the same reports has gone on in the same sense: fewer missing, more dead."""
        here, there = one.amount.value, other.amount.value
        if here is None or there is None:
            return None
        later = (there > here) is (GROWS[one.figure.role] > 0)
        for role, toll in self._tolls[one.side].items():
            beside = self._tolls[other.side].get(role)
            if role is one.figure.role or beside is None or toll.amount.value is None or beside.amount.value is None:
                continue
            if toll.amount.value == beside.amount.value:
                continue
            if ((beside.amount.value > toll.amount.value) is (GROWS[role] > 0)) is later:
                return (
                    f"{told(one.amount)} beside {told(toll.amount)} {TOLLS[role]}, "
                    f"{told(other.amount)} beside {told(beside.amount)}: of different hours"
                )
        return None

    def _are_elsewhere(self, one: Told, other: Told) -> bool:
        """Return whether each number is of places that the other report does not name at all."""
        here, there = self._places(one), self._places(other)
        return bool(
            here
            and there
            and here.isdisjoint(self._everywhere(other.side))
            and there.isdisjoint(self._everywhere(one.side))
        )

    def _everywhere(self, side: int) -> frozenset[int]:
        article = self._on.analyses[side]
        return self._on.named(article, Span(0, len(article.article.text)), *PLACES)

    def _places(self, one: Told) -> frozenset[int]:
        """Return the places that the sentence of the number names, else those of the article's main event."""
        analysis = self._on.analyses[one.side]
        sentence = holding(analysis.sentences, one.figure.span) or one.figure.span
        named = self._on.named(analysis, sentence, *PLACES)
        if named or not analysis.events:
            return named
        return frozenset().union(*(self._on.named(analysis, place.span, *PLACES) for place in analysis.events[0].place))

    def _is_part(self, one: Told) -> bool:
        text, figure = self._on.analyses[one.side].article.text, one.figure
        end = max(figure.span.end, figure.counted.end if figure.counted else 0)
        before = text[max(0, figure.span.start - BESIDE) : figure.span.start]
        return bool(JOINED.match(text[end : end + BESIDE]) or JOINED_BEFORE.search(before))

    def _sentence(self, one: Told) -> str:
        analysis = self._on.analyses[one.side]
        return (holding(analysis.sentences, one.figure.span) or one.figure.span).of(analysis.article.text)


def _doubted(one: Told, other: Told, why: str) -> Verdict:
    return Verdict(Relation.COMPATIBLE, f"{told(one.amount)} and {told(other.amount)}: {why}")


def _are_clearly_one(one: Told, other: Told) -> bool:
    """Return whether both are victims of the main event on one known day, or percentages of one period."""
    if Comparison.VAGUE in {one.figure.comparison, other.figure.comparison}:
        return False
    if one.whole and one.whole == other.whole:
        return one.counted == other.counted and one.is_main and other.is_main and one.amount.day is not None
    if one.figure.role in VICTIMS:
        # One arrest is often told by itself: of the first, or of the one that matters.
        is_one_arrest = one.figure.role is Role.DETAINED and 1 in {one.amount.value, other.amount.value}
        return one.is_main and other.is_main and one.amount.day is not None and not is_one_arrest
    return (
        one.figure.role is Role.PERCENT
        and bool(one.period)
        and (one.counted == other.counted or not one.counted or not other.counted)
    )

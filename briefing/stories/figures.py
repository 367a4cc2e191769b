"""Figures as they are laid side by side: what each counts, where, of which day, and whether of the main event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from briefing.model import Analysis, EntityType, Figure, Role, Span, Timex, holding
from briefing.stories.amounts import Amount, measured_in
from briefing.stories.predicates import predicate, whole
from briefing.stories.sources import Sides
from briefing.stories.statements import weighed
from briefing.stories.terms import WORD, stem

VICTIMS: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})
SILENT: Final = frozenset({Role.KILLED, Role.MISSING})
VOTES: Final = frozenset({"votes for", "votes against"})
LEFT_OUT: Final = frozenset({Role.AGE, Role.RANK, Role.OTHER})
ANYBODY: Final = frozenset(
    stem(word)
    for word in (
        "people",
        "person",
        "body",
        "dead",
        "death",
        "victim",
        "other",
        "man",
        "woman",
        "men",
        "women",
        "civilian",
        "toll",
        "life",
    )
)
"""Words for those who were killed or hurt that name no group of them."""
COUNTS: Final = frozenset(map(stem, ("counts", "estimates", "figures", "versions", "accounts", "lists")))
SURVIVOR: Final = stem("survivors")
OPENING: Final = 5
"""Sentences, the headline among them, in which an article tells its own event."""
RECENT: Final = 21
"""Days after which a number in a sentence with an older date is of another event."""
POINTER: Final = re.compile(r"\bthen$")
"""The end of a date that points back to another one, and may point to the wrong one."""
REACH: Final = 40
"""How far behind a figure the place may stand that it is of: "58 times in Iraq"."""
PLACE: Final = re.compile(r"\b(?:in|at|on|across|from) (?:the )?$")
NEXT_DATE: Final = 14
"""How far from a percentage or a measure the date may stand that it is of: "2.4 percent in 2025"."""
COUNTED: Final = re.compile(r" (?:of|in|on|at|for|from|serve|were|had|who|that)\b")
"""What ends the words that are counted."""
AREAS: Final = frozenset({EntityType.GPE, EntityType.LOC})


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what it takes to lay it beside others."""

    side: int
    figure: Figure
    amount: Amount
    words: dict[str, float]
    is_main: bool
    """It is a number of the article's main event."""
    period: str
    """The date beside it."""
    counted: str
    whole: str
    """The number of which it is a part, as it is written."""


def told_figures(on: Sides) -> dict[tuple[str, ...], list[Told]]:
    """Return the figures that can be compared, by what they are of, in the order of the articles."""
    found: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    same: dict[Amount, Amount] = {}
    for side, analysis in enumerate(on.analyses):
        main = _main_figures(analysis)
        around = _Around(analysis)
        for figure in analysis.figures:
            by_verb = predicate(analysis, figure)
            counted, period = counted_words(analysis.article.text, figure), _period(analysis, figure.span)
            if (key := _key(figure, by_verb, counted, period, around)) is not None:
                is_main = figure.id in main or (bool(by_verb) and not _is_of_the_past(analysis, figure.span))
                amount = _amount(analysis, figure, key, _scope(on, analysis, figure, key, around))
                found[key].append(
                    Told(
                        side,
                        figure,
                        same.setdefault(amount, amount),
                        weighed(_sentence(analysis, figure.span)),
                        is_main,
                        period,
                        counted.lower(),
                        whole(analysis, figure),
                    )
                )
    return found


class _Around:
    """What stands around the numbers of an article, laid out once for all of them."""

    def __init__(self, analysis: Analysis) -> None:
        self._figures = sorted(figure.span.start for figure in analysis.figures)
        parts = [one for one in analysis.figures if one.part_of and one.role is Role.COUNT and whole(analysis, one)]
        self.parts = frozenset(one.id for one in parts)
        """Numbers that are told as a part right before the whole: "two of its eight life rafts"."""
        self.wholes = frozenset(one.part_of for one in parts if one.part_of)
        self._speakers = [claim.source.span for claim in analysis.claims if claim.source]
        self._areas = sorted(
            (mention.span.start, number, entity.name)
            for number, entity in enumerate(analysis.entities)
            if entity.type in AREAS
            for mention in entity.mentions
        )

    def speaks(self, figure: Figure) -> bool:
        """Return whether the number is in the name of a source: "three officials said"."""
        return any(span.overlaps(figure.span) for span in self._speakers)

    def place(self, text: str, behind: int) -> str:
        """Return the place that a number is of which ends at `behind`; empty for none."""
        near: list[tuple[int, str]] = []
        for at in range(bisect_left(self._areas, (behind,)), len(self._areas)):
            start, number, name = self._areas[at]
            if start - behind > REACH:
                break
            between_them = text[behind:start]
            if "," not in between_them and PLACE.search(between_them) and not self._has_figure(behind, start):
                near.append((number, name))
        return min(near)[1] if near else ""

    def _has_figure(self, start: int, end: int) -> bool:
        place = bisect_left(self._figures, start)
        return place < len(self._figures) and self._figures[place] < end


def _main_figures(analysis: Analysis) -> frozenset[str]:
    """Return the ids of the numbers of the main event: its own, and victims of other sorts told at the beginning."""
    own = frozenset(analysis.events[0].figures) if analysis.events else frozenset()
    roles = {figure.role for figure in analysis.figures if figure.id in own}
    opening = analysis.sentences[:OPENING][-1].end if analysis.sentences else 0
    early = frozenset(
        figure.id
        for figure in analysis.figures
        if figure.role in VICTIMS - roles and figure.span.end <= opening and not _is_of_the_past(analysis, figure.span)
    )
    return own | early


def _is_of_the_past(analysis: Analysis, span: Span) -> bool:
    sentence = holding(analysis.sentences, span) or span
    day = analysis.article.day
    return day is not None and any(
        found.last is not None
        and (day - found.last).days > RECENT
        and sentence.contains(found.span)
        and not POINTER.search(found.span.of(analysis.article.text))
        for found in analysis.dates
    )


def _key(figure: Figure, by_verb: str, counted: str, period: str, around: _Around) -> tuple[str, ...] | None:
    """Return what the figure is of, the same for the same in every article; None where it is not to be compared."""
    if by_verb and figure.role in {Role.COUNT, Role.OTHER}:
        return (by_verb, "")
    is_part = figure.id in around.parts
    if figure.role in LEFT_OUT or (figure.part_of is not None and not is_part) or _speaks(figure, around):
        return None
    head = stem(words[-1].lower()) if (words := WORD.findall(counted)) else ""
    if head == SURVIVOR:
        return None if is_part else ("survivors", "")
    if figure.role in VICTIMS and head in COUNTS:
        # "Two counts of those who fled" are not two who fled.
        return None
    if figure.role in VICTIMS:
        return (figure.role.value, "" if head in ANYBODY else head)
    # A level is of the hour at which it was read, and two reports seldom give the same hour.
    near = period if figure.role is not Role.MEASURE else ""
    if figure.role is Role.COUNT:
        # "Two of its eight life rafts" are the two of another report; the eight are something else.
        kind = "by" if figure.change_by else "whole" if figure.id in around.wholes else ""
        return ("count", _verb_stem(head), kind) if head and not head.isdigit() else None
    unit = measured_in(Amount(figure.value, unit=figure.unit)) or ""
    what = "" if figure.role is Role.PERCENT else head
    return (figure.role.value, unit, what, near, "by" if figure.change_by else "")


def _speaks(figure: Figure, around: _Around) -> bool:
    """Return whether the number is of those who say something; the dead and the missing do not, whatever was found."""
    return figure.role not in SILENT and around.speaks(figure)


def _verb_stem(head: str) -> str:
    return head.removesuffix("er") if len(head) > 5 else head


def counted_words(text: str, figure: Figure) -> str:
    """Return the words counted up to the first preposition: "members" of "members of the committee"."""
    words = figure.counted.of(text) if figure.counted else ""
    return COUNTED.split(words, maxsplit=1)[0] if words else ""


def _amount(analysis: Analysis, figure: Figure, key: tuple[str, ...], scope: str) -> Amount:
    day = analysis.article.day if key[0] in VICTIMS or key[0] in VOTES or key[0] == "survivors" else None
    return Amount(
        figure.value, figure.high, figure.comparison, figure.unit, scope, day,
        figure.change, bool(figure.change_by), " ".join(figure.span.of(analysis.article.text).lower().split()),
    )  # fmt: skip


def _scope(on: Sides, analysis: Analysis, figure: Figure, key: tuple[str, ...], around: _Around) -> str:
    """Return the place behind the figure, or the nation in what it counts."""
    if figure.counted and figure.role in VICTIMS:
        nations = on.named(analysis, figure.counted, EntityType.GPE, EntityType.NORP)
        if nations:
            return f"#{min(nations)}"
    if key[0] in {"percent", "money"}:
        return ""
    behind = max(figure.span.end, figure.counted.end if figure.counted and _is_near(figure) else 0)
    return around.place(analysis.article.text, behind)


def _is_near(figure: Figure) -> bool:
    return figure.counted is not None and 0 <= figure.counted.start - figure.span.end <= NEXT_DATE


def date_beside(analysis: Analysis, span: Span) -> Timex | None:
    """Return the date close behind a number, which it is of: "2.4 percent in 2025"."""
    near = (found for found in analysis.dates if 0 <= found.span.start - span.end <= NEXT_DATE and found.first)
    return next(near, None)


def _period(analysis: Analysis, span: Span) -> str:
    found = date_beside(analysis, span)
    return found.value if found else ""


def _sentence(analysis: Analysis, span: Span) -> str:
    found = holding(analysis.sentences, span)
    return found.of(analysis.article.text) if found else ""

"""Counts: the figures of several articles aligned by what they count, with their relation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.model import Analysis, Comparison, EntityType, Figure, Role, Span
from briefing.stories import story
from briefing.stories.amounts import Amount, measured_in, told
from briefing.stories.relations import Verdict, between, of_sum
from briefing.stories.sources import Sides, origins, value
from briefing.stories.statements import weighed
from briefing.stories.story import Relation
from briefing.stories.terms import WORD, stem

VICTIMS: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})
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
OPENING: Final = 5
"""Sentences, the headline among them, in which an article tells its own event."""
RECENT: Final = 21
"""Days after which a number in a sentence with an older date is of another event."""
REACH: Final = 40
"""How far behind a figure the place may stand that it is of: "58 times in Iraq"."""
PLACE: Final = re.compile(r"\b(?:in|at|on|across|from) (?:the )?$")
NEXT_DATE: Final = 14
"""How far from a percentage or a measure the date may stand that it is of: "2.4 percent in 2025"."""
SAME_MATTER: Final = 0.3
"""The share of common words in the sentences of two plain numbers, below which they are not the same thing's."""
WEIGHT: Final = {
    Relation.CONFLICT: 4,
    Relation.ADDS: 3,
    Relation.COMPATIBLE: 2,
    Relation.SAME: 1,
    Relation.ONLY: 0,
}


@dataclass(frozen=True, slots=True)
class _Told:
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


def count_lines(on: Sides) -> Iterator[story.Comparison]:
    """Yield a line for each thing that is counted or measured, what is told by one article alone included."""
    found: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for side, analysis in enumerate(on.analyses):
        main = _main_figures(analysis)
        for figure in analysis.figures:
            is_main = figure.id in main
            if (key := _key(analysis, figure)) is not None:
                found[key].append(
                    _Told(
                        side,
                        figure,
                        _amount(on, analysis, figure, key),
                        weighed(_sentence(analysis, figure.span)),
                        is_main,
                        _date_beside(analysis, figure.span),
                        _counted(analysis.article.text, figure).lower(),
                    )
                )
    for key, figures in found.items():
        for together in _matters(key, figures):
            # What one report alone calls "several" tells nothing beside the others.
            if any(one.amount.value is not None for one in together) or len({one.side for one in together}) > 1:
                yield _line(key, together, on)


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
    sentence = next((one for one in analysis.sentences if one.contains(span)), span)
    day = analysis.article.day
    return day is not None and any(
        found.last is not None and (day - found.last).days > RECENT and sentence.contains(found.span)
        for found in analysis.dates
    )


def _key(analysis: Analysis, figure: Figure) -> tuple[str, ...] | None:
    """Return what the figure is of, the same for the same in every article; None where it is not to be compared."""
    text = analysis.article.text
    if figure.role in LEFT_OUT or figure.part_of is not None or _counts_speakers(analysis, figure):
        return None
    head = stem(words[-1].lower()) if (words := WORD.findall(_counted(text, figure))) else ""
    if figure.role in VICTIMS:
        return (figure.role.value, "" if head in ANYBODY else head)
    near = _date_beside(analysis, figure.span)
    if figure.role is Role.COUNT:
        return ("count", _verb_stem(head), "by" if figure.change_by else "") if head and not head.isdigit() else None
    unit = measured_in(Amount(figure.value, unit=figure.unit)) or ""
    what = "" if figure.role is Role.PERCENT else head
    return (figure.role.value, unit, what, near, "by" if figure.change_by else "")


def _verb_stem(head: str) -> str:
    return head.removesuffix("er") if len(head) > 5 else head


def _counted(text: str, figure: Figure) -> str:
    """Return the words counted up to the first preposition: "members" of "members of the committee"."""
    words = figure.counted.of(text) if figure.counted else ""
    return re.split(r" (?:of|in|on|at|for|from|serve|were|had|who|that)\b", words, maxsplit=1)[0]


def _counts_speakers(analysis: Analysis, figure: Figure) -> bool:
    return any(claim.source and claim.source.span.overlaps(figure.span) for claim in analysis.claims)


def _amount(on: Sides, analysis: Analysis, figure: Figure, key: tuple[str, ...]) -> Amount:
    day = analysis.article.day if figure.role in VICTIMS else None
    return Amount(
        figure.value, figure.high, figure.comparison, figure.unit, _scope(on, analysis, figure, key), day,
        figure.change, bool(figure.change_by), " ".join(figure.span.of(analysis.article.text).lower().split()),
    )  # fmt: skip


def _scope(on: Sides, analysis: Analysis, figure: Figure, key: tuple[str, ...]) -> str:
    """Return the place behind the figure, or the nation in what it counts."""
    text = analysis.article.text
    if figure.counted and figure.role in VICTIMS:
        nations = on.named(analysis, figure.counted, EntityType.GPE, EntityType.NORP)
        if nations:
            return f"#{min(nations)}"
    behind = max(figure.span.end, figure.counted.end if figure.counted and _is_near(figure) else 0)
    for entity in analysis.entities:
        if entity.type not in {EntityType.GPE, EntityType.LOC} or key[0] in {"percent", "money"}:
            continue
        for mention in entity.mentions:
            between_them = text[behind : mention.span.start]
            is_near = 0 <= mention.span.start - behind <= REACH and "," not in between_them
            if is_near and PLACE.search(between_them) and not _has_figure(analysis, behind, mention.span.start):
                return entity.name
    return ""


def _has_figure(analysis: Analysis, start: int, end: int) -> bool:
    return any(start <= figure.span.start < end for figure in analysis.figures)


def _is_near(figure: Figure) -> bool:
    return figure.counted is not None and 0 <= figure.counted.start - figure.span.end <= NEXT_DATE


def _date_beside(analysis: Analysis, span: Span) -> str:
    near = (found for found in analysis.dates if 0 <= found.span.start - span.end <= NEXT_DATE and found.first)
    return next((found.value for found in near), "")


def _sentence(analysis: Analysis, span: Span) -> str:
    return next((one.of(analysis.article.text) for one in analysis.sentences if one.contains(span)), "")


def _matters(key: tuple[str, ...], figures: Sequence[_Told]) -> list[list[_Told]]:
    """Return the figures in sets that are of the same thing: the main event's victims, and what is alike in its words."""
    main = _of_main_event(figures) if key[0] in VICTIMS else []
    sets: list[list[_Told]] = []
    for one in figures:
        if any(one.side == held.side and _says_the_same(one, held) for held in main):
            continue
        for held in sets:
            if any(_are_one_matter(one, other) for other in held):
                held.append(one)
                break
        else:
            sets.append([one])
    return [main, *sets] if main else sets


def _of_main_event(figures: Sequence[_Told]) -> list[_Told]:
    """Return each article's first number of its main event, the looser of two that say the same; no changes by."""
    chosen: dict[int, _Told] = {}
    for one in figures:
        if one.amount.change_by or not one.is_main:
            continue
        held = chosen.setdefault(one.side, one)
        is_looser = one.amount.value == held.amount.value and held.figure.comparison is Comparison.EQUAL
        if held.amount.value is None or is_looser:
            chosen[one.side] = one
    return list(chosen.values())


def _are_one_matter(one: _Told, other: _Told) -> bool:
    if one.side == other.side:
        return bool(one.amount.scope and other.amount.scope)
    shared = sum(weight for term, weight in one.words.items() if term in other.words)
    total = sum(one.words.values()) + sum(other.words.values())
    if one.amount.value is None or other.amount.value is None:
        return bool(total) and 2 * shared / total >= SAME_MATTER
    relation = between(one.amount, other.amount).relation
    agree = relation in {Relation.SAME, Relation.COMPATIBLE}
    are_near = relation is Relation.SAME or (
        agree and {one.figure.comparison, other.figure.comparison} <= {Comparison.EQUAL, Comparison.ABOUT}
    )
    # Two numbers that differ need a word or a date that both are of; "7.91 metres" and "7.9 metres" do not.
    if not agree and not (one.counted and other.counted) and not (one.period and other.period):
        return False
    return bool(total) and 2 * shared / total >= (SAME_MATTER / 3 if are_near else SAME_MATTER)


def _line(key: tuple[str, ...], figures: Sequence[_Told], on: Sides) -> story.Comparison:
    by_side: dict[int, list[_Told]] = defaultdict(list)
    for one in figures:
        if not any(_says_the_same(one, held) for held in by_side[one.side]):
            by_side[one.side].append(one)
    chosen = [one for side in sorted(by_side) for one in by_side[side]]
    values = tuple(value(on.analyses[one.side], one.figure.span, ref=one.figure.id) for one in chosen)
    slot = _slot(key, chosen, on)
    if len(by_side) == 1:
        return story.Comparison(slot, Relation.ONLY, values, "no other report gives it", 1)
    verdicts = [
        verdict
        for side, here in by_side.items()
        for other, there in by_side.items()
        if side < other
        if (verdict := _of_two(here, there)).relation is not None
    ]
    if not verdicts:
        return story.Comparison(
            slot, Relation.COMPATIBLE, values, "the numbers are of different things", origins(values, on)
        )
    telling = max(verdicts, key=lambda verdict: WEIGHT[verdict.relation or Relation.ONLY])
    return story.Comparison(slot, telling.relation or Relation.COMPATIBLE, values, telling.why, origins(values, on))


def _of_two(here: Sequence[_Told], there: Sequence[_Told]) -> Verdict:
    """Return how the numbers of two articles stand: one to one, as a sum, or the closest of several."""
    if len(here) == len(there) == 1:
        return _careful(here[0], there[0], between(here[0].amount, there[0].amount))
    for whole, parts in ((here, there), (there, here)):
        if len(whole) == 1 and len(parts) > 1 and all(part.amount.scope for part in parts):
            summed = of_sum(whole[0].amount, [part.amount for part in parts])
            if summed.relation in {Relation.SAME, Relation.COMPATIBLE}:
                return Verdict(Relation.COMPATIBLE, summed.why)
    verdicts = [between(one.amount, other.amount) for one in here for other in there]
    known = [verdict for verdict in verdicts if verdict.relation not in {None, Relation.CONFLICT}]
    if not known:
        return Verdict(Relation.COMPATIBLE, "one report gives several numbers")
    return min(known, key=lambda verdict: WEIGHT[verdict.relation or Relation.ONLY])


def _careful(one: _Told, other: _Told, verdict: Verdict) -> Verdict:
    """Return the verdict, a conflict only where both numbers are clearly of the same thing at the same time."""
    if verdict.relation is not Relation.CONFLICT or _are_clearly_one(one, other):
        return verdict
    return Verdict(Relation.COMPATIBLE, f"{told(one.amount)} and {told(other.amount)}: not clearly of the same thing")


def _are_clearly_one(one: _Told, other: _Told) -> bool:
    """Return whether both are victims of the main event on one known day, or percentages of one period."""
    if Comparison.VAGUE in {one.figure.comparison, other.figure.comparison}:
        return False
    if one.figure.role in VICTIMS:
        return one.is_main and other.is_main and one.amount.day is not None
    return (
        one.figure.role is Role.PERCENT
        and bool(one.period)
        and (one.counted == other.counted or not one.counted or not other.counted)
    )


def _says_the_same(one: _Told, held: _Told) -> bool:
    return one.amount.value == held.amount.value and one.amount.scope == held.amount.scope


def _slot(key: tuple[str, ...], chosen: Sequence[_Told], on: Sides) -> str:
    words = [_counted(on.analyses[one.side].article.text, one.figure).strip() for one in chosen]
    counted = min((word for word in words if word), key=len, default="")
    if key[0] in VICTIMS:
        return f"{key[0]}: {counted}" if key[1] else key[0]
    return f"{key[0]}: {counted}" if counted else key[0]

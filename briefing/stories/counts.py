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
    {"people", "person", "bodi", "body", "dead", "victim", "other", "man", "woman", "men", "women", "civilian", "toll"}
)
"""Words for those who were killed or hurt that name no group of them; stems."""
SPOKEN: Final = 2
"""Numbers this small beside who speaks count the speakers: "two officials said"."""
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


def count_lines(on: Sides) -> Iterator[story.Comparison]:
    """Yield a line for each thing that is counted or measured, what is told by one article alone included."""
    found: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for side, analysis in enumerate(on.analyses):
        for figure in analysis.figures:
            if (key := _key(analysis, figure)) is not None:
                found[key].append(
                    _Told(side, figure, _amount(on, analysis, figure, key), weighed(_sentence(analysis, figure.span)))
                )
    for key, figures in found.items():
        for together in _matters(key, figures):
            # What one report alone calls "several" tells nothing beside the others.
            if any(one.amount.value is not None for one in together) or len({one.side for one in together}) > 1:
                yield _line(key, together, on)


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
    return (figure.role.value, unit, head, near, "by" if figure.change_by else "")


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
    """Return the figures in sets that are of the same thing: victims all, other numbers where their sentences are alike."""
    if key[0] in {role.value for role in VICTIMS}:
        return [list(figures)]
    sets: list[list[_Told]] = []
    for one in figures:
        for held in sets:
            if any(_are_one_matter(one, other) for other in held):
                held.append(one)
                break
        else:
            sets.append([one])
    return sets


def _are_one_matter(one: _Told, other: _Told) -> bool:
    if one.side == other.side:
        return bool(one.amount.scope and other.amount.scope)
    shared = sum(weight for term, weight in one.words.items() if term in other.words)
    total = sum(one.words.values()) + sum(other.words.values())
    enough = SAME_MATTER if one.amount.value != other.amount.value or one.amount.value is None else SAME_MATTER / 3
    return bool(total) and 2 * shared / total >= enough


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
    """Return the verdict, a conflict only where both numbers are exact and clearly of the same thing."""
    if verdict.relation is not Relation.CONFLICT:
        return verdict
    figures = (one.figure, other.figure)
    is_victims = all(figure.role in VICTIMS for figure in figures)
    has_date = all(figure.role is Role.PERCENT for figure in figures)
    vague = any(figure.comparison is Comparison.VAGUE for figure in figures)
    if vague or not (is_victims or has_date):
        return Verdict(
            Relation.COMPATIBLE, f"{told(one.amount)} and {told(other.amount)}: not clearly of the same thing"
        )
    return verdict


def _says_the_same(one: _Told, held: _Told) -> bool:
    return one.amount.value == held.amount.value and one.amount.scope == held.amount.scope


def _slot(key: tuple[str, ...], chosen: Sequence[_Told], on: Sides) -> str:
    words = [_counted(on.analyses[one.side].article.text, one.figure).strip() for one in chosen]
    counted = min((word for word in words if word), key=len, default="")
    if key[0] in {role.value for role in VICTIMS}:
        return f"{key[0]}: {counted}" if key[1] else key[0]
    return f"{key[0]}: {counted}" if counted else key[0]

"""Counts: the figures of several articles aligned by what they count, with their relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from briefing.model import Comparison, Role
from briefing.stories import story
from briefing.stories.amounts import is_rounding
from briefing.stories.conflicts import Against
from briefing.stories.figures import VICTIMS, VOTES, Told, told_figures
from briefing.stories.relations import Verdict, between, of_sum
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Relation
from briefing.stories.terms import stem
from briefing.stories.wording import slot_of, steps

TELLING: Final = 100
"""A number from which two reports that give it of the same noun hardly speak of two things."""
SAME_MATTER: Final = 0.3
"""The share of common words in the sentences of two plain numbers, below which they are not the same thing's."""
WIDER: Final = {stem(word): word for word in ("coalition", "allied", "allies", "partners", "civilians", "contractors")}
"""Words for others who are counted too."""
WEIGHT: Final = {
    Relation.CONFLICT: 4,
    Relation.ADDS: 3,
    Relation.COMPATIBLE: 2,
    Relation.SAME: 1,
    Relation.ONLY: 0,
}


def count_lines(on: Sides) -> Iterator[story.Comparison]:
    """Yield a line for each thing that is counted or measured, what is told by one article alone included."""
    everything = told_figures(on)
    matters = [(key, together) for key, figures in everything.items() for together in _matters(key, figures)]
    against = Against(on, everything.values())
    for key, together in ((key, part) for key, both in _with_other_nouns(matters) for part in _parted(both)):
        # What one report alone calls "several" tells nothing beside the others.
        is_told_by_several = len({one.side for one in together}) > 1
        if is_told_by_several or any(one.amount.value is not None and not _is_article(one) for one in together):
            yield _line(key, together, on, against)


def _parted(together: list[Told]) -> list[list[Told]]:
    """Return a set without what one report alone gives of another place: of 2,500 in Iraq and 900 in Syria the 900."""
    scopes = {one.amount.scope for one in together if one.amount.scope}
    if len(scopes) < 2 or len({one.side for one in together}) < 2:
        return [together]
    alone = [one for one in together if one.amount.scope and not any(_may_be_of_one(one, other) for other in together)]
    kept = [one for one in together if one not in alone]
    agree = any(
        one.side < other.side and between(one.amount, other.amount).relation is Relation.SAME
        for one in kept
        for other in kept
    )
    return [kept, alone] if alone and agree else [together]


def _may_be_of_one(one: Told, other: Told) -> bool:
    """Return whether another report gives the number of the same place, or of no place that it names."""
    return one.side != other.side and (other.amount.scope == one.amount.scope or not other.amount.scope)


def _is_article(one: Told) -> bool:
    """Return whether a number is little more than "a": "one cannery"."""
    return one.amount.value == 1 and one.figure.role is Role.COUNT


def _with_other_nouns(
    matters: Sequence[tuple[tuple[str, ...], list[Told]]],
) -> list[tuple[tuple[str, ...], list[Told]]]:
    """Return the matters, those of one article joined that give one number of one place in other nouns: 2,500 troops."""
    kept: list[tuple[tuple[str, ...], list[Told]]] = []
    for key, figures in matters:
        sides = {one.side for one in figures}
        held = next(
            (
                there
                for other, there in kept
                if other[0] == key[0] == "count"
                and other != key
                and sides.isdisjoint(one.side for one in there)
                and any(_are_one_number(one, two) for one in figures for two in there)
            ),
            None,
        )
        if held is None:
            kept.append((key, figures))
        else:
            held += [one for one in figures if any(_are_one_number(one, two) for two in held)]
    return kept


def _are_one_number(one: Told, other: Told) -> bool:
    """Return whether both give one large number for one place."""
    return (
        _is_telling(one, other)
        and one.amount.value == other.amount.value
        and bool(one.amount.scope)
        and one.amount.scope == other.amount.scope
    )


def _is_telling(one: Told, other: Told) -> bool:
    """Return whether the two numbers are so alike, and so much of their own, that they are hardly of two things."""
    if one.figure.role is Role.PERCENT or one.amount.value is None or other.amount.value is None:
        return False
    values = (one.amount.value, other.amount.value)
    if min(values) < TELLING and (
        one.amount.unit is None or any(value == value.to_integral_value() for value in values)
    ):
        return False
    if values[0] != values[1]:
        return is_rounding(one.amount, other.amount)
    return between(one.amount, other.amount).relation is Relation.SAME


def _matters(key: tuple[str, ...], figures: Sequence[Told]) -> list[list[Told]]:
    """Return the figures in sets that are of the same thing: the main event's victims, and what is alike in its words."""
    main = _of_main_event(figures) if key[0] in VICTIMS or key[0] in VOTES else []
    sets: list[list[Told]] = []
    for one in figures:
        if any(one.side == held.side and _says_the_same(one, held) for held in main):
            continue
        fitting = [held for held in sets if any(_are_one_matter(one, other) for other in held)]
        telling = [
            held for held in fitting if any(one.side != other.side and _is_telling(one, other) for other in held)
        ]
        if fitting:
            (telling or fitting)[0].append(one)
        else:
            sets.append([one])
    return [main, *sets] if main else sets


def _of_main_event(figures: Sequence[Told]) -> list[Told]:
    """Return each article's first number of its main event, the looser of two that say the same; no changes by."""
    chosen: dict[int, Told] = {}
    for one in figures:
        if one.amount.change_by or not one.is_main:
            continue
        held = chosen.setdefault(one.side, one)
        is_looser = one.amount.value == held.amount.value and held.figure.comparison is Comparison.EQUAL
        if held.amount.value is None or is_looser:
            chosen[one.side] = one
    return list(chosen.values())


def _are_one_matter(one: Told, other: Told) -> bool:
    if one.side == other.side:
        return bool(one.amount.scope and other.amount.scope)
    if _is_telling(one, other):
        return True
    if one.amount.value is None or other.amount.value is None:
        return _shares(one, other, SAME_MATTER)
    relation = between(one.amount, other.amount).relation
    agree = relation in {Relation.SAME, Relation.COMPATIBLE}
    are_near = relation is Relation.SAME or (
        agree and {one.figure.comparison, other.figure.comparison} <= {Comparison.EQUAL, Comparison.ABOUT}
    )
    # Two numbers that differ need a word or a date that both are of; "7.91 metres" and "7.9 metres" do not.
    if not agree and not (one.counted and other.counted) and not (one.period and one.period == other.period):
        return False
    return _shares(one, other, SAME_MATTER / 3 if are_near else SAME_MATTER)


def _shares(one: Told, other: Told, least: float) -> bool:
    """Return whether at least that share of their sentences' words is common to both."""
    shared = sum([weight for term, weight in one.words.items() if term in other.words])
    total = sum(one.words.values()) + sum(other.words.values())
    return bool(total) and 2 * shared / total >= least


def _line(key: tuple[str, ...], figures: Sequence[Told], on: Sides, against: Against) -> story.Comparison:
    by_side: dict[int, list[Told]] = defaultdict(list)
    for one in figures:
        if not any(_says_the_same(one, held) for held in by_side[one.side]):
            by_side[one.side].append(one)
    chosen = [one for side in sorted(by_side) for one in by_side[side]]
    values = tuple(value(on.analyses[one.side], one.figure.span, ref=one.figure.id) for one in chosen)
    slot = slot_of(key, chosen, on)
    if len(by_side) == 1:
        return story.Comparison(slot, Relation.ONLY, values, "no other report gives it", 1)
    telling: Verdict | None = None
    known: set[tuple[int, int]] = set()
    for here, there in (
        (here, there) for side, here in by_side.items() for other, there in by_side.items() if side < other
    ):
        if len(here) == len(there) == 1:
            # The same two numbers stand to each other as before, unless it may be a conflict: that asks for more.
            pair = (id(here[0].amount), id(there[0].amount))
            if pair in known:
                continue
            if between(here[0].amount, there[0].amount).relation is not Relation.CONFLICT:
                known.add(pair)
        verdict = _of_two(here, there, against)
        if verdict.relation is not None and (telling is None or _weight(verdict) > _weight(telling)):
            telling = verdict
            if telling.relation is Relation.CONFLICT:
                break
    if telling is None:
        is_vague = all(one.amount.value is None for one in chosen)
        why = "none gives a number" if is_vague else "the numbers are of different things"
        return story.Comparison(slot, Relation.COMPATIBLE, values, why, origins(values, on))
    why = telling.why
    if telling.relation is Relation.ADDS:
        why = steps([here[0] for here in by_side.values()]) or why
    return story.Comparison(slot, telling.relation or Relation.COMPATIBLE, values, why, origins(values, on))


def _weight(verdict: Verdict) -> int:
    return WEIGHT[verdict.relation or Relation.ONLY]


def _of_two(here: Sequence[Told], there: Sequence[Told], against: Against) -> Verdict:
    """Return how the numbers of two articles stand: one to one, as a sum, or the closest of several."""
    if len(here) == len(there) == 1:
        return against.weighed(here[0], there[0], between(here[0].amount, there[0].amount))
    for whole, parts in ((here, there), (there, here)):
        if len(whole) == 1 and len(parts) > 1 and all(part.amount.scope for part in parts):
            summed = of_sum(whole[0].amount, [part.amount for part in parts])
            if summed.relation in {Relation.SAME, Relation.COMPATIBLE}:
                return Verdict(Relation.COMPATIBLE, summed.why + _scope(whole[0], parts))
    verdicts = [between(one.amount, other.amount) for one in here for other in there]
    known = [verdict for verdict in verdicts if verdict.relation not in {None, Relation.CONFLICT}]
    if not known:
        return Verdict(Relation.COMPATIBLE, "one report gives several numbers")
    return min(known, key=_weight)


def _scope(whole: Told, parts: Sequence[Told]) -> str:
    """Return whom the number of one report takes in beside those of the other: "; scope differs: coalition"."""
    wider = [word for term, word in WIDER.items() if (term in whole.words) != any(term in part.words for part in parts)]
    return f"; scope differs: {', '.join(wider)}" if wider else ""


def _says_the_same(one: Told, held: Told) -> bool:
    return one.amount.value == held.amount.value and one.amount.scope == held.amount.scope

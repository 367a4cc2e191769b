"""Derived numbers: one report gives two, another their sum: "7.91 metres, 11 centimetres below the record" of 8.02."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from briefing.model import Analysis, Comparison, Figure, Role, Span
from briefing.stories import story
from briefing.stories.amounts import Amount, is_rounding, measured_in, plain, told
from briefing.stories.sources import Sides, origins, value
from briefing.stories.story import Relation

REFERENCE: Final = re.compile(
    r" (?:(?P<more>below|short of|lower than|under|less than)|(?P<less>above|higher than|over|more than)) "
    r"(?:the |its |a |an )?(?:(?:previous|old|all-time|official|long-term|earlier) )?"
    r"(?P<what>record|peak|high|low|target|average|limit|forecast|estimate|mark)\b(?: of (?P<year>(?:19|20)\d\d))?"
)
"""What a difference is from: the reference lies higher where the number stands below it."""
NAMED: Final = 40
"""Characters before a number in which its report calls it so: "the record, 8.02 metres"."""
MEASURED: Final = frozenset((Role.MEASURE, Role.PERCENT, Role.MONEY))


@dataclass(frozen=True, slots=True)
class _Reckoned:
    side: int
    level: Figure
    difference: Figure
    what: str
    year: str
    amount: Amount


def derived_lines(on: Sides) -> Iterator[story.Comparison]:
    """Yield a line for each number that another report's two make up; nothing where they do not come out the same.

    A difference that does not come out may be from another record: it is no conflict.
    """
    for reckoned in [one for side, analysis in enumerate(on.analyses) for one in _reckoned(side, analysis)]:
        for side, analysis in enumerate(on.analyses):
            if side == reckoned.side:
                continue
            for figure in analysis.figures:
                if _is_same(analysis, figure, reckoned):
                    yield _line(on, side, figure, reckoned)
                    break


def _reckoned(side: int, analysis: Analysis) -> Iterator[_Reckoned]:
    text = analysis.article.text
    for difference in analysis.figures:
        if difference.role not in MEASURED or (found := REFERENCE.match(text, difference.span.end)) is None:
            continue
        sentence = _sentence(analysis, difference.span)
        level = next(
            (
                one
                for one in reversed(analysis.figures)
                if one.role in MEASURED and sentence.start <= one.span.start < difference.span.start
            ),
            None,
        )
        if level is None or (amount := _sum(level, difference, is_more=bool(found["more"]))) is None:
            continue
        yield _Reckoned(side, level, difference, found["what"], found["year"] or "", amount)


def _sum(level: Figure, difference: Figure, *, is_more: bool) -> Amount | None:
    """Return the level with the difference added, or taken off; None where the two cannot be added exactly."""
    here, there = _amount(level), _amount(difference)
    is_exact = level.comparison is difference.comparison is Comparison.EQUAL
    is_share = level.unit == "percent" and measured_in(there) == "percentage point"
    if not is_exact or not (is_share or measured_in(here) == measured_in(there)):
        return None
    one, other = plain(here), plain(there)
    if one is None or other is None or level.high is not None or difference.high is not None:
        return None
    unit = "percent" if is_share else measured_in(here)
    return Amount(one + other if is_more else one - other, unit=unit)


def _is_same(analysis: Analysis, figure: Figure, reckoned: _Reckoned) -> bool:
    """Return whether a figure is called what the difference is from, of its year, and comes out the same."""
    if figure.role is not reckoned.level.role or figure.value is None:
        return False
    text, sentence = analysis.article.text, _sentence(analysis, figure.span)
    before = text[max(sentence.start, figure.span.start - NAMED) : figure.span.start]
    if re.search(rf"\b{reckoned.what}\b", before) is None:
        return False
    if reckoned.year and reckoned.year not in sentence.of(text):
        return False
    amount = _amount(figure)
    base = Amount(plain(amount), unit=measured_in(amount))
    return base.unit == reckoned.amount.unit and (
        base.value == reckoned.amount.value or is_rounding(base, reckoned.amount)
    )


def _line(on: Sides, side: int, figure: Figure, reckoned: _Reckoned) -> story.Comparison:
    shown = [
        (side, value(on.analyses[side], figure.span, ref=figure.id)),
        *(
            (reckoned.side, value(on.analyses[reckoned.side], one.span, ref=one.id))
            for one in (reckoned.level, reckoned.difference)
        ),
    ]
    values = tuple(one for _, one in sorted(shown, key=lambda pair: pair[0]))
    first, second = _amount(reckoned.level), _amount(reckoned.difference)
    is_added = (reckoned.amount.value or 0) > (plain(first) or 0)
    whole = told(replace(_amount(figure), comparison=Comparison.EQUAL))
    why = f"{told(first)} {'+' if is_added else '-'} {told(second)} = {whole}"
    of = f" of {reckoned.year}" if reckoned.year else ""
    return story.Comparison(
        f"{figure.role.value}: {reckoned.what}{of}", Relation.SAME, values, why, origins(values, on)
    )


def _amount(figure: Figure) -> Amount:
    return Amount(figure.value, figure.high, figure.comparison, figure.unit)


def _sentence(analysis: Analysis, span: Span) -> Span:
    place = bisect_right(analysis.sentences, span.start, key=lambda one: one.start) - 1
    return analysis.sentences[place] if place >= 0 else span

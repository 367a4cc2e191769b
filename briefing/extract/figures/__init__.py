"""Figures: numbers with what they count or measure, how they compare, and which way they moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.extract.figures.assembly import readings
from briefing.extract.figures.reading import Reading
from briefing.extract.figures.tokens import Tokens, tokenised
from briefing.model import Analysis, Comparison, Figure, Span, Timex, TimexType

__all__ = ["recognise"]


def recognise(found: Analysis) -> Analysis:
    """Return `found` with its figures; dates and times of day among its dates are none, durations are."""
    article = found.article
    tokens = tokenised(article.text, found.sentences)
    kept = readings(tokens, calendar=_calendar(found.dates), headline_end=article.headline_end or 0)
    return replace(found, figures=_figures(tokens, kept))


def _calendar(dates: Sequence[Timex]) -> tuple[Span, ...]:
    return tuple(date.span for date in dates if date.type in {TimexType.DATE, TimexType.TIME})


def _figures(tokens: Tokens, kept: Sequence[Reading]) -> tuple[Figure, ...]:
    ids = {id(reading): f"f{number}" for number, reading in enumerate(kept, start=1)}
    return tuple(_figure(tokens, reading, ids) for reading in kept)


def _figure(tokens: Tokens, reading: Reading, ids: dict[int, str]) -> Figure:
    return Figure(
        ids[id(reading)],
        tokens.span(reading.outer_first, reading.outer_last),
        _plain(reading.value),
        high=_plain(reading.high),
        comparison=Comparison.VAGUE if reading.vague else reading.comparison,
        unit=reading.unit.name,
        counted=tokens.span(*reading.counted) if reading.counted is not None else None,
        role=reading.role,
        change=reading.change.direction,
        change_by=reading.change.by,
        part_of=ids.get(id(reading.whole)) if reading.whole is not None else None,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """Return a value without decimals that say nothing: 2500000, not 2500000.0."""
    return value.quantize(Decimal(1)) if value is not None and value == value.to_integral_value() else value

"""How much of an article is compared: all of any report, and the beginning of a text made to be endless."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from briefing.model import Analysis, Claim, Figure, Quote, Timex

MOST: Final = 300
"""Dates, figures, quotations and claims of an article that are compared, of each kind: a page of a newspaper has 30.
Comparing costs the square of it."""

_Kind = TypeVar("_Kind", Timex, Figure, Quote, Claim)


def bounded(found: Analysis) -> Analysis:
    """Return the analysis with the first of each kind, and with those that events and key facts rest on.

    The same object where nothing is too much.
    """
    kinds = (found.dates, found.figures, found.quotes, found.claims)
    if max(map(len, kinds)) <= MOST:
        return found
    events = found.events[:MOST]
    needed = {name for fact in found.key_facts for name in fact.refs}
    needed |= {name for event in events for name in (*event.figures, event.when or "")}
    needed |= {figure.part_of for figure in found.figures if figure.part_of and figure.id in needed}
    figures = _first(found.figures, needed)
    needed |= {figure.part_of for figure in figures if figure.part_of}
    return replace(
        found,
        dates=_first(found.dates, needed),
        figures=_first(found.figures, needed),
        quotes=_first(found.quotes, needed),
        claims=_first(found.claims, needed),
        events=events,
    )


def _first(items: Sequence[_Kind], needed: set[str]) -> tuple[_Kind, ...]:
    return tuple(item for number, item in enumerate(items) if number < MOST or item.id in needed)

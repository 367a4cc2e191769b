"""All dates of a text, found and resolved in its order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from briefing.extract.dates import (
    ancient,
    clock,
    explicit,
    holidays,
    lengths,
    partial,
    quarters,
    relative,
    repeats,
    seasons,
    vague,
)
from briefing.extract.dates.chronology import chronology
from briefing.extract.dates.context import Context
from briefing.extract.dates.days import covered
from briefing.extract.dates.found import Found
from briefing.extract.dates.grammar import Fits, Grammar
from briefing.extract.dates.lexicon import ANYHOW, OTHER, codes_of
from briefing.extract.dates.manner import is_narrative
from briefing.extract.dates.readings import Reading
from briefing.extract.dates.tokens import Tokens, tokenised
from briefing.model import Span, Timex, TimexType

FAMILIES: Final = (ancient, explicit, partial, clock, quarters, relative, seasons, holidays, repeats, lengths, vague)
"""The rules, in the order in which equally long fits are tried."""

_BOUNDING: Final = {"since": "since", "until": "until", "till": "until", "before": "before", "after": "after"}
_GLUE: Final = codes_of(
    "THE OF IN ON BY FOR FROM AND OR COMMA DOT HYPHEN DASH SLASH OPEN CLOSE POSSESSIVE APOSTROPHE TO AT AS UP A THAT SINCE "
    "DURING BETWEEN"
)
"""Words that only join others: a stretch of nothing else tells no time."""
_TRAILING: Final = codes_of("COMMA HYPHEN OPEN")
"""What a date does not end with."""
_ENDS: Final = frozenset(ANYHOW["END"])
_STARTS: Final = frozenset(ANYHOW["START"])
_LATEST_DATELINE: Final = 400
_LONGEST_REST: Final = 80
_NEAR_DAYS: Final = 31
"""How far into a text a dateline may stand, how much of its line behind it is looked at, how far from publication it is."""
_STRETCH: Final = re.compile(f"(?<![^{OTHER}])[{_GLUE}]*+[^{_GLUE}{OTHER}][^{OTHER}]*+")
"""A stretch of words that dates are made of, one of which tells something."""


@cache
def _grammar() -> Grammar:
    return Grammar(rule for family in FAMILIES for rule in family.RULES)


def dates(text: str, *, published: date | None) -> tuple[Timex, ...]:
    """Return the expressions of time in `text`, in order; none overlaps another.

    Relative ones count from `published`, or from the date in focus where the text tells a history.
    """
    tokens = tokenised(text)
    context = Context(published, chronology=chronology(tokens) if is_narrative(tokens, published) else None)
    grammar = _grammar()
    found: list[Timex] = []
    for stretch in _STRETCH.finditer(tokens.codes):
        number, stop = stretch.span()
        while number < stop:
            fits = grammar.fits(tokens.codes[number : min(stop, number + grammar.longest)])
            read = _read(fits, tokens, number, context) if fits else None
            if read is None:
                number += 1
                continue
            fit, readings = read
            for reading in readings:
                found.append(_timex(len(found) + 1, tokens, fit, reading))
                context = context.after(reading, (fit.last if reading.last_word is None else reading.last_word) + 1)
                context = _with_dateline(context, tokens, found[-1])
            last = readings[-1].last_word
            number = (fit.last if last is None else last) + 1
    return tuple(found)


def _read(fits: Fits, tokens: Tokens, number: int, context: Context) -> tuple[Found, tuple[Reading, ...]] | None:
    for match, means in fits:
        fit = Found(tokens, number, match, context)
        told = means(fit)
        if told is not None:
            return fit, told if isinstance(told, tuple) else (told,)
    return None


def _timex(number: int, tokens: Tokens, fit: Found, reading: Reading) -> Timex:
    first = fit.first if reading.first_word is None else reading.first_word
    last = fit.last if reading.last_word is None else reading.last_word
    while last > first and tokens.codes[last] in _TRAILING:
        last -= 1
    days = _days(fit, reading)
    bound = _BOUNDING.get(tokens.words[first - 1].lower()) if first else None
    return Timex(
        id=f"t{number}",
        span=Span(tokens.starts[first], tokens.end(last)),
        type=reading.type,
        value=reading.value,
        first=days[0] if days else None,
        last=days[1] if days else None,
        modifier=reading.modifier or bound,
    )


def _days(fit: Found, reading: Reading) -> tuple[date, date] | None:
    """Return the days that a reading covers: "the end of May" is its last day, "late May" all of it."""
    if reading.days or reading.type not in {TimexType.DATE, TimexType.TIME}:
        return reading.days
    days, edge = covered(reading.value), fit.words("e").split() if reading.first_word is None else []
    if days and edge[-1:] == ["of"] and not _ENDS.isdisjoint(edge):
        return days[1], days[1]
    if days and edge[-1:] == ["of"] and not _STARTS.isdisjoint(edge):
        return days[0], days[0]
    return days


def _with_dateline(context: Context, tokens: Tokens, timex: Timex) -> Context:
    """Return the context counting from a dateline: a full date that is a paragraph of its own near the text's begin.

    Without its weekday it is one only near the day of publication; else it heads what it tells of.
    """
    start, end = timex.span.start, timex.span.end
    if start > _LATEST_DATELINE or timex.first is None or timex.first != timex.last or timex.type != TimexType.DATE:
        return context
    before, behind = tokens.text[:start].rpartition("\n")[2], tokens.text[end : end + _LONGEST_REST].partition("\n")[0]
    if before.strip() or behind.strip():
        return context
    is_near = context.published is None or abs(timex.first - context.published).days <= _NEAR_DAYS
    return replace(context, published=timex.first) if is_near or "day" in timex.span.of(tokens.text) else context

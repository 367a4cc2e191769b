"""All dates of a text, found and resolved in its order."""

from __future__ import annotations

import re
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
from briefing.extract.dates.grammar import Grammar
from briefing.extract.dates.lexicon import CODE, OTHER, codes_of
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
_STRETCH: Final = re.compile(f"[^{OTHER}]+")
_IS_TELLING: Final = re.compile(f"[^{_GLUE}]")


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
        if not _IS_TELLING.search(stretch[0]):
            continue
        number, stop = stretch.span()
        while number < stop:
            read = _read(grammar, tokens, number, context)
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


def _read(grammar: Grammar, tokens: Tokens, number: int, context: Context) -> tuple[Found, tuple[Reading, ...]] | None:
    for match, means in grammar.fits(tokens, number):
        fit = Found(tokens, match, context)
        told = means(fit)
        if told is not None:
            return fit, told if isinstance(told, tuple) else (told,)
    return None


def _timex(number: int, tokens: Tokens, fit: Found, reading: Reading) -> Timex:
    first = fit.first if reading.first_word is None else reading.first_word
    last = fit.last if reading.last_word is None else reading.last_word
    while last > first and tokens.codes[last] in {CODE["COMMA"], CODE["HYPHEN"], CODE["OPEN"]}:
        last -= 1
    days = reading.days or (covered(reading.value) if reading.type in {TimexType.DATE, TimexType.TIME} else None)
    modifier = reading.modifier
    if modifier is None and first > 0:
        modifier = _BOUNDING.get(tokens.words[first - 1].lower())
    return Timex(
        id=f"t{number}",
        span=Span(tokens.starts[first], tokens.end(last)),
        type=reading.type,
        value=reading.value,
        first=days[0] if days else None,
        last=days[1] if days else None,
        modifier=modifier,
    )


def _with_dateline(context: Context, tokens: Tokens, timex: Timex) -> Context:
    """Return the context counting from a dateline: a full date that is a paragraph of its own near the text's begin."""
    from dataclasses import replace

    if timex.span.start > 400 or timex.first is None or timex.first != timex.last:
        return context
    text = tokens.text
    alone = (
        not text[: timex.span.start].rpartition("\n")[2].strip()
        and not text[timex.span.end :].partition("\n")[0].strip()
    )
    return replace(context, published=timex.first) if alone and timex.span.start else context

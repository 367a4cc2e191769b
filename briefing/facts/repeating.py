"""Repeating: figures and statements that a line above them tells already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from briefing.facts import labels
from briefing.facts.ground import Ground
from briefing.model import Analysis, Fact, FactKind, Figure, Role

TELLING: Final = frozenset({FactKind.EVENT, FactKind.WHO})
"""Kinds of lines whose label is the article's own words, numbers and all."""
HARM: Final = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DETAINED, Role.DISPLACED})
"""Tolls: beside what happened they are looked for on a line of their own."""
PARTS: Final = frozenset("0123456789.,")
SIGNS: Final = frozenset(".,")
MOST_SHARED: Final = 0.6
BEGINNING: Final = 3
"""How many words two lines begin with that tell the same."""
NUMBER: Final = re.compile(r"\d[\d,.]*\d|\d")


def new_figures(found: Analysis, on: Ground, figures: Sequence[Fact], above: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return those of the facts `figures` whose number no line `above`, and none before it, shows."""
    by_id = {figure.id: figure for figure in found.figures}
    deeds = {event.id for event in found.events}
    told = [(fact, not deeds.isdisjoint(fact.refs)) for fact in above if fact.kind in TELLING]
    out: list[Fact] = []
    for fact in figures:
        figure = next((by_id[ref] for ref in fact.refs if ref in by_id), None)
        if figure is None or not (
            any(_tells(on, line, figure) for line, is_deed in told if not (is_deed and figure.role in HARM))
            or any(_has(on, line, figure) for line in out)
            or any(_goes_on(fact, line) for line, _ in told)
        ):
            out.append(fact)
    return tuple(out)


def _goes_on(fact: Fact, line: Fact) -> bool:
    """Return whether a line has the words of one above, and a few more."""
    words = line.label.removesuffix("…")
    if line.kind is not FactKind.EVENT or " " not in words:
        return False
    is_same = (
        fact.span.shared(line.span) > MOST_SHARED * len(fact.span)
        and fact.label.split()[:BEGINNING] == words.split()[:BEGINNING]
    )
    return is_same or fact.label.startswith(words)


def unsaid(found: Analysis, figures: Sequence[Fact], said: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return those of the facts `figures` that no statement tells with its own words, but tolls, which are looked for."""
    by_id = {figure.id: figure for figure in found.figures}
    out = []
    for fact in figures:
        figure = next((by_id[ref] for ref in fact.refs if ref in by_id), None)
        if figure is None or figure.role in HARM or not any(line.span.contains(figure.span) for line in said):
            out.append(fact)
    return tuple(out)


def _tells(on: Ground, line: Fact, figure: Figure) -> bool:
    """Return whether the words of a line have the number as it stands in the text."""
    if not line.span.contains(figure.span):
        return False
    words = " ".join(figure.span.of(on.text).split())
    found = NUMBER.search(words)
    number = found[0] if found else words
    at = line.label.find(number)
    while at >= 0:
        before, behind = line.label[max(0, at - 1) : at], line.label[at + len(number) : at + len(number) + 2]
        if before not in PARTS and not behind[:1].isdigit() and not (behind[:1] in SIGNS and behind[1:].isdigit()):
            return True
        at = line.label.find(number, at + 1)
    return False


def _has(on: Ground, line: Fact, figure: Figure) -> bool:
    """Return whether the line of a share has this one in its label, or in its phrase without saying of what it is."""
    if figure.role is not Role.PERCENT or line.kind is not FactKind.FIGURE or not line.span.contains(figure.span):
        return False
    number = labels.amount(on.text, figure)
    return number in line.label or labels.figure(on.text, figure) == number
